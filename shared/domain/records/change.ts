import { HoldfastError } from '../../errors';
import { sayingOf } from './heads';
import type { Standing } from './heads';
import type { Body, Version } from './version';

/** Who writes a version, where and when; every office gives its own. */
export type Stamp = Pick<Version, 'id' | 'office' | 'author' | 'hlc' | 'at'>;

/** What the rules need to know of a kind. */
export interface KindRules {
  /** Number of the newest schema that this office can write. */
  readonly schema: number;
  /** Ids of the records and exhibits that a body of that schema names. */
  readonly refs: (body: Body) => readonly string[];
}

/** The first version of a record. */
export function firstVersion(
  record: Pick<Version, 'recordId' | 'caseId' | 'kind'>,
  body: Body,
  { schema, refs }: KindRules,
  stamp: Stamp,
): Version {
  const { recordId, caseId, kind } = record;
  return {
    ...{ recordId, caseId, kind, schema, refs: refs(body), parents: [], body, removed: false },
    ...stampOf(stamp),
  };
}

/** A change of what is on the screen. Throws as `mayChange`. */
export function changedVersion(standing: Standing, body: Body, kind: KindRules, stamp: Stamp): Version {
  const { recordId, caseId, kind: name } = mayChange(standing, kind);
  const parents = changeParents(standing);
  return { ...firstVersion({ recordId, caseId, kind: name }, body, kind, stamp), parents };
}

/**
 * What a change is made from: the version on the screen and the heads that say the same, which count as one with it. Left
 * out, they would come back as a second version that nobody wrote. Other heads stay heads: nobody has decided on them.
 */
export function changeParents({ shown, heads }: Standing): readonly string[] {
  if (shown === null) return [];
  const saying = sayingOf(shown);
  return heads
    .filter((head) => head.body !== null && sayingOf(head) === saying)
    .map(({ id }) => id)
    .sort();
}

/**
 * The version on the screen, when it may be changed here. Throws `record-erased` where nothing of the record can be shown, and
 * `record-newer` where any head was written by a newer schema: a record of a newer schema is read-only.
 */
export function mayChange({ shown, heads }: Standing, { schema }: Pick<KindRules, 'schema'>): Version {
  if (shown === null) throw new HoldfastError('record-erased');
  if (heads.some((head) => head.schema > schema))
    throw new HoldfastError('record-newer', { detail: { record: shown.recordId } });
  return shown;
}

/** Only what belongs to a stamp: whatever else the caller holds with it must not enter a version. */
export function stampOf({ id, office, author, hlc, at }: Stamp): Stamp {
  return { id, office, author, hlc, at };
}
