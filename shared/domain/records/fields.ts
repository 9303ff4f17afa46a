import { canonical, compareIds } from './version';
import type { Body, Json } from './version';

/** A field that a body does not have: something else than one that is null. */
export type FieldValue = Json | undefined;

/**
 * How a field of the two sides stands. `unchanged`: nobody changed it. `mine`, `theirs`: one side alone did. `same`: both
 * did, alike. `joined`: both changed a set of ids, whose kind says that it is one. `asked`: a person must choose.
 */
export type FieldVerdict = 'unchanged' | 'mine' | 'theirs' | 'same' | 'joined' | 'asked';

export interface FieldComparison {
  readonly field: string;
  readonly verdict: FieldVerdict;
  /** What the common ancestor says; undefined also where there is none. */
  readonly base: FieldValue;
  /** What each side says, in their order. */
  readonly values: readonly FieldValue[];
  /** What the join says unless a person chooses otherwise; for `asked` what the first side says, which is no answer yet. */
  readonly settled: FieldValue;
}

/**
 * Top-level fields of the sides compared one by one, by name. The first side is `mine`, all others are `theirs`. Without a
 * base nobody can tell who changed what: what all say alike is `unchanged`, anything else is asked.
 *
 * @param sets Fields whose lists are sets of ids, by the kind's own word; with a base they are joined element by element.
 */
export function compareFields(
  base: Body | null,
  sides: readonly Body[],
  sets: readonly string[] = [],
): readonly FieldComparison[] {
  const names = new Set([...(base === null ? [] : [base]), ...sides].flatMap((body) => Object.keys(body)));
  return [...names].sort(compareIds).map((field) => {
    const values = sides.map((side) => fieldOf(side, field));
    const from = base === null ? undefined : fieldOf(base, field);
    const before = base === null ? null : { value: from };
    return { field, base: from, values, ...judge(before, values, sets.includes(field)) };
  });
}

/** A field that a body has itself: a field may bear the name of something every object has. */
export function fieldOf(body: Body, field: string): FieldValue {
  return Object.hasOwn(body, field) ? body[field] : undefined;
}

function judge(
  base: { readonly value: FieldValue } | null,
  values: readonly FieldValue[],
  isSet: boolean,
): Pick<FieldComparison, 'verdict' | 'settled'> {
  const [mine, ...theirs] = values;
  if (theirs.every((value) => equal(value, mine)))
    return { verdict: base === null || equal(base.value, mine) ? 'unchanged' : 'same', settled: mine };
  if (base === null) return { verdict: 'asked', settled: mine };
  const changed = values.filter((value) => !equal(value, base.value));
  const [first] = changed;
  if (changed.every((value) => equal(value, first))) {
    if (equal(mine, base.value)) return { verdict: 'theirs', settled: first };
    return { verdict: theirs.every((value) => equal(value, base.value)) ? 'mine' : 'same', settled: first };
  }
  const joined = isSet ? joinSets(base.value, values) : null;
  return joined === null ? { verdict: 'asked', settled: mine } : { verdict: 'joined', settled: joined };
}

/** The side whose words a field takes unless a person chooses otherwise; null where it takes no side's, or nobody has chosen. */
export function settledSide({ verdict, settled, values }: FieldComparison): number | null {
  if (verdict === 'asked' || verdict === 'joined') return null;
  return values.findIndex((value) => equal(value, settled));
}

function equal(a: FieldValue, b: FieldValue): boolean {
  return a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);
}

/** Keeps what nobody took out and adds what anybody added, in the order of ids: alike on every side. Null where one is no set. */
function joinSets(base: FieldValue, values: readonly FieldValue[]): Json | null {
  const before = setOf(base ?? []);
  const sides = values.map((value) => setOf(value ?? []));
  if (before === null || sides.includes(null)) return null;
  const each = sides.filter((side) => side !== null);
  const all = new Set(each.flatMap((side) => [...side]));
  return [...all].filter((id) => !before.has(id) || each.every((side) => side.has(id))).sort(compareIds);
}

function setOf(value: Json): ReadonlySet<string> | null {
  if (!Array.isArray(value)) return null;
  const list: readonly Json[] = value;
  const ids = list.filter((id) => typeof id === 'string');
  return ids.length === list.length && new Set(ids).size === ids.length ? new Set(ids) : null;
}
