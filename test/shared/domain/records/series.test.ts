import { describe, expect, it } from 'vitest';
import { referenceConflicts, renumbered, usedReferences } from '../../../../shared/domain/records/references';
import type { Referenced } from '../../../../shared/domain/records/references';
import {
  seriesHandedOver,
  initialsChosen,
  openedSeries,
  referenceTaken,
  seriesBeside,
  seriesMarked,
  seriesReceived,
} from '../../../../shared/domain/records/series';
import type { Receiver, Series } from '../../../../shared/domain/records/series';
import { markedInitials } from '../../../../shared/domain/records/series-mark';
import { failureOf } from '../../../helpers/merging-office';

const none = new Set<string>();
const ours = openedSeries({ id: 's1', producerId: 'p', initials: 'AB', owner: 'here' }, []);

function ids(): () => string {
  let count = 1;
  return () => `s${(count += 1)}`;
}

function marks(at = 0.9): { newId: () => string; random: () => number } {
  return { newId: ids(), random: () => at };
}

function at(office: string, refs: readonly string[]): Receiver {
  return { office, refs, renewed: null };
}

function only(all: readonly Series[], office: string): Series {
  const [open, ...more] = all.filter(({ owner, state }) => owner === office && state === 'open');
  if (open === undefined || more.length > 0) throw new Error('not one open series');
  return open;
}

function file(id: string, ref: string, more: Partial<Referenced> = {}): Referenced {
  return { id, ref, formerly: [], left: false, ...more };
}

describe('a series of exhibit references', () => {
  it('is counted on by its owner alone', () => {
    const { ref, series } = referenceTaken(ours, 'here', none);
    expect(ref).toBe('AB/1');
    expect(referenceTaken(series, 'here', none).ref).toBe('AB/2');
    expect(failureOf(() => referenceTaken(ours, 'there', none))).toEqual({
      code: 'conflict',
      detail: { series: 's1' },
    });
  });

  it('begins after any number that was seen under its initials, and gives none that a file bears or bore', () => {
    const later = openedSeries({ ...ours, id: 's9' }, ['AB/7a', 'ABC/90', 'CD/50', 'no reference']);
    expect(later.next).toBe(8);
    expect(referenceTaken(later, 'here', new Set(['AB/8', 'AB/9'])).ref).toBe('AB/10');
    expect(failureOf(() => openedSeries({ ...ours, initials: 'a1' }, []))?.code).toBe('invalid-input');
  });

  it('ends with the numbers that a reference can have', () => {
    expect(failureOf(() => referenceTaken({ ...ours, next: 100_000 }, 'here', none))?.code).toBe('too-many');
    expect(referenceTaken({ ...ours, next: 99_999 }, 'here', none).ref).toBe('AB/99999');
  });

  it('is closed here by a handover when the package is written, and opened there', () => {
    const begun = referenceTaken(ours, 'here', none).series;
    const { here, packed } = seriesHandedOver([begun], 'here', 'there', ids());
    expect(here.map(({ owner, state }) => [owner, state])).toEqual([
      ...[
        ['here', 'closed'],
        ['there', 'open'],
      ],
    ]);
    for (const series of here)
      expect(failureOf(() => referenceTaken(series, 'here', none))?.code).toBe('conflict');
    const there = seriesReceived([], packed, at('there', ['AB/1']));
    expect(referenceTaken(only(there, 'there'), 'there', none).ref).toBe('AB/2');
  });

  it('is opened once, however often its package is read, and by no other office', () => {
    const { packed } = seriesHandedOver([ours], 'here', 'there', ids());
    const once = seriesReceived([], packed, at('there', []));
    const begun = once.map((each) =>
      each.owner === 'there' ? referenceTaken(each, 'there', none).series : each,
    );
    expect(seriesReceived(begun, packed, at('there', ['AB/1']))).toEqual(begun);
    const third = seriesReceived([], packed, at('third', []));
    for (const series of third)
      expect(failureOf(() => referenceTaken(series, 'third', none))?.code).toBe('conflict');
  });

  it('goes on past numbers that are here already when it comes back by a handover, as another series', () => {
    const { here, packed } = seriesHandedOver([{ ...ours, next: 5 }], 'here', 'there', ids());
    const there = seriesReceived([], packed, at('there', [])).map((each) =>
      each.owner === 'there' ? { ...each, next: 9 } : each,
    );
    const back = seriesHandedOver(there, 'there', 'here', () => 's-back').packed;
    const again = seriesReceived(here, back, at('here', ['AB/12']));
    expect(only(again, 'here')).toMatchObject({ id: 's-back', initials: 'AB', next: 13, state: 'open' });
    expect(again.find(({ id }) => id === 's1')?.state).toBe('closed');
  });

  it('is not opened by a vault that may have opened it before it was restored: that one gets a mark of its own', () => {
    const { packed } = seriesHandedOver([ours], 'here', 'there', ids());
    const renewed = { ...at('there', []), renewed: { newId: () => 'marked', random: () => 0.9 } };
    const there = seriesReceived([], packed, renewed);
    expect(only(there, 'there')).toMatchObject({ id: 'marked', initials: 'AXB' });
    expect(seriesReceived(there, packed, renewed)).toEqual(there);
  });

  it('is not closed or counted on by what another office says of it', () => {
    const said = [{ ...ours, state: 'closed', next: 50 } as const];
    expect(seriesReceived([ours], said, at('here', []))).toEqual([ours]);
    expect(seriesReceived([ours], said, at('there', []))).toMatchObject([{ state: 'closed', next: 50 }]);
    expect(seriesReceived([{ ...ours, state: 'closed' }], [ours], at('there', []))).toMatchObject([
      { state: 'closed' },
    ]);
  });

  it('is another one with a mark of its own in the initials after taking a case back, restoring a backup or copying a vault', () => {
    const { here } = seriesHandedOver([{ ...ours, next: 5 }], 'here', 'there', ids());
    const takenBack = seriesMarked(here, 'here', ['AB/4'], marks());
    const restored = seriesMarked([{ ...ours, next: 3 }], 'here', ['AB/2'], marks(0));
    expect(referenceTaken(only(takenBack, 'here'), 'here', none).ref).toBe('AXB/1');
    expect(referenceTaken(only(restored, 'here'), 'here', none).ref).toBe('AAB/1');
    for (const all of [takenBack, restored])
      expect(all.filter(({ initials, owner }) => initials === 'AB' && owner === 'here')).toMatchObject([
        { state: 'closed' },
      ]);
    const twice = seriesMarked(restored, 'here', [], { newId: () => 'later', random: () => 0 });
    expect(only(twice, 'here')).toMatchObject({ initials: 'ABB', after: 's2' });
  });

  it('is opened with a mark for who has a share of the case', () => {
    const beside = seriesBeside([ours], 'p', 'there', [], marks());
    expect(beside).toMatchObject({ initials: 'AXB', owner: 'there', after: 's1', next: 1 });
    expect(failureOf(() => seriesBeside([ours], 'nobody', 'there', [], marks()))?.code).toBe('not-found');
  });

  it('lets a person choose the mark before first use, and not after', () => {
    const marked = seriesBeside([ours], 'p', 'there', [], marks());
    const all = [ours, marked];
    expect(initialsChosen(marked, 'ABX', all, [])).toMatchObject({ initials: 'ABX', next: 1 });
    expect(failureOf(() => initialsChosen(marked, 'AB', all, []))?.code).toBe('name-taken');
    expect(failureOf(() => initialsChosen(marked, 'CD', all, ['CD/1']))?.code).toBe('name-taken');
    expect(failureOf(() => initialsChosen(marked, 'ABCDE', all, []))?.code).toBe('invalid-input');
    const used = referenceTaken(marked, 'there', none).series;
    expect(failureOf(() => initialsChosen(used, 'ABX', all, []))?.code).toBe('in-use');
  });
});

