import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { selectEntries } from '../../../../electron/services/chronology/selection';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { compareDated } from '../../../../shared/domain/dates/order';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { behaviours, channels } from '../../../../shared/models/chronology';
import { entryFilterSchema, everyEntry } from '../../../../shared/models/entry-filter';
import type { EntryFilter } from '../../../../shared/models/entry-filter';
import { anyEntry } from '../../../helpers/any-entry';
import { filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let vault: TestVault;
let caseId: string;
let personId: string;
const inOrder = async (filter: EntryFilter = everyEntry): Promise<readonly string[]> => {
  const { rows } = await chronologyHandlers(vault.context)['chronology.page']({
    caseId,
    filter,
    order: 'oldest',
    offset: 0,
    limit: 200,
  });
  return rows.map(({ id }) => id);
};

beforeAll(async () => {
  vault = await makeTestVault();
  caseId = (await caseHandlers(vault.context)['cases.create'](filledCase)).id;
  const chronology = chronologyHandlers(vault.context);
  personId = (
    await chronology['register.create']({
      caseId,
      kind: 'person',
      name: 'Alex',
      notes: '',
      relation: '',
      orderType: null,
      from: null,
      until: null,
    })
  ).id;
  const entries = fc.sample(anyEntry, { seed: 20261125, numRuns: 150 });
  await chronology['chronology.createMany']({
    caseId,
    entries: entries.map((entry, index) =>
      index === 1
        ? { ...entry, title: 'T Waited three hours' }
        : index % 4 === 0
          ? { ...entry, links: [{ id: personId, role: 'actor' as const }] }
          : entry,
    ),
  });
  // Another case, whose entries must never be among those of the first.
  const other = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'FV-2' });
  await chronology['chronology.createMany']({
    caseId: other.id,
    entries: [{ ...nothingMore, edtf: '2026-01-01', time: null, title: 'T door' }],
  });
});
afterAll(() => vault.close());

const day = fc.integer({ min: 1900, max: 2099 }).map((year) => `${year}-06-15`);
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null, freq: 1 });
const anyFilter: fc.Arbitrary<EntryFilter> = fc
  .record({
    text: fc.constantFrom('', '', 'door', 'caf', '"two lines"', 'alex', '"', 'door -', 'NOT', 'café naive'),
    kind: sometimes(fc.constantFrom('incident' as const, 'event' as const)),
    acts: fc.subarray([...behaviours], { maxLength: 3 }),
    channel: sometimes(fc.constantFrom(...channels)),
    from: sometimes(day),
    to: sometimes(day),
    reported: sometimes(fc.boolean()),
    approximate: sometimes(fc.boolean()),
    evidence: sometimes(fc.boolean()),
    registerId: sometimes(fc.constant('person')),
    element: sometimes(fc.constantFrom('course', '2a3.b', 'fear', 'four.fixated')),
    weekday: sometimes(fc.integer({ min: 0, max: 6 })),
    hour: sometimes(fc.integer({ min: 0, max: 23 })),
  })
  .map((filter) =>
    entryFilterSchema.parse({ ...filter, registerId: filter.registerId === null ? null : personId }),
  );
/** Filters of one condition, so that few of them are empty. */
const narrowFilter = anyFilter.chain((filter) =>
  fc
    .constantFrom(...(Object.keys(entryFilterSchema.shape) as (keyof EntryFilter)[]))
    .map((name) => ({ ...everyEntry, [name]: filter[name] })),
);

describe('a filter of the chronology', () => {
  it('and its complement part all entries of the case between them', () => {
    const all = selectEntries(vault.context, caseId, everyEntry, 'oldest');
    let [some, none] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(narrowFilter, anyFilter), (filter) => {
        const inside = selectEntries(vault.context, caseId, filter, 'oldest');
        const outside = selectEntries(vault.context, caseId, { ...filter, inverse: true }, 'oldest');
        expect([...inside, ...outside].sort((a, b) => a - b)).toEqual([...all].sort((a, b) => a - b));
        const there = new Set(inside);
        expect(outside.filter((id) => there.has(id))).toEqual([]);
        if (inside.length > 0 && outside.length > 0) some += 1;
        else none += 1;
      }),
      { numRuns: 300 },
    );
    // Else it would say nothing.
    expect(some).toBeGreaterThan(40);
    expect(none).toBeGreaterThan(0);
  });

  it('keeps the order of all entries, and the newest first is exactly the other way round', () => {
    const all = selectEntries(vault.context, caseId, everyEntry, 'oldest');
    const place = new Map(all.map((id, index) => [id, index] as const));
    fc.assert(
      fc.property(narrowFilter, (filter) => {
        const inside = selectEntries(vault.context, caseId, filter, 'oldest');
        const places = inside.map((id) => place.get(id) ?? -1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect([...selectEntries(vault.context, caseId, filter, 'newest')].reverse()).toEqual([...inside]);
      }),
      { numRuns: 60 },
    );
  });

  it('orders entries as the dates say, and the same way after the vault was closed', async () => {
    const before = await inOrder();
    const { rows } = await chronologyHandlers(vault.context)['chronology.page']({
      caseId,
      filter: everyEntry,
      order: 'oldest',
      offset: 0,
      limit: 200,
    });
    expect(rows.map(({ id }) => id)).toEqual([...rows].sort(compareDated).map(({ id }) => id));
    vault = await vault.reopen();
    expect(await inOrder()).toEqual(before);
  });

  it('finds words with and without accents, beginnings of words and phrases', async () => {
    const count = async (text: string): Promise<number> =>
      (await inOrder(entryFilterSchema.parse({ text }))).length;
    expect(await count('café')).toBeGreaterThan(5);
    expect(await count('cafe')).toBe(await count('café'));
    expect(await count('CAF')).toBe(await count('café'));
    expect(await count('"three hours"')).toBe(1);
    expect(await count('hours three')).toBe(1);
    expect(await count('"hours three"')).toBe(0);
    // What a person is called is among the words of the entries that are linked to that person.
    expect(await count('alex')).toBe(38);
    expect(await count('nothinglikeit')).toBe(0);
  });
});

describe('pages of a filter', () => {
  it('put together are the filter, and every entry is found at its place', async () => {
    const chronology = chronologyHandlers(vault.context);
    const whole = await inOrder();
    expect(whole).toHaveLength(150);
    const pieces: string[] = [];
    for (let offset = 0; offset < 150; offset += 40) {
      const { rows, total } = await chronology['chronology.page']({
        caseId,
        filter: everyEntry,
        order: 'oldest',
        offset,
        limit: 40,
      });
      expect(total).toBe(150);
      pieces.push(...rows.map(({ id }) => id));
    }
    expect(pieces).toEqual(whole);
    const { ids } = await chronology['chronology.ids']({
      caseId,
      filter: everyEntry,
      order: 'newest',
      indexes: [0, 149],
    });
    expect(ids).toEqual([whole[149], whole[0]]);
    for (const [offset, id] of [...whole.entries()].slice(0, 20))
      expect(
        await chronology['chronology.find']({ caseId, filter: everyEntry, order: 'oldest', id }),
      ).toEqual({ offset });
  });

  it('say how many there are, and how many dates are approximate', async () => {
    const chronology = chronologyHandlers(vault.context);
    const all = await chronology['chronology.summary']({ caseId, filter: everyEntry });
    const rough = await chronology['chronology.summary']({
      caseId,
      filter: { ...everyEntry, approximate: true },
    });
    expect(all).toMatchObject({ all: 150, total: 150, approximate: rough.total });
    expect(rough.total).toBeGreaterThan(0);
  });
});
