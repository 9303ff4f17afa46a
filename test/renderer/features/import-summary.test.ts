import { describe, expect, it } from 'vitest';
import { importSummary } from '../../../renderer/features/evidence/import-summary';
import type { ImportResult } from '../../../shared/models/evidence';

const results = (...outcomes: readonly ImportResult['outcome'][]): readonly ImportResult[] =>
  outcomes.map((outcome) => ({
    fileName: 'a.png',
    outcome,
    reason: null,
    itemId: null,
    exhibitRef: null,
    sha256: null,
    bytes: 1,
    kind: null,
    inside: false,
    holds: 0,
    isMarked: false,
  }));

describe('the summary of an import', () => {
  it('says in one sentence that all went in', () => {
    expect(importSummary(results('stored', 'stored'))).toEqual({
      title: 'All 2 files went in.',
      rest: 'Nothing was lost.',
    });
  });

  it('leaves no file unmentioned', () => {
    const { title, rest } = importSummary(
      results('stored', 'stored-no-preview', 'duplicate', 'failed', 'failed', 'cancelled'),
    );
    expect(title).toBe('2 of 6 files went in.');
    expect(rest).toBe(
      '1 was already here. 2 did not go in. 1 was not started, because you stopped. 1 file is stored but cannot be shown. Nothing was lost.',
    );
  });
});
