import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createJobBoard } from '../../../electron/vault/jobs';
import type { JobControl } from '../../../electron/vault/api';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('long work says how long what is counted now has taken, from where its counting began', () => {
  const board = createJobBoard({ newId: () => 'job', tell: () => undefined });
  let control: JobControl | null = null;
  board.start('bundle', null, (given) => {
    control = given;
    return new Promise(() => undefined);
  });
  return Promise.resolve().then(() => {
    const spent = (change: Parameters<JobControl['progress']>[0]) => {
      vi.advanceTimersByTime(1000);
      control?.progress(change);
      const { elapsed, inStep } = board.get('job');
      return [elapsed, inStep];
    };
    expect(spent({ step: 'planning', done: 0, total: 10 })).toEqual([1000, 0]);
    expect(spent({ done: 5 })).toEqual([2000, 1000]);
    expect(spent({ done: 9, total: 10 })).toEqual([3000, 2000]);
    expect(spent({ step: 'assembling', done: 0, total: 90 })).toEqual([4000, 0]);
    expect(spent({ done: 30 })).toEqual([5000, 1000]);
    // Another file of the same step is counted anew.
    expect(spent({ step: 'assembling', done: 0, total: 20 })).toEqual([6000, 0]);
  });
});
