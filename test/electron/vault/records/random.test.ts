import { expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { projections } from '../../../../electron/vault-process/projections';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import type { VaultContext } from '../../../../electron/vault/api';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { registerBodySchema } from '../../../../shared/models/register';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { narrowTables } from '../../../helpers/narrow-tables';
import { seeded } from '../../../helpers/seeded';
import type { Seeded } from '../../../helpers/seeded';
import { makeTestVault } from '../../../helpers/test-vault';

const act = (context: VaultContext, change: () => unknown): void => {
  context.act({ action: 'test', subject: null }, change);
};
const person = (name: string) => ({ kind: 'person', ...registerBodySchema.parse({ name }) });

/** One thing that somebody does with the records of a case: writes, changes, removes, brings back, joins. */
function doSomething(context: VaultContext, caseId: string, items: readonly string[], random: Seeded): void {
  const { records, db, newId } = context;
  const pick = (kind: string): string | undefined => {
    const ids = db.prepare('SELECT id FROM records WHERE kind = ? ORDER BY id').pluck().all(kind) as string[];
    return ids[random.below(ids.length)];
  };
  const people = db
    .prepare("SELECT id FROM records WHERE kind = 'register' ORDER BY id")
    .pluck()
    .all() as string[];
  const entry = () => ({
    ...nothingMore,
    ...{ edtf: `2026-0${1 + random.below(9)}-1${random.below(9)}`, time: null },
    title: `Entry ${random.below(9)}`,
    evidenceIds: items.filter(() => random.below(2) === 0),
    links: people.filter(() => random.below(3) === 0).map((id) => ({ id, role: 'actor' as const })),
  });
  const id = pick(random.below(3) === 0 ? 'register' : 'entry');
  const step = random.below(10);
  act(context, () => {
    if (step < 2 || id === undefined) records.create('entry', { id: newId(), caseId, body: entry() });
    else if (step === 2)
      records.create('register', { id: newId(), caseId, body: person(`P${random.below(9)}`) });
    else {
      const { shown, heads, sides, removed } = records.standing(id);
      const body = shown?.kind === 'entry' ? entry() : person(`P${random.below(9)}`);
      const ids = heads.map((head) => head.id);
      if (sides.length > 1 && step > 6) records.join(id, ids, random.below(3) === 0 ? null : body);
      else if (removed) records.bringBack(id, body);
      else if (step === 3) records.remove(id);
      else records.change(id, body);
    }
  });
}

it('two offices that write, remove, bring back and join at random, and hand everything over in any order, end alike', async () => {
  const random = seeded(20_261_127);
  for (let story = 0; story < 6; story += 1) {
    const [one, two] = [await makeTestVault(), await makeTestVault({ officeName: 'South' })];
    const { id: caseId } = await caseHandlers(one.context)['cases.create'](filledCase);
    const items = [
      await addItem(one.vault, caseId, 1, Buffer.from('a')),
      await addItem(one.vault, caseId, 2, Buffer.from('b')),
    ];
    const give = (from: VaultContext, to: VaultContext): void => {
      const versions = versionsOfCase(from.db, caseId);
      act(to, () => to.records.receive({ caseId, office: 'other', versions }));
    };
    give(one.context, two.context);
    for (let step = 0; step < 60; step += 1) {
      const at = random.below(2) === 0 ? one.context : two.context;
      const exchange = random.below(12);
      if (exchange === 0) give(one.context, two.context);
      else if (exchange === 1) give(two.context, one.context);
      else doSomething(at, caseId, at === one.context ? items : [], random);
    }
    give(one.context, two.context);
    give(two.context, one.context);
    give(one.context, two.context);
    expect(versionsOfCase(one.context.db, caseId)).toEqual(versionsOfCase(two.context.db, caseId));
    const standing = ({ db }: VaultContext) =>
      db.prepare('SELECT id, shown, heads, undecided, removed FROM records ORDER BY id').all();
    expect(standing(one.context)).toEqual(standing(two.context));
    for (const { context } of [one, two]) {
      const kept = narrowTables(context.db);
      act(context, () => rebuildRecords(context.db, projections));
      expect(narrowTables(context.db)).toEqual(kept);
    }
    await one.close();
    await two.close();
  }
});
