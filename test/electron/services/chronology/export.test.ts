import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { entryContent, nothingMore } from '../../../../shared/domain/entry-content';
import { viewFor } from '../../../../shared/domain/export/audiences';
import type { NewEntry } from '../../../../shared/models/chronology';
import { everyEntry } from '../../../../shared/models/entry-filter';
import type { ExportFormat } from '../../../../shared/models/chronology-export';
import { registerBodySchema } from '../../../../shared/models/register';
import { anyEntry } from '../../../helpers/any-entry';
import { codeOf } from '../../../helpers/code-of';
import { addItem, filledCase } from '../../../helpers/filled-vault';
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
const rowsOf = async (of: string) =>
  (
    await chronology()['chronology.page']({
      caseId: of,
      filter: everyEntry,
      order: 'oldest',
      offset: 0,
      limit: 200,
    })
  ).rows;

/** Writes a chronology to a file; in tests a token is the path itself. */
async function write(format: ExportFormat, view = viewFor('own')): Promise<string> {
  const target = join(vault.folder, `out-${format}`);
  await chronology()['chronology.export']({ caseId, view, format, withCharts: false, target });
  return target;
}

async function fill(): Promise<void> {
  const first = await addItem(vault.vault, caseId, 1, Buffer.from('one'));
  const second = await addItem(vault.vault, caseId, 2, Buffer.from('two'));
  const alex = await chronology()['register.create']({
    caseId,
    kind: 'person',
    ...registerBodySchema.parse({ name: 'Alex', relation: 'former partner', notes: 'Grey van' }),
  });
  const entries = fc.sample(anyEntry, { seed: 11, numRuns: 60 }).map((entry, index): NewEntry => ({
    ...entry,
    evidenceIds: index % 3 === 0 ? [second, first] : [],
    links: index % 2 === 0 ? [{ id: alex.id, role: 'actor' }] : [],
  }));
  await chronology()['chronology.createMany']({ caseId, entries });
}

/** What an entry says, with what it is linked to by name, so that entries of two cases can be compared. */
async function said(of: string): Promise<readonly string[]> {
  return (await rowsOf(of))
    .map((entry) => {
      const { evidenceIds: _, links: __, ...content } = entryContent(entry);
      return JSON.stringify({
        ...content,
        exhibits: entry.exhibits.map(({ exhibitRef }) => exhibitRef),
        named: entry.named.map(({ name, role, kind }) => [name, role, kind]),
      });
    })
    .sort();
}

describe.each(['csv-full', 'json-full'] as const)('a chronology written in full as %s', (format) => {
  it('loses nothing when it is read back into another case with the same evidence', async () => {
    await fill();
    const before = await said(caseId);
    const source = await write(format);
    const other = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'FV-2' });
    await addItem(vault.vault, other.id, 1, Buffer.from('one'));
    await addItem(vault.vault, other.id, 2, Buffer.from('two'));
    expect(await chronology()['chronology.readTable']({ source })).toMatchObject({
      kind: 'full',
      entries: 60,
    });
    const { entries, missing } = await chronology()['chronology.importFull']({ caseId: other.id, source });
    expect([entries, missing]).toEqual([60, []]);
    expect(await said(other.id)).toEqual(before);
    const [person] = await chronology()['register.list']({ caseId: other.id });
    // A table has one row an entry, and no room for what is known of a person.
    expect(person?.relation).toBe(format === 'json-full' ? 'former partner' : '');
  });

  it('names the exhibits that another case does not have, and takes in the rest', async () => {
    await fill();
    const source = await write(format);
    const other = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'FV-2' });
    await addItem(vault.vault, other.id, 1, Buffer.from('one'));
    const result = await chronology()['chronology.importFull']({ caseId: other.id, source });
    expect(result).toEqual({ entries: 60, missing: ['WR/2'] });
  });

  it('is refused when a part of it was spoiled, and nothing is taken in', async () => {
    await fill();
    const source = await write(format);
    writeFileSync(source, readFileSync(source, 'utf8').replace('minute', 'minuet'));
    expect(await codeOf(() => chronology()['chronology.importFull']({ caseId, source }))).not.toBeNull();
    expect(await rowsOf(caseId)).toHaveLength(60);
    expect(await chronology()['register.list']({ caseId })).toHaveLength(1);
  });
});

