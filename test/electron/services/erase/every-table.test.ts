import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { checkClosedVault } from '../../../../electron/vault/check/check-closed';
import { caseToFill } from '../../../helpers/case-to-fill';
import { fillVault } from '../../../helpers/filled-vault';
import type { Fate } from '../../../../electron/vault/declared/declaration';
import { declaredTables } from '../../../../electron/vault/declared/tables';
import {
  emptyTables,
  fillCaseTables,
  indexAnew,
  places,
  placesAboutItem,
  tableOfPlace,
} from '../../../helpers/every-table';
import { fillOfficeTables, partnerName } from '../../../helpers/office-tables';
import { decryptAllPages } from '../../../helpers/raw-pages';
import { makeTestVault, testPassphrase } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.close());

const canary = (place: string): string => `${place}-zyzzyva-${place}`;
/** The index keeps words in small letters and only what differs from the word before: the rare part is looked for. */
const canaries = places.map(canary);

async function caseOfEverything() {
  const { context } = made;
  const { caseId: id, item, other, entryId } = await caseToFill(made.vault, { bytes: [100, 100] });
  const filled = await fillCaseTables(context, { item, other, entryId }, canary);
  return { id, item, other, ...filled };
}

const storedFiles = (): number =>
  readdirSync(join(made.folder, 'evidence'), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  ).length;

type Rows = ReadonlyMap<string, readonly string[]>;

/** Every row of every declared table; the clock goes on with every act and is left out. */
const allRows = (): Rows =>
  new Map(
    declaredTables.map(({ table }) => [
      table,
      made.context.db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        // Records are numbered anew when they are worked out anew.
        .map((row) => JSON.stringify(table === 'records' ? { ...(row as object), number: 0 } : row))
        .filter((row) => table !== 'settings' || !row.includes('"clock"'))
        .sort(),
    ]),
  );

/** Tables in which an id still stands. */
const placesOf = (id: string): readonly string[] =>
  [...allRows()].flatMap(([table, rows]) => (rows.some((row) => row.includes(id)) ? [table] : []));

const gone: readonly Fate[] = ['deleted', 'cascades', 'by-trigger'];
type When = 'withCase' | 'withItem';
const tablesOf = (when: When, fits: (fate: Fate) => boolean): readonly string[] =>
  declaredTables.filter(({ erased }) => fits(erased[when])).map(({ table }) => table);
const isGone = (fate: Fate): boolean => gone.includes(fate);
const isKept = (fate: Fate): boolean => typeof fate === 'object' && 'kept' in fate;
const isStale = (fate: Fate): boolean => typeof fate === 'object' && 'stale' in fate;
const isScrubbed = (fate: Fate): boolean => typeof fate === 'object' && 'scrubbed' in fate;
/** Filled by the erasing itself, and empty again when it is done. */
const onlyMeanwhile = ['erased_files'];

describe('erasing a case that has something in every table', () => {
  it('leaves of every table what is declared, and of those that go what was there before the case', async () => {
    await fillOfficeTables(made.context);
    const before = allRows();
    const { id, item } = await caseOfEverything();
    expect(emptyTables(made.context)).toEqual(onlyMeanwhile);
    const filled = allRows();
    await eraseHandlers(made.vault)['erase.case']({ id, reference: 'ALL-1', own: testPassphrase });
    const after = allRows();

    for (const table of tablesOf('withCase', isGone)) {
      if (!onlyMeanwhile.includes(table)) expect(filled.get(table), table).not.toEqual(before.get(table));
      expect(after.get(table), table).toEqual(before.get(table));
    }
    for (const table of tablesOf('withCase', (fate) => fate === 'untouched'))
      expect(after.get(table), table).toEqual(filled.get(table));
    for (const table of tablesOf('withCase', isScrubbed)) {
      expect(after.get(table), table).toHaveLength(filled.get(table)?.length ?? 0);
      expect(after.get(table), table).not.toEqual(filled.get(table));
    }
    expect(placesOf(id)).toEqual(tablesOf('withCase', isKept));
    // Tombstones are of records; an exhibit is none.
    expect(placesOf(item)).toEqual(
      tablesOf('withCase', isKept).filter((table) => table !== 'record_tombstones'),
    );
    expect(tablesOf('withCase', isStale)).toEqual([]);
  });

  it('leaves no word and no key of it in any page, free space or log, and no file', async () => {
    await fillOfficeTables(made.context);
    const office = storedFiles();
    const kept = await fillVault(made.vault);
    const { id, redactionKey } = await caseOfEverything();
    const before = decryptAllPages(made.vault);
    for (const word of canaries) expect(before.includes(word), word).toBe(true);
    expect(before.includes(redactionKey)).toBe(true);

    await eraseHandlers(made.vault)['erase.case']({ id, reference: 'ALL-1', own: testPassphrase });

    const after = decryptAllPages(made.vault);
    for (const word of canaries) expect(after.includes(word), word).toBe(false);
    expect(after.includes('zyzzyva')).toBe(false);
    // The address book of offices is no part of a case.
    expect(after.includes(partnerName)).toBe(true);
    expect(after.includes(redactionKey)).toBe(false);
    expect(storedFiles()).toBe(office + kept.items.length);
    made.vault.close();
    const report = await checkClosedVault(made.folder, testPassphrase, 'full', { now: () => new Date() });
    expect(report.findings).toEqual([]);
  });
});

