import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { projections } from '../../../../electron/vault-process/projections';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { noDecisions } from '../../../../shared/domain/merge/receive';
import { stubOf } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { entryFilterSchema } from '../../../../shared/models/entry-filter';
import { registerBodySchema } from '../../../../shared/models/register';
import { codeOf } from '../../../helpers/code-of';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { narrowTables } from '../../../helpers/narrow-tables';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
beforeEach(async () => {
  made = await makeTestVault();
  caseId = (await caseHandlers(made.context)['cases.create'](filledCase)).id;
});
afterEach(() => made.close());

const entry = { ...nothingMore, edtf: '2026-03-01', time: null, title: 'He rang' };
const add = (change: object = {}) =>
  chronologyHandlers(made.context)['chronology.create']({ caseId, ...entry, ...change });
const person = (name: string) => registerBodySchema.parse({ name });
const act = <T>(change: () => T): T => made.context.act({ action: 'test', subject: null }, change);
/** As if another office had written it. */
const theirs = (version: Version, change: Partial<Version>): Version => ({
  ...version,
  id: made.context.newId(),
  office: 'other-office',
  author: 'Robin',
  hlc: '0009999999999999-0000',
  at: '2026-05-05T10:00:00.000Z',
  ...change,
});

/** Takes versions in as a package of the case brings them: each with those it descends from. Gives how many were new. */
function receive(versions: readonly Version[]): number {
  const { added, filled } = made.context.records.receive({ caseId, office: 'other-office', versions });
  return added.length + filled.length;
}

describe('a record', () => {
  it('keeps every version, each with the one on the screen as its parent, and shows the newest', async () => {
    const { 'cases.update': update } = caseHandlers(made.context);
    await update({ ...filledCase, id: caseId, alias: 'Rowan B' });
    await update({ ...filledCase, id: caseId, alias: 'Rowan C' });
    const [first, second, third] = made.context.records.versions(caseId);
    expect([first, second, third].map((each) => each?.body?.alias)).toEqual([
      filledCase.alias,
      'Rowan B',
      'Rowan C',
    ]);
    expect(first?.parents).toEqual([]);
    expect(second?.parents).toEqual([first?.id]);
    expect(third?.parents).toEqual([second?.id]);
    expect(made.context.records.standing(caseId)).toMatchObject({ shown: third, sides: [third] });
  });

  it('never changes a version once it is written', () => {
    const { db } = made.context;
    expect(() => db.exec("UPDATE record_versions SET author = 'x'")).toThrow('versions never change');
  });

  it('that was removed keeps what it was, and is brought back as a new version', async () => {
    const { id } = await add();
    const handlers = chronologyHandlers(made.context);
    await handlers['chronology.remove']({ id });
    expect(made.context.records.standing(id)).toMatchObject({ removed: true });
    await handlers['chronology.restore']({ id, version: 1 });
    expect(made.context.records.versions(id).map(({ removed }) => removed)).toEqual([false, true, false]);
    expect(made.context.db.prepare('SELECT version, removed FROM entries').all()).toEqual([
      { version: 2, removed: 0 },
    ]);
  });

  it('of a person, place or order keeps its versions too, and entries are found by its newest name', async () => {
    const handlers = chronologyHandlers(made.context);
    const { id } = await handlers['register.create']({ caseId, kind: 'person', ...person('Dean') });
    await add({ links: [{ id, role: 'actor' }] });
    await handlers['register.update']({ id, ...person('Deano') });
    const found = await handlers['chronology.page']({
      caseId,
      filter: entryFilterSchema.parse({ text: 'deano' }),
      order: 'oldest',
      offset: 0,
      limit: 5,
    });
    expect(found.total).toBe(1);
    expect(made.context.records.versions(id).map(({ body }) => body?.name)).toEqual(['Dean', 'Deano']);
  });
});

