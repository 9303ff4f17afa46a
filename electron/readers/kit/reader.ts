import type { NewFact } from '../../../shared/domain/facts/new-fact';
import type { ErrorCode } from '../../../shared/errors';
import type { EvidenceKind } from '../../../shared/models/evidence';
import type { MessageRow } from '../../../shared/models/message';

/** A stored file as a reader sees it. Readers run at a seat of their own that can be ended; they never see the vault. */
export interface ReaderFile {
  /** Its own name, without folders. */
  readonly name: string;
  readonly mime: string;
  readonly kind: EvidenceKind;
  /** Length in bytes. */
  readonly bytes: number;
  /** `length` bytes from `start`, fewer at the end. */
  read(start: number, length: number): Promise<Uint8Array>;
  /** The whole file from the start, in pieces. */
  stream(): AsyncIterable<Uint8Array>;
}

/** Something found inside that becomes an item of its own: an attachment, a file of an archive. */
export interface ReaderChild {
  /** Its place in the parent: a path, or a number. Unique in the parent (see `createPlaces`). */
  readonly place: string;
  readonly name: string;
  /**
   * The time the parent gives it, or null: `YYYY-MM-DDTHH:MM:SS` on a clock nobody knows the zone of, as in a zip of DOS
   * times, or with a `Z` behind it where the parent keeps UTC.
   */
  readonly modified: string | null;
  /** The path as the parent writes it, where it is not safe to show or use as it is; else absent. */
  readonly written?: string;
}

/** Where a reader puts what it finds. Each call resolves when there is room for more: await it. */
export interface ReaderOutput {
  /**
   * Plain text of a page (1 for files without pages), of any length. Several calls for a page follow each other. False
   * when no more text is kept: then there is no use in going on for text alone.
   */
  text(page: number, text: string): Promise<boolean>;
  fact(fact: NewFact): Promise<void>;
  /** Rows of an export, in the order of the file. */
  rows(rows: readonly MessageRow[]): Promise<void>;
  /**
   * Hands over something inside. Content that throws a coded error is reported under that code and reading goes on;
   * content may be left before its end when nobody wants more of it. Never called twice at a time.
   */
  child(child: ReaderChild, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Something inside that could not be taken out, with the reason; it is reported, and reading goes on. */
  skipped(child: ReaderChild, code: ErrorCode): Promise<void>;
}

/**
 * Reads one kind of file. `options` is what a person has answered (a date order, a column mapping), checked by the
 * reader with a schema of its own. Resolves with notes for the item (JSON), or throws a coded error: `unreadable-file`,
 * `encrypted-file`, `archive-unsafe`, `archive-too-large`, `file-too-large`, `unsupported-preview`. What was given out
 * before the error is kept.
 */
export type Reader = (file: ReaderFile, out: ReaderOutput, options: unknown) => Promise<unknown>;
