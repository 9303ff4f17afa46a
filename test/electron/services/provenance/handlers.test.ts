import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exifr from 'exifr';
import { afterEach, describe, expect, it } from 'vitest';
import { auditHandlers } from '../../../../electron/services/audit/handlers';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { provenanceHandlers } from '../../../../electron/services/provenance/handlers';
import { verifyAudit } from '../../../../electron/vault/audit';
import { emptyProvenance } from '../../../../shared/models/provenance';
import type { SharedProvenance } from '../../../../shared/models/provenance';
import { heic, jpeg, png, tiff } from '../evidence/files';
import { makeSetting, pretendLab } from '../evidence/setting';
import type { Setting } from '../evidence/setting';
import { cpuTime } from '../../../helpers/cpu-time';

let setting: Setting;
afterEach(() => setting.end());

const { checks: _checks, ...nothingSaid } = emptyProvenance;
const said = (more: Partial<SharedProvenance>): SharedProvenance => ({ ...nothingSaid, ...more });
const handlers = () => provenanceHandlers(setting.vault.context);
const evidence = () => evidenceHandlers(setting.vault.context);

async function withFiles(files: Readonly<Record<string, Buffer | string>>): Promise<string[]> {
  setting = await makeSetting({ lab: pretendLab().lab });
  for (const [name, bytes] of Object.entries(files)) await setting.put(name, bytes);
  const { results } = await setting.take();
  return Object.keys(files).map(
    (name) => results.find(({ fileName }) => fileName.endsWith(`/${name}`))?.itemId ?? '',
  );
}
const newest = async (id: string) => (await handlers()['provenance.get']({ id })).versions[0];

