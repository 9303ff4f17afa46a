import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import type { ErrorCode } from '../../../../shared/errors';
import type { EvidenceKind } from '../../../../shared/models/evidence';
import type { MessageRow } from '../../../../shared/models/message';

/** A stored file as a reader sees it. Readers run in a thread of their own that can be ended; they never see the vault. */
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
  /** Its place in the parent: a path, or a number. Unique in the parent. */
  readonly place: string;
  readonly name: string;
  /** The time the parent gives it, as `YYYY-MM-DDTHH:MM:SS` without a zone, or null. */
  readonly modified: string | null;
}

/** Where a reader puts what it finds. Each call resolves when there is room for more: await it. */
export interface ReaderOutput {
  /** Plain text of a page (1 for files without pages). */
  text(page: number, text: string): Promise<void>;
  fact(fact: NewFact): Promise<void>;
  /** Rows of an export, in the order of the file. */
  rows(rows: readonly MessageRow[]): Promise<void>;
  child(child: ReaderChild, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Something inside that could not be taken out, with the reason; it is reported, and reading goes on. */
  skipped(child: ReaderChild, code: ErrorCode): Promise<void>;
}

/**
 * Reads one kind of file. `options` is what a person has answered (a date order, a column mapping), checked by the
 * reader with a schema of its own. Resolves with notes for the item (JSON), or throws a coded error: `unreadable-file`,
 * `encrypted-file`, `archive-unsafe`, `archive-too-large`.
 */
export type Reader = (file: ReaderFile, out: ReaderOutput, options: unknown) => Promise<unknown>;
