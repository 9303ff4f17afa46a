import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headBytes,
  packDescriptor,
  unpackHead,
  unpackRows,
} from '../../../../electron/services/likeness/descriptor-bytes';
import { keptLandmarks, landmarksOf, signsOf } from '../../../../shared/domain/likeness/landmarks';
import { drawConversation, descriptorOf, screenOf } from '../../../helpers/chat-pictures';

const descriptor = descriptorOf(
  screenOf(drawConversation({ seed: 2 }), 0, { height: 1134, name: 1, clock: 1 }),
);

describe('a descriptor as bytes', () => {
  const bytes = packDescriptor(descriptor);

  it('comes back whole, and what finds candidates from its beginning alone', () => {
    expect(unpackRows(bytes, descriptor.height)).toEqual(descriptor.rows);
    expect(unpackHead(bytes.subarray(0, headBytes))?.landmarks).toEqual(
      keptLandmarks(landmarksOf(signsOf(descriptor.rows))),
    );
  });

  it('is far smaller than the rows', () => {
    expect(bytes.length).toBeLessThan(descriptor.rows.length / 2);
  });

  it('that are damaged are none, or a descriptor of the right size, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(bytes.length),
        (at, value, end) => {
          const damaged = Buffer.from(bytes.subarray(0, end));
          if (at < damaged.length) damaged[at] = value;
          expect(unpackRows(damaged, descriptor.height)?.length ?? descriptor.rows.length).toBe(
            descriptor.rows.length,
          );
          expect(unpackHead(damaged)?.coarse.length ?? 1024).toBe(1024);
        },
      ),
    );
    expect(unpackRows(bytes, descriptor.height - 1)).toBeNull();
    expect(unpackRows(Buffer.alloc(0), 1)).toBeNull();
  });
});
