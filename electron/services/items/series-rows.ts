import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { MarkSources, Series } from '../../../shared/domain/records/series';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { recipientsSetting, seedSetting } from '../../vault/series-renewal';
import { readSetting, requireSetting, writeSetting } from '../../vault/settings';

type Db = Pick<VaultContext, 'db'>;

const row = z.object({
  id: z.string(),
  producer_id: z.string(),
  initials: z.string(),
  owner: z.string(),
  first: z.int(),
  next: z.int(),
  state: z.enum(['open', 'closed']),
  after: z.string().nullable(),
});

const recipientsSchema = z.array(z.string());

/** The age keys under which a series may have been handed over to this office. */
function ownRecipients({ db }: Db): readonly string[] {
  const text = readSetting(db, recipientsSetting);
  return text === null ? [] : recipientsSchema.parse(JSON.parse(text));
}

/** Notes an age key of this office, so that a series handed over to it is known for ours. Must run inside an act. */
export function keepOwnRecipient(context: Db, recipient: string): void {
  const known = ownRecipients(context);
  if (!known.includes(recipient))
    writeSetting(context.db, recipientsSetting, JSON.stringify([...known, recipient]));
}

/** All series of a case in the order in which they came here, owners as they are written: an office's id, or its age key. */
export function readStoredSeries({ db }: Db, caseId: string): readonly Series[] {
  return allRows(db, row, 'SELECT * FROM exhibit_series WHERE case_id = ? ORDER BY rowid', caseId).map(
    ({ producer_id: producerId, ...series }) => ({ ...series, producerId }),
  );
}

/** All series of a case, with ours under this office's id whichever way they were handed to it. */
export function readSeries(context: Db, caseId: string): readonly Series[] {
  return asOurs(context, readStoredSeries(context, caseId));
}

/** Series as this office sees them: what was handed over to a key of its own belongs to its id. */
export function asOurs(context: Db, all: readonly Series[]): readonly Series[] {
  const [office, recipients] = [officeOf(context), ownRecipients(context)];
  return all.map((series) => (recipients.includes(series.owner) ? { ...series, owner: office } : series));
}

export function officeOf({ db }: Db): string {
  return requireSetting(db, 'office.id');
}

export function insertSeries({ db }: Db, caseId: string, series: Series): void {
  db.prepare(
    `INSERT INTO exhibit_series (id, case_id, producer_id, initials, owner, first, next, state, after)
     VALUES (@id, @caseId, @producerId, @initials, @owner, @first, @next, @state, @after)`,
  ).run({ ...series, caseId });
}

/** Keeps what of a series may change; its owner stays as it is written. */
export function updateSeries({ db }: Db, series: Series): void {
  db.prepare(
    'UPDATE exhibit_series SET initials = @initials, first = @first, next = @next, state = @state WHERE id = @id',
  ).run(series);
}

const texts = z.array(z.string());

/** References that files of a case (`@caseId`) bear, or bore before they got a new one. */
const everBorne = `
  SELECT exhibit_ref AS ref FROM evidence WHERE case_id = @caseId
  UNION ALL SELECT f.value FROM evidence e, json_each(e.former_refs) f WHERE e.case_id = @caseId AND e.former_refs <> '[]'`;

/** References of a case that begin with these initials, besides those that nobody remembers from before producers had numbers. */
export function refsUnder({ db }: Db, caseId: string, initials: string): readonly string[] {
  return texts.parse(
    db
      .prepare(
        `SELECT ref FROM (${everBorne}) WHERE ref GLOB @initials || '/*'
           UNION ALL SELECT @initials || '/' || (next_exhibit - 1) FROM cases WHERE id = @caseId AND next_exhibit > 1`,
      )
      .pluck()
      .all({ caseId, initials }),
  );
}

/** Every reference that a file of the case bears or bore. */
export function allRefs({ db }: Db, caseId: string): readonly string[] {
  return texts.parse(db.prepare(`SELECT DISTINCT ref FROM (${everBorne})`).pluck().all({ caseId }));
}

/** Whether some file of the case bears or bore a reference: such a number is left out. */
export function usedRefs({ db }: Db, caseId: string): Pick<ReadonlySet<string>, 'has'> {
  const found = db.prepare(`SELECT 1 FROM (${everBorne}) WHERE ref = @ref`).pluck();
  return { has: (ref) => found.get({ caseId, ref }) !== undefined };
}

/** One reference for each of the initials that files of a case bear: enough for choosing a mark that nobody has. */
export function oneRefOfEach({ db }: Db, caseId: string): readonly string[] {
  return texts.parse(
    db
      .prepare(
        `SELECT min(ref) FROM (${everBorne}) WHERE instr(ref, '/') > 1 GROUP BY substr(ref, 1, instr(ref, '/'))`,
      )
      .pluck()
      .all({ caseId }),
  );
}

/**
 * What a mark of a producer's is chosen with: the same until it is used, so that a person sees it before, and another in each
 * copy of the vault, because the seed is renewed with it.
 */
export function markSources({ db }: Db, producerId: string, newId: () => string): MarkSources {
  const seed = requireSetting(db, seedSetting);
  return {
    newId,
    random: () =>
      createHash('sha256').update(`holdfast series mark\n${seed}\n${producerId}`).digest().readUInt32BE() /
      2 ** 32,
  };
}
