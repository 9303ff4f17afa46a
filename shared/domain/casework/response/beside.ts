import { behaviours } from '../../../models/chronology';
import type { Behaviour } from '../../../models/chronology';
import type { ResponseEntry } from '../../../models/response';
import type { PoliceReport } from '../../../records/police-report';

type Conduct = Pick<ResponseEntry, 'id' | 'kind' | 'behaviours'>;

/** An act of the list, and the entries that are marked with it. */
export interface ActCounted {
  readonly act: Behaviour;
  readonly entryIds: readonly string[];
}

/** What the entries that a report names are marked with, beside what it was recorded as: both as they stand, and no verdict. */
export interface Beside {
  /** Incidents among what it names; background events are no conduct. */
  readonly incidentIds: readonly string[];
  /** Those of them that are marked with an act. One that is marked `other` is: the list gives examples (domain.md 8.1). */
  readonly markedIds: readonly string[];
  readonly acts: readonly ActCounted[];
  /** Named, and no longer in the chronology. */
  readonly gone: number;
  /**
   * Acts stand beside something else than stalking. False while nothing is said to be recorded, and gone when it is recorded
   * anew ("Living in fear", 2017: 4,613 stalking against 202,755 harassment offences in a year).
   */
  readonly isOtherThanStalking: boolean;
}

/** Which acts entries are marked with, in the order of the list. */
export function countActs(entries: readonly Conduct[]): readonly ActCounted[] {
  return behaviours.flatMap((act) => {
    const entryIds = entries.filter((entry) => entry.behaviours.includes(act)).map(({ id }) => id);
    return entryIds.length === 0 ? [] : [{ act, entryIds }];
  });
}

/** What stands beside a report: the acts that its entries are marked with. */
export function beside(
  { entryIds, recordedAs }: Pick<PoliceReport, 'entryIds' | 'recordedAs'>,
  entries: readonly Conduct[],
): Beside {
  const named = new Set(entryIds);
  const here = entries.filter(({ id }) => named.has(id));
  const incidents = here.filter(({ kind }) => kind === 'incident');
  const marked = incidents.filter((entry) => entry.behaviours.length > 0);
  return {
    incidentIds: incidents.map(({ id }) => id),
    markedIds: marked.map(({ id }) => id),
    acts: countActs(incidents),
    gone: named.size - here.length,
    isOtherThanStalking: marked.length > 0 && recordedAs !== null && recordedAs !== 'stalking',
  };
}

/** Incidents that no report names, in the order of the chronology. */
export function unnamedIn<T extends Conduct>(
  entries: readonly T[],
  reports: readonly Pick<PoliceReport, 'entryIds'>[],
): readonly T[] {
  const named = new Set(reports.flatMap(({ entryIds }) => entryIds));
  return entries.filter(({ id, kind }) => kind === 'incident' && !named.has(id));
}
