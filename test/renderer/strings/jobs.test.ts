import { expect, it } from 'vitest';
import { doneText } from '../../../renderer/strings/jobs';

it.each([
  ['transfer-out', 2_500_000, 1_000_000_000, '2.5 MB of 1.00 GB'],
  ['transfer-out', 2000, 1000, '1 KB of 1 KB'],
  ['import', 3, 12, '3 of 12'],
  ['backup', 250, 1000, '25 %'],
  ['transfer-out', 0, 0, ''],
] as const)('of a job %s, %i of %i is said as people count it', (kind, done, total, words) => {
  expect(doneText({ kind, done, total })).toBe(words);
});
