import * as z from 'zod';
import { bodySchema } from '../../../../shared/records/json';
import { groupBy } from '../../../../shared/domain/records/group';
import { isStub } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { standingOf } from '../../../../shared/domain/records/heads';
import { HoldfastError } from '../../../../shared/errors';
import { idSchema, instantSchema } from '../../../../shared/models/common';
import { kindOf } from '../../../../shared/records/all';
import { isUnderItsId } from '../../../vault/records/record-id';

const text = (most: number) => z.string().max(most);

const versionShape = z.strictObject({
  id: idSchema,
  recordId: idSchema,
  /** Of the package's case; null is for the office's own, which never travel, and is refused. */
  caseId: idSchema.nullable(),
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  schema: z.int().min(0),
  refs: z.array(text(80)).max(1_000_000).readonly(),
  parents: z.array(idSchema).max(1000).readonly(),
  body: bodySchema.nullable(),
  removed: z.boolean(),
  office: text(64),
  author: text(200),
  hlc: text(40),
  at: text(40),
  covers: idSchema.optional(),
});
/** A version of a record, as it was written: every one of a case goes along, and comes as it is. */
export const versionSchema: z.ZodType<Version> = versionShape.transform(({ covers, ...version }) =>
  covers === undefined ? version : { ...version, covers },
);

/** The version of each record of a kind that is shown, records that were removed apart. */
export function shownOf(versions: readonly Version[], kind: string): readonly Version[] {
  const ofKind = versions.filter((each) => each.kind === kind);
  return [...groupBy(ofKind, ({ recordId }) => recordId).values()].flatMap((of) => {
    const { shown, removed } = standingOf(of, kindOf(kind)?.merge ?? 'ask');
    return shown === null || removed ? [] : [shown];
  });
}

/**
 * Insists that versions are of one case, whose own record is among them, and are what their kinds can read, naming what they
 * say they name. That they hang together is the merge's to check. Throws `package-damaged`.
 */
export function checkVersions(versions: readonly Version[], caseId: string): void {
  const insist = (fine: boolean): void => {
    if (!fine) throw new HoldfastError('package-damaged');
  };
  for (const version of versions) {
    insist(version.caseId === caseId && (version.kind === 'case') === (version.recordId === caseId));
    // An entry is shown with when it was written, and what else stands there could not be. Of other kinds older packages do not know
    // it, and a stub says nothing of it.
    insist(version.kind !== 'entry' || isStub(version) || instantSchema.safeParse(version.at).success);
    checkBody(version, insist);
  }
  insist(shownOf(versions, 'case').length === 1);
}

function checkBody(version: Version, insist: (fine: boolean) => void): void {
  const kind = kindOf(version.kind);
  // What a newer Holdfast wrote is carried as it is.
  // What is the office's own never travels with a case.
  insist(kind?.ofOffice !== true);
  if (isStub(version) || kind === undefined || version.schema > kind.schema) return;
  insist(kind.isBody(version.body) && isUnderItsId(version));
  const named = kind.refs(version.body ?? {});
  insist(named.length === version.refs.length && named.every((id) => version.refs.includes(id)));
}