describe('where an item came from', () => {
  it('is kept in versions, each with who said it, and the newest counts', async () => {
    const [id = ''] = await withFiles({ 'a.png': png() });
    expect(await handlers()['provenance.get']({ id })).toEqual({ versions: [] });
    const first = { ...emptyProvenance, way: 'email' as const, checks: { sender: 'yes' as const } };
    await handlers()['provenance.save']({ id, version: 0, provenance: first });
    const record = await handlers()['provenance.save']({
      id,
      version: 1,
      provenance: { ...first, way: 'copied_by_cable', receivedOn: '2026-11~' },
    });
    expect(record.versions).toMatchObject([
      { version: 2, author: 'Test advocate', body: { way: 'copied_by_cable', receivedOn: '2026-11~' } },
      { version: 1, body: { way: 'email', receivedOn: null, checks: { sender: 'yes' } } },
    ]);
  });

  it('is not saved over what somebody else said meanwhile, nor with a date that is none', async () => {
    const [id = ''] = await withFiles({ 'a.png': png() });
    await handlers()['provenance.save']({ id, version: 0, provenance: emptyProvenance });
    const before = await handlers()['provenance.get']({ id });
    for (const [version, provenance, code] of [
      [0, emptyProvenance, 'conflict'],
      [1, { ...emptyProvenance, receivedOn: '2026-02-30' }, 'invalid-input'],
    ] as const) {
      await expect(async () =>
        handlers()['provenance.save']({ id, version, provenance }),
      ).rejects.toMatchObject({ code });
    }
    expect(await handlers()['provenance.get']({ id })).toEqual(before);
  });

  it('is said of several at once, over what was said and never over what was left empty', async () => {
    const ids = await withFiles({ 'a.png': png(), 'b.png': png({ shade: 2 }), 'c.png': png({ shade: 3 }) });
    const [a = '', b = '', c = ''] = ids;
    await handlers()['provenance.save']({
      id: b,
      version: 0,
      provenance: {
        ...emptyProvenance,
        way: 'messaging_app',
        device: 'Her old phone',
        checks: { date: 'no' },
      },
    });
    const audited = verifyAudit(setting.vault.context.db).entries;
    const provenance = said({ way: 'copied_by_cable', givenBy: 'The client' });
    expect(await handlers()['provenance.saveMany']({ ids: [a, b, a], provenance })).toEqual({
      changed: 2,
      same: 0,
    });
    expect((await newest(b))?.body).toEqual({
      ...emptyProvenance,
      way: 'copied_by_cable',
      givenBy: 'The client',
      device: 'Her old phone',
      checks: { date: 'no' },
    });
    expect((await newest(b))?.version).toBe(2);
    expect(await newest(c)).toBeUndefined();
    expect(verifyAudit(setting.vault.context.db)).toMatchObject({ ok: true, entries: audited + 1 });
    expect(await handlers()['provenance.saveMany']({ ids, provenance })).toEqual({ changed: 1, same: 2 });
  });

  it('is refused as a whole when one of several is not there', async () => {
    const [a = ''] = await withFiles({ 'a.png': png() });
    await expect(async () =>
      handlers()['provenance.saveMany']({
        ids: [a, setting.caseId],
        provenance: said({ way: 'email' }),
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await newest(a)).toBeUndefined();
  });

  it('is counted, and what nobody has spoken of can be listed', async () => {
    const [a = '', b = ''] = await withFiles({ 'a.png': png(), 'b.png': png({ shade: 2 }) });
    await handlers()['provenance.save']({
      id: a,
      version: 0,
      provenance: { ...emptyProvenance, way: 'email' },
    });
    // Looking at the list of questions says nothing about the way it came.
    await handlers()['provenance.save']({
      id: b,
      version: 0,
      provenance: { ...emptyProvenance, checks: { date: 'yes' } },
    });
    expect(await handlers()['provenance.count']({ caseId: setting.caseId })).toEqual({ items: 2, said: 1 });
    const open = await evidence()['evidence.list']({
      caseId: setting.caseId,
      search: '',
      filter: 'no-provenance',
      sort: 'date',
    });
    expect(open.map(({ id }) => id)).toEqual([b]);
  });

  it('of thousands is saved and listed quickly', async () => {
    const [a = ''] = await withFiles({ 'a.png': png() });
    const { db, newId } = setting.vault.context;
    const columns = (db.pragma('table_info(evidence)') as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => !['id', 'exhibit_ref', 'exhibit_number'].includes(name));
    const copy = db.prepare(
      `INSERT INTO evidence (id, exhibit_ref, exhibit_number, ${columns.join()})
       SELECT @id, 'X/' || @number, @number, ${columns.join()} FROM evidence WHERE id = @a`,
    );
    const ids = Array.from({ length: 5000 }, (_each, index) => {
      const id = newId();
      copy.run({ id, a, number: index + 2 });
      return id;
    });
    const before = cpuTime();
    await handlers()['provenance.saveMany']({ ids, provenance: said({ way: 'email' }) });
    expect(await handlers()['provenance.count']({ caseId: setting.caseId })).toMatchObject({ said: 5000 });
    expect(cpuTime() - before).toBeLessThan(5000);
  });
});

describe('the time of what an item shows', () => {
  it('is a fact of its own, with whose words it is, and changes nothing else', async () => {
    const [id = ''] = await withFiles({ 'Screenshot_20260303-210005.png': png() });
    const before = await evidence()['evidence.get']({ id });
    const after = await evidence()['evidence.sayShown']({
      id,
      edtf: '2026-03-01',
      time: '19:40',
      saidBy: 'the client',
      reason: 'The bubble says Sunday 19:40.',
    });
    expect(after.bestDate).toEqual(before.bestDate);
    expect(after.dateConflict).toBe(false);
    expect(after.facts.filter(({ field }) => field === 'shown')).toMatchObject([
      { source: 'typed', code: 'typed.InWordsOf', detail: 'the client', value: '2026-03-01', time: '19:40' },
    ]);
    expect((await handlers()['evidence.history']({ id })).choices).toMatchObject([
      {
        field: 'shown',
        edtf: '2026-03-01',
        reason: 'The bubble says Sunday 19:40.',
        author: 'Test advocate',
      },
    ]);
  });

  it('is refused when it is no date', async () => {
    const [id = ''] = await withFiles({ 'a.png': png() });
    await expect(async () =>
      evidence()['evidence.sayShown']({ id, edtf: 'Sunday', time: null, saidBy: 'me', reason: 'r' }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await handlers()['evidence.history']({ id })).choices).toEqual([]);
  });
});

describe('the choices of a date', () => {
  it('all stay, newest first, with reasons that the record of acts does not hold', async () => {
    const [id = ''] = await withFiles({
      'Screenshot_20260303-210005.jpg': jpeg({ exif: tiff({ exif: [[0x9003, '2026:03:04 09:00:00']] }) }),
    });
    const { facts } = await evidence()['evidence.get']({ id });
    const byName = facts.find(({ field, source }) => field === 'captured' && source === 'file-name');
    await evidence()['evidence.chooseDate']({
      id,
      choice: { factId: byName?.id ?? '' },
      reason: 'Her phone.',
    });
    await evidence()['evidence.chooseDate']({
      id,
      choice: { edtf: '2026-03-05', time: null },
      reason: 'She was wrong.',
    });
    const { choices } = await handlers()['evidence.history']({ id });
    expect(choices).toMatchObject([
      { edtf: '2026-03-05', reason: 'She was wrong.', source: 'typed' },
      { edtf: '2026-03-03', reason: 'Her phone.', source: 'file-name' },
    ]);
    const { entries } = await auditHandlers(setting.vault.context)['audit.list']({
      group: 'changed',
      search: 'choose-date',
      offset: 0,
      limit: 10,
    });
    expect(entries.map(({ detail }) => detail.choice)).toEqual(choices.map((each) => each.id));
    expect(JSON.stringify(entries)).not.toContain('Her phone');
  });
});

describe('saving a copy', () => {
  const gps = [
    [1, 'N'],
    [
      2,
      [
        [51, 1],
        [30, 1],
        [0, 1],
      ],
    ],
    [3, 'W'],
    [
      4,
      [
        [0, 1],
        [7, 1],
        [30, 1],
      ],
    ],
  ] as const;
  const photo = jpeg({
    exif: tiff({
      ifd0: [
        [0x0110, 'Secret Phone 7'],
        [0x0112, 6],
      ],
      gps,
    }),
  });
  let out = '';
  const save = async (id: string, form: 'clean' | 'original') => {
    out = await mkdtemp(join(tmpdir(), 'holdfast-out-'));
    const saved = await handlers()['evidence.saveCopy']({
      id,
      form,
      path: join(out, 'copy'),
      recipient: null,
    });
    return { saved, bytes: await readFile(join(out, 'copy')) };
  };
  afterEach(async () => {
    if (out !== '') await rm(out, { recursive: true });
    out = '';
  });
  const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const lastAct = () =>
    setting.vault.context.db
      .prepare("SELECT detail FROM audit WHERE action = 'evidence.save-copy' ORDER BY seq DESC LIMIT 1")
      .pluck()
      .get() as string;

  it('of the original writes it bit for bit, and leaves no draft', async () => {
    const content = Buffer.alloc(700_000, 'holdfast');
    const [id = ''] = await withFiles({ 'a.bin': content });
    const { saved, bytes } = await save(id, 'original');
    expect(saved).toEqual({ bytes: 700_000, sha256: sha256(content) });
    expect(bytes.equals(content)).toBe(true);
    expect(await readdir(out)).toEqual(['copy']);
    await expect(
      handlers()['evidence.saveCopy']({
        id,
        form: 'original',
        path: join(out, 'no folder', 'copy'),
        recipient: null,
      }),
    ).rejects.toThrow();
  });

  it('without details carries neither place nor device, and its making is on record', async () => {
    const [id = ''] = await withFiles({ 'a.jpg': photo });
    const { saved, bytes } = await save(id, 'clean');
    expect(await exifr.gps(photo)).toMatchObject({ latitude: 51.5 });
    expect(await exifr.gps(bytes)).toBeUndefined();
    expect(bytes.includes('Secret Phone 7')).toBe(false);
    expect(await exifr.orientation(bytes)).toBe(6);
    expect(saved.sha256).toBe(sha256(bytes));
    expect(JSON.parse(lastAct())).toEqual({
      exhibit: 'RB/1',
      form: 'clean',
      parent: sha256(photo),
      sha256: sha256(bytes),
      bytes: bytes.length,
      operations: 'take details out',
    });
    expect((await handlers()['evidence.history']({ id })).copies).toMatchObject([
      { form: 'clean', sha256: sha256(bytes), author: 'Test advocate' },
    ]);
  });

  it('without details of a form that has no lossless way is drawn anew', async () => {
    const [id = ''] = await withFiles({
      'Photo 2026-03-03.heic': heic(tiff({}), { width: 4, height: 4 }),
    });
    const { bytes } = await save(id, 'clean');
    expect([...bytes]).toEqual([9]);
    expect(JSON.parse(lastAct())).toMatchObject({ operations: 'decode, turn upright, draw anew' });
    expect(await handlers()['evidence.suggestName']({ id, form: 'clean' })).toEqual({
      name: 'RB-1_20260303.jpg',
    });
    expect(await handlers()['evidence.suggestName']({ id, form: 'original' })).toEqual({
      name: 'RB-1_20260303.heic',
    });
  });

  it('without details is refused for what has no such form, and nothing is written', async () => {
    const [id = ''] = await withFiles({ 'a.bin': Buffer.from([1, 2, 3]) });
    await expect(save(id, 'clean')).rejects.toMatchObject({ code: 'unsupported-preview' });
    expect(await readdir(out)).toEqual([]);
  });
});
