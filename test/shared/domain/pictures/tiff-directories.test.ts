import { describe, expect, it } from 'vitest';
import {
  mostTiffPages,
  tiffDirectories,
  tiffPages,
} from '../../../../shared/domain/pictures/tiff-directories';
import { tiffOf } from '../../../helpers/lying-pictures';

const page = { orientation: 1 };

describe('the pages of a TIFF', () => {
  it('are those of its chain, each as it lies', () => {
    const pages = tiffPages(tiffOf([page, { orientation: 6, type: 4 }, { orientation: 3, type: 1 }]));
    expect(pages?.map(({ lies }) => lies)).toEqual([1, 6, 3]);
  });

  it('are not its previews and masks, unless there is nothing else', () => {
    const [preview, mask] = [
      { ...page, subfile: 1 },
      { ...page, subfile: 4 },
    ];
    expect(tiffPages(tiffOf([page, preview, page, mask, preview]))).toHaveLength(2);
    expect(tiffPages(tiffOf([preview, mask]))).toHaveLength(1);
  });

  it('are counted once where the chain bites its tail', () => {
    expect(tiffPages(tiffOf([page, page, page], 'first'))).toHaveLength(3);
  });

  it('are refused when they are more than anybody scans', () => {
    const bytes = chainOf(mostTiffPages + 1);
    expect(tiffPages(bytes)).toBeNull();
    expect(tiffPages(chainOf(mostTiffPages))).toHaveLength(mostTiffPages);
  });

  it('end where the file ends', () => {
    const whole = tiffOf([page, page]);
    for (let length = 0; length < 500; length += 1) {
      const pages = tiffPages(whole.subarray(0, length));
      expect(pages === null ? 99 : pages.length).toBeLessThanOrEqual(2);
    }
    expect(tiffPages(Buffer.from('II*\0\u0008\0\0\0\u00ff\u00ff', 'latin1'))).toEqual([]);
  });

  it('say nothing by a value that means nothing', () => {
    const lies = [0, 9, 65_535].map((orientation) => tiffPages(tiffOf([{ orientation }]))?.[0]?.lies);
    expect(lies).toEqual([null, null, null]);
    expect(tiffPages(tiffOf([{ orientation: 6, type: 2 }]))?.[0]?.lies).toBeNull();
  });
});

it('a tag that stands in a directory twice counts once, the first', () => {
  const bytes = Buffer.from(
    '49492a0008000000' + '0200' + '120103000100000006000000' + '120103000100000003000000' + '00000000',
    'hex',
  );
  expect(tiffDirectories(bytes, 1)[0]?.number(274)).toBe(6);
});

/** Directories of a width and a height and nothing else. */
function chainOf(count: number): Buffer {
  const size = 2 + 2 * 12 + 4;
  const out = Buffer.alloc(8 + count * size);
  out.write('II*\0', 0, 'latin1');
  out.writeUInt32LE(8, 4);
  for (let index = 0; index < count; index += 1) {
    const at = 8 + index * size;
    out.writeUInt16LE(2, at);
    Buffer.from('000103000100000004000000' + '010103000100000004000000', 'hex').copy(out, at + 2);
    out.writeUInt32LE(index === count - 1 ? 0 : at + size, at + size - 4);
  }
  return out;
}
