import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noDecisions } from '../../../../shared/domain/merge/receive';
import { descentOf, nearestCommon } from '../../../../shared/domain/records/descent';
import { compareFields } from '../../../../shared/domain/records/fields';
import { standingOf } from '../../../../shared/domain/records/heads';
import { joinVersion, joinedBody, questionOf } from '../../../../shared/domain/records/join';
import type { FieldChoice, FieldsQuestion } from '../../../../shared/domain/records/join';
import { canonical } from '../../../../shared/domain/records/version';
import type { Body, Json, Version } from '../../../../shared/domain/records/version';
import { failureOf, officesAlike, wrote } from '../../../helpers/merging-office';

const body = { word: 'he rang', place: 'home', links: [] };
const rules = { schema: 1, refs: () => [] };
const stamp = { id: 'new', office: 'o', author: 'a', hlc: '9', at: '' };

function version(
  id: string,
  parents: readonly string[],
  said: Body | null,
  more: Partial<Version> = {},
): Version {
  return {
    ...{ id, hlc: id, parents, recordId: 'r', caseId: 'c', kind: 'entry', schema: 1, refs: [] },
    ...{ body: said, removed: false, office: 'o', author: 'a', at: '', ...more },
  };
}

function ask(versions: readonly Version[]): ReturnType<typeof questionOf> {
  return questionOf(standingOf(versions, 'ask'), versions, rules);
}

function fieldsOf(versions: readonly Version[]): FieldsQuestion {
  const question = ask(versions);
  if (question.is !== 'fields') throw new Error(question.is);
  return question;
}

function common(versions: readonly Version[], ...ids: readonly string[]): readonly string[] {
  return nearestCommon(descentOf(versions), ids).map(({ id }) => id);
}

describe('the common ancestors of heads', () => {
  it('are the nearest ones, however long the way', () => {
    const versions = [
      ...[version('a', [], {}), version('b', ['a'], {}), version('c', ['b'], {})],
      ...[version('d', ['c'], {}), version('e', ['b'], {})],
    ];
    expect(common(versions, 'd', 'e')).toEqual(['b']);
    expect(common(versions, 'd', 'c')).toEqual(['c']);
    expect(common([version('a', [], {}), version('b', [], {})], 'a', 'b')).toEqual([]);
  });

  it('are several where joins crossed', () => {
    const versions = [
      ...[version('a', [], {}), version('b', ['a'], {}), version('c', ['a'], {})],
      ...[version('d', ['b', 'c'], {}), version('e', ['b', 'c'], {})],
    ];
    expect(common(versions, 'd', 'e')).toEqual(['b', 'c']);
  });
});

