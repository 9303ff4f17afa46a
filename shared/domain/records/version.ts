/** What JSON can say. A body is an object of it, as its kind's schema has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Body = Readonly<Record<string, Json>>;

/**
 * One version of a record: what a person wrote, once. It never changes and never goes but by erasure. A **stub** says only
 * that a version is there and what it descends from: an ancestor of what was shared, or one whose content was erased.
 */
export interface Version {
  /** UUIDv7, or, for what an older Holdfast wrote, one worked out from what it holds. */
  readonly id: string;
  readonly recordId: string;
  /** The case it belongs to; of a record of kind `case` its own id; null for a record of the office itself. */
  readonly caseId: string | null;
  readonly kind: string;
  /** Number of the kind's schema that the body was written by; 0 in a stub. */
  readonly schema: number;
  /** Ids of records and exhibits that the body names. */
  readonly refs: readonly string[];
  /** Ids of the versions it was made from: none for the first, one for a change, all heads for a join. */
  readonly parents: readonly string[];
  /** Null in a stub alone. */
  readonly body: Body | null;
  readonly removed: boolean;
  /** Who wrote it, where and when; empty in a stub. */
  readonly office: string;
  readonly author: string;
  /** Hybrid logical clock (../hlc.ts). */
  readonly hlc: string;
  /** ISO instant of the wall clock. */
  readonly at: string;
  /**
   * Only of a version that stands in for another in a share (../merge/share.ts): the id of the version of which it says all
   * but what was covered. Its parents are those of that one.
   */
  readonly covers?: string;
}

/** All that is left of a version when its content does not go along, or was erased. */
export function stubOf({ id, recordId, caseId, kind, parents, covers }: Version): Version {
  return {
    ...{ id, recordId, caseId, kind, parents },
    ...(covers === undefined ? {} : { covers }),
    ...{ schema: 0, refs: [], body: null, removed: false, office: '', author: '', hlc: '', at: '' },
  };
}

export function isStub({ body }: Pick<Version, 'body'>): boolean {
  return body === null;
}

/** Everything of a version as text: equal exactly where two versions are, so that an id with other content shows. */
export function versionText(version: Version): string {
  const { id, recordId, caseId, kind, schema, refs, parents, body, removed, office, author, hlc, at } =
    version;
  return canonical({
    ...{ id, recordId, caseId, kind, schema, refs, parents, body, removed, office, author, hlc, at },
    covers: version.covers ?? null,
  });
}

/** Whether two versions are equal in everything, as their texts would be, without writing these: a whole case is compared with ours. */
export function sameVersion(one: Version, other: Version): boolean {
  const { refs, parents, body, covers = null, ...rest } = one;
  const {
    refs: otherRefs,
    parents: otherParents,
    body: otherBody,
    covers: otherCovers = null,
    ...others
  } = other;
  return (
    covers === otherCovers &&
    sameJson({ ...rest }, { ...others }) &&
    sameJson(parents, otherParents) &&
    sameJson(refs, otherRefs) &&
    sameJson(body, otherBody)
  );
}

/** Whether two values say the same, whatever the order of names: exactly where `canonical` gives one text for both. */
export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return false;
  if (Array.isArray(one) || Array.isArray(other)) return sameList(one, other);
  const [names, others] = [one, other] as readonly Readonly<Record<string, Json>>[];
  if (names === undefined || others === undefined) return false;
  const all = Object.entries(names);
  return (
    all.length === Object.keys(others).length &&
    all.every(([name, each]) => {
      const beside = others[name];
      return beside !== undefined && Object.hasOwn(others, name) && sameJson(each, beside);
    })
  );
}

function sameList(one: object, other: object): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  const [left, right] = [one as readonly Json[], other as readonly Json[]];
  return left.every((each, at) => sameJson(each, right[at] ?? null));
}

/** The order of ids, and of any text: by code unit, which is the same in every language. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A body as text that is equal exactly where two bodies are: names in order at every depth. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join(',')}}`;
}
