import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../electron/services/chronology/handlers';
import { evidenceHandlers } from '../../../electron/services/evidence/handlers';
import { provenanceHandlers } from '../../../electron/services/provenance/handlers';
import { verifyAudit } from '../../../electron/vault/audit';
import { newCaseSchema } from '../../../shared/models/case';
import type { NewCase } from '../../../shared/models/case';
import type { ImportResult } from '../../../shared/models/evidence';
import { pngChunk, pngSignature } from '../../helpers/png-chunk';
import { makeTestVault } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';
import { nothingMore } from '../../../shared/domain/entry-content';

const newCase: NewCase = newCaseSchema.parse({
  reference: 'T-1',
  alias: 'Canary Robin',
  exhibitInitials: 'CR',
  status: 'active',
  safeContact: {
    rule: 'Canary rule text',
    safeNumbers: '',
    safeTimes: '',
    voicemailOk: false,
    textOk: true,
    emailOk: false,
    nameToUse: '',
    codeWord: '',
    notes: '',
  },
});

/** A real PNG of one grey colour. */
function png(width: number, height: number, text = ''): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('tEXt', Buffer.from(`Software\u0000${text}`, 'latin1')),
    pngChunk('IDAT', deflateSync(Buffer.alloc((width + 1) * Math.min(height, 50), 120))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

let vault: TestVault;
let folder: string;
let caseId: string;
beforeEach(async () => {
  vault = await makeTestVault();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-in-'));
  caseId = (await caseHandlers(vault.context)['cases.create'](newCase)).id;
});
afterEach(async () => {
  await vault.close();
  await rm(folder, { recursive: true, force: true });
});

async function importAll(paths: readonly string[] = [folder]): Promise<readonly ImportResult[]> {
  const handlers = evidenceHandlers(vault.context);
  const job = await handlers['evidence.import']({ caseId, paths: [...paths] });
  await vault.context.jobs.ended(job.id);
  return (await handlers['jobs.importReport']({ id: job.id })).results;
}
const outcomes = (results: readonly ImportResult[]) =>
  Object.fromEntries(
    results.map((each) => [
      each.fileName.split('/').slice(1).join('/'),
      `${each.outcome} ${each.reason ?? ''}`.trim(),
    ]),
  );

describe('an import', () => {
  it('gives every file exactly one outcome and keeps going past the bad ones', async () => {
    await writeFile(join(folder, 'a.png'), png(4, 4, 'one'));
    await writeFile(join(folder, 'b same as a.png'), png(4, 4, 'one'));
    await writeFile(join(folder, 'c empty.jpg'), '');
    await writeFile(join(folder, 'd huge.png'), png(30_000, 30_000));
    await writeFile(join(folder, 'e note.txt'), 'plain words');
    await writeFile(join(folder, 'f really a png.jpg'), png(5, 5));
    await mkdir(join(folder, 'g folder'));
    await writeFile(join(folder, 'g folder', 'inside.bin'), Buffer.from([0, 1, 2, 255]));
    await symlink('/etc/hostname', join(folder, 'h link'));
    const results = await importAll();
    expect(outcomes(results)).toEqual({
      'a.png': 'stored-no-preview unsupported-preview',
      'b same as a.png': 'duplicate',
      'c empty.jpg': 'stored-no-preview file-empty',
      'd huge.png': 'stored-no-preview file-too-large',
      'e note.txt': 'stored',
      'f really a png.jpg': 'stored-no-preview unsupported-preview',
      'g folder/inside.bin': 'stored-no-preview unsupported-preview',
      'h link': 'failed not-a-file',
    });
  });

  it('stores each original bit for bit under its SHA-256', async () => {
    const bytes = Buffer.alloc(200_001, 'holdfast');
    await writeFile(join(folder, 'x.bin'), bytes);
    const [result] = await importAll();
    expect(result?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const out = join(folder, '..', `${Date.now()}.copy`);
    await provenanceHandlers(vault.context)['evidence.saveCopy']({
      id: result?.itemId ?? '',
      recipient: null,
      path: out,
      form: 'original',
    });
    expect((await readFile(out)).equals(bytes)).toBe(true);
    await rm(out);
  });

  it('says which paths are not there', async () => {
    const results = await importAll([join(folder, 'nowhere.png')]);
    expect(results).toMatchObject([{ outcome: 'failed', reason: 'file-vanished' }]);
  });

  it('numbers exhibits in order and never gives a number twice', async () => {
    await writeFile(join(folder, '1.txt'), 'one');
    await importAll();
    await writeFile(join(folder, '2.txt'), 'two');
    const results = await importAll();
    expect(results.map(({ exhibitRef, outcome }) => [exhibitRef, outcome])).toEqual([
      ['CR/1', 'duplicate'],
      ['CR/2', 'stored'],
    ]);
  });

  it('files an item under its best date and says where that comes from', async () => {
    await writeFile(join(folder, 'Screenshot_20240912-064012_WhatsApp.png'), png(4, 4));
    const [result] = await importAll();
    const item = await evidenceHandlers(vault.context)['evidence.get']({ id: result?.itemId ?? '' });
    expect(item.title).toBe('Screenshot, WhatsApp');
    expect(item.bestDate).toMatchObject({
      edtf: '2024-09-12',
      time: '06:40:12',
      code: 'file-name.AndroidScreenshot',
    });
    const draft = await chronologyHandlers(vault.context)['chronology.draftFromEvidence']({
      itemIds: [item.id],
    });
    expect(draft).toMatchObject({
      ...nothingMore,
      edtf: '2024-09-12',
      dateSource: 'File name, Android screenshot of CR/1',
      evidenceIds: [item.id],
      messageKeys: [],
    });
  });

  it('keeps a date a person chose, with the reason, and the facts it was chosen against', async () => {
    await writeFile(join(folder, 'Screenshot_20240912-064012_WhatsApp.png'), png(4, 4));
    const [result] = await importAll();
    const handlers = evidenceHandlers(vault.context);
    const chosen = await handlers['evidence.chooseDate']({
      id: result?.itemId ?? '',
      choice: { edtf: '2024-09-11', time: '23:40' },
      reason: 'The client remembers the evening before.',
    });
    expect(chosen.bestDate).toMatchObject({ edtf: '2024-09-11', source: 'typed', chosen: true });
    expect(chosen.dateReason).toContain('evening before');
    expect(chosen.facts.some(({ source }) => source === 'file-name')).toBe(true);
  });

  it('that is cancelled says so for each file that did not go in', async () => {
    for (let index = 0; index < 30; index += 1)
      await writeFile(join(folder, `${index}.txt`), `file ${index}`);
    const handlers = evidenceHandlers(vault.context);
    const job = await handlers['evidence.import']({ caseId, paths: [folder] });
    vault.context.jobs.cancel(job.id);
    const ended = await vault.context.jobs.ended(job.id);
    const { results } = await handlers['jobs.importReport']({ id: job.id });
    expect(ended.state).toBe('cancelled');
    expect(results).toHaveLength(30);
    expect(results.some(({ outcome }) => outcome === 'cancelled')).toBe(true);
  });

  it('leaves one audit entry an act, and the chain verifies', async () => {
    await writeFile(join(folder, '1.txt'), 'one');
    await importAll();
    const audit = verifyAudit(vault.context.db);
    expect(audit).toMatchObject({ ok: true });
    const acts = vault.context.db.prepare('SELECT action FROM audit ORDER BY seq').pluck().all();
    expect(acts).toEqual(['vault.create', 'case.create', 'evidence.import', 'evidence.read']);
  });
});

it('no byte of a name, an alias or a text is found anywhere in the vault folder', async () => {
  await writeFile(join(folder, 'canaryfilename.txt'), 'canarycontent '.repeat(1000));
  const [result] = await importAll();
  await chronologyHandlers(vault.context)['chronology.create']({
    caseId,
    ...nothingMore,
    edtf: '2026-03-03',
    time: null,
    title: 'Canary title',
    description: 'Canary description',
    quote: '',
    behaviours: ['b'],
    channel: null,
    place: 'Canary place',
    dateSource: '',
    reported: null,
    evidenceIds: [result?.itemId ?? ''],
    messageKeys: [],
  });
  const files = (await readdir(vault.folder, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const text = (await readFile(join(file.parentPath, file.name))).toString('latin1').toLowerCase();
    expect(text).not.toContain('canary');
    expect(file.name.toLowerCase()).not.toContain('canary');
  }
});