describe('two heads', () => {
  it('are joined field by field: three-way where there is one common ancestor whose body is here', () => {
    const base = { kept: 1, mine: 1, theirs: 1, same: 1, both: 1, gone: 1 };
    const question = fieldsOf([
      version('a', [], base),
      version('c', ['a'], { kept: 1, mine: 2, theirs: 1, same: 2, both: 2, gone: 1 }),
      version('b', ['a'], { kept: 1, mine: 1, theirs: 3, same: 2, both: 3, new: null }),
    ]);
    expect(question.base?.id).toBe('a');
    expect(question.sides.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(question.fields.map(({ field, verdict, settled }) => [field, verdict, settled])).toEqual([
      ...[
        ['both', 'asked', 2],
        ['gone', 'theirs', undefined],
        ['kept', 'unchanged', 1],
      ],
      ...[
        ['mine', 'mine', 2],
        ['new', 'theirs', null],
        ['same', 'same', 2],
        ['theirs', 'theirs', 3],
      ],
    ]);
    const joined = joinedBody(question, new Map([['both', { side: 1 }]]));
    expect(joined).toEqual({ kept: 1, mine: 2, theirs: 3, same: 2, both: 3, new: null });
  });

  it('are compared without a base where its body is not here, where joins crossed, and where there is none', () => {
    const sides = [version('b', ['a'], { x: 1, y: 1 }), version('c', ['a'], { x: 1, y: 2 })];
    const crossed = [
      ...[version('0', [], {}), version('1', ['0'], { y: 1 }), version('2', ['0'], { y: 2 })],
      ...[version('3', ['1', '2'], { x: 1, y: 1 }), version('4', ['1', '2'], { x: 1, y: 2 })],
    ];
    const apart = sides.map((side) => ({ ...side, parents: [] }));
    for (const versions of [[version('a', [], null, { schema: 0 }), ...sides], crossed, apart]) {
      const { base, fields } = fieldsOf(versions);
      expect(base).toBeNull();
      expect(fields.map(({ verdict }) => verdict)).toEqual(['unchanged', 'asked']);
    }
  });

  it('need a person for every field that both changed, and take no other', () => {
    const question = fieldsOf([
      version('a', [], { x: 1, y: 1 }),
      version('b', ['a'], { x: 2, y: 1 }),
      version('c', ['a'], { x: 3, y: 2 }),
    ]);
    const join = (...choices: readonly (readonly [string, FieldChoice])[]): string | undefined =>
      failureOf(() => joinedBody(question, new Map(choices)))?.code;
    expect(join()).toBe('not-confirmed');
    expect(join(['x', { side: 2 }])).toBe('invalid-input');
    expect(join(['x', { side: 0 }], ['z', { side: 0 }])).toBe('invalid-input');
    expect(
      joinedBody(
        question,
        new Map<string, FieldChoice>([
          ['x', { value: 9 }],
          ['y', { value: undefined }],
        ]),
      ),
    ).toEqual({
      x: 9,
    });
  });

  it('become one version whose parents are all heads, those of which only a stub is here too', () => {
    const versions = [
      ...[version('a', [], { x: 1 }), version('b', ['a'], { x: 2 }), version('c', ['a'], { x: 3 })],
      ...[version('d', ['a'], { x: 3 }), version('s', ['a'], null, { schema: 0, hlc: '' })],
    ];
    const standing = standingOf(versions, 'ask');
    const joined = joinVersion(standing, { keep: { x: 4 } }, rules, stamp);
    expect(joined).toMatchObject({ parents: ['b', 'c', 'd', 's'], body: { x: 4 }, removed: false });
    expect(standingOf([...versions, joined], 'ask').heads).toEqual([joined]);
    expect(failureOf(() => joinVersion(standingOf([joined], 'ask'), { keep: {} }, rules, stamp))?.code).toBe(
      'invalid-input',
    );
  });

  it('are read-only when one was written by a newer schema', () => {
    const versions = [
      version('a', [], {}),
      version('b', ['a'], { x: 1 }),
      version('c', ['a'], {}, { schema: 2 }),
    ];
    expect(failureOf(() => joinVersion(standingOf(versions, 'ask'), { keep: {} }, rules, stamp))).toEqual({
      code: 'record-newer',
      detail: { record: 'r' },
    });
  });

  it('are lifted to the newest schema before they are compared, where the kind says how', () => {
    const versions = [
      ...[version('a', [], { old: 1 }), version('b', ['a'], { old: 2 })],
      version('c', ['a'], { fresh: 1, also: 1 }, { schema: 2 }),
    ];
    const lift = ({ old, ...rest }: Body): Body => ({
      ...rest,
      ...(old === undefined ? {} : { fresh: old }),
    });
    const question = questionOf(standingOf(versions, 'ask'), versions, { ...rules, schema: 2, lift });
    if (question.is !== 'fields') throw new Error(question.is);
    expect(joinedBody(question, new Map())).toEqual({ fresh: 2, also: 1 });
  });
});

describe('a removal against an edit', () => {
  const versions = [
    version('a', [], { x: 1 }),
    version('b', ['a'], { x: 2 }),
    version('c', ['a'], { x: 1 }, { removed: true }),
  ];

  it('is a question of its own', () => {
    expect(ask(versions)).toMatchObject({
      is: 'removal',
      edits: [{ id: 'b' }],
      removals: [{ id: 'c' }],
      then: null,
    });
    const more = ask([...versions, version('d', ['a'], { x: 3 })]);
    expect(more).toMatchObject({ is: 'removal', edits: [{ id: 'd' }, { id: 'b' }], then: { is: 'fields' } });
  });

  it('is answered by keeping the record, or by a removal that keeps the body it removes', () => {
    const standing = standingOf(versions, 'ask');
    expect(joinVersion(standing, { keep: { x: 2 } }, rules, stamp)).toMatchObject({
      removed: false,
      body: { x: 2 },
    });
    expect(joinVersion(standing, { keep: null }, rules, stamp)).toMatchObject({
      ...{ removed: true, body: { x: 2 }, parents: ['b', 'c'] },
    });
  });

  it('is none where all removed it, or none did', () => {
    const removals = [version('a', [], { x: 1 }), version('b', ['a'], { x: 2 }, { removed: true })];
    expect(ask([...removals, version('c', ['a'], { x: 1 }, { removed: true })])).toEqual({ is: 'nothing' });
  });
});

describe('a list that is a set of ids', () => {
  const [base, mine, theirs] = [{ l: ['a', 'b', 'c'] }, { l: ['b', 'c', 'z'] }, { l: ['y', 'a', 'b'] }];

  it('is joined as one only where its kind says so', () => {
    expect(compareFields(base, [mine, theirs], ['l'])).toMatchObject([
      { verdict: 'joined', settled: ['b', 'y', 'z'] },
    ]);
    expect(compareFields(base, [theirs, mine], ['l'])).toMatchObject([{ settled: ['b', 'y', 'z'] }]);
    expect(compareFields(base, [mine, theirs])).toMatchObject([{ verdict: 'asked' }]);
  });

  it('is asked about without a base, and where it holds anything but different ids', () => {
    expect(compareFields(null, [mine, theirs], ['l'])).toMatchObject([{ verdict: 'asked' }]);
    for (const odd of [['a', 'a'], ['a', 1], 'a', [['a']]] as const)
      expect(compareFields(base, [mine, { l: odd }], ['l'])).toMatchObject([{ verdict: 'asked' }]);
  });
});

describe('fields', () => {
  const value: fc.Arbitrary<Json> = fc.constantFrom<Json>(0, 1, null, '', [], ['a'], { a: 1 });
  const anyBody = fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), value, {
    noNullPrototype: true,
  });

  it('join alike whichever side is mine, and leave nothing out that one side alone changed', () => {
    fc.assert(
      fc.property(anyBody, anyBody, anyBody, (base, mine, theirs) => {
        const one = compareFields(base, [mine, theirs]);
        const other = compareFields(base, [theirs, mine]);
        const settled = (fields: typeof one): Body =>
          Object.fromEntries(
            fields.flatMap(({ field, verdict, settled: said }) =>
              verdict === 'asked' || said === undefined ? [] : [[field, said]],
            ),
          );
        expect(canonical(settled(one))).toBe(canonical(settled(other)));
        for (const { field, verdict, values } of one) {
          if (verdict === 'mine')
            expect(values[0]).not.toEqual(Object.hasOwn(base, field) ? base[field] : undefined);
        }
        expect(compareFields(base, [mine, base]).every(({ verdict }) => verdict !== 'asked')).toBe(true);
        const asIs = { fields: compareFields(base, [mine, base]), sides: [] };
        expect(canonical(joinedBody(asIs, new Map()))).toBe(canonical(mine));
      }),
    );
  });
});

describe('joins made on both sides', () => {
  it('count as one where they say the same, and are asked about once more where they cross', () => {
    for (const [side, sides] of [
      [0, 1],
      [1, 2],
    ] as const) {
      const [here, there] = officesAlike('here', 'there');
      const { recordId } = wrote(here.add('entry', body));
      there.receive(here.caseHandover(), noDecisions);
      wrote(here.edit(recordId, (said) => ({ ...said, word: 'one' })));
      wrote(there.edit(recordId, (said) => ({ ...said, word: 'two' })));
      const sent = here.caseHandover();
      here.receive(there.caseHandover(), noDecisions);
      there.receive(sent, noDecisions);
      wrote(here.join(recordId, 0, true));
      wrote(there.join(recordId, side, true));
      here.receive(there.caseHandover(), noDecisions);
      expect(here.standing(recordId).heads).toHaveLength(2);
      expect(here.standing(recordId).sides).toHaveLength(sides);
    }
  });
});
