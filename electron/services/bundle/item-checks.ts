import * as z from 'zod';
import { listed } from '../../../shared/domain/bundle/check-words';
import { leftOutList } from '../../../shared/domain/bundle/left-out';
import { pageOf } from '../../../shared/domain/bundle/plan';
import { counted } from '../../../shared/domain/counts';
import type { BundleCheck, BundlePlan } from '../../../shared/models/bundle';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { readProducers } from '../items/producers';
import { printedDate } from '../print/date-words';
import { readShown } from '../provenance/rows';
import type { Gathered, GatheredExhibit } from './gather';
import { pdfChecks } from './pdf-checks';

type Context = Pick<VaultContext, 'db'>;

/** What is to be said of single exhibits of a bundle, for a person to look at. */
export function itemChecks(
  context: Context,
  caseId: string,
  { plan, gathered }: { readonly plan: BundlePlan; readonly gathered: Gathered },
): readonly BundleCheck[] {
  const checks: BundleCheck[] = gathered.exhibits.flatMap(({ item, pdf }) =>
    pdfChecks({ item, report: pdf?.report ?? null }).map((check) => ({
      ...check,
      pages: [pageOf(plan, item.id) ?? 1],
    })),
  );
  const add = (id: string, text: string, pages: readonly number[]): void => {
    checks.push({ id, text, state: 'decide', pages: [...pages] });
  };
  const twice = sameFiles(gathered);
  if (twice.length > 0)
    add(
      'duplicate',
      `The same file under ${counted(twice.length, 'second reference', 'second references')}: ${listed(twice)}.`,
      [],
    );
  for (const { id, exhibits, one, many } of openQuestions(context, caseId, gathered))
    if (exhibits.length > 0)
      add(
        id,
        `${counted(exhibits.length, one, many)}: ${listed(exhibits.map(({ item }) => item.name))}.`,
        exhibits.flatMap(({ item }) => pageOf(plan, item.id) ?? []),
      );
  for (const { itemId, name, missing } of gathered.coverSheets.values())
    if (missing.length > 0)
      add(`sheet-${itemId}`, `The cover sheet before ${name} does not say ${listed(missing)}.`, [
        pageOf(plan, itemId) ?? 1,
      ]);
  if (plan.leftOut.length > 0)
    add(
      'left-out',
      `${counted(plan.leftOut.length, 'item is', 'items are')} not shown: ${leftOutList(plan.leftOut)}. The index says so too.`,
      [],
    );
  return checks;
}

interface OpenQuestion {
  readonly id: string;
  readonly exhibits: readonly GatheredExhibit[];
  readonly one: string;
  readonly many: string;
}

const itemRow = z.object({ id: z.string(), date_conflict: z.int(), producer_id: z.string().nullable() });

/** What nobody has said of exhibits. Of documents no witness and no way is asked. */
function openQuestions(context: Context, caseId: string, { exhibits }: Gathered): readonly OpenQuestion[] {
  const sql = 'SELECT id, date_conflict, producer_id FROM evidence WHERE case_id = ?';
  const rows = new Map(allRows(context.db, itemRow, sql, caseId).map((row) => [row.id, row]));
  const named = new Set(
    readProducers(context, caseId).flatMap(({ id, name }) => (name.trim() === '' ? [] : [id])),
  );
  const ofWitnesses = exhibits.filter(({ item }) => item.document === null);
  return [
    {
      id: 'undated',
      exhibits: exhibits.filter(({ item }) => printedDate(item) === ''),
      one: 'exhibit has no date',
      many: 'exhibits have no date',
    },
    {
      id: 'dates-disagree',
      exhibits: ofWitnesses.filter(({ item }) => rows.get(item.id)?.date_conflict === 1),
      one: 'exhibit has dates that disagree, and nobody has chosen',
      many: 'exhibits have dates that disagree, and nobody has chosen',
    },
    {
      id: 'no-producer',
      exhibits: ofWitnesses.filter(({ item }) => !named.has(rows.get(item.id)?.producer_id ?? '')),
      one: 'exhibit has no producer with a name',
      many: 'exhibits have no producer with a name',
    },
    {
      id: 'no-provenance',
      exhibits: ofWitnesses.filter(({ item }) => readShown(context, item.id) === null),
      one: 'exhibit of which nobody has said where it came from',
      many: 'exhibits of which nobody has said where they came from',
    },
  ];
}

function sameFiles({ exhibits }: Gathered): readonly string[] {
  const seen = new Set<string>();
  return exhibits.flatMap(({ item }) => {
    if (seen.has(item.sha256)) return [item.name];
    seen.add(item.sha256);
    return [];
  });
}
