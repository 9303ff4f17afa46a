import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import yauzl from 'yauzl';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { letterHtml } from '../../../../electron/services/letters/letter-html';
import { letterWord } from '../../../../electron/services/letters/letter-word';
import { openHandlers } from '../../../../electron/vault-process/open-handlers';
import { nothingMore } from '../../../../shared/domain/entry-content';
import type { LetterBlock } from '../../../../shared/records/letter';
import { codeOf } from '../../../helpers/code-of';
import { filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
let folder: string;
let set: string[] = [];
beforeEach(async () => {
  set = [];
  made = await makeTestVault({
    now: () => new Date('2026-11-28T12:00:00.000Z'),
    typeset: (page) => {
      set.push(page);
      return Promise.reject(new Error('typeset'));
    },
  });
  ({ id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase));
  folder = await mkdtemp(join(tmpdir(), 'holdfast-letters-'));
});
afterEach(async () => {
  await made.close();
  await rm(folder, { recursive: true, force: true });
});

const handlers = () => openHandlers(made.vault, made.context.jobs, {} as never);
const write = async (kind: string, body: object, of: string | null = caseId) =>
  handlers()['records.create']({ caseId: of, kind, body: { ...body } });
/** The one record of what is known of the case. */
const writeDetails = (): void => {
  const { context } = made;
  context.act({ action: 'test', subject: null }, () => {
    context.records.say('case-details', { caseId, body: details });
  });
};
const details = { jurisdiction: 'england-and-wales', clientName: 'Rowan Wren', force: 'Northshire Police' };
const nothing = { reportId: null, eventId: null, templateId: '' };

/** The parts of a Word file, by their names. */
function partsOfZip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const parts = new Map<string, string>();
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem !== null) {
            reject(problem);
            return;
          }
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => {
        resolve(parts);
      });
      zip.readEntry();
    });
  });
}

/** The words of a page or a part of XML, without its marks. */
const plain = (marked: string): string =>
  marked
    .replace(/<head>.*<\/head>/su, '')
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ')
    .trim();

const blocks: LetterBlock[] = [
  { as: 'heading', text: 'Pattern & “acts”', ids: [] },
  { as: 'text', text: 'First line.\nSecond <line>. [not recorded: the officer]', ids: [] },
  { as: 'item', text: 'A line of a list', ids: [] },
  { as: 'item', text: 'مرحبا', ids: [] },
  { as: 'row', text: 'Act\tEntries', ids: [] },
  { as: 'row', text: '(b) contacting\t2', ids: [] },
  { as: 'row', text: 'over\tthe\tedge', ids: [] },
];

