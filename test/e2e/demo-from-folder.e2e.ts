import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { runDemo } from './helpers/demo';
import { filesUnder } from './helpers/files';
import { root } from './helpers/runtime';
import { pngOf } from './helpers/png';

/** What a client's memory stick may hold: whole, cut, altered, mislabelled and empty files, and some that are no pictures. */
function mixedFile(index: number, whole: Buffer, name: string): readonly [string, Buffer] {
  const extension = extname(name);
  const numbered = `${String(index).padStart(3, '0')} ${basename(name, extension)}`;
  const altered = Buffer.from(whole);
  const at = Math.floor(altered.length / 2);
  switch (index % 8) {
    case 0:
      return [`${numbered}${extension}`, whole];
    case 1:
      return [`${numbered} cut${extension}`, whole.subarray(0, Math.floor(whole.length / 3))];
    case 2:
      altered.fill(0xa5, at, at + 64);
      return [`${numbered} altered${extension}`, altered];
    case 3:
      return [
        `${numbered}${extension === '.pdf' ? '.jpg' : '.pdf'}`,
        Buffer.concat([whole, Buffer.of(index)]),
      ];
    case 4:
      return [`${numbered}.txt`, Buffer.from(`Note ${index}: he rang again.\n`)];
    case 5:
      return [
        `deep/er/${numbered} größe ‮gpj.${index}${extension}`,
        Buffer.concat([whole, Buffer.of(0, index)]),
      ];
    case 6:
      return [`${numbered}.mp4`, Buffer.from([0, 0, 0, 24, ...Buffer.from('ftypisom'), index])];
    default:
      return [`${numbered} end gone${extension}`, whole.subarray(0, whole.length - 1)];
  }
}

test('a folder of 200 mixed files, many of them broken, is accounted for to the last one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-mixed-'));
  try {
    const from = join(folder, 'stick');
    const samples = filesUnder(join(root, 'resources', 'sample-case', 'evidence'));
    const write = (name: string, bytes: Buffer): void => {
      mkdirSync(dirname(join(from, name)), { recursive: true });
      writeFileSync(join(from, name), bytes);
    };
    for (let index = 0; index < 197; index += 1) {
      const source = samples[index % samples.length];
      if (source === undefined) throw new Error('there is no sample case');
      write(...mixedFile(index, readFileSync(source), basename(source)));
    }
    write('empty.png', Buffer.alloc(0));
    write('empty.pdf', Buffer.alloc(0));
    // 30,000 by 30,000 pixels of nothing: 110 kB here, 3.6 GB once decoded.
    write('huge.png', pngOf(30_000, 30_000, deflateSync(Buffer.alloc(30_000 * 3751))));
    expect(filesUnder(from)).toHaveLength(200);

    const demo = await runDemo(join(folder, 'out'), ['--from', from]);

    expect(demo.output).toContain('Everything compared equal.');
    expect(demo.code).toBe(0);
    expect(demo.report.files).toHaveLength(200);
    const { in: all, stored, duplicate, failed } = demo.report.counts;
    expect(all).toBe(200);
    expect(stored + duplicate + failed).toBe(200);
    const kept = demo.report.files.filter(({ outcome }) => outcome !== 'failed');
    expect(stored).toBe(new Set(kept.map(({ sha256 }) => sha256)).size);
    expect(stored).toBeGreaterThan(100);
    const silent = demo.report.files.filter(
      ({ outcome, reason }) => outcome !== 'stored' && outcome !== 'duplicate' && reason === undefined,
    );
    expect(silent).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a folder that is not there is said plainly and writes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-none-'));
  try {
    await expect(runDemo(join(folder, 'out'), ['--from', join(folder, 'gone')])).rejects.toThrow(
      /no report that can be read/,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
