import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { selectEntries } from '../../../../electron/services/chronology/selection';
import { addView } from '../../../../electron/services/chronology/views';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { compareDated } from '../../../../shared/domain/dates/order';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { viewFor } from '../../../../shared/domain/export/audiences';
import { filterProblem } from '../../../../shared/domain/filter-problem';
import { wantedWords } from '../../../../shared/domain/text/searchable';
import { registerBodySchema } from '../../../../shared/models/register';
import { behaviours, channels } from '../../../../shared/models/chronology';
import { entryFilterSchema, everyEntry, keptFilterSchema } from '../../../../shared/models/entry-filter';
import type { EntryFilter } from '../../../../shared/models/entry-filter';
import { anyEntry } from '../../../helpers/any-entry';
import { codeOf } from '../../../helpers/code-of';
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
        fc.pre(filterProblem(filter) === null);
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

  it('that asks for what cannot be looked for selects nothing, and neither does its complement, anywhere', async () => {
    const chronology = chronologyHandlers(vault.context);
    const gone = await chronology['register.create']({
      caseId,
      kind: 'person',
      ...registerBodySchema.parse({ name: 'Somebody' }),
    });
    await chronology['register.remove']({ id: gone.id });
    const unread: readonly (readonly [string, Partial<EntryFilter>])[] = [
      ...[
        '🔪',
        '"',
        '!',
        '£',
        'k',
        '7',
        'a b',
        '门',
        '门口',
        'door 门口',
        'door 🔪',
        'door🔪',
        '♥',
        '👩‍👧',
        '🇬🇧',
        '\u0000',
        '\u200b',
      ]
        .concat(['ประตู', 'ドア', '" "', '-', '...', '½½ £', '"🔪 door"', '𞤀𞤁', '\u3000门'])
        .map((text) => [text, { text }] as const),
      ['days', { from: '2026-02-01', to: '2026-01-01' }],
      ['nobody', { registerId: gone.id }],
      ['no element', { element: 'no-such-element' }],
      ['newer', { newer: ['tag'] }],
    ];
    for (const [name, change] of unread)
      for (const inverse of [false, true]) {
        const filter = { ...everyEntry, ...change, inverse };
        for (const order of ['oldest', 'newest'] as const) {
          expect(selectEntries(vault.context, caseId, filter, order), name).toEqual([]);
          expect(
            await chronology['chronology.page']({ caseId, filter, order, offset: 0, limit: 9 }),
            name,
          ).toEqual({ rows: [], total: 0 });
        }
        expect((await chronology['chronology.summary']({ caseId, filter })).total, name).toBe(0);
        expect((await chronology['chronology.weeks']({ caseId, filter })).weeks, name).toEqual([]);
        expect((await chronology['chronology.patterns']({ caseId, filter })).timeline, name).toEqual([]);
        const view = { ...viewFor('police'), filter };
        expect(await codeOf(() => addView(vault.context, caseId, 'For the officer', view)), name).toBe(
          'filter-unread',
        );
        for (const format of ['csv', 'csv-full', 'json-full', 'docx'] as const)
          await expect(
            chronology['chronology.export']({
              caseId,
              view,
              format,
              withCharts: true,
              target: join(vault.folder, 'out'),
            }),
            name,
          ).rejects.toMatchObject({ code: 'filter-unread' });
      }
    expect(existsSync(join(vault.folder, 'out'))).toBe(false);
  });

  it('looks for every letter it says it looks for: the index holds each of them', () => {
    const { db } = vault.context;
    db.exec(
      `CREATE VIRTUAL TABLE temp.letters USING fts5 (text, tokenize = "unicode61 remove_diacritics 2");
       CREATE VIRTUAL TABLE temp.letters_in USING fts5vocab (temp, letters, instance);`,
    );
    const insert = db.prepare('INSERT INTO temp.letters (rowid, text) VALUES (?, ?)');
    db.transaction(() => {
      for (let code = 1; code < 0x110000; code += 1) {
        if (code >= 0xd800 && code < 0xe000) continue;
        const letter = String.fromCodePoint(code);
        const twice = letter.repeat(2);
        if (/[\p{L}\p{N}]/u.test(letter) && wantedWords(twice).kind === 'query') insert.run(code, twice);
      }
    })();
    const lost = db
      .prepare('SELECT text FROM temp.letters WHERE rowid NOT IN (SELECT doc FROM temp.letters_in)')
      .pluck()
      .all();
    expect(db.prepare('SELECT count(*) FROM temp.letters').pluck().get()).toBeGreaterThan(15_000);
    expect(lost).toEqual([]);
    db.exec('DROP TABLE temp.letters_in; DROP TABLE temp.letters');
  });

  it('of a view that a newer Holdfast made is kept with the names of what it asks for, and selects nothing', () => {
    const { newer, kind } = keptFilterSchema.parse({ kind: 'event', tag: 'x', 'shown-to': [1] });
    expect({ newer, kind }).toEqual({ newer: ['tag', 'shown-to'], kind: 'event' });
    expect(keptFilterSchema.parse({ text: 'door' })).toEqual({ ...everyEntry, text: 'door' });
    // From a screen, a condition that nobody knows is no condition at all: it is refused.
    expect(entryFilterSchema.safeParse({ txt: 'door' }).success).toBe(false);
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
