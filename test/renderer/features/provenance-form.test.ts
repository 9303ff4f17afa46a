import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../renderer/features/drafts/read-draft';
import {
  fromForm,
  provenanceFormSchema,
  receivedProblem,
  toForm,
} from '../../../renderer/features/provenance/provenance-form';
import { fromLooseDate, toLooseDate } from '../../../renderer/features/provenance/received-field';
import { wayOptions, wayText } from '../../../renderer/strings/provenance';
import { emptyProvenance, provenanceWays } from '../../../shared/models/provenance';

describe('the form of where something came from', () => {
  it('gives back what it was opened with, whatever the date', () => {
    const dates = fc.constantFrom(
      null,
      '2026-11-03',
      '2026-11-03~',
      '2026-11',
      '2026',
      '2026-11-03/2026-11-05',
      '202X',
    );
    fc.assert(
      fc.property(dates, (receivedOn) => {
        const said = { ...emptyProvenance, way: 'email' as const, receivedOn };
        expect(fromForm(toForm(said, '2026-11-24'))).toEqual(said);
      }),
    );
  });

  it('says when its date is not complete, and comes back half-filled after locking', () => {
    const half = { ...toForm(emptyProvenance, '2026-11-24'), note: 'She said' };
    const typing = { ...half, received: { ...half.received, kind: 'day' as const, day: '' } };
    expect(receivedProblem(half)).toBeNull();
    expect(receivedProblem(typing)).toContain('Give the date');
    expect(readDraft(provenanceFormSchema, JSON.stringify(typing))).toEqual(typing);
  });

  it('keeps a date unknown until one is given', () => {
    expect(fromLooseDate(toLooseDate(null, '2026-11-24'))).toBeNull();
  });

  it('has words for every way', () => {
    expect(wayOptions.map(({ id }) => id).sort()).toEqual([...provenanceWays].sort());
    for (const way of provenanceWays) expect(wayText(way)).not.toBe('');
  });
});
