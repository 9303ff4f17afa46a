import * as z from 'zod';
import { sha256Schema } from '../../models/common';
import type { RecordedAct } from '../../models/acts';

const detailSchema = z.object({ package: z.string(), head: sha256Schema });

/** Where the records of two offices meet: a package, and the head of the sender's record that its manifest names. */
export interface PackageJoin {
  /** `out`: this record's own head. `in`: the head of the record of whoever wrote the package. */
  readonly direction: 'out' | 'in';
  readonly packageId: string;
  readonly head: string;
  /** The number of the act in this record. */
  readonly seq: number;
}

/**
 * The packages among acts that were shown. Each office's record is whole by itself; the act of taking a package in binds the
 * receiver's record to the sender's head. So the heads of the packages that came in are known heads (`verifyExtract`) for an
 * extract of the sender's record, and its act of writing names the same package and head. Acts from before packages were
 * written down with their head give none.
 */
export function packageJoins(acts: readonly RecordedAct[]): readonly PackageJoin[] {
  return acts.flatMap(({ action, detail, seq }) => {
    if (action !== 'transfer.export' && action !== 'transfer.import') return [];
    const parsed = detailSchema.safeParse(parseText(detail));
    if (!parsed.success) return [];
    const direction = action === 'transfer.export' ? 'out' : 'in';
    return [{ direction, packageId: parsed.data.package, head: parsed.data.head, seq }];
  });
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
