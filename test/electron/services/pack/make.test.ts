import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { readTimeline } from '../../../../electron/services/continuity/timeline';
import { insertFile } from '../../../../electron/services/items/file-rows';
import { makePack } from '../../../../electron/services/pack/make';
import { packHandlers } from '../../../../electron/services/pack/handlers';
import { insertRedaction } from '../../../../electron/services/redaction/rows';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { requireDecided } from '../../../../electron/vault-process/leaving-gate';
import { gateHandlers } from '../../../../electron/services/gate/handlers';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { viewFor } from '../../../../shared/domain/export/audiences';
import type { LeavingRequest } from '../../../../shared/models/leaving-gate';
import type { PackOptions } from '../../../../shared/models/pack';
import { codeOf } from '../../../helpers/code-of';
import { faultyFs } from '../../../helpers/faulty-fs';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { useTempFolders } from '../../../helpers/temp-folder';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { pretendLab } from '../evidence/setting';

const tempFolder = useTempFolders();
let made: TestVault;
let caseId: string;
let folder: string;
let items: string[];

/** There is no Chromium here: the words of a page, set in lines, in a PDF that other programs read. */
async function typeset(html: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const words = html
    .replace(/<style>[\s\S]*?<\/style>|<[^>]+>/gu, ' ')
    .replace(/&#39;/gu, "'")
    .replace(/[^\x20-\x7e]+/gu, ' ')
    .split(/\s+/u);
  for (let from = 0; from < Math.max(1, words.length); from += 400) {
    const page = document.addPage([1000, 1000]);
    for (let line = 0; line < 40; line += 1)
      page.drawText(words.slice(from + line * 10, from + line * 10 + 10).join(' '), {
        ...{ x: 20, y: 970 - line * 20, size: 9, font },
      });
  }
  return document.save();
}

beforeEach(async () => {
  made = await makeTestVault({ typeset, lab: pretendLab().lab });
  folder = await tempFolder();
  ({ id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase));
  items = [];
  for (const [index, name] of ['Jane Doe at 12 Hill Road.png', 'b.heic', '=c.txt'].entries())
    items.push(await addItem(made.vault, caseId, index + 1, randomBytes(70_000 + index), name));
  const kinds = [
    ['image', 'image/png'],
    ['image', 'image/heic'],
    ['text', 'text/plain'],
  ];
  for (const [index, [kind, mime]] of kinds.entries())
    made.context.db
      .prepare('UPDATE evidence SET kind = ?, mime = ? WHERE id = ?')
      .run(kind, mime, items[index]);
  await gateHandlers(made.context)['leaving.classify']({ caseId, itemIds: items, itemClass: 'own' });
});
afterEach(() => made.close());

const target = (): string => join(folder, 'Evidence pack');
const chosen = (change: Partial<PackOptions> = {}): PackOptions => ({
  ...{ recipient: 'police', to: 'DC Patel, crime 42/1234/26', chronology: viewFor('police') },
  exhibits: items.map((itemId) => ({ itemId, redactionId: null })),
  ...change,
});
const control = (signal = new AbortController().signal) => ({
  ...{ id: made.context.newId(), signal, progress: () => undefined },
});
const make = (options = chosen(), layer?: FsLayer, signal?: AbortSignal): Promise<string> =>
  makePack(made.context, { caseId, options, lock: null }, target(), control(signal), layer);
const names = (): readonly string[] => readdirSync(target()).sort();
const read = (name: string): Buffer => readFileSync(join(target(), name));
const textOf = (name: string): string =>
  execFileSync('pdftotext', ['-layout', join(target(), name), '-'], { encoding: 'utf8' }).replace(
    /\s+/gu,
    ' ',
  );
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const packs = async () => packHandlers(made.context)['pack.list']({ caseId });

async function writeEntries(): Promise<void> {
  const base = { ...nothingMore, caseId, time: null, evidenceIds: [] };
  const told = { date: '2026-03-04', reference: 'CAD 118', response: 'Words of advice', crimeNumber: '' };
  const reported = { ...told, how: 'by phone', officer: '' };
  const create = chronologyHandlers(made.context)['chronology.create'];
  await create({ ...base, edtf: '2026-03-03', title: 'He waited outside', reported });
  await create({ ...base, edtf: '2026-03-04', title: 'He called', reported });
  await create({ ...base, edtf: '2026-04-01', title: 'He came again', unreported: true });
  await create({ ...base, edtf: '2026-05-01', title: 'A letter' });
}

const originalOf = (item: string): unknown =>
  made.context.db
    .prepare('SELECT f.sha256 FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.id = ?')
    .pluck()
    .get(item);

/** A redacted copy of an exhibit. */
async function redact(itemId: string): Promise<{ readonly id: string; readonly sha256: string }> {
  const file = await made.context.files.write([Buffer.from('redacted')]);
  const id = made.context.newId();
  const box = {
    page: 1,
    x: 0,
    y: 0,
    width: 0.5,
    height: 0.5,
    reason: 'client-address',
    words: '',
    note: '',
  } as const;
  made.context.act({ action: 'test', subject: null }, () => {
    insertFile(made.context, file);
    insertRedaction(
      made.context,
      caseId,
      {
        ...{ id, itemId, mime: 'image/png', parentSha256: String(originalOf(itemId)), boxes: [box] },
        made: { operations: [], turned: true, pages: [{ width: 9, height: 9, points: null }] },
        checks: [{ id: 'covered', state: 'ok', text: '' }],
      },
      file,
    );
  });
  return { id, sha256: file.sha256 };
}

describe('an evidence pack', () => {
  it('is a folder that sha256sum accepts, with originals bit for bit under names of their own', async () => {
    await writeEntries();
    await make();
    expect(names()).toEqual([
      ...['00_cover-note.pdf', '01_exhibit-schedule.csv', '01_exhibit-schedule.pdf', '02_chronology.pdf'],
      ...['03_continuity.pdf', 'SHA256SUMS', 'WR-1_undated_picture.png', 'WR-2_undated_picture.heic'],
      ...['WR-2_undated_picture_viewing-copy.jpg', 'WR-3_undated_text.txt', 'verify.html'],
    ]);
    const said = execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {
      cwd: target(),
      encoding: 'utf8',
    });
    expect(said.trim().split('\n')).toHaveLength(10);
    expect(said).not.toMatch(/FAILED/u);
    const originals = made.context.db
      .prepare('SELECT f.sha256 FROM evidence e JOIN files f ON f.id = e.file_id ORDER BY e.exhibit_number')
      .pluck()
      .all();
    expect(
      ['WR-1_undated_picture.png', 'WR-2_undated_picture.heic', 'WR-3_undated_text.txt'].map((name) =>
        sha256(read(name)),
      ),
    ).toEqual(originals);
    for (const name of names().filter((each) => each.endsWith('.pdf')))
      execFileSync('qpdf', ['--check', join(target(), name)]);
    expect(readdirSync(folder)).toEqual(['Evidence pack']);
  });

  it('says on the first page of its chronology how often the police were told, and what of', async () => {
    await writeEntries();
    await make();
    const first = textOf('02_chronology.pdf');
    expect(first).toMatch(/^ ?(Pages )?1 earlier report to police/u);
    expect(first).toContain('log CAD 118');
    expect(first).toContain('Words of advice');
    expect(first).toContain('No 1, No 2');
    expect(first).toContain('Not reported, as the client says: No 3.');
    expect(first).toContain('Whether they were reported is not recorded: No 4.');
  });

  it('says in its note from whom, for whom, what was worked out and how to check it', async () => {
    await make(chosen({ chronology: null }));
    const note = textOf('00_cover-note.pdf');
    for (const words of [
      ...['Test office', 'Police: DC Patel, crime 42/1234/26', 'sha256sum -c SHA256SUMS', 'verify.html'],
      ...['1 viewing copy: a JPEG drawn anew by Holdfast', 'Nothing that was chosen was left out.'],
      'Nothing had to be decided.',
    ])
      expect(note).toContain(words);
    expect(note).not.toContain('02_chronology.pdf');
    expect(existsSync(join(target(), '02_chronology.pdf'))).toBe(false);
  });

  it('has a schedule as a table with a line for each file, in which no cell is a formula', async () => {
    await make(chosen({ chronology: null }));
    const rows = parse(read('01_exhibit-schedule.csv').toString(), { bom: true });
    expect(rows.map((row) => row[1])).toEqual([
      ...['File in this folder', 'WR-1_undated_picture.png', 'WR-2_undated_picture.heic'],
      ...['WR-2_undated_picture_viewing-copy.jpg', 'WR-3_undated_text.txt'],
    ]);
    expect(rows[4]?.[4]).toBe("'=c.txt");
    for (const row of rows.slice(1)) expect(row[8]).toBe(sha256(read(row[1] ?? '')));
  });

  it('is kept with the case as what it held, is an act, and a step of the way of each exhibit', async () => {
    const id = await make();
    const [pack] = await packs();
    expect(pack).toMatchObject({ id, recipient: 'police', author: 'Test advocate', leftOut: [] });
    expect([...(pack?.files ?? [])].map(({ name }) => name).sort()).toEqual(names());
    for (const file of pack?.files ?? []) expect(file.sha256).toBe(sha256(read(file.name)));
    const sums = pack?.files.find(({ what }) => what === 'sums')?.sha256;
    const act = made.context.db
      .prepare("SELECT case_id, detail FROM audit WHERE action = 'pack.make' AND subject = ?")
      .get(id);
    const detail = { exhibits: 3, files: pack?.files.length, to: 'police', sha256: sums };
    expect(act).toEqual({ case_id: caseId, detail: JSON.stringify(detail) });
    const steps = readTimeline(made.context, items[0] ?? '').map((each) =>
      each.type === 'own' ? [each.step.kind, each.step.title] : [],
    );
    expect(steps).toContainEqual(['pack-made', 'Police']);
  });

  it('leaves an original that is damaged out, says so, and holds the rest', async () => {
    const { id } = made.context.db
      .prepare('SELECT file_id AS id FROM evidence WHERE id = ?')
      .get(items[0]) as { id: string };
    const sealed = readdirSync(join(made.folder, 'evidence'), { recursive: true, withFileTypes: true }).find(
      (each) => each.isFile() && each.name.startsWith(id),
    );
    const path = join(sealed?.parentPath ?? '', sealed?.name ?? '');
    const bytes = readFileSync(path);
    bytes[50_000] = (bytes[50_000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await make();
    expect(names().filter((name) => name.startsWith('WR-1'))).toEqual([]);
    expect(textOf('00_cover-note.pdf')).toContain(
      'WR/1 : the exhibit was left out: the stored file is not as it was',
    );
    expect(textOf('00_cover-note.pdf')).toContain('2 exhibits');
    expect((await packs())[0]?.leftOut).toEqual([
      { exhibitRef: 'WR/1', what: 'exhibit', reason: 'evidence-damaged' },
    ]);
    execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: target() });
  });

  it('goes without the viewing copy that could not be drawn, and says so', async () => {
    await made.close();
    made = await makeTestVault({ typeset });
    ({ id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase));
    items = [await addItem(made.vault, caseId, 1, randomBytes(10), 'b.heic')];
    made.context.db.prepare("UPDATE evidence SET kind = 'image', mime = 'image/heic'").run();
    await gateHandlers(made.context)['leaving.classify']({ caseId, itemIds: items, itemClass: 'own' });
    await make();
    expect(names()).toContain('WR-1_undated_picture.heic');
    expect(textOf('00_cover-note.pdf')).toContain('without a viewing copy: the picture could not be drawn');
  });

  it('holds a redacted copy in the place of the original where one was chosen, and both fingerprints in the table', async () => {
    const [item = ''] = items;
    const { id: redactionId, sha256: copied } = await redact(item);
    expect(await packHandlers(made.context)['pack.redactions']({ caseId })).toMatchObject([
      { itemId: item, id: redactionId, isDoubtful: false },
    ]);
    await make(chosen({ exhibits: [{ itemId: item, redactionId }] }));
    expect(read('WR-1_undated_redacted-picture.png').toString()).toBe('redacted');
    const [, row] = parse(read('01_exhibit-schedule.csv').toString(), { bom: true });
    expect([row?.[8], row?.[9]]).toEqual([copied, originalOf(item)]);
    const others = chosen({ exhibits: [{ itemId: items[1] ?? '', redactionId }] });
    const elsewhere = (): Promise<string> =>
      makePack(made.context, { caseId, options: others, lock: null }, join(folder, 'x'), control());
    expect(await codeOf(elsewhere)).toBe('invalid-input');
  });
});