describe('versions of another office', () => {
  it('made beside ours leave two versions, and a removal never hides a change', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    await chronologyHandlers(made.context)['chronology.remove']({ id });
    act(() =>
      receive([
        stubOf(first),
        theirs(first, { parents: [first.id], body: { ...first.body, title: 'He rang twice' } }),
      ]),
    );
    const { sides, removed, shown } = made.context.records.standing(id);
    expect(removed).toBe(false);
    expect(shown?.body?.title).toBe('He rang twice');
    expect(sides.map((side) => side.removed)).toEqual([false, true]);
    expect(made.context.db.prepare('SELECT undecided FROM records WHERE id = ?').pluck().get(id)).toBe(1);
    expect(made.context.db.prepare('SELECT removed FROM entries WHERE id = ?').pluck().get(id)).toBe(0);
  });

  it('are joined by a version that descends from all of them, if nothing came meanwhile', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    await chronologyHandlers(made.context)['chronology.update']({ ...entry, id, version: 1, title: 'Ours' });
    const other = theirs(first, { parents: [first.id], body: { ...first.body, title: 'Theirs' } });
    act(() => receive([first, other]));
    const heads = made.context.records.standing(id).heads.map((head) => head.id);
    expect(heads).toHaveLength(2);
    expect(await codeOf(() => act(() => made.context.records.join(id, [other.id], first.body)))).toBe(
      'conflict',
    );
    act(() => made.context.records.join(id, heads, { ...first.body, title: 'Both' }));
    expect(made.context.records.standing(id)).toMatchObject({ sides: [{ body: { title: 'Both' } }] });
  });

  it('that say the same as ours are nothing to decide', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    await chronologyHandlers(made.context)['chronology.update']({ ...entry, id, version: 1, title: 'Same' });
    const ours = made.context.records.standing(id).shown;
    act(() => receive([first, theirs(first, { parents: [first.id], body: ours?.body ?? null })]));
    expect(made.context.records.standing(id).sides).toHaveLength(1);
  });

  it('are a set: the same twice adds nothing, in any order, and a stub is filled but never the other way round', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    const second = theirs(first, { parents: [first.id], body: { ...first.body, title: 'Second' } });
    const third = theirs(second, { parents: [second.id], body: { ...first.body, title: 'Third' } });
    expect(act(() => receive([third, stubOf(first), stubOf(second)]))).toBe(2);
    expect(made.context.records.standing(id).shown?.body?.title).toBe('Third');
    expect(act(() => receive([first, second]))).toBe(1);
    expect(act(() => receive([stubOf(first), stubOf(second), third, second]))).toBe(0);
    expect(made.context.records.versions(id).find((each) => each.id === second.id)).toEqual(second);
  });

  it('are refused when one is here with other content, or descends from one that is nowhere', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    const take = (versions: readonly Version[]) => codeOf(() => act(() => receive(versions)));
    expect(await take([{ ...first, body: { ...first.body, title: 'Forged' } }])).toBe('version-altered');
    expect(await take([theirs(first, { parents: [made.context.newId()] })])).toBe('package-incomplete');
    expect(await take([{ ...first, recordId: made.context.newId() }])).toBe('version-altered');
    expect(made.context.records.versions(id)).toEqual([first]);
  });

  it('of what was erased here stay away until a person takes them after all', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    const second = theirs(first, { parents: [first.id], body: { ...first.body, title: 'Second' } });
    act(() => {
      made.context.records.eraseVersion(id, first.id);
    });
    expect(made.context.records.versions(id)).toEqual([stubOf(first)]);
    expect(act(() => receive([first, second]))).toBe(1);
    expect(made.context.records.versions(id).map(({ body }) => body?.title ?? null)).toEqual([
      null,
      'Second',
    ]);
    const accept = new Set([first.id]);
    act(() =>
      made.context.records.receive({
        ...{ caseId, office: 'other-office', versions: [first, second] },
        decisions: { ...noDecisions, accept },
      }),
    );
    expect(made.context.records.versions(id)).toEqual([first, second]);
    expect(made.context.db.prepare('SELECT count(*) FROM record_tombstones').pluck().get()).toBe(0);
  });

  it('are not others for a field that came later and that one of them was read with', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    const { comment: _later, ...body } = first.body ?? {};
    const older = theirs(first, { recordId: made.context.newId(), body });
    const read = { ...older, body: { ...body, comment: '' } };
    const take = (version: Version) => act(() => receive([version]));
    expect([take(older), take(read), take(older)]).toEqual([1, 0, 0]);
    expect(
      await codeOf(() => {
        take({ ...read, body: { ...body, comment: 'Forged' } });
      }),
    ).toBe('version-altered');
  });

  it('keep fields that this office does not know, also when they are changed here', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    const newer = theirs(first, { parents: [first.id], body: { ...first.body, mood: 'a field to come' } });
    act(() => receive([first, newer]));
    await chronologyHandlers(made.context)['chronology.update']({
      ...entry,
      id,
      version: 2,
      title: 'Changed',
    });
    expect(made.context.records.standing(id).shown?.body).toMatchObject({
      title: 'Changed',
      mood: 'a field to come',
    });
  });

  it('by a newer Holdfast are shown and never written over', async () => {
    const { id } = await add();
    const [first] = made.context.records.versions(id);
    if (first === undefined) throw new Error('none');
    act(() =>
      receive([
        first,
        theirs(first, { parents: [first.id], schema: 99, body: { ...first.body, mood: 'new field' } }),
      ]),
    );
    const change = () =>
      chronologyHandlers(made.context)['chronology.update']({ ...entry, id, version: 2, title: 'Lost?' });
    expect(await codeOf(change)).toBe('record-newer');
    expect(made.context.records.standing(id).shown?.body?.mood).toBe('new field');
  });
});

describe('heads and narrow tables', () => {
  it('dropped and made again equal those that were kept', async () => {
    const handlers = chronologyHandlers(made.context);
    const item = await addItem(made.vault, caseId, 1, Buffer.from('a'));
    const gone = await addItem(made.vault, caseId, 2, Buffer.from('b'));
    const dean = await handlers['register.create']({ caseId, kind: 'person', ...person('Dean') });
    const place = await handlers['register.create']({ caseId, kind: 'place', ...person('Quay') });
    await handlers['register.update']({ id: dean.id, ...person('Deano') });
    await handlers['register.remove']({ id: place.id });
    const one = await add({ evidenceIds: [item, gone], links: [{ id: dean.id, role: 'actor' }] });
    await handlers['chronology.update']({ ...one, title: 'Changed', evidenceIds: [gone, item] });
    const two = await add({ title: 'Two', behaviours: ['a', 'other'] });
    await handlers['chronology.remove']({ id: two.id });
    await add({ title: 'Three', kind: 'event' });
    const { db } = made.context;
    const before = narrowTables(db);
    act(() => {
      db.exec("DELETE FROM entries; UPDATE register SET body = json_set(body, '$.name', 'x'), removed = 1");
      db.exec(
        "UPDATE cases SET alias = 'x', status = 'closed'; UPDATE producers SET name = 'x'; DELETE FROM records",
      );
      expect(rebuildRecords(db, projections)).toBe(7);
    });
    expect(narrowTables(db)).toEqual(before);
    expect(versionsOfCase(db, caseId)).toHaveLength(11);
  });
});
