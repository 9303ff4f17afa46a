import * as z from 'zod';
import type { VaultOutput } from '../../../shared/contract/vault-methods';
import { bundleSettingsSchema } from '../../../shared/models/bundle';
import type { BundleSet } from '../../../shared/models/bundle';
import { bundleHeadSchema } from '../../../shared/models/leaving';
import type { BundleChoices } from '../../../shared/models/leaving';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { keepChoice, readChoices } from './choice-rows';

/** Under what the choices of each set are kept. */
const whatOf: Readonly<Record<BundleSet, string>> = { main: 'bundle', core: 'bundle-core' };
const itemRow = z.object({ item_id: z.string(), is_in: z.int().nullable() });

/** Nothing is in before somebody has said so. */
const nothingChosen: BundleChoices = {
  ...bundleSettingsSchema.parse({}),
  title: 'Hearing bundle',
  courtCase: '',
  recipient: null,
  includeChronology: false,
  includePatterns: false,
  isOrdered: false,
  items: [],
};

/** A core bundle is for the court of the hearing bundle, by the same rules, and begins with nothing in it. */
function nothingChosenFor(context: Pick<VaultContext, 'db'>, caseId: string, set: BundleSet): BundleChoices {
  if (set === 'main') return nothingChosen;
  const { profile, courtCase, recipient } = readBundleChoices(context, caseId, 'main').choices;
  return { ...nothingChosen, set, title: 'Core bundle', profile, courtCase, recipient };
}

/** What was chosen for a bundle of a case, by whom and when. */
export function readBundleChoices(
  context: Pick<VaultContext, 'db'>,
  caseId: string,
  set: BundleSet = 'main',
): VaultOutput<'bundle.choices'> {
  const what = whatOf[set];
  const [kept] = readChoices(context, caseId, what, bundleHeadSchema);
  if (kept === undefined) return { choices: nothingChosenFor(context, caseId, set), chosen: null };
  const items = allRows(
    context.db,
    itemRow,
    `SELECT l.item_id, l.is_in FROM leaving_items l JOIN evidence e ON e.id = l.item_id
     WHERE e.case_id = ? AND l.what = ? ORDER BY l.position`,
    caseId,
    what,
  ).map(({ item_id: itemId, is_in: isIn }) => ({ itemId, isIn: isIn === null ? null : isIn === 1 }));
  return { choices: { ...kept.body, set, items }, chosen: kept.chosen };
}

/** Keeps them in the place of those of the same set before. Exhibits that are gone by now, or of another case, are passed over. */
export function keepBundleChoices(
  context: VaultContext,
  caseId: string,
  { items, ...head }: BundleChoices,
): void {
  const { db } = context;
  const what = whatOf[head.set];
  db.transaction(() => {
    keepChoice(context, caseId, what, head);
    db.prepare(
      'DELETE FROM leaving_items WHERE what = ? AND item_id IN (SELECT id FROM evidence WHERE case_id = ?)',
    ).run(what, caseId);
    const insert = db.prepare(
      `INSERT OR REPLACE INTO leaving_items (item_id, what, is_in, position)
       SELECT id, @what, @isIn, @position FROM evidence WHERE id = @itemId AND case_id = @caseId`,
    );
    for (const [position, { itemId, isIn }] of items.entries())
      insert.run({ itemId, what, caseId, position, isIn: isIn === null ? null : Number(isIn) });
  })();
}