describe('a pack that cannot be made', () => {
  it('touches nothing where something of its name is there', async () => {
    mkdirSync(target());
    writeFileSync(join(target(), 'own.txt'), 'mine');
    expect(await codeOf(() => make())).toBe('target-exists');
    expect(readdirSync(folder)).toEqual(['Evidence pack']);
    expect(names()).toEqual(['own.txt']);
  });

  it('leaves nothing at all, whichever operation on the disk fails, and is made at the next try', async () => {
    const options = chosen({ exhibits: [{ itemId: items[0] ?? '', redactionId: null }], chronology: null });
    let failures = 0;
    for (let nth = 1; ; nth += 1) {
      const faulty = faultyFs(nth, 'ENOSPC');
      const code = await codeOf(() => make(options, faulty.layer));
      if (!faulty.failed()) {
        expect(code).toBe('no error');
        break;
      }
      failures += 1;
      expect(code, `operation ${nth}`).toBe('disk-full');
      expect(readdirSync(folder), `operation ${nth}`).toEqual([]);
      expect(await packs()).toEqual([]);
    }
    expect(failures).toBeGreaterThan(30);
    expect(await packs()).toHaveLength(1);
  }, 120_000);

  it('leaves nothing where somebody stops it', async () => {
    for (const stopAt of [1, 2, 4]) {
      const controller = new AbortController();
      let told = 0;
      const progress = (): void => {
        told += 1;
        if (told > stopAt) controller.abort();
      };
      const running = makePack(made.context, { caseId, options: chosen(), lock: null }, target(), {
        ...{ id: made.context.newId(), signal: controller.signal, progress },
      });
      expect(await codeOf(() => running)).toBe('cancelled');
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is refused without anything in it, and with exhibits of another case', async () => {
    expect(await codeOf(() => make(chosen({ exhibits: [], chronology: null })))).toBe('bundle-empty');
    const other = await caseHandlers(made.context)['cases.create']({ ...filledCase, reference: 'FV-2' });
    const foreign = await addItem(made.vault, other.id, 1, randomBytes(10));
    const options = chosen({ exhibits: [{ itemId: foreign, redactionId: null }] });
    expect(await codeOf(() => make(options))).toBe('invalid-input');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what stops a pack', () => {
  const request = (change: Partial<PackOptions> = {}): LeavingRequest => ({
    ...{ output: 'pack', caseId, ...chosen(change) },
  });
  const open = async (change: Partial<PackOptions> = {}) =>
    (await gateHandlers(made.context)['leaving.check']({ request: request(change) })).decide.filter(
      ({ stops }) => stops,
    );
  const protect = (text: string): void => {
    made.context.act({ action: 'test', subject: null }, () => {
      made.context.records.create('protected', {
        ...{ id: made.context.newId(), caseId },
        body: { what: 'words', text, whose: '', place: null },
      });
    });
  };
  const place = (itemId: string | undefined, value: string, raw = value): void => {
    made.context.db
      .prepare(
        `INSERT INTO facts (id, item_id, field, source, code, detail, raw, value, rank)
         VALUES (?, ?, 'location', 'exif', 'exif.GPS', '', ?, ?, 1)`,
      )
      .run(made.context.newId(), itemId, raw, value);
  };

  it('is a protected word in a title, in who it is handed to, in an entry, and in how the police answered', async () => {
    await writeEntries();
    protect('Hill Road');
    protect('Patel');
    protect('advice');
    expect((await open()).map(({ code, places }) => [code, places])).toEqual([
      ['protected-words', ['who it is handed to']],
      ['protected-words', ['title', 'file name']],
      ['protected-words', ['Reported to the police']],
      ['protected-words', ['Reported to the police']],
    ]);
    const pass = (): Promise<void> =>
      Promise.resolve().then(() => {
        requireDecided(made.context, request());
      });
    expect(await codeOf(pass)).toBe('leaving-undecided');
    expect(await codeOf(() => make())).toBe('leaving-undecided');
    expect(readdirSync(folder)).toEqual([]);
    const view = { ...viewFor('police'), fields: ['title' as const] };
    expect(await open({ chronology: view, to: '', exhibits: [] })).toHaveLength(2);
  });

  it('is a place in an original, or in what came inside it, until it is decided for that exhibit', async () => {
    place(items[0], '53.95960, -1.08160');
    // As a film writes it.
    place(items[2], '53.95960, -1.08160', '+53.9596-001.0816/');
    made.context.db.prepare('UPDATE evidence SET parent_id = ? WHERE id = ?').run(items[1], items[2]);
    const points = await open({ exhibits: chosen().exhibits.slice(0, 2) });
    expect(points.map(({ code, items: of }) => [code, of[0]?.exhibitRef])).toEqual([
      ['holds-place', 'WR/1'],
      ['holds-place', 'WR/2'],
    ]);
    await gateHandlers(made.context)['leaving.answer']({
      caseId,
      answer: {
        ...{ recipient: 'police', code: 'protected-place', itemId: items[0] ?? '', recordId: null },
        protectedId: points[0]?.protectedId ?? '',
      },
      why: 'Kept to ourselves',
    });
    expect(
      (await open({ exhibits: chosen().exhibits.slice(0, 2) })).map(({ items: of }) => of[0]?.exhibitRef),
    ).toEqual(['WR/2']);
    await make(chosen({ exhibits: chosen().exhibits.slice(0, 1) }));
    const note = textOf('00_cover-note.pdf');
    expect(note).toContain('WR/1 The original may go with the place where it was made Test advocate,');
    expect(note).not.toContain('Kept to ourselves');
  });

  it('is the class of what came inside an original, until its permission is on record', async () => {
    made.context.db.prepare('UPDATE evidence SET parent_id = ? WHERE id = ?').run(items[1], items[2]);
    await gateHandlers(made.context)['leaving.classify']({
      ...{ caseId, itemIds: items.slice(2), itemClass: 'family-court' },
    });
    const exhibits = chosen().exhibits.slice(0, 2);
    expect((await open({ exhibits })).map(({ code, items: of }) => [code, of[0]?.exhibitRef])).toEqual([
      ['permission', 'WR/2'],
    ]);
    await gateHandlers(made.context)['leaving.permit']({
      ...{ caseId, itemIds: items.slice(1, 2) },
      permission: {
        ...{ recipient: 'police', what: 'court-permission', givenBy: 'HHJ Moss', on: '2026-11-02' },
        note: 'In these words',
      },
    });
    expect(await open({ exhibits })).toEqual([]);
    await make(chosen({ exhibits }));
    const note = textOf('00_cover-note.pdf');
    expect(note).toContain('given by HHJ Moss, 2 Nov 2026');
    expect(note).not.toContain('In these words');
  });

  it('is nothing of an original whose redacted copy goes', async () => {
    const [item = ''] = items;
    place(item, '53.95960, -1.08160');
    expect(await open()).toHaveLength(1);
    const { id: redactionId } = await redact(item);
    expect(await open({ exhibits: [{ itemId: item, redactionId }] })).toEqual([]);
  });
});
