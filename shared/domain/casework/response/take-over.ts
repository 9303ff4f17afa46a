import type { Reported } from '../../../models/chronology';
import { reportKey } from '../../reported';
import type { ResponseEntry } from '../../../models/response';
import type { PoliceReport } from '../../../records/police-report';

/** A report as entries note it by themselves, where no record of a report names them: offered to be taken over into one. */
export interface Noted {
  readonly reported: Reported;
  readonly entryIds: readonly string[];
}

/** What entries note of reports that no record names. Nothing of it is lost: it stays in the entries. */
export function notedReports(
  entries: readonly Pick<ResponseEntry, 'id' | 'reported'>[],
  reports: readonly Pick<PoliceReport, 'entryIds'>[],
): readonly Noted[] {
  const named = new Set(reports.flatMap(({ entryIds }) => entryIds));
  const found = new Map<string, { readonly reported: Reported; readonly entryIds: string[] }>();
  for (const { id, reported } of entries) {
    if (reported === null || named.has(id)) continue;
    const key = reportKey(reported, id);
    const one = found.get(key);
    if (one === undefined) found.set(key, { reported, entryIds: [id] });
    else one.entryIds.push(id);
  }
  return [...found.values()];
}

/**
 * What the record of a report begins with, taken over from what an entry notes. A date that is no single day is left to the person
 * to say, and stands in the note as it was written. An answer of the police becomes what the note says, never advice or outcome,
 * which nobody has said it is.
 */
export function reportFrom({
  reported,
  entryIds,
}: Noted): Partial<PoliceReport> & Pick<PoliceReport, 'note'> {
  const { date, how, reference, crimeNumber, officer, response } = reported;
  const isDay = date !== null && /^\d{4}-\d{2}-\d{2}$/u.test(date);
  const note = [isDay || date === null ? '' : `Date noted in the entry: ${date}`, response];
  return {
    ...(isDay ? { on: date } : {}),
    ...{ how, crimeNumber, incidentNumber: reference, officer, entryIds: [...entryIds] },
    note: note.filter((each) => each !== '').join('\n'),
  };
}
