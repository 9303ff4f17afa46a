import { expect, it } from 'vitest';
import { clockDuration, printDuration } from '../../../shared/domain/duration';

it('a length is said as on a clock and in words', () => {
  const said = [0, 400, 5000, 65_000, 600_000, 3_600_000, 3_723_000].map((length) => [
    clockDuration(length),
    printDuration(length),
  ]);
  expect(said).toEqual([
    ['0:00', '0 s'],
    ['0:00', 'less than 1 s'],
    ['0:05', '5 s'],
    ['1:05', '1 min 5 s'],
    ['10:00', '10 min'],
    ['1:00:00', '1 h'],
    ['1:02:03', '1 h 2 min 3 s'],
  ]);
});
