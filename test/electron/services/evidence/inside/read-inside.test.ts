import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import {
  readItem,
  readItemFacts,
  readItems,
  readOriginal,
} from '../../../../../electron/services/items/item-rows';
import { resumeReading } from '../../../../../electron/services/evidence/inside/read-jobs';
import type { EvidenceItem } from '../../../../../shared/models/evidence';
import { emlOf, tarOf } from '../../../../helpers/evidence-fixtures';
import { renamed, zipOf } from '../../../../helpers/zip';
import { png } from '../files';
import { countRows, expectNoLooseFiles, makeSetting, outcomes, pretendLab } from '../setting';
import type { Setting } from '../setting';

let setting: Setting;
afterEach(() => setting.end());

const items = (): readonly EvidenceItem[] => readItems(setting.vault.context, setting.caseId, 'exhibit');
function item(name: string): EvidenceItem {
  const found = items().find(({ fileName }) => fileName === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}
const rows = (sql: string, ...params: unknown[]): unknown[] =>
  setting.vault.context.db.prepare(sql).all(...params);
const textOf = (name: string): unknown =>
  setting.vault.context.db
    .prepare('SELECT text FROM text_pages WHERE item_id = ? ORDER BY page')
    .pluck()
    .get(item(name).id);
const insideOf = (name: string): unknown[] =>
  rows(
    'SELECT place, reason, copy, item_id IS NOT NULL AS taken FROM inside WHERE parent_id = ? ORDER BY position',
    item(name).id,
  );

async function take(files: Readonly<Record<string, Buffer | string>>) {
  setting = await makeSetting({ lab: pretendLab().lab });
  for (const [name, bytes] of Object.entries(files)) await setting.put(name, bytes);
  return setting.take();
}

describe('an e-mail', () => {
  it('is read: its date is the one of its header, its words can be found, its parts are items that name it', async () => {
    const { results } = await take({ 'warning.eml': emlOf() });
    expect(outcomes(results)).toMatchObject({ 'warning.eml': 'stored' });
    expect(results.map(({ fileName, outcome }) => `${fileName} ${outcome}`).slice(1)).toEqual([
      'warning.eml › pic.gif stored',
      'warning.eml › photo.png stored',
    ]);
    const email = item('warning.eml');
    expect(email).toMatchObject({ kind: 'email', reading: 'done', readingReason: null, insideCount: 2 });
    expect(email.title).toBe('E-mail: Last warning – answer me');
    expect(email.bestDate).toMatchObject({
      edtf: '2026-03-03',
      time: '22:00:05',
      zone: '+01:00',
      source: 'email',
    });
    expect(textOf('warning.eml')).toContain('I know where you work now.');
    const found =
      "SELECT p.item_id FROM text_index i JOIN text_pages p ON p.id = i.rowid WHERE text_index MATCH 'cafe'";
    expect(rows(found)).toEqual([{ item_id: email.id }]);
    expect(item('photo.png')).toMatchObject({
      parentId: email.id,
      parentPlace: 'photo.png',
      parentRef: email.exhibitRef,
    });
    // Nothing of it came by way of a disk.
    const facts = readItemFacts(setting.vault.context, item('photo.png').id);
    expect(facts.map(({ source }) => source)).not.toContain('file-system');
    expect(rows("SELECT 1 FROM audit WHERE action = 'evidence.read'")).toHaveLength(1);
  });
});

describe('an archive', () => {
  it('in an archive in an archive comes out, each file reported under all that it lay in', async () => {
    const inner = await zipOf([
      { name: 'a/one.png', bytes: png() },
      { name: 'words.txt', bytes: 'He was there.' },
    ]);
    const { results, job } = await take({
      'outer.zip': await zipOf([
        { name: 'deep/inner.zip', bytes: inner },
        { name: 'mail.eml', bytes: emlOf({ attachment: Buffer.from('x,y') }) },
      ]),
    });
    expect(results.map(({ fileName }) => fileName.replace(/^.*\//u, ''))).toEqual(
      ['outer.zip', 'inner.zip', 'outer.zip › mail.eml', 'one.png', 'words.txt', 'pic.gif', 'photo.png'].map(
        (each, index) => results[index]?.fileName.replace(/^.*\//u, '') ?? each,
      ),
    );
    expect(results.map(({ fileName }) => fileName)).toContain('outer.zip › deep/inner.zip › a/one.png');
    expect(results.map(({ fileName }) => fileName)).toContain('outer.zip › mail.eml › photo.png');
    expect(job.counts).toMatchObject({ stored: 7, failed: 0 });
    expect(items().every(({ reading }) => reading !== 'waiting')).toBe(true);
    expect(textOf('words.txt')).toBe('He was there.');
  });

  it('gives its files bit for bit, with the time it has for them as a claim of the archive', async () => {
    const bytes = Buffer.from('On 3 March he rang 14 times.');
    await take({
      'a.zip': await zipOf([{ name: 'b.txt', bytes }]),
      'c.tar.gz': gzipSync(await tarOf([{ name: 'd.bin', bytes: Buffer.alloc(70_000, 1) }])),
    });
    const stored = await setting.vault.context.files.readAll(
      readOriginal(setting.vault.context, item('b.txt').id),
    );
    expect(stored.equals(bytes)).toBe(true);
    expect(item('d.bin').sha256).toBe(createHash('sha256').update(Buffer.alloc(70_000, 1)).digest('hex'));
    expect(item('b.txt').bestDate).toMatchObject({
      edtf: '2026-03-03',
      time: '21:00:04',
      zone: null,
      source: 'archive',
    });
    expect(item('d.bin').bestDate).toMatchObject({ time: '21:00:05', zone: 'Z', source: 'archive' });
  });

  it('with names that lead elsewhere gives items of a harmless name, and keeps what was written as a fact', async () => {
    const zip = await zipOf([
      { name: 'AA/AA/etc/passwd', bytes: 'one' },
      { name: 'C/windows/x.txt', bytes: 'two' },
      { name: 'C/invoice_fdp.exe', bytes: 'three' },
      { name: 'D/CON.txt', bytes: 'four' },
    ]);
    const traversal = renamed(
      renamed(zip, 'AA/AA/etc/passwd', '../../etc/passwd'),
      'C/windows/x.txt',
      'C:\\windows\\x.tx',
    );
    await take({ 'a.zip': renamed(traversal, 'C/invoice_fdp.exe', 'C/invo\u202efdp.exe ') });
    expect(items().map(({ fileName }) => fileName)).toEqual([
      'a.zip',
      'passwd',
      'x.tx',
      'invo‹U+202E›fdp.exe',
      '_CON.txt',
    ]);
    const facts = readItemFacts(setting.vault.context, item('passwd').id);
    expect(facts.find(({ code }) => code === 'archive.Path')).toMatchObject({
      raw: '../../etc/passwd',
    });
    expect(item('passwd').parentPlace).toBe('../../etc/passwd');
  });

  it('with the same name twice, or but for capitals and accents, loses none of the files', async () => {
    const zip = await zipOf(
      ['a.txt', 'b.txt', 'A.txt', 'cafe\u0301.txt', 'caf\u00e9.txt'].map((name) => ({
        name,
        bytes: `in ${name}`,
      })),
    );
    await take({ 'a.zip': renamed(zip, 'b.txt', 'a.txt') });
    expect(insideOf('a.zip')).toEqual(
      ['a.txt', 'a.txt (2)', 'A.txt (3)', 'cafe\u0301.txt', 'caf\u00e9.txt (2)'].map((place) => ({
        place,
        reason: null,
        copy: 0,
        taken: 1,
      })),
    );
  });

  it('skips links and damaged entries, says so in the report, and takes the rest', async () => {
    const zip = await zipOf([
      { name: 'link', bytes: '/etc/passwd', mode: 0o120777 },
      { name: 'broken.txt', bytes: 'some words that are stored as they are', compress: false },
      { name: 'whole.txt', bytes: 'whole' },
    ]);
    const at = zip.indexOf('some words');
    zip.write('SOME', at, 'latin1');
    const { results } = await take({ 'a.zip': zip });
    expect(outcomes(results)).toMatchObject({ 'a.zip': 'stored' });
    expect(insideOf('a.zip')).toEqual([
      { place: 'link', reason: 'archive-unsafe', copy: 0, taken: 0 },
      { place: 'broken.txt', reason: 'unreadable-file', copy: 0, taken: 0 },
      { place: 'whole.txt', reason: null, copy: 0, taken: 1 },
    ]);
    expect(
      results.filter(({ outcome }) => outcome === 'failed').map(({ fileName, reason }) => [fileName, reason]),
    ).toEqual([
      ['a.zip › link', 'archive-unsafe'],
      ['a.zip › broken.txt', 'unreadable-file'],
    ]);
    await expectNoLooseFiles(setting);
    expect(countRows(setting, 'import_results')).toBe(results.length);
  });

  it('that a password locks is kept and listed, with the reason', async () => {
    const zip = await zipOf([{ name: 'secret.txt', bytes: 'hidden' }]);
    for (let at = zip.indexOf('PK\u0003\u0004'); at >= 0; at = zip.indexOf('PK\u0003\u0004', at + 1))
      zip.writeUInt16LE(zip.readUInt16LE(at + 6) | 1, at + 6);
    for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 1))
      zip.writeUInt16LE(zip.readUInt16LE(at + 8) | 1, at + 8);
    const { results } = await take({ 'a.zip': zip });
    expect(item('a.zip')).toMatchObject({ reading: 'failed', readingReason: 'encrypted-file' });
    expect(outcomes(results)).toMatchObject({ 'a.zip': 'stored-no-preview encrypted-file' });
    expect(insideOf('a.zip')).toEqual([{ place: 'secret.txt', reason: 'encrypted-file', copy: 0, taken: 0 }]);
  });

  it('that unpacks to far more than it is, is stopped and leaves nothing of it', async () => {
    // 300 MB of nothing in 300 kB; once said openly, once hidden behind a gzip that says nothing.
    const nothing = Buffer.alloc(300 * 1024 * 1024);
    const open = await zipOf([{ name: 'zeros', bytes: nothing }]);
    const { results } = await take({ 'open.zip': open, 'hidden.gz': gzipSync(nothing, { level: 1 }) });
    expect(item('open.zip')).toMatchObject({ reading: 'failed', readingReason: 'archive-too-large' });
    expect(item('hidden.gz')).toMatchObject({ reading: 'failed', readingReason: 'archive-too-large' });
    expect(items()).toHaveLength(2);
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ reason }) => reason)).toEqual([
      'archive-too-large',
    ]);
    await expectNoLooseFiles(setting);
  });

  it('of archives is opened to the fifth and no deeper', async () => {
    let bytes: Buffer = await zipOf([{ name: 'words.txt', bytes: 'deep' }]);
    for (let depth = 7; depth > 0; depth -= 1) bytes = await zipOf([{ name: `${String(depth)}.zip`, bytes }]);
    await take({ '0.zip': bytes });
    expect(items().map(({ fileName, reading, readingReason }) => [fileName, reading, readingReason])).toEqual(
      [
        ...['0.zip', '1.zip', '2.zip', '3.zip', '4.zip'].map((name) => [name, 'done', null]),
        ['5.zip', 'failed', 'archive-unsafe'],
      ],
    );
  });

  it('holding what the case has already names that item and stores nothing twice', async () => {
    const { results } = await take({
      '1.png': png({ shade: 9 }),
      '2.zip': await zipOf([{ name: 'copy.png', bytes: png({ shade: 9 }) }]),
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'duplicate']);
    expect(insideOf('2.zip')).toEqual([{ place: 'copy.png', reason: null, copy: 1, taken: 1 }]);
    expect(
      readItemFacts(setting.vault.context, item('1.png').id).some(({ value }) =>
        value.includes('also came in RB/2, as copy.png'),
      ),
    ).toBe(true);
    await expectNoLooseFiles(setting);
  });

  it('in a format without a reader is stored, listed, and said to be unread', async () => {
    const seven = Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(40)]);
    await take({ 'a.7z': seven });
    expect(item('a.7z')).toMatchObject({
      kind: 'archive',
      reading: 'failed',
      readingReason: 'unreadable-file',
    });
  });
});

