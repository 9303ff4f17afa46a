import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headBytes,
  packPrint,
  unpackHead,
  unpackRows,
} from '../../../../electron/services/likeness/print-bytes';
import { keptLandmarks, landmarksOf, signsOf } from '../../../../shared/domain/likeness/landmarks';
import { drawConversation, printOf, screenOf } from '../../../helpers/chat-pictures';

const print = printOf(screenOf(drawConversation({ seed: 2 }), 0, { height: 1134, name: 1, clock: 1 }));

describe('a print as bytes', () => {
  const bytes = packPrint(print);

  it('comes back whole, and what finds candidates from its beginning alone', () => {
    expect(unpackRows(bytes, print.height)).toEqual(print.rows);
    expect(unpackHead(bytes.subarray(0, headBytes))?.landmarks).toEqual(
      keptLandmarks(landmarksOf(signsOf(print.rows))),
    );
  });

  it('is far smaller than the rows', () => {
    expect(bytes.length).toBeLessThan(print.rows.length / 2);
  });

  it('that are damaged are none, or a print of the right size, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(bytes.length),
        (at, value, end) => {
          const damaged = Buffer.from(bytes.subarray(0, end));
          if (at < damaged.length) damaged[at] = value;
          expect(unpackRows(damaged, print.height)?.length ?? print.rows.length).toBe(print.rows.length);
          expect(unpackHead(damaged)?.coarse.length ?? 1024).toBe(1024);
        },
      ),
    );
    expect(unpackRows(bytes, print.height - 1)).toBeNull();
    expect(unpackRows(Buffer.alloc(0), 1)).toBeNull();
  });
});