describe('a view for an audience', () => {
  const entry = (more: Partial<NewEntry>): NewEntry => ({
    ...nothingMore,
    edtf: '2026-03-03',
    time: null,
    title: 'He waited at 12 Mill Row',
    ...more,
  });

  it('gives only the fields chosen for it, and covers words in all of them', async () => {
    await chronology()['chronology.create']({
      caseId,
      ...entry({
        comment: 'Our own doubt',
        quote: 'I know MILL ROW',
        witnesses: [{ name: 'Priya', contact: '0161', statement: 'yes' }],
      }),
    });
    const view = { ...viewFor('family-court'), covering: [{ words: 'mill row', instead: 'her street' }] };
    const text = readFileSync(await write('csv', view), 'utf8');
    const [head = [], row = []] = parse(text, { bom: true });
    expect(head).not.toContain('Comment of the advocate');
    expect(row).toContain('He waited at 12 her street');
    expect(row).toContain('I know her street');
    expect(text).not.toMatch(/mill row|doubt|0161/iu);
  });

  it('is kept under its name, changed and removed', async () => {
    const made = await chronology()['views.create']({
      caseId,
      name: 'For DC Patel',
      body: viewFor('police'),
    });
    await chronology()['views.update']({
      id: made.id,
      name: 'For the officer',
      body: { ...viewFor('police'), order: 'newest' },
    });
    expect(await chronology()['views.list']({ caseId })).toMatchObject([
      { name: 'For the officer', order: 'newest' },
    ]);
    await chronology()['views.remove']({ id: made.id });
    expect(await chronology()['views.list']({ caseId })).toEqual([]);
  });

  it('becomes a Word file with its words in it, covered where they are to be', async () => {
    await chronology()['chronology.create']({ caseId, ...entry({ description: 'Line one\nZoë saw it' }) });
    const view = { ...viewFor('client'), covering: [{ words: 'Zoe', instead: '' }] };
    const text = wordText(readFileSync(await write('docx', view)));
    expect(text).toContain('He waited at 12 Mill Row');
    expect(text).toContain('3 Mar 2026');
    expect(text).toContain('[covered] saw it');
    expect(text).not.toContain('Zoë');
  });

  it('of nothing is not written, and leaves no file behind', async () => {
    expect(await codeOf(() => write('csv'))).toBe('bundle-empty');
    expect(
      readdirSync(vault.folder).filter((name) => name.startsWith('out-') || name.endsWith('.part')),
    ).toEqual([]);
  });
});

/** The text of a Word file: its main part, found in the zip and without its marks. */
function wordText(bytes: Buffer): string {
  for (let at = 0; at + 30 < bytes.length && bytes.readUInt32LE(at) === 0x04034b50;) {
    const name = bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26));
    const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const size = bytes.readUInt32LE(at + 18);
    if (name === 'word/document.xml')
      return inflateRawSync(bytes.subarray(begin, begin + size))
        .toString('utf8')
        .replaceAll(/<[^>]+>/gu, ' ')
        .replaceAll(/\s+/gu, ' ');
    at = begin + size;
  }
  throw new Error('no text in the Word file');
}

describe('a table of somebody else', () => {
  it('is read with tabs, commas or semicolons, and what is no table is refused', async () => {
    for (const text of [
      'Date\tWhat\n3/3/2026\tHe "called"',
      'Date,What\r\n3/3/2026,"He ""called"""',
      'Date;What\n3/3/2026;He "called"',
    ])
      expect(await chronology()['chronology.readTable']({ text })).toEqual({
        kind: 'table',
        rows: [
          ['Date', 'What'],
          ['3/3/2026', 'He "called"'],
        ],
        numbers: [1, 2],
        cut: [],
        leftOut: 0,
      });
    expect(await codeOf(() => chronology()['chronology.readTable']({ text: ' \n \n' }))).toBe(
      'table-unreadable',
    );
    expect(await codeOf(() => chronology()['chronology.readTable']({ source: '/nowhere/table.csv' }))).toBe(
      'read-failed',
    );
  });

  it('written by Excel on Windows keeps its letters', async () => {
    const source = join(vault.folder, 'latin.csv');
    writeFileSync(source, Buffer.from('Date,What\r\n3/3/2026,caf\xe9 \x80 5\r\n', 'latin1'));
    expect(await chronology()['chronology.readTable']({ source })).toMatchObject({
      rows: [
        ['Date', 'What'],
        ['3/3/2026', 'café € 5'],
      ],
    });
  });
});
