import { describe, expect, it } from 'vitest';
import type { ComparedRecord, PackageComparison } from '../../../shared/models/package-comparison';
import { nothingDecided } from '../../../shared/models/package-decisions';
import { decisionsOf, tickedAtFirst, ticking } from '../../../renderer/features/transfer/choices';
import { arrivedText, comparisonSummary } from '../../../renderer/strings/comparison';

const record = (id: string, verdict: ComparedRecord['verdict'], isBearing = false): ComparedRecord => ({
  ...{ id, kind: 'entry', title: `Entry ${id}`, verdict, readability: 'readable', isBearing },
  accept: verdict === 'erased-here' ? [`version of ${id}`] : [id],
});
const counts = {
  ...{ same: 3, changedHere: 0, unreadable: 0, itemsSame: 2, itemsNotThere: 0, redactedCopies: 0 },
  notListed: 0,
};
const comparison: PackageComparison = {
  ...{ packageId: 'p', manifestSha256: 'm', joins: true, sameReference: [], clocks: null, counts },
  records: [
    record('a', 'new'),
    record('b', 'changed-there'),
    record('c', 'changed-both'),
    record('d', 'erased-here'),
    record('e', 'left-out-before'),
    record('f', 'new', true),
  ],
  items: [
    { id: 'x', ref: 'WR/1', title: 'One', standing: 'new' },
    { id: 'y', ref: 'WR/2', title: 'Two', standing: 'left-out-before' },
  ],
  sharedReferences: [],
  series: [],
};

describe('what of a package is taken in', () => {
  it('is at first all that is new, and nothing that was erased or left out here', () => {
    const ticked = tickedAtFirst(comparison);
    expect([...ticked].sort()).toEqual(['a', 'b', 'c', 'f', 'x']);
    expect(decisionsOf(comparison, ticked)).toEqual(nothingDecided);
  });

  it('leaves out what is not ticked any more, and takes after all what is', () => {
    const ticked = [
      ['a', false],
      ['x', false],
      // Exhibits hang on it: it cannot stay out.
      ['f', false],
      ['d', true],
      ['e', true],
      ['y', true],
    ] as const;
    const chosen = ticked.reduce(
      (all, [id, isTicked]) => ticking(all, id, isTicked),
      tickedAtFirst(comparison),
    );
    expect(decisionsOf(comparison, chosen)).toEqual({
      leaveOut: { records: ['a'], items: ['x'] },
      takeAfterAll: { records: ['version of d', 'e'], items: ['y'] },
    });
  });

  it('is told in one sentence, and that nothing is new as that', () => {
    expect(comparisonSummary(comparison)).toBe(
      '1 new exhibit, 2 new records, 1 changed there, 1 changed in both (you decide afterwards), 1 erased here before, 1 left out here before and 1 exhibit that stayed out before.',
    );
    expect(comparisonSummary({ ...comparison, records: [], items: [] })).toBeNull();
  });
});

describe('what a package brought', () => {
  const arrived = (brought: { joined: boolean; exhibits: number; records: number; redactedCopies: number }) =>
    arrivedText({
      ...{ id: '', direction: 'in', packageId: '', caseId: null, caseReference: 'A-1', at: '' },
      ...{ files: 7, entries: 9, bytes: 1, sha256: '', senderFingerprint: '', verified: true, partner: null },
      ...{ manifestSha256: null, purpose: null, sealed: null, alsoFor: [], note: null },
      brought,
    });

  it('is the whole of a new case, what was new of one that was here, or nothing', () => {
    expect(arrived({ joined: false, exhibits: 7, records: 30, redactedCopies: 0 })).toBe(
      'A-1 is here: 7 exhibits, 9 entries.',
    );
    expect(arrived({ joined: true, exhibits: 0, records: 2, redactedCopies: 1 })).toBe(
      'Joined with A-1: 2 records and 1 redacted copy came in.',
    );
    expect(arrived({ joined: true, exhibits: 0, records: 0, redactedCopies: 0 })).toBe(
      'A-1: nothing in the package was new.',
    );
  });
});
