import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { gateHandlers } from '../../../../electron/services/gate/handlers';
import { ensureOfficeKeys } from '../../../../electron/services/offices/office';
import { officeHandlers } from '../../../../electron/services/offices/handlers';
import { makePack } from '../../../../electron/services/pack/make';
import { packHandlers } from '../../../../electron/services/pack/handlers';
import { writeSealedPack } from '../../../../electron/services/pack/write-sealed-pack';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { HoldfastError } from '../../../../shared/errors';
import type { PackOptions } from '../../../../shared/models/pack';
import type { TransferLock } from '../../../../shared/models/transfer';
import { codeOf } from '../../../helpers/code-of';
import { faultyFs, shortWritingFs } from '../../../helpers/faulty-fs';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { compareCard } from '../../../helpers/offices';
import { useTempFolders } from '../../../helpers/temp-folder';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const tempFolder = useTempFolders();
const passphrase = 'copper lantern drifts beyond the quarry';
let made: TestVault;
let other: TestVault;
let officeId: string;
let office: TransferLock;
let caseId: string;
let folder: string;
let items: string[];

async function typeset(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([600, 800]);
  return document.save();
}

beforeEach(async () => {
  made = await makeTestVault({ typeset });
  other = await makeTestVault({ officeName: 'South office' });
  officeId = await compareCard(other.context, made.context);
  office = { type: 'recipient', recipient: (await ensureOfficeKeys(other.context)).office.recipient };
  folder = await tempFolder();
  ({ id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase));
  items = [];
  for (const [index, bytes] of [200_000, 0, 65_536].entries())
    items.push(await addItem(made.vault, caseId, index + 1, randomBytes(bytes + index), `${index}.txt`));
  made.context.db.prepare("UPDATE evidence SET kind = 'text', mime = 'text/plain'").run();
  await gateHandlers(made.context)['leaving.classify']({ caseId, itemIds: items, itemClass: 'own' });
});
afterEach(async () => {
  await other.close();
  await made.close();
});

const target = (): string => join(folder, 'pack.tar.age');
const chosen = (change: Partial<PackOptions> = {}): PackOptions => ({
  ...{ recipient: 'police', to: '', chronology: null },
  exhibits: items.map((itemId) => ({ itemId, redactionId: null })),
  ...change,
});
const control = (signal = new AbortController().signal) => ({
  ...{ id: made.context.newId(), signal, progress: () => undefined },
});
const make = (lock: TransferLock = office, layer?: FsLayer, signal?: AbortSignal): Promise<string> =>
  makePack(made.context, { caseId, options: chosen(), lock }, target(), control(signal), layer);
