import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { tallies } from '../../../../electron/services/seal/tally';

const bytes = randomBytes(300_000);

function tallyOf(make: ReturnType<typeof tallies>, all: Uint8Array, piece: number): string {
  const tally = make();
  for (let at = 0; at < all.length; at += piece) tally.update(all.subarray(at, at + piece));
  return tally.digest();
}

it('is the same for the same bytes, however they are cut', () => {
  const make = tallies();
  const whole = tallyOf(make, bytes, bytes.length);
  for (const piece of [1000, 65_536, 65_537, 299_999]) expect(tallyOf(make, bytes, piece)).toBe(whole);
});

it('is another for one bit that is turned, one byte less, one more, and two blocks that changed places', () => {
  const make = tallies();
  const whole = tallyOf(make, bytes, 65_536);
  const turned = Buffer.from(bytes);
  turned[123_456] = (turned[123_456] ?? 0) ^ 1;
  const swapped = Buffer.concat([bytes.subarray(16, 32), bytes.subarray(0, 16), bytes.subarray(32)]);
  const longer = Buffer.concat([bytes, Buffer.alloc(1)]);
  for (const other of [turned, swapped, longer, bytes.subarray(1), bytes.subarray(0, -1)])
    expect(tallyOf(make, other, 65_536)).not.toBe(whole);
});

it('means nothing beyond one comparison', () => {
  expect(tallyOf(tallies(), bytes, 65_536)).not.toBe(tallyOf(tallies(), bytes, 65_536));
});
