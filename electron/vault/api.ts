import type { Database } from 'better-sqlite3';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { ChangedArea } from '../../shared/contract/bridge';
import type { Job } from '../../shared/models/job';
import type { Version } from '../../shared/domain/records/version';
import type { RecordStore } from './records/store';
import type { Stamp } from './records/stamp';
import type { TakeTurn } from './turns';

/** A stored file as the database knows it: its id on disk, its own key, and what it must be when read back. */
export interface StoredFile {
  readonly id: string;
  /** 32 random bytes, used for this file only. */
  readonly key: Buffer;
  /** Of the plain bytes, lower-case hex. */
  readonly sha256: string;
  /** Plain length in bytes. */
  readonly bytes: number;
}

/** Encrypted files in the vault folder. Knows nothing of rows: whoever writes one must record it in `files`. */
export interface FileStore {
  /**
   * Hashes and encrypts in one pass, to a temporary name, then fsync, rename, fsync of the folder: when it resolves
   * the file is on disk. On any error nothing is left but, at most, an unreferenced temporary file.
   */
  write(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<StoredFile>;
  /** For many files of which none counts before all of them do. */
  together(): FilesTogether;
  /** Decrypts in chunks, each authenticated before it is given out. Throws `evidence-damaged`. */
  read(file: StoredFile): AsyncIterable<Uint8Array>;
  /**
   * The bytes from `start` to before `end`, cut to what there is; every chunk they lie in is authenticated before any of
   * them is given out. Throws `evidence-damaged`.
   */
  readRange(file: StoredFile, start: number, end: number): Promise<Buffer>;
  /** The whole file in memory; throws `file-too-large` above `limit` bytes. */
  readAll(file: StoredFile, limit?: number): Promise<Buffer>;
  /** Removes the file of an id; absent is fine. Its row (and so its key) must be gone already. */
  remove(id: string): Promise<void>;
}

/** Files that are written one behind the other and made durable meanwhile. */
export interface FilesTogether {
  /** As `write` of the store, but that the file is on disk is known once `end` has resolved. */
  readonly write: FileStore['write'];
  /** Resolves when all of them are on disk. Must be called before a row names one of them, and before any is removed. */
  readonly end: () => Promise<void>;
}

/** One act for the audit log. `detail` must stay free of content for deletions; elsewhere ids and counts suffice. */
export interface AuditAct {
  /** `case.create`, `evidence.import`, `bundle.build` ... */
  readonly action: string;
  readonly subject: string | null;
  /**
   * The case it is about; null for an act of the office. Need not be given where the subject is a case or a row of one: it is
   * looked up, see act-case.ts.
   */
  readonly caseId?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The lab, seen from the vault. Rejects with unreadable-image, unreadable-pdf, unsupported-preview, file-too-large, decoder-timeout. */
export interface Lab {
  ask<T extends LabRequest['type']>(
    request: Extract<LabRequest, { type: T }>,
    options?: { readonly timeoutMs?: number },
  ): Promise<LabAnswer<T>>;
}

/** It comes when it is asked for the first time. Rejects with `language-unusable` and, where none comes, `runtime-unsupported` too. */
export interface TextLab extends Lab {
  /** Nothing more to do for now: its memory is given back. */
  rest(): void;
}

/**
 * A place without file system, network or key in which readers take strangers' files apart (electron/readers/room), each at a seat of
 * its own.
 */
export interface ReadingRoom {
  /** Begins at once; the seat is there as soon as the room is. `what`: which of the readers it is for. */
  sit(what: SeatScript, listener: SeatListener): SeatLine;
}

/**
 * What a seat can do: say what a file is, read plain words, words and rows of messages, or everything. The less there is to load, the
 * sooner it begins.
 */
export type SeatScript = 'identify' | 'plain' | 'words' | 'all';

/** What comes from a seat. */
export interface SeatListener {
  /** Nothing about it is certain: it is checked before anybody looks at it. */
  readonly heard: (message: unknown) => void;
  /**
   * Nothing follows. `alone`: it came to an end by what it did. `all`: the room did, and by which seat nobody knows. `absent`: no
   * room ever came.
   */
  readonly lost: (how: 'alone' | 'all' | 'absent') => void;
}

/** The vault's line to a seat. */
export interface SeatLine {
  post(message: unknown): void;
  /** Ends the seat, whatever it is doing. Nothing more is heard of it. */
  leave(): void;
}

/** Chromium's printToPDF in main's locked-down window: a whole HTML document in, a PDF out. */
export type Typeset = (html: string) => Promise<Uint8Array>;

/** Everything a service may use. Made once when the vault is unlocked; services are functions of it. */
export interface VaultContext {
  readonly db: Database;
  readonly files: FileStore;
  readonly lab: Lab;
  /** A lab of its own for recognising text: it works for minutes, and no preview may wait for it. */
  readonly textLab: TextLab;
  readonly typeset: Typeset;
  readonly now: () => Date;
  readonly newId: () => string;
  /** The key slot of whoever has opened the vault. */
  readonly slot: string;
  readonly random: (length: number) => Buffer;
  readonly stamp: () => Stamp;
  /** Moves our clock past those of another office's versions, but for one that is a day or more ahead of ours. */
  readonly hear: (versions: readonly Version[]) => void;
  /** What people write about a case. */
  readonly records: RecordStore;
  /**
   * One act = one transaction: runs `change`, appends the audit entry it returns or was given, commits; any throw
   * rolls all of it back. `change` must not await.
   */
  readonly act: <T>(audit: AuditAct | ((result: T) => AuditAct), change: () => T) => T;
  /** Several acts that are done together or not at all: any throw takes all of them back. `work` must not await. */
  readonly whole: <T>(work: () => T) => T;
  /**
   * One after the other: backups, checks, and whatever takes stored files away that a backup may be reading. Never taken
   * inside itself.
   */
  readonly alone: TakeTurn;
  /** Head of the audit chain, lower-case hex. */
  readonly auditHead: () => string;
  readonly jobs: JobBoard;
  /** Tells the screens that rows changed. */
  readonly changed: (area: ChangedArea, caseId: string | null) => void;
  /** The path behind a token that somebody chose in a dialog of the system. Throws `not-found`. */
  readonly pathOf: (token: string) => string;
  /** Where strangers' files are taken apart. */
  readonly readers: ReadingRoom;
  /** Where the fonts lie that captions and page numbers are drawn in (.woff). */
  readonly fontFolder: string;
}

/** Runs long work, reports progress (at most some times a second), keeps how it ended. */
export interface JobBoard {
  start(
    kind: Job['kind'],
    caseId: string | null,
    run: (control: JobControl) => Promise<{ readonly resultId: string | null }>,
  ): Job;
  get(id: string): Job;
  list(): readonly Job[];
  cancel(id: string): void;
  /** Calls `ended` for every job from now on, once it has ended, whichever way. */
  watch(ended: (job: Job) => void): void;
  /** Resolves when the job has ended, whichever way. */
  ended(id: string): Promise<Job>;
}

export interface JobControl {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly progress: (change: Partial<Pick<Job, 'done' | 'total' | 'step' | 'counts'>>) => void;
}
