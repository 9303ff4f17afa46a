import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildOf, fillForBundle } from '../../../helpers/built-bundle';
import type { Filled } from '../../../helpers/built-bundle';
import { noisy } from '../../../helpers/chequered';
import { useDecoderOfPackage } from '../../../helpers/pdfium';

beforeAll(useDecoderOfPackage);
let filled: Filled | null = null;
afterEach(async () => {
  await filled?.made.close();
  filled = null;
});

/** Pictures of about four tenths of a megabyte, or as many times that as is said. */
async function fill(...times: readonly number[]): Promise<Filled> {
  filled = await fillForBundle(times.length, {}, (number) =>
    noisy(640, 640 * (times[number - 1] ?? 1) + number),
  );
  return filled;
}

describe('volumes of so many megabytes', () => {
  it('are cut between documents, each no larger than was said, and hold every page once', async () => {
    const { bundle, error } = await buildOf(await fill(1, 1, 1, 1, 1, 1), { volumeMegabytes: 1 });
    expect(error).toBeNull();
    const volumes = bundle?.files ?? [];
    expect(volumes.length).toBeGreaterThan(1);
    expect(volumes.every(({ role, bytes }) => role === 'volume' && bytes <= 1e6)).toBe(true);
    expect(bundle?.checks.filter(({ id }) => id.startsWith('volume'))).toEqual([]);
    const starts = new Set(bundle?.plan.rows.map(({ firstPage }) => String(firstPage)));
    for (const [index, { firstPage, lastPage }] of volumes.entries()) {
      if (index > 0) expect(starts.has(firstPage)).toBe(true);
      expect(volumes[index + 1]?.firstPage ?? String((bundle?.pages ?? 0) + 1)).toBe(
        String(Number(lastPage) + 1),
      );
    }
  });

  it('are none where the whole is small enough', async () => {
    const { bundle } = await buildOf(await fill(1), { volumeMegabytes: 5 });
    expect(bundle?.files).toEqual([]);
  });

  it('keep to the number of pages as well, where both were said', async () => {
    const { bundle } = await buildOf(await fill(1, 1, 1), { volumeMegabytes: 100, volumesOf: 10 });
    expect(bundle?.files).toEqual([]);
  });

  it('are told of one document that is larger than a volume by itself, which is not cut', async () => {
    const { bundle } = await buildOf(await fill(1, 4), { volumeMegabytes: 1 });
    const found = bundle?.checks.filter(({ id }) => id.startsWith('volume')) ?? [];
    expect(found.map(({ id, state }) => [id.replace(/\d+$/u, ''), state])).toEqual([
      ['volume-over-', 'decide'],
      ['volume-large-', 'decide'],
    ]);
    expect(found[0]?.text).toContain('(1 MB)');
  });
});
