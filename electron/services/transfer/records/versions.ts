import { z } from 'zod';
import { inOrder } from '../../../../shared/domain/records/in-order';
import { isStub } from '../../../../shared/domain/records/version';
import type { Body, Json, Version } from '../../../../shared/domain/records/version';
import { standingOf } from '../../../../shared/domain/records/heads';
import { HoldfastError } from '../../../../shared/errors';
import { idSchema } from '../../../../shared/models/common';
import { kindOf } from '../../../../shared/records/all';

const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonSchema),
    z.record(z.string(), jsonSchema),
  ]),
);
const bodySchema: z.ZodType<Body> = z.record(z.string(), jsonSchema);
const text = (most: number) => z.string().max(most);

/** A version of a record, as it was written: every one of a case goes along, and comes as it is. */
export const versionSchema = z.strictObject({
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
});

/** The versions of each record, by its id. */
export function byRecord(versions: readonly Version[]): ReadonlyMap<string, readonly Version[]> {
  const records = new Map<string, Version[]>();
  for (const version of versions) {
    const list = records.get(version.recordId) ?? [];
    list.push(version);
    records.set(version.recordId, list);
  }
  return records;
}

/** The version of each record of a kind that is shown, records that were removed apart. */
export function shownOf(versions: readonly Version[], kind: string): readonly Version[] {
  const ofKind = versions.filter((each) => each.kind === kind);
  return [...byRecord(ofKind).values()].flatMap((of) => {
    const { shown, removed } = standingOf(of, kindOf(kind)?.merge ?? 'ask');
    return shown === null || removed ? [] : [shown];
  });
}

/**
 * Insists that versions are whole, of one case, and what their kinds can read: each after its parents, a record of one kind,
 * and of the case itself one. Throws `package-damaged`.
 */
export function checkVersions(versions: readonly Version[], caseId: string): void {
  const insist = (fine: boolean): void => {
    if (!fine) throw new HoldfastError('package-damaged');
  };
  const ids = new Set(versions.map(({ id }) => id));
  insist(ids.size === versions.length);
  for (const [recordId, of] of byRecord(versions)) {
    const own = new Set(of.map(({ id }) => id));
    const [first] = of;
    for (const version of of) {
      insist(version.kind === first?.kind && version.caseId === caseId);
      insist((version.kind === 'case') === (recordId === caseId));
      insist(version.parents.every((id) => own.has(id)));
      checkBody(version, insist);
    }
    const placed = new Set<string>();
    for (const { id, parents } of inOrder(of)) {
      insist(parents.every((parent) => placed.has(parent)));
      placed.add(id);
    }
  }
  insist(shownOf(versions, 'case').length === 1);
}

function checkBody(version: Version, insist: (fine: boolean) => void): void {
  const kind = kindOf(version.kind);
  // What a newer Holdfast wrote is carried as it is.
  if (isStub(version) || kind === undefined || version.schema > kind.schema) return;
  insist(kind.isBody(version.body));
  const named = kind.refs(version.body ?? {});
  insist(named.length === version.refs.length && named.every((id) => version.refs.includes(id)));
}