describe('what a crash left unread', () => {
  it('is read after the next opening, without anything twice', async () => {
    await take({
      'a.zip': await zipOf([
        { name: '1.txt', bytes: 'one' },
        { name: '2.txt', bytes: 'two' },
      ]),
    });
    const { id } = item('a.zip');
    const { db } = setting.vault.context;
    // As it is when the app ends between the first file and the end of the archive.
    db.prepare("UPDATE evidence SET reading = 'waiting' WHERE id = ?").run(id);
    db.prepare('DELETE FROM evidence WHERE file_name = ?').run('2.txt');
    db.prepare('DELETE FROM inside').run();
    setting.vault = await setting.vault.reopen();
    const [job, ...others] = resumeReading(setting.vault.context);
    expect(others).toEqual([]);
    expect(await setting.vault.context.jobs.ended(job?.id ?? '')).toMatchObject({
      state: 'done',
      counts: { stored: 1 },
    });
    expect(insideOf('a.zip')).toEqual(
      ['1.txt', '2.txt'].map((place) => ({ place, reason: null, copy: 0, taken: 1 })),
    );
    expect(items().map(({ fileName }) => fileName)).toEqual(['a.zip', '1.txt', '2.txt']);
    expect(rows('SELECT 1 FROM text_pages')).toHaveLength(2);
    expect(resumeReading(setting.vault.context)).toEqual([]);
  });

  it('is given up after it took the app with it twice', async () => {
    await take({ 'a.txt': 'words' });
    const { id } = item('a.txt');
    const { db } = setting.vault.context;
    db.prepare("UPDATE evidence SET reading = 'waiting' WHERE id = ?").run(id);
    db.prepare('UPDATE readings SET tries = 2').run();
    const [job] = resumeReading(setting.vault.context);
    await setting.vault.context.jobs.ended(job?.id ?? '');
    expect(readItem(setting.vault.context, id)).toMatchObject({
      reading: 'failed',
      readingReason: 'unreadable-file',
    });
  });

  it('by a cancel waits, and is not counted against the file', async () => {
    let id = '';
    setting = await makeSetting({
      lab: pretendLab().lab,
      changed: () => {
        if (id !== '') setting.vault.context.jobs.cancel(id);
      },
    });
    await setting.put(
      'a.zip',
      await zipOf([
        { name: '1.txt', bytes: 'one' },
        { name: '2.txt', bytes: 'two' },
      ]),
    );
    id = setting.begin([setting.folder]).id;
    expect((await setting.vault.context.jobs.ended(id)).state).toBe('cancelled');
    id = '';
    expect(item('a.zip').reading).toBe('waiting');
    const [job] = resumeReading(setting.vault.context);
    expect((await setting.vault.context.jobs.ended(job?.id ?? '')).state).toBe('done');
    expect(item('a.zip')).toMatchObject({ reading: 'done', insideCount: 2 });
  });
});
