import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparePackageFile } from '../../../../electron/services/transfer/compare/compare-package';
import { codeOf } from '../../../helpers/code-of';
import { control, everything, receive, usePackedCase } from './setting';
import type { PackedCase } from './setting';

/** How many places are tried; a thousand and more before a release. */
const places = Number(process.env.HOLDFAST_DAMAGE ?? 60);
const chunk = 64 * 1024;
/** Of a file that was cut or changed: it is no package, it is for nobody here, or it is damaged. */
const refused = ['package-damaged', 'package-not-ours', 'package-wrong-key', 'package-costly'];

let made: PackedCase;
usePackedCase((each) => {
  made = each;
});

/** Where a file is cut or changed: at every chunk, a byte before and after, and at places spread over all of it. */
function spots(length: number): readonly number[] {
  const boundaries = Array.from({ length: Math.ceil(length / chunk) }, (_, index) => index * chunk);
  // The golden ratio spreads them, the same each time.
  const spread = Array.from({ length: places }, (_, index) =>
    Math.floor(length * ((index * 0.618033988749895) % 1)),
  );
  return [...new Set([...boundaries.flatMap((at) => [at - 1, at, at + 1]), ...spread, length - 1])].filter(
    (at) => at >= 0 && at < length,
  );
}

describe('a package that was cut or changed anywhere', () => {
  const bad = () => join(made.folder, 'bad.hfcase');
  const refusals = async (damage: (bytes: Buffer, at: number) => Buffer): Promise<readonly string[]> => {
    const bytes = await readFile(made.packagePath);
    const before = await everything(made.receiver);
    const wrong: string[] = [];
    for (const at of spots(bytes.length)) {
      await writeFile(bad(), damage(bytes, at));
      const code = await codeOf(() => receive(made, bad()));
      if (!refused.includes(code)) wrong.push(`${at}: ${code}`);
    }
    expect(await everything(made.receiver)).toEqual(before);
    return wrong;
  };

  it('is refused wherever it ends, and the vault is as it was', async () => {
    expect(await refusals((bytes, at) => bytes.subarray(0, at))).toEqual([]);
  });

  it('is refused whichever bit is another, and the vault is as it was', async () => {
    const flipped = (bytes: Buffer, at: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
      return copy;
    };
    expect(await refusals(flipped)).toEqual([]);
  });

  it('is refused when it is only looked at, too', async () => {
    const bytes = await readFile(made.packagePath);
    await writeFile(bad(), bytes.subarray(0, bytes.length - 1));
    const input = { path: bad(), passphrase: null, seen: null };
    expect(await codeOf(() => comparePackageFile(made.receiver.context, input, control))).toBe(
      'package-damaged',
    );
  });

  it('is taken in as soon as it is whole', async () => {
    expect(await receive(made)).toMatchObject({ verified: true });
  });
}, 600_000);