describe('a letter as a file', () => {
  it('says the same words as a page and as a Word file, with real headings and tables', async () => {
    const word = await letterWord({ title: 'Title', blocks }, { office: 'Test office', kind: 'Letter' });
    const parts = await partsOfZip(word);
    const body = parts.get('word/document.xml') ?? '';
    const page = letterHtml({ title: 'Title', blocks });
    expect(plain(body)).toBe(plain(page));
    expect(body).toContain('w:val="Heading1"');
    expect(body).toContain('w:val="Heading2"');
    expect(body.match(/<w:tbl>/gu)).toHaveLength(1);
    expect(body).toContain('<w:tblHeader');
    expect(body).toContain('<w:bidi');
    expect(page).toContain('<th scope="col"');
    expect(page).toContain('<h2');
    const said = [...parts.values()].join('\n');
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Test office</dc:creator>');
    expect(said).not.toMatch(/Test advocate|holdfast-test|\/work\//u);
  });
});

describe('filling', () => {
  it('offers what can be written with what it lacks, and fills from records and entries', async () => {
    writeDetails();
    const { id: entryId } = await chronologyHandlers(made.context)['chronology.create']({
      caseId,
      ...nothingMore,
      ...{ edtf: '2026-11-03', time: null, title: 'Followed home', behaviours: ['a'], evidenceIds: [] },
    });
    const report = await write('police-report', {
      ...{ on: '2026-11-04', crimeNumber: '42/7', recordedAs: 'harassment', entryIds: [entryId] },
    });
    const { offers, templates, reports, decisions } = await handlers()['letters.offers']({ caseId });
    expect(offers.map(({ sort, refused }) => [sort, refused === null])).toEqual([
      ['report-pack', true],
      ['response-review', true],
      ['marac', false],
      ['spo-request', true],
      ['re-record', true],
      ['vrr', false],
    ]);
    expect(templates.length).toBeGreaterThan(3);
    expect(reports).toEqual([{ id: report.id, title: 'report of 4 Nov 2026, crime number 42/7' }]);
    expect(decisions).toEqual([]);
    const filled = await handlers()['letters.fill']({
      ...{ caseId, sort: 're-record', reader: 'force', ...nothing, reportId: report.id },
    });
    expect(filled.to).toBe('Northshire Police');
    expect(filled.blocks.find(({ ids }) => ids.includes(entryId))?.text).toContain('Followed home');
  });

  it('fills a template that the office wrote', async () => {
    writeDetails();
    const own = await write(
      'letter-template',
      { title: 'Ours', blocks: [{ as: 'text', text: 'About {client.name} and {officer}.', ids: [] }] },
      null,
    );
    const filled = await handlers()['letters.fill']({
      ...{ caseId, sort: 'own', reader: 'agency', ...nothing, templateId: own.id },
    });
    expect(filled.blocks[0]?.text).toBe('About Rowan Wren and [not recorded: the officer in the case].');
  });
});

describe('the gate before a letter', () => {
  const letter = (reader: string, text = 'Words') =>
    write('letter', { sort: 'own', reader, title: 'To them', blocks: [{ as: 'text', text, ids: [] }] });
  const target = () => join(folder, 'letter.docx');
  const save = async (id: string) => handlers()['letters.save']({ id, format: 'docx', target: target() });

  it('asks for consent, or a reason for sharing without it, and writes down by which it went', async () => {
    const { id } = await letter('force');
    expect(await codeOf(() => save(id))).toBe('leaving-undecided');
    const request = { output: 'letter', caseId, letterId: id } as const;
    const { decide } = await handlers()['leaving.check']({ request });
    expect(decide).toMatchObject([{ code: 'consent', stops: true }]);
    const consent = await write('consent', { what: 'police', answer: 'given', on: '2026-11-20' });
    const saved = await save(id);
    expect((await readFile(target())).length).toBe(saved.bytes);
    const act: unknown = made.context.db
      .prepare("SELECT detail FROM audit WHERE action = 'letter.save' AND case_id = ?")
      .pluck()
      .get(caseId);
    expect(String(act)).toContain(consent.id);
  });

  it.each([
    ['given until yesterday', { answer: 'given', until: '2026-11-27' }],
    ['refused', { answer: 'refused' }],
    ['overridden without a reason', { answer: 'overridden' }],
  ])('stops it where consent is %s', async (_what, body) => {
    const { id } = await letter('marac');
    await write('consent', { what: 'marac', on: '2026-11-20', ...body });
    expect(await codeOf(() => save(id))).toBe('leaving-undecided');
  });

  it('asks nothing of what stays with the office or goes to the client', async () => {
    for (const reader of ['own', 'client'])
      expect((await save((await letter(reader)).id)).bytes).toBeGreaterThan(0);
  });

  it('finds what is on the protected list, also for another agency', async () => {
    await write('protected', { what: 'words', text: 'Heron Walk', whose: '', place: null });
    await write('consent', { what: 'agency', answer: 'given', on: '2026-11-20' });
    const { id } = await letter('agency', 'She lives in Heron Walk.');
    const request = { output: 'letter', caseId, letterId: id } as const;
    const { decide } = await handlers()['leaving.check']({ request });
    expect(decide).toMatchObject([{ code: 'protected-words', record: { id }, places: ['the letter'] }]);
    expect(await codeOf(() => save(id))).toBe('leaving-undecided');
  });
});

it('sets the response review as a page, filled and saved as the demonstration does it', async () => {
  writeDetails();
  await write('consent', { what: 'police', answer: 'given', on: '2026-11-20' });
  const asked = { sort: 'response-review', reader: 'force', ...nothing } as const;
  const { refused: _refused, ...filled } = await handlers()['letters.fill']({ caseId, ...asked });
  const { id } = await write('letter', { ...asked, ...filled });
  const save = async () =>
    handlers()['letters.save']({ id, format: 'pdf', target: join(folder, 'review.pdf') });
  await expect(save()).rejects.toThrow('typeset');
  expect(plain(set[0] ?? '')).toContain('Response review');
  expect(plain(set[0] ?? '')).toContain('Rowan Wren');
});