describe('a mark', () => {
  it('is free, keeps to the form of initials, and there is one for long', () => {
    for (const initials of ['AB', 'ABC', 'ABCD']) {
      const taken = new Set([initials]);
      for (let times = 0; times < 25; times += 1) {
        const mark = markedInitials(initials, taken, () => (times % 10) / 10);
        expect(mark).toMatch(/^[A-Z]{3,4}$/);
        expect(taken.has(mark)).toBe(false);
        taken.add(mark);
      }
    }
  });

  it('ends when all are taken', () => {
    const taken = new Set<string>();
    expect(
      failureOf(() => {
        for (;;) taken.add(markedInitials('ABCD', taken, () => 0));
      })?.code,
    ).toBe('too-many');
    expect(taken.size).toBe(26);
  });
});

describe('two files with one reference', () => {
  const files = [
    file('f1', 'AB/10'),
    file('f3', 'AB/2'),
    file('f2', 'AB/2'),
    file('f4', 'AB/3'),
    file('f5', 'AB/10'),
  ];

  it('both keep it, and the conflict is shown', () => {
    expect(
      referenceConflicts(files).map(({ ref, files: bearers }) => [ref, bearers.map(({ id }) => id)]),
    ).toEqual([
      ['AB/2', ['f2', 'f3']],
      ['AB/10', ['f1', 'f5']],
    ]);
  });

  it('are told apart by a decision that gives one a new reference with "formerly"', () => {
    const { file: moved, series } = renumbered('f2', files, { ...ours, next: 3 }, 'here');
    expect(moved).toEqual({ id: 'f2', ref: 'AB/4', formerly: ['AB/2'], left: false });
    expect(series.next).toBe(5);
    const after = files.map((each) => (each.id === 'f2' ? moved : each));
    expect(referenceConflicts(after)).toHaveLength(1);
    expect(usedReferences(after).has('AB/2')).toBe(true);
    expect(failureOf(() => renumbered('f4', files, ours, 'here'))?.code).toBe('not-found');
  });

  it('keep the one that has left the office in a bundle or pack', () => {
    const left = files.map((each) => (each.id === 'f3' ? { ...each, left: true } : each));
    expect(failureOf(() => renumbered('f3', left, ours, 'here'))?.code).toBe('in-use');
    expect(renumbered('f2', left, ours, 'here').file.formerly).toEqual(['AB/2']);
  });

  it('never get a reference that another file once bore', () => {
    const once = [...files, file('f6', 'CD/1', { formerly: ['AB/4'] })];
    expect(renumbered('f2', once, { ...ours, next: 3 }, 'here').file.ref).toBe('AB/5');
  });
});
