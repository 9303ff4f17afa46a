import type { Database } from 'better-sqlite3';
import * as z from 'zod';

/** Acts that take away for good what older backups still hold. */
const erasing = ['erase.item', 'erase.case', 'erase.version'] as const;

const rows = z.array(z.object({ seq: z.int(), hash: z.string() }));

/**
 * Where a moment stands in the life of this vault, by the record of acts: each act has a number that only ever grows, and a
 * snapshot names the act it was made after. No clock is asked, so a clock that was set back changes nothing, and snapshots
 * of earlier versions are placed as exactly as new ones.
 */
export interface Lineage {
  /** The number of the act with this hash; null when this vault has never done it (another copy of it has). */
  readonly placeOf: (auditHead: string) => number | null;
  /** The number of the last erasure; 0 when there has been none. What was made before it holds what was erased. */
  readonly lastErasure: number;
}

export function readLineage(db: Database, heads: readonly string[]): Lineage {
  const found = rows.parse(
    db
      .prepare('SELECT seq, hash FROM audit WHERE hash IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify(heads)),
  );
  const places = new Map(found.map(({ seq, hash }) => [hash, seq]));
  const last: unknown = db
    .prepare('SELECT max(seq) FROM audit WHERE action IN (SELECT value FROM json_each(?))')
    .pluck()
    .get(JSON.stringify(erasing));
  return {
    placeOf: (auditHead) => places.get(auditHead) ?? null,
    lastErasure: typeof last === 'number' ? last : 0,
  };
}
