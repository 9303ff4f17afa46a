import { expect, it } from 'vitest';
import { giveBack } from '../../../electron/vault/give-back';

it('gives memory back at once, and leaves a part of a larger piece to whoever uses the rest', () => {
  const whole = Buffer.allocUnsafeSlow(1000);
  const part = whole.subarray(0, 500);
  giveBack(part);
  expect(whole.length).toBe(1000);
  giveBack(whole);
  expect([whole.length, part.length]).toEqual([0, 0]);
});

it('does nothing to memory that threads share, and to none at all', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(10));
  giveBack(shared);
  giveBack(Buffer.alloc(0));
  expect(shared.length).toBe(10);
});
