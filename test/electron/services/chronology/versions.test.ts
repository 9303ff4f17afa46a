import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { entryContent, nothingMore } from '../../../../shared/domain/entry-content';
import { newEntrySchema } from '../../../../shared/models/chronology';
import type { NewEntry } from '../../../../shared/models/chronology';
import { everyEntry } from '../../../../shared/models/entry-filter';
import { registerBodySchema } from '../../../../shared/models/register';
import { anyEntry } from '../../../helpers/any-entry';
import { codeOf } from '../../../helpers/code-of';
import { filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let vault: TestVault;
let caseId: string;
beforeEach(async () => {
  vault = await makeTestVault();
  caseId = (await caseHandlers(vault.context)['cases.create'](filledCase)).id;
});
afterEach(() => vault.close());

const chronology = () => chronologyHandlers(vault.context);
const entry = (more: Partial<NewEntry> = {}): NewEntry => ({
  ...nothingMore,
  edtf: '2026-03-03',
  time: null,
  title: 'He waited',
  ...more,
});
const person = (name: string) => registerBodySchema.parse({ name });

describe('an entry', () => {
  it('comes back with every field as it was entered', async () => {
    const entries = fc.sample(anyEntry, { seed: 7, numRuns: 60 });
    const { ids } = await chronology()['chronology.createMany']({ caseId, entries });
    for (const [index, id] of ids.entries())
      expect(entryContent(await chronology()['chronology.get']({ id }))).toEqual(
        newEntrySchema.parse(entries[index]),
      );
  });

  it('is linked once to what it names twice, as another office may have written it', async () => {
    const { id: personId } = await chronology()['register.create']({
      caseId,
      kind: 'person',
      ...person('Dean'),
    });
    const link = { id: personId, role: 'actor' as const };
    const id = vault.context.newId();
    vault.context.act({ action: 'test', subject: null }, () =>
      vault.context.records.create('entry', { id, caseId, body: entry({ links: [link, link] }) }),
    );
    expect((await chronology()['chronology.get']({ id })).named).toMatchObject([
      { id: personId, name: 'Dean' },
    ]);
  });

  it('keeps every version, and an earlier one comes back as a new one', async () => {
    const made = await chronology()['chronology.create']({ caseId, ...entry() });
    await chronology()['chronology.update']({
      ...entry({ title: 'He followed her' }),
      id: made.id,
      version: 1,
    });
    await chronology()['chronology.restore']({ id: made.id, version: 1 });
    const { versions, removed } = await chronology()['chronology.history']({ id: made.id });
    expect(removed).toBe(false);
    expect(versions.map((each) => [each.version, each.entry.title])).toEqual([
      [3, 'He waited'],
      [2, 'He followed her'],
      [1, 'He waited'],
    ]);
    expect(versions[0]?.printedDate).toBe('3 Mar 2026');
  });

  it('that was removed comes back with what it was linked to', async () => {
    const alex = await chronology()['register.create']({ caseId, kind: 'person', ...person('Alex') });
    const made = await chronology()['chronology.create']({
      caseId,
      ...entry({ links: [{ id: alex.id, role: 'actor' }] }),
    });
    await chronology()['chronology.remove']({ id: made.id });
    expect(
      (
        await chronology()['chronology.page']({
          caseId,
          filter: everyEntry,
          order: 'oldest',
          offset: 0,
          limit: 9,
        })
      ).rows,
    ).toEqual([]);
    expect((await chronology()['chronology.history']({ id: made.id })).removed).toBe(true);
    const back = await chronology()['chronology.restore']({ id: made.id, version: 1 });
    expect(back.named).toMatchObject([{ name: 'Alex', role: 'actor', kind: 'person' }]);
    expect(
      (
        await chronology()['chronology.page']({
          caseId,
          filter: { ...everyEntry, text: 'alex' },
          order: 'oldest',
          offset: 0,
          limit: 9,
        })
      ).rows,
    ).toHaveLength(1);
  });

  it('changed from an older version than the vault has is refused, and nothing is changed', async () => {
    const made = await chronology()['chronology.create']({ caseId, ...entry() });
    await chronology()['chronology.update']({ ...entry({ title: 'Second' }), id: made.id, version: 1 });
    expect(
      await codeOf(() =>
        chronology()['chronology.update']({ ...entry({ title: 'Late' }), id: made.id, version: 1 }),
      ),
    ).toBe('conflict');
    expect((await chronology()['chronology.get']({ id: made.id })).title).toBe('Second');
  });
});

describe('a change of many entries', () => {
  it('changes what it names and nothing else, each entry as a new version', async () => {
    const { ids } = await chronology()['chronology.createMany']({
      caseId,
      entries: [entry({ behaviours: ['b'], place: 'Work' }), entry({ behaviours: ['a', 'g'] })],
    });
    const { changed } = await chronology()['chronology.change']({
      caseId,
      ids,
      change: { addActs: ['a', 'e'], removeActs: ['b'], channel: 'in_person' },
    });
    expect(changed).toBe(2);
    const { rows } = await chronology()['chronology.page']({
      caseId,
      filter: everyEntry,
      order: 'oldest',
      offset: 0,
      limit: 9,
    });
    expect(
      rows.map(({ behaviours, place, channel, version }) => [behaviours, place, channel, version]),
    ).toEqual([
      [['a', 'e'], 'Work', 'in_person', 2],
      [['a', 'e', 'g'], '', 'in_person', 2],
    ]);
  });

  it('is made as a whole or not at all', async () => {
    const other = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'FV-2' });
    const mine = await chronology()['chronology.create']({ caseId, ...entry() });
    const theirs = await chronology()['chronology.create']({ caseId: other.id, ...entry() });
    expect(
      await codeOf(() =>
        chronology()['chronology.change']({ caseId, ids: [mine.id, theirs.id], change: { place: 'Here' } }),
      ),
    ).toBe('not-found');
    expect((await chronology()['chronology.get']({ id: mine.id })).place).toBe('');
    expect(
      await codeOf(() => chronology()['chronology.removeMany']({ caseId, ids: [mine.id, theirs.id] })),
    ).toBe('not-found');
    expect((await chronology()['chronology.summary']({ caseId, filter: everyEntry })).total).toBe(1);
  });
});

