import { createHash } from 'node:crypto';
import type { PackageDecisions } from '../../../shared/models/package-decisions';
import type { StoredFile, VaultContext } from '../../vault/api';
import { planJoin } from './plan-join';
import type { Records } from './records';
import { newRedactions } from './records/redactions';

/** Where the files of a package go while they are checked, one after the other as they stream past. */
export interface Quarantine {
  /** Takes a file, and gives what it was. `records`: what names it, null where the package has that behind it. */
  readonly keep: (
    source: AsyncIterable<Uint8Array>,
    sha256: string,
    records: Records | null,
  ) => Promise<Pick<StoredFile, 'sha256' | 'bytes'>>;
  /** What was kept, by SHA-256. */
  readonly files: () => ReadonlyMap<string, StoredFile>;
  /** Resolves when all that was kept is on disk, and throws where something is not. Nothing happens by itself behind it. */
  readonly durable: () => Promise<void>;
}

/** Nothing is kept: every file is read and hashed, and forgotten. For looking at a package. */
export function hashingQuarantine(): Quarantine {
  return { keep: hashed, files: () => new Map(), durable: () => Promise.resolve() };
}

/**
 * Seals in the vault's folder what will come in, where it is worth nothing until all of the package was checked and its rows are
 * there. What is here already, was erased or is left out is read and hashed alone. Every file goes into `written` at once, for
 * whoever has to clear up.
 */
export function sealingQuarantine(
  context: Pick<VaultContext, 'db' | 'files'>,
  decisions: PackageDecisions,
  written: StoredFile[],
): Quarantine {
  const files = new Map<string, StoredFile>();
  const together = context.files.together();
  let planned: { readonly of: Records; readonly wanted: ReadonlySet<string> } | null = null;
  const isWanted = (sha256: string, records: Records | null): boolean => {
    // What names it comes later: whether it is wanted is known then.
    if (records === null) return true;
    if (planned?.of !== records) planned = { of: records, wanted: wantedFiles(context, records, decisions) };
    return planned.wanted.has(sha256);
  };
  return {
    keep: async (source, sha256, records) => {
      if (!isWanted(sha256, records)) return hashed(source);
      const file = await together.write(source);
      written.push(file);
      files.set(file.sha256, file);
      return file;
    },
    files: () => files,
    durable: together.end,
  };
}

/** SHA-256 of the originals and redacted copies that will come in. */
function wantedFiles(
  context: Pick<VaultContext, 'db'>,
  records: Records,
  decisions: PackageDecisions,
): ReadonlySet<string> {
  const { newItems } = planJoin(context, records, decisions);
  const coming = new Set(newItems.map(({ id }) => id));
  const copies = newRedactions(context, records.redactions, coming);
  return new Set([...newItems, ...copies].map(({ sha256 }) => sha256));
}

async function hashed(source: AsyncIterable<Uint8Array>): Promise<Pick<StoredFile, 'sha256' | 'bytes'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
