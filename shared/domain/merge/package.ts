import type { Version } from '../records/version';

/** What a package says of the records of a case; files, audit and signature are not this room's. */
export interface CasePackage {
  readonly caseId: string;
  /** The office that wrote it. */
  readonly office: string;
  /** Its wall clock when it did, in milliseconds since 1970 UTC. */
  readonly sentAt: number;
  /** In the order of their ids, each once. */
  readonly versions: readonly Version[];
}

/** Kinds that this office knows, with the number of the newest schema it can read. */
export type KnownKinds = ReadonlyMap<string, number>;

export type Readability = 'readable' | 'unknown' | 'newer';

/** Whether this office can show what a version says; it carries it untouched either way. */
export function readabilityOf(
  kinds: KnownKinds,
  { kind, schema }: Pick<Version, 'kind' | 'schema'>,
): Readability {
  const known = kinds.get(kind);
  return known === undefined ? 'unknown' : schema > known ? 'newer' : 'readable';
}