describe('people, places and orders', () => {
  it('cannot be linked to an entry of another case', async () => {
    const other = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'FV-2' });
    const alex = await chronology()['register.create']({
      caseId: other.id,
      kind: 'person',
      ...person('Alex'),
    });
    expect(
      await codeOf(() =>
        chronology()['chronology.create']({ caseId, ...entry({ links: [{ id: alex.id, role: 'actor' }] }) }),
      ),
    ).toBe('invalid-input');
  });

  it('that an entry is linked to stay, and go once none is', async () => {
    const place = await chronology()['register.create']({ caseId, kind: 'place', ...person('Bus stop') });
    const made = await chronology()['chronology.create']({
      caseId,
      ...entry({ links: [{ id: place.id, role: 'place' }] }),
    });
    expect(await codeOf(() => chronology()['register.remove']({ id: place.id }))).toBe('in-use');
    await chronology()['chronology.update']({ ...entry(), id: made.id, version: 1 });
    await chronology()['register.remove']({ id: place.id });
    expect(await chronology()['register.list']({ caseId })).toEqual([]);
  });

  it('are found under a new name, and no longer under the old one', async () => {
    const alex = await chronology()['register.create']({ caseId, kind: 'person', ...person('Alex') });
    await chronology()['chronology.create']({
      caseId,
      ...entry({ links: [{ id: alex.id, role: 'actor' }] }),
    });
    await chronology()['register.update']({ id: alex.id, ...person('Sandy') });
    const count = async (text: string): Promise<number> =>
      (await chronology()['chronology.summary']({ caseId, filter: { ...everyEntry, text } })).total;
    expect([await count('alex'), await count('sandy')]).toEqual([0, 1]);
  });
});

describe('entries that were removed', () => {
  it('come back together as they were last, with the person they were linked to', async () => {
    const alex = await chronology()['register.create']({ caseId, kind: 'person', ...person('Alex') });
    const { ids } = await chronology()['chronology.createMany']({
      caseId,
      entries: [entry({ links: [{ id: alex.id, role: 'actor' }] }), entry({ title: 'Second' })],
    });
    await chronology()['chronology.removeMany']({ caseId, ids });
    await chronology()['register.remove']({ id: alex.id });
    await chronology()['chronology.bringBack']({ caseId, ids });
    expect((await chronology()['chronology.summary']({ caseId, filter: everyEntry })).total).toBe(2);
    expect(await chronology()['register.list']({ caseId })).toMatchObject([{ name: 'Alex', entries: 1 }]);
    expect((await chronology()['chronology.get']({ id: ids[1] ?? '' })).title).toBe('Second');
    // What is there already cannot be brought back, and nothing is done by halves.
    expect(await codeOf(() => chronology()['chronology.bringBack']({ caseId, ids }))).toBe('not-found');
  });
});
