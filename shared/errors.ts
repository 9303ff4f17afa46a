/**
 * Every failure Holdfast can name. A code crosses process borders; words for people are chosen from it in
 * renderer/strings/errors.ts, so no content, name, path or secret ever travels in a message.
 */
export const errorCodes = [
  'wrong-passphrase',
  'weak-passphrase',
  'vault-locked',
  'clock-asked',
  'clock-jumped',
  'place-asked',
  'vault-exists',
  'vault-missing',
  'vault-damaged',
  'vault-newer',
  'vault-in-use',
  'disk-full',
  'not-writable',
  'read-failed',
  'not-found',
  'conflict',
  'invalid-input',
  'untrusted-sender',
  'cancelled',
  'file-empty',
  'file-vanished',
  'file-changed',
  'file-too-large',
  'not-a-file',
  'unreadable-image',
  'unreadable-pdf',
  'unsupported-preview',
  'decoder-timeout',
  'evidence-damaged',
  'folder-vanished',
  'bundle-empty',
  'no-exhibits',
  'view-gone',
  'leaving-undecided',
  'bundle-layout-unstable',
  'bundle-not-continuable',
  'bundle-nothing-added',
  'package-wrong-key',
  'package-damaged',
  'package-costly',
  'package-parts',
  'stick-gone',
  'stick-failing',
  'stick-full',
  'stick-too-small',
  'stick-read-only',
  'package-not-ours',
  'package-newer',
  'package-already-here',
  'package-changed',
  'case-changed',
  'erased-here',
  'package-incomplete',
  'nothing-new',
  'package-before-missing',
  'version-altered',
  'exhibit-altered',
  'record-newer',
  'record-erased',
  'record-locked',
  'version-shown',
  'legal-hold',
  'receipt-unreadable',
  'receipt-newer',
  'receipt-damaged',
  'receipt-not-ours',
  'receipt-other-package',
  'receipt-wrong-office',
  'receipt-already-here',
  'wipe-not-ours',
  'wipe-not-received',
  'sender-unknown',
  'sender-refused',
  'office-not-compared',
  'card-unreadable',
  'card-no-picture',
  'card-damaged',
  'card-newer',
  'card-key-only',
  'card-own',
  'card-several',
  'card-mixed',
  'case-closed',
  'runtime-unsupported',
  'name-taken',
  'last-passphrase',
  'words-unknown',
  'words-wrong',
  'shares-not-together',
  'shares-too-few',
  'folder-not-empty',
  'target-exists',
  'backup-missing',
  'backup-damaged',
  'backup-newer',
  'backup-other-vault',
  'backup-running',
  'backup-place-gone',
  'backup-place-full',
  'vault-not-made',
  'vault-stopped',
  'not-confirmed',
  'unreadable-file',
  'encrypted-file',
  'wrong-file-password',
  'certificate-locked',
  'archive-unsafe',
  'archive-too-large',
  'reader-timeout',
  'unreadable-media',
  'language-unusable',
  'redaction-leaks',
  'redaction-doubtful',
  'in-use',
  'too-many',
  'filter-unread',
  'table-unreadable',
  'screen-failed',
  'table-spreadsheet',
  'table-no-text',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

const notOfTheFile: ReadonlySet<ErrorCode> = new Set([
  'cancelled',
  'clock-jumped',
  'disk-full',
  'not-writable',
  'runtime-unsupported',
  'vault-damaged',
  'vault-in-use',
  'vault-locked',
]);

/**
 * Whether a failure says nothing about the file or page at hand: the disk, the vault, the clock, or a person's wish. The work ends
 * there, and what was not done yet waits; it is never blamed on the file.
 */
export function isNotOfTheFile(code: ErrorCode): boolean {
  return notOfTheFile.has(code);
}

/** What may cross a process border about a failure: a code and, at most, ids and counts. */
export interface ErrorReport {
  readonly code: ErrorCode;
  /** Ids and numbers only (never content): for example `{ job: 'ID', failed: 3 }`. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** A failure with a code. The message is the code itself, so that logging it gives nothing away. */
export class HoldfastError extends Error {
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, string | number>> | undefined;

  constructor(
    code: ErrorCode,
    options: { detail?: Readonly<Record<string, string | number>>; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'HoldfastError';
    this.code = code;
    this.detail = options.detail;
  }
}

const systemCodes: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries({
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    EACCES: 'not-writable',
    EPERM: 'not-writable',
    EROFS: 'not-writable',
    ENOENT: 'file-vanished',
    ENOTDIR: 'folder-vanished',
    EIO: 'read-failed',
    EFBIG: 'file-too-large',
    ENODEV: 'read-failed',
    ENXIO: 'read-failed',
    SQLITE_BUSY: 'vault-in-use',
    SQLITE_CANTOPEN: 'read-failed',
    SQLITE_FULL: 'disk-full',
    SQLITE_IOERR: 'read-failed',
    SQLITE_CORRUPT: 'vault-damaged',
    SQLITE_NOTADB: 'vault-damaged',
    SQLITE_READONLY: 'not-writable',
  } satisfies Record<string, ErrorCode>),
);

/** Turns anything thrown into a report: a coded error keeps its code, a system error is mapped, the rest is `internal`. */
export function reportError(error: unknown): ErrorReport {
  if (error instanceof HoldfastError) {
    return error.detail === undefined ? { code: error.code } : { code: error.code, detail: error.detail };
  }
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    // SQLite's codes may carry a second part, as in SQLITE_IOERR_WRITE.
    const known =
      systemCodes.get(error.code) ?? systemCodes.get(error.code.replace(/^(SQLITE_[A-Z]+)_.*$/, '$1'));
    if (known !== undefined) return { code: known };
  }
  if (error instanceof Error && error.name === 'AbortError') return { code: 'cancelled' };
  return { code: 'internal' };
}