const packs = async () => packHandlers(made.context)['pack.list']({ caseId });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Flips a bit in the stored file of an exhibit. */
function damage(item: string | undefined): void {
  const id = String(made.context.db.prepare('SELECT file_id FROM evidence WHERE id = ?').pluck().get(item));
  const path = join(made.folder, 'evidence', id.slice(-2), id);
  const bytes = readFileSync(path);
  bytes[150_000] = (bytes[150_000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Unpacks a plain tar with the command. Gives the folder that it held. */
function untar(plain: string): string {
  execFileSync('tar', ['-xf', plain, '-C', folder]);
  return join(folder, 'evidence-pack');
}

/** What a sealed pack holds, opened with the library. */
async function opened(key: (decrypter: Decrypter) => void): Promise<string> {
  const decrypter = new Decrypter();
  key(decrypter);
  const tar = join(folder, 'plain.tar');
  writeFileSync(tar, await decrypter.decrypt(new Uint8Array(readFileSync(target()))));
  return untar(tar);
}

const byOffice = async (): Promise<string> => {
  const { identity } = await ensureOfficeKeys(other.context);
  return opened((decrypter) => {
    decrypter.addIdentity(identity);
  });
};

describe('an evidence pack in a sealed file', () => {
  it('opens with stock age and tar into the folder, in which sha256sum accepts every file', async ({
    skip,
  }) => {
    if (spawnSync('age', ['--version']).error !== undefined) skip('the age command is not installed');
    await make();
    expect(readdirSync(folder)).toEqual(['pack.tar.age']);
    const { identity } = await ensureOfficeKeys(other.context);
    writeFileSync(join(folder, 'identity.txt'), `${identity}\n`);
    const tar = join(folder, 'pack.tar');
    execFileSync('age', ['-d', '-i', join(folder, 'identity.txt'), '-o', tar, target()]);
    const listed = execFileSync('tar', ['-tf', tar], { encoding: 'utf8' }).trim().split('\n');
    expect(listed[0]).toBe('evidence-pack/');
    expect(listed.every((name) => name.startsWith('evidence-pack/'))).toBe(true);
    const unpacked = untar(tar);
    expect(readdirSync(unpacked).sort()).toEqual([
      ...['00_cover-note.pdf', '01_exhibit-schedule.csv', '01_exhibit-schedule.pdf', '03_continuity.pdf'],
      ...['SHA256SUMS', 'WR-1_undated_text.txt', 'WR-2_undated_text.txt', 'WR-3_undated_text.txt'],
      'verify.html',
    ]);
    const said = execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {
      ...{ cwd: unpacked, encoding: 'utf8' },
    });
    expect(said.trim().split('\n')).toHaveLength(8);
    const originals = made.context.db
      .prepare('SELECT f.sha256 FROM evidence e JOIN files f ON f.id = e.file_id ORDER BY e.exhibit_number')
      .pluck()
      .all();
    expect([1, 2, 3].map((at) => sha256(readFileSync(join(unpacked, `WR-${at}_undated_text.txt`))))).toEqual(
      originals,
    );
  });

  it('opens with its passphrase alone, under the work that packages have', async () => {
    await make({ type: 'passphrase', passphrase });
    const header = readFileSync(target()).subarray(0, 200).toString('latin1').split('\n');
    expect(header[0]).toBe('age-encryption.org/v1');
    expect(header[1]).toMatch(/^-> scrypt \S+ 17$/u);
    expect(header.filter((line) => line.startsWith('->'))).toHaveLength(1);
    const wrong = opened((decrypter) => {
      decrypter.addPassphrase(`${passphrase}s`);
    });
    await expect(wrong).rejects.toThrow('no identity matched');
    const unpacked = await opened((decrypter) => {
      decrypter.addPassphrase(passphrase);
    });
    execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: unpacked });
    expect((await packs())[0]?.sealed).toMatchObject({ office: null });
  });

  it('is kept with the case as how it left and for whom, and so is the act', async () => {
    const id = await make();
    const bytes = readFileSync(target());
    const sealed = {
      office: { id: officeId, name: 'South office' },
      bytes: bytes.length,
      sha256: sha256(bytes),
    };
    expect(await packs()).toMatchObject([{ id, recipient: 'police', sealed }]);
    const detail = made.context.db
      .prepare("SELECT detail FROM audit WHERE action = 'pack.make' AND subject = ?")
      .pluck()
      .get(id);
    expect(JSON.parse(String(detail))).toMatchObject({
      ...{ exhibits: 3, to: 'police', sealed: sealed.sha256, office: officeId },
    });
  });

  it('leaves an original that is damaged out, says so, and holds the rest', async () => {
    damage(items[0]);
    await make();
    const unpacked = await byOffice();
    expect(readdirSync(unpacked).filter((name) => name.startsWith('WR-'))).toEqual([
      ...['WR-2_undated_text.txt', 'WR-3_undated_text.txt'],
    ]);
    execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: unpacked });
    expect((await packs())[0]?.leftOut).toEqual([
      { exhibitRef: 'WR/1', what: 'exhibit', reason: 'evidence-damaged' },
    ]);
  });
});

