import * as z from 'zod';
import type { VaultContext } from '../../vault/api';

/** Acts that leave the case as it was: looking, and taking things out. */
const changeNothing = [
  'bundle.build',
  'bundle.save',
  'bundle.view',
  'case.view',
  'evidence.view',
  'run.view',
  'evidence.save-copy',
  'redaction.save-copy',
  'redaction.print',
  'labels.save',
  'schedule.save',
  'certificate.save',
  'chronology.export',
  'pack.make',
  'transfer.export',
  'audit.export',
  'letter.save',
  'leaving.answer',
  'leaving.permit',
] as const;

/**
 * Where the record of acts stood after the last act that changed the case. A bundle names it, and not the newest act of all:
 * the same case gives the same bytes, however often it was looked at or built in between.
 */
export function caseHead(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
): { readonly hash: string; readonly acts: number } {
  const found = db
    .prepare(
      `SELECT hash, seq AS acts FROM audit WHERE case_id = ? AND action NOT IN (SELECT value FROM json_each(?))
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(caseId, JSON.stringify(changeNothing));
  return z.object({ hash: z.string(), acts: z.int() }).parse(found ?? { hash: '0'.repeat(64), acts: 0 });
}