describe('erasing one exhibit that has something in every table', () => {
  it('leaves of every table what is declared', async () => {
    await fillOfficeTables(made.context);
    const { item } = await caseOfEverything();
    expect(emptyTables(made.context)).toEqual(onlyMeanwhile);
    const filled = allRows();
    await eraseHandlers(made.vault)['erase.item']({ id: item, reason: 'Sent by mistake' });
    const after = allRows();

    for (const table of tablesOf('withItem', isGone)) {
      const left = after.get(table) ?? [];
      expect(
        left.filter((row) => row.includes(item)),
        table,
      ).toEqual([]);
      if (!onlyMeanwhile.includes(table))
        expect(left.length, table).toBeLessThan(filled.get(table)?.length ?? 0);
    }
    for (const table of tablesOf('withItem', (fate) => fate === 'untouched'))
      expect(after.get(table), table).toEqual(filled.get(table));
    for (const table of tablesOf('withItem', isScrubbed)) {
      expect(after.get(table), table).toHaveLength(filled.get(table)?.length ?? 0);
      expect(after.get(table), table).not.toEqual(filled.get(table));
    }
    // Tombstones are of records; an exhibit is none.
    expect(placesOf(item)).toEqual(
      tablesOf('withItem', isKept).filter((table) => table !== 'record_tombstones'),
    );
    // A fault that is known: what was made of the exhibit stays as it was, and differs from what would be made now.
    made.context.act({ action: 'test', subject: null }, () => indexAnew(made.context));
    const anew = allRows();
    for (const table of tablesOf('withItem', isStale)) {
      expect(after.get(table), table).toEqual(filled.get(table));
      expect(after.get(table), table).not.toEqual(anew.get(table));
    }
  });

  it('takes all its words along but those of what is declared to stay, and leaves what came inside it as it is', async () => {
    const { item, other, redactionKey } = await caseOfEverything();
    const { 'erase.preview': preview, 'erase.item': erase } = eraseHandlers(made.vault);
    // The original, its thumbnail, its redacted copy, the copy that bundles take, and a bundle.
    expect(await preview({ type: 'item', id: item })).toMatchObject({ files: 6, bundles: 1, inside: 1 });
    await erase({ id: item, reason: 'Sent by mistake' });

    const after = decryptAllPages(made.vault);
    const left = places.filter((place) => after.includes(canary(place)));
    // People, views and what was chosen for an export are the case's own, and no part of an exhibit.
    const stays = tablesOf('withItem', (fate) => fate === 'untouched' || isKept(fate));
    expect(left).toEqual(
      places.filter((place) => stays.includes(tableOfPlace[place]) && !placesAboutItem.includes(place)),
    );
    expect(left).toEqual(['producer', 'person', 'cover', 'leaving', 'pack', 'draft', 'transfer']);
    expect(after.includes(redactionKey)).toBe(false);
    expect(storedFiles()).toBe(1);
    expect(made.context.db.prepare('SELECT id, parent_id, parent_place FROM evidence').all()).toEqual([
      { id: other, parent_id: null, parent_place: null },
    ]);
    expect(made.context.db.prepare('SELECT request FROM imports').pluck().get()).toBe(
      JSON.stringify({ paths: ['/home/client/other.png'], options: { note: null } }),
    );
  });
});

describe('the index of words', () => {
  it('holds nothing any more of a text that is erased, whatever its words stood beside', async () => {
    const { items } = await fillVault(made.vault);
    const [first = '', ...others] = items;
    const letters = (): string =>
      Array.from(randomBytes(14), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
    const { db } = made.context;
    const add = db.prepare(
      `INSERT INTO text_pages (item_id, page, source, text, engine, languages, at) VALUES (?, ?, 'ocr', ?, '', '', '')`,
    );
    const secret = Array.from({ length: 3000 }, letters);
    const common = Array.from({ length: 4000 }, letters);
    const some = (words: readonly string[], page: number): string =>
      words.filter((_word, index) => index % 20 === page % 20).join(' ');
    // Many small commits, so that the index has many segments, as after a long import.
    for (let page = 0; page < 120; page += 1) {
      made.context.act({ action: 'test', subject: null }, () => {
        add.run(others[page % others.length], page, some(common, page));
        add.run(first, page, `${some(secret, page)} ${some(common, page + 7)}`);
      });
    }
    /** From the fourth letter on: what stands before may be kept as "the same as the word before". */
    const found = (): number => {
      const pages = decryptAllPages(made.vault);
      return secret.filter((word) => pages.includes(word.slice(3))).length;
    };
    // One in some thousands may lie across the edge of a page and be abbreviated wherever else it stands.
    expect(found()).toBeGreaterThan(secret.length - 10);
    await eraseHandlers(made.vault)['erase.item']({ id: first, reason: 'test' });
    expect(found()).toBe(0);
    const hits = db.prepare('SELECT count(*) FROM text_index WHERE text_index MATCH ?').pluck();
    expect(hits.get(secret[0])).toBe(0);
    expect(hits.get(common[0])).toBe(6);
    expect(() => db.exec("INSERT INTO text_index (text_index) VALUES ('integrity-check')")).not.toThrow();
  });
});
