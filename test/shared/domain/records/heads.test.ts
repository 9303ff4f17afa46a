import { describe, expect, it } from 'vitest';
import { noDecisions } from '../../../../shared/domain/merge/receive';
import { headsOf, standingOf, tipsAfter, tipsOf } from '../../../../shared/domain/records/heads';
import { canonical, stubOf } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { officesAlike, wrote } from '../../../helpers/merging-office';

const body = { word: 'he rang', place: 'home', links: [] };

function version(id: string, hlc: string, parents: readonly string[], more: Partial<Version> = {}): Version {
  return {
    ...{ id, hlc, parents, recordId: 'r', caseId: 'c', kind: 'entry', schema: 1, refs: [] },
    ...{ body: { word: id }, removed: false, office: 'o', author: 'a', at: '', ...more },
  };
}

describe('the heads of a record', () => {
  it('are the versions no other descends from', () => {
    const versions = [version('a', '9', []), version('b', '2', ['a']), version('c', '1', ['a'])];
    expect(headsOf(versions).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(headsOf([...versions, version('d', '0', ['b', 'c'])]).map(({ id }) => id)).toEqual(['d']);
  });

  it('show the latest hlc among those not removed: a removal never hides a change', () => {
    const versions = [
      ...[version('a', '1', []), version('b', '3', ['a']), version('c', '2', ['a'])],
      version('gone', '9', ['a'], { removed: true }),
    ];
    const standing = standingOf(versions, 'ask');
    expect(standing.heads.map(({ id }) => id)).toEqual(['b', 'c', 'gone']);
    expect(standing).toMatchObject({ shown: { id: 'b' }, removed: false });
    expect(standing.sides).toHaveLength(3);
  });

  it('count as one with equal bodies, in whatever order their names stand', () => {
    const one = version('b', '2', ['a'], { body: { word: 'x', place: { to: 1, at: 2 } } });
    const other = version('c', '1', ['a'], { body: { place: { at: 2, to: 1 }, word: 'x' } });
    const standing = standingOf([version('a', '1', []), one, other], 'ask');
    expect(standing.sides).toEqual([one]);
    expect(standing.heads).toEqual([one, other]);
  });

  it('have nothing to decide in kinds that only grow', () => {
    const versions = [version('a', '1', []), version('b', '3', ['a']), version('c', '2', ['a'])];
    expect(standingOf(versions, 'append').sides.map(({ id }) => id)).toEqual(['b']);
    expect(standingOf(versions, 'ask').sides).toHaveLength(2);
  });

  it('come in one order in every office: by clock, then by id', () => {
    const versions = [version('b', '1', []), version('a', '1', []), version('c', '1', [])];
    for (const order of [versions, [...versions].reverse()])
      expect(standingOf(order, 'ask').heads.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('show nothing where all that is left is stubs', () => {
    const standing = standingOf([stubOf(version('a', '1', []))], 'ask');
    expect(standing).toMatchObject({ shown: null, removed: true, sides: [] });
    expect(standing.heads).toHaveLength(1);
  });

  it('are kept as versions come: a stub that is filled stays where it is', () => {
    const [a, b] = [version('a', '1', []), version('b', '2', ['a'])];
    const tips = tipsAfter(tipsOf([a]), [b], (id) => id === 'a');
    expect(tips).toEqual([b]);
    expect(tipsAfter(tips, [a], () => true)).toEqual([b]);
    expect(tipsAfter([stubOf(b)], [b], () => true)).toEqual([b]);
  });
});

describe('a change', () => {
  it('is a new version whose parent is the version on the screen', () => {
    const [here] = officesAlike('here');
    const first = wrote(here.add('entry', body));
    expect(wrote(here.edit(first.recordId, () => ({ word: 'x' })))).toMatchObject({
      ...{
        parents: [first.id],
        body: { word: 'x' },
        recordId: first.recordId,
        kind: 'entry',
        removed: false,
      },
    });
  });

  it('descends from every head that counts as one with it, so that what was settled alike in two offices stays settled', () => {
    const [here, there] = officesAlike('here', 'there');
    const { recordId } = wrote(here.add('entry', body));
    there.receive(here.caseHandover(), noDecisions);
    wrote(here.edit(recordId, (said) => ({ ...said, word: 'alike' })));
    wrote(there.edit(recordId, (said) => ({ ...said, word: 'alike' })));
    here.receive(there.caseHandover(), noDecisions);
    expect(here.standing(recordId)).toMatchObject({ heads: [{}, {}], sides: [{}] });
    const next = wrote(here.edit(recordId, (said) => ({ ...said, place: 'work' })));
    expect(here.standing(recordId).heads).toEqual([next]);
  });

  it('leaves heads alone that nobody has decided about', () => {
    const [here, there] = officesAlike('here', 'there');
    const { recordId } = wrote(here.add('entry', body));
    there.receive(here.caseHandover(), noDecisions);
    wrote(here.edit(recordId, (said) => ({ ...said, word: 'one' })));
    wrote(there.edit(recordId, (said) => ({ ...said, word: 'two' })));
    here.receive(there.caseHandover(), noDecisions);
    wrote(here.edit(recordId, (said) => ({ ...said, word: 'three' })));
    expect(here.standing(recordId).sides).toHaveLength(2);
  });
});

describe('a body as text', () => {
  it('is equal exactly where two bodies are, whatever the language of the computer', () => {
    expect(canonical({ b: 1, a: [{ z: null, y: 'é' }] })).toBe('{"a":[{"y":"é","z":null}],"b":1}');
    expect(canonical({ ä: 1, z: 2, Z: 3, '10': 4, '9': 5 })).toBe('{"10":4,"9":5,"Z":3,"z":2,"ä":1}');
    const different = [
      { a: 1 },
      { a: '1' },
      { a: null },
      {},
      { a: [1] },
      { a: { b: 1 } },
      { a: 'e\u0301' },
      { a: 'é' },
    ];
    expect(new Set(different.map(canonical)).size).toBe(different.length);
  });
});