describe('a sealed pack that cannot be made', () => {
  it('leaves nothing at all, whichever operation on the disk fails, and is made at the next try', async () => {
    let failures = 0;
    for (let nth = 1; ; nth += 1) {
      const faulty = faultyFs(nth, 'ENOSPC');
      const code = await codeOf(() => make(office, faulty.layer));
      if (!faulty.failed()) {
        expect(code).toBe('no error');
        break;
      }
      failures += 1;
      expect(code, `operation ${nth}`).toBe('disk-full');
      expect(readdirSync(folder), `operation ${nth}`).toEqual([]);
      expect(await packs()).toEqual([]);
    }
    // Making, the head, one batch of chunks, making it durable, its name, and making that durable.
    expect(failures).toBeGreaterThan(5);
    expect(await packs()).toHaveLength(1);
    await byOffice();
  }, 120_000);

  it('leaves no more than an unfinished file, which nobody can read, where the stick is pulled out', async () => {
    for (let nth = 1; ; nth += 1) {
      const faulty = faultyFs(nth, 'EIO', { stays: true });
      const code = await codeOf(() => make(office, faulty.layer));
      if (!faulty.failed()) break;
      expect(code, `operation ${nth}`).not.toBe('no error');
      expect(await packs()).toEqual([]);
      for (const name of readdirSync(folder)) expect(name).toMatch(/^holdfast-[0-9a-f]{12}\.part$/u);
    }
  }, 120_000);

  it('holds every byte where the disk takes a few at a time', async () => {
    await make(office, shortWritingFs(1000));
    execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: await byOffice() });
  });

  it('touches nothing where something of its name is there, also where that came meanwhile', async () => {
    writeFileSync(target(), 'mine');
    expect(await codeOf(() => make())).toBe('target-exists');
    expect(readFileSync(target(), 'utf8')).toBe('mine');
    const late = join(folder, 'late');
    const options = {
      signal: new AbortController().signal,
      wrote: () => undefined,
      verifying: () => undefined,
    };
    const write = () =>
      writeSealedPack(
        late,
        { ...options, lock: office, at: made.context.now() },
        async (add) => {
          await add('a.txt', () => [Buffer.from('a')]);
          mkdirSync(late);
        },
        () => undefined,
      );
    expect(await codeOf(write)).toBe('target-exists');
    expect(readdirSync(folder).sort()).toEqual(['late', 'pack.tar.age']);
  });

  it('is not there when writing down that it is fails, and says what went wrong while it was filled', async () => {
    const options = {
      ...{ signal: new AbortController().signal, wrote: () => undefined, verifying: () => undefined },
      ...{ lock: office, at: made.context.now() },
    };
    const kept = (): void => {
      expect(readdirSync(folder)).toEqual(['pack.tar.age']);
      throw new HoldfastError('clock-jumped');
    };
    const noted = () => writeSealedPack(target(), options, (add) => add('a', () => [Buffer.from('a')]), kept);
    expect(await codeOf(noted)).toBe('clock-jumped');
    const early = () =>
      writeSealedPack(
        target(),
        options,
        () => Promise.reject(new HoldfastError('leaving-undecided')),
        () => undefined,
      );
    expect(await codeOf(early)).toBe('leaving-undecided');
    let asked = 0;
    async function* worseTheSecondTime(): AsyncGenerator<Uint8Array> {
      asked += 1;
      yield Buffer.alloc(10);
      await Promise.resolve();
      if (asked > 1) throw new HoldfastError('evidence-damaged');
    }
    const changing = () =>
      writeSealedPack(
        target(),
        options,
        (add) => add('a', worseTheSecondTime),
        () => undefined,
      );
    expect(await codeOf(changing)).toBe('evidence-damaged');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing where somebody stops it', async () => {
    for (const stopAt of [1, 2, 4, 7]) {
      const controller = new AbortController();
      let told = 0;
      const progress = (): void => {
        told += 1;
        if (told > stopAt) controller.abort();
      };
      const running = makePack(made.context, { caseId, options: chosen(), lock: office }, target(), {
        ...{ id: made.context.newId(), signal: controller.signal, progress },
      });
      expect(await codeOf(() => running)).toBe('cancelled');
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is refused for an office whose words were not compared, and under a weak passphrase', async () => {
    const stranger = await makeTestVault({ officeName: 'Nobody' });
    const { recipient } = (await ensureOfficeKeys(stranger.context)).office;
    const { text } = await officeHandlers(stranger.context)['offices.ownCard']({});
    await stranger.close();
    const lock: TransferLock = { type: 'recipient', recipient };
    expect(await codeOf(() => make(lock))).toBe('office-not-compared');
    await officeHandlers(made.context)['offices.add']({ text });
    expect(await codeOf(() => make(lock))).toBe('office-not-compared');
    await officeHandlers(made.context)['offices.retire']({ id: officeId });
    expect(await codeOf(() => make())).toBe('office-not-compared');
    const weak = async (): Promise<unknown> =>
      packHandlers(made.context)['pack.make']({
        ...{ caseId, options: chosen(), target: made.context.newId() },
        lock: { type: 'passphrase', passphrase: 'password1234' },
      });
    expect(await codeOf(weak)).toBe('weak-passphrase');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('waits until everything is decided, also what came up while it was made', async () => {
    made.context.act({ action: 'test', subject: null }, () => {
      made.context.records.create('protected', {
        ...{ id: made.context.newId(), caseId },
        body: { what: 'words', text: '0.txt', whose: '', place: null },
      });
    });
    expect(await codeOf(() => make())).toBe('leaving-undecided');
    expect(readdirSync(folder)).toEqual([]);
    expect(await packs()).toEqual([]);
  });
});
