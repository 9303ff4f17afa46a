import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseToOpen, startApp } from './helpers/app';
import { makeCase, takeIn } from './helpers/import';
import { sha256Of } from './helpers/files';
import { makeVaultThroughTheDoor } from './helpers/vault';

/** 4096 with HOLDFAST_LARGE=4096: a film of four gigabytes, which takes some minutes and twice its size of disk. */
const megabytes = Number(process.env.HOLDFAST_LARGE ?? 700);
const mebi = 1024 * 1024;

/** A film whose length is said behind all of its pictures, as phones write it. The pictures are a hole in the file. */
function makeFilm(path: string): void {
  const box = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const mvhd = Buffer.alloc(100);
  mvhd.writeUInt32BE((Date.UTC(2026, 6, 3, 20, 15, 5) - Date.UTC(1904, 0)) / 1000, 4);
  mvhd.writeUInt32BE(1, 12);
  mvhd.writeUInt32BE(5400, 16);
  const moov = box('moov', box('mvhd', mvhd));
  const ftyp = box('ftyp', Buffer.from('isom\u0000\u0000\u0000\u0000isommp42', 'latin1'));
  const mdat = Buffer.alloc(16);
  mdat.writeUInt32BE(1, 0);
  mdat.write('mdat', 4, 'latin1');
  const size = megabytes * mebi;
  mdat.writeBigUInt64BE(BigInt(size - ftyp.length - moov.length), 8);
  const file = openSync(path, 'w');
  ftruncateSync(file, size);
  writeSync(file, Buffer.concat([ftyp, mdat]), 0, ftyp.length + mdat.length, 0);
  writeSync(file, moov, 0, moov.length, size - moov.length);
  closeSync(file);
}

/** The most memory a process has had since its peak was reset, in MiB (proc(5)). */
const peak = (pid: number): number =>
  Number(/VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
const resetPeak = (pid: number): void => {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
};

test('a very large film goes in, and is read, in little memory', async () => {
  test.skip(process.platform !== 'linux', 'Peaks are read from /proc.');
  test.setTimeout(900_000 + megabytes * 500);
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-large-'));
  try {
    const film = join(folder, 'door.mp4');
    makeFilm(film);
    const { app, page, close } = await startApp(join(folder, 'vault'));
    await makeVaultThroughTheDoor(page, ['lighthouse', 'marble', 'cycle', 'orchard']);
    const caseId = await makeCase(page);
    const pid = await app.evaluate(
      ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Holdfast vault')?.pid ?? 0,
    );
    // What making the vault took does not count.
    resetPeak(pid);
    await chooseToOpen(app, [film]);
    const { items, time } = await takeIn(page, caseId);
    const most = peak(pid);
    console.log(`${megabytes} MB: at most ${Math.round(most)} MB, ${Math.round(time / 1000)} s`);
    expect(most).toBeLessThan(400);
    expect(items).toMatchObject([
      {
        kind: 'video',
        bytes: statSync(film).size,
        sha256: sha256Of(film),
        durationMs: 5_400_000,
        reading: 'done',
      },
    ]);
    await close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
