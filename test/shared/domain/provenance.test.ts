import { describe, expect, it } from 'vitest';
import {
  checksLookedAt,
  mergeProvenance,
  saysNothing,
  ways,
  withCheck,
} from '../../../shared/domain/provenance';
import { checkIds, emptyProvenance, provenanceWays } from '../../../shared/models/provenance';

const { checks: _checks, ...nothing } = emptyProvenance;

describe('the list of what a screenshot should show', () => {
  it('counts what was looked at and names what is missing, without a score', () => {
    const checks = { sender: 'yes', identifier: 'no', overlap: 'na', time: 'no' } as const;
    expect(checksLookedAt(checks)).toEqual({ lookedAt: 4, of: 9, missing: ['identifier', 'time'] });
    expect(checksLookedAt({})).toEqual({ lookedAt: 0, of: checkIds.length, missing: [] });
  });

  it('takes an answer, another answer, and the answer back', () => {
    const once = withCheck({}, 'date', 'no');
    expect(withCheck(once, 'date', 'yes')).toEqual({ date: 'yes' });
    expect(withCheck({ ...once, time: 'na' }, 'date', null)).toEqual({ time: 'na' });
  });
});

describe('saying something of what was said before', () => {
  it('adds and replaces, and takes nothing away', () => {
    const before = {
      ...emptyProvenance,
      way: 'email' as const,
      note: 'By Tuesday',
      checks: { date: 'no' as const },
    };
    const after = mergeProvenance(before, { ...nothing, device: 'Her phone', note: '  ' });
    expect(after).toEqual({ ...before, device: 'Her phone' });
    expect(mergeProvenance(before, { ...nothing, way: 'copied_by_cable' }).way).toBe('copied_by_cable');
  });

  it('is nothing when every field is empty', () => {
    expect(saysNothing(nothing)).toBe(true);
    expect(saysNothing({ ...nothing, originalKept: 'no' })).toBe(false);
    expect(saysNothing({ ...nothing, note: ' x ' })).toBe(false);
  });
});

it('every way of sending says what it does to a file, and those that remake it are called so', () => {
  for (const way of provenanceWays) expect(ways[way].words).not.toBe('');
  expect(provenanceWays.filter((way) => ways[way].keeping === 'lossy')).toEqual([
    'messaging_app',
    'photo_of_screen',
    'print_scan',
  ]);
});
