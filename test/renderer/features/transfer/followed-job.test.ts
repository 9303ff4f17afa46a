import { describe, expect, it } from 'vitest';
import { followedJob } from '../../../../renderer/features/transfer/followed-job';
import type { Job } from '../../../../shared/models/job';

const job = (id: string, state: Job['state'], kind: Job['kind'] = 'transfer-out'): Job => ({
  ...{ id, kind, state, caseId: null, done: 0, total: 0, step: 'writing', elapsed: 0 },
  ...{ error: null, counts: null, resultId: null },
});

describe('the package that a card shows the writing of', () => {
  it('is the one that was begun there', () => {
    const jobs = [job('a', 'done'), job('b', 'running')];
    expect(followedJob(jobs, 'a')?.id).toBe('a');
    expect(followedJob(jobs, 'c')).toBe(null);
    // While somebody says where, nothing of an earlier one is shown.
    expect(followedJob(jobs, null)).toBe(null);
  });

  it('is, on a screen that was opened anew, one that runs still or has failed', () => {
    expect(followedJob([job('a', 'failed'), job('b', 'running', 'backup')], undefined)?.id).toBe('a');
    expect(followedJob([job('a', 'failed'), job('b', 'running')], undefined)?.id).toBe('b');
    expect(followedJob([job('a', 'failed'), job('b', 'done')], undefined)).toBe(null);
    expect(followedJob([job('a', 'cancelled')], undefined)).toBe(null);
    expect(followedJob([], undefined)).toBe(null);
  });
});
