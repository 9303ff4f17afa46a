import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { checkClosedVault } from '../../../../electron/vault/check/check-closed';
import { addItem, filledCase, fillVault } from '../../../helpers/filled-vault';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { fillEveryTable, partnerName, places } from '../../../helpers/every-table';
import { decryptAllPages } from '../../../helpers/raw-pages';
import { makeTestVault, testPassphrase } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { nothingMore } from '../../../../shared/domain/entry-content';

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
  const { id } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'ALL-1' });
  const item = await addItem(made.vault, id, 1, randomBytes(100), 'archive.zip');
  const other = await addItem(made.vault, id, 2, randomBytes(100), 'child.txt');
  const entry = await chronologyHandlers(context)['chronology.create']({
    caseId: id,
    ...nothingMore,
    edtf: '2026-11-03',
    time: null,
    title: 'Entry',
    description: '',
    quote: '',
    behaviours: [],
    channel: null,
    place: '',
    dateSource: '',
    reported: null,
    evidenceIds: [item],
    messageKeys: [],
  });
  const filled = await fillEveryTable(context, { item, other, entryId: entry.id }, canary);
  return { id, item, other, ...filled };
}

const storedFiles = (): number =>
  readdirSync(join(made.folder, 'evidence'), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  ).length;

/** Tables and columns in which an id still stands. */
function placesOf(id: string): readonly string[] {
  const { db } = made.context;
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'text_index_%'",
    )
    .pluck()
    .all() as string[];
  return tables.filter((table) =>
    db
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .some((row) => JSON.stringify(row).includes(id)),
  );
}

describe('erasing a case that has something in every table', () => {
  it('leaves no word and no key of it in any page, free space or log, and no file', async () => {
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
    expect(storedFiles()).toBe(kept.items.length);
    expect(placesOf(id)).toEqual(['audit', 'record_tombstones']);
    made.vault.close();
    const report = await checkClosedVault(made.folder, testPassphrase, 'full', { now: () => new Date() });
    expect(report.findings).toEqual([]);
  });
});

describe('erasing one exhibit that has something in every table', () => {
  it('takes all of it along but the names of its producer and of people, and leaves what came inside it as it is', async () => {
    const { item, other, redactionKey } = await caseOfEverything();
    const { 'erase.preview': preview, 'erase.item': erase } = eraseHandlers(made.vault);
    // The original, its redacted copy and the copy that bundles take.
    expect(await preview({ type: 'item', id: item })).toMatchObject({ files: 3, inside: 1 });
    await erase({ id: item, reason: 'Sent by mistake' });

    const after = decryptAllPages(made.vault);
    const left = places.filter((place) => after.includes(canary(place)));
    // People, views and what was chosen for an export are the case's own, and no part of an exhibit.
    expect(left).toEqual(['producer', 'person', 'cover', 'leaving']);
    expect(after.includes(redactionKey)).toBe(false);
    expect(storedFiles()).toBe(1);
    // That an entry once cited it stays in the entry's history, as a number without a name.
    expect(placesOf(item)).toEqual(['audit', 'record_versions']);
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
