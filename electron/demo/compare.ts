import type { VaultOutput } from '../../shared/contract/vault-methods';

type Digest = VaultOutput<'case.digest'>;

/**
 * Holds the case as the second office has it against the first office's: every file by name, reference and
 * fingerprint, each read back and hashed again, every entry in full, and all other rows by kind. Returns what differs, in plain words.
 */
export function compareCases(ours: Digest, theirs: Digest): readonly string[] {
  const differences: string[] = [];
  for (const [who, digest] of [
    ['first office', ours],
    ['second office', theirs],
  ] as const) {
    for (const file of digest.files) {
      if (file.reread !== file.sha256)
        differences.push(`${who}: ${file.exhibitRef} does not read back as recorded`);
    }
  }
  compareLists('file', ours.files, theirs.files, (file) => file.exhibitRef, differences);
  compareLists('entry', ours.entries, theirs.entries, (entry) => entry.id, differences);
  compareLists('part', ours.parts, theirs.parts, (part) => part.name, differences);
  return differences;
}

function compareLists<T>(
  what: string,
  ours: readonly T[],
  theirs: readonly T[],
  key: (item: T) => string,
  differences: string[],
): void {
  const there = new Map(theirs.map((item) => [key(item), JSON.stringify(item)]));
  if (ours.length !== theirs.length) differences.push(`${what}: ${ours.length} here, ${theirs.length} there`);
  for (const item of ours) {
    if (there.get(key(item)) !== JSON.stringify(item))
      differences.push(`${what} ${key(item)} is not the same`);
  }
}
