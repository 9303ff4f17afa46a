import { HoldfastError } from '../../../../shared/errors';
import type { StoredFile, VaultContext } from '../../../vault/api';
import { readSources } from '../records/sources';
import type { RecordSource } from '../records/sources';
import { messagesName } from './lines';
import type { MessageLine } from './lines';
import { readMessages } from './read-rows';

/** Nothing is sent that nobody could open: see keep-rows.ts. */
export const largestRowFile = 1024 * 1024 * 1024;

/** A member of the package made of rows, sealed in the vault's folder until the package is written. */
export interface RowFile {
  readonly path: string;
  readonly file: StoredFile;
}

/** The lines of a row file as bytes. */
export function* bytesOf(portions: Iterable<readonly unknown[]>): Generator<Buffer> {
  for (const rows of portions) yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/**
 * Writes the rows of a case into sealed files, because a package begins with the length and fingerprint of all that is in
 * it. Their keys are kept in memory alone. Gives the sources with the files their rows are in. Every file made is put into
 * `made` at once, for whoever has to clear up. `going`: of a share the exhibits in it, no other of which a row may name. Throws `conflict` when an export was read anew meanwhile.
 */
export async function spoolRows(
  context: Pick<VaultContext, 'db' | 'files'>,
  caseId: string,
  sources: readonly RecordSource[],
  made: StoredFile[],
  signal: AbortSignal,
  going: ReadonlySet<string> | null = null,
): Promise<{ readonly files: readonly RowFile[]; readonly sources: readonly RecordSource[] }> {
  const spool = async (portions: Iterable<readonly unknown[]>): Promise<StoredFile> => {
    const file = await context.files.write(bytesOf(portions), { signal });
    made.push(file);
    if (file.bytes > largestRowFile) throw new HoldfastError('file-too-large');
    return file;
  };
  const files = new Map<string, RowFile>();

  const named: RecordSource[] = [];
  for (const source of sources) {
    const rows = withoutOthers(readMessages(context, source.itemId), going);
    const file = source.rows === 0 ? null : await spool(rows);
    if (file !== null) {
      const path = messagesName(file.sha256);
      files.set(path, { path, file });
    }
    named.push({ ...source, file: file?.sha256 ?? null });
  }
  // Portions were read one after the other: an export that was read anew between two of them would be half and half.
  const chosen = new Set(sources.map(({ itemId }) => itemId));
  const now = readSources(context, caseId).filter(({ itemId }) => chosen.has(itemId));
  if (JSON.stringify(now) !== JSON.stringify(sources)) throw new HoldfastError('conflict');
  return { files: [...files.values()], sources: named };
}

/** Rows that name no exhibit but those that go along. */
function* withoutOthers(
  portions: Iterable<readonly MessageLine[]>,
  going: ReadonlySet<string> | null,
): Generator<readonly MessageLine[]> {
  const kept = (id: string | null): string | null => (id === null || going?.has(id) === false ? null : id);
  for (const rows of portions)
    yield rows.map((row) => ({ ...row, mediaItemId: kept(row.mediaItemId), repeatOf: kept(row.repeatOf) }));
}
