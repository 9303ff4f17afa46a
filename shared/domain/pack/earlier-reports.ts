import type { Entry, Reported } from '../../models/chronology';
import { printDate } from '../dates/print';
import { reportKey, wasReported } from '../reported';

/** One report to the police, and the entries that it was about by their numbers in the chronology. */
export interface EarlierReport {
  /** In words; null where nobody has said when. */
  readonly date: string | null;
  readonly reference: string;
  readonly crimeNumber: string;
  readonly how: string;
  readonly officer: string;
  readonly answer: string;
  readonly entries: readonly number[];
}

export interface EarlierReports {
  readonly reports: readonly EarlierReport[];
  /** Numbers of entries that were not reported, as the client said, and of those where nobody has asked. Events are in neither. */
  readonly unreported: readonly number[];
  readonly notAsked: readonly number[];
}

/** How often the police were told before, by what the entries of a chronology say, in the order of the reports' days. */
export function earlierReports(
  entries: readonly Pick<Entry, 'id' | 'kind' | 'reported' | 'unreported'>[],
): EarlierReports {
  const found = new Map<
    string,
    { readonly reported: Reported; readonly answers: string[]; readonly numbers: number[] }
  >();
  const unreported: number[] = [];
  const notAsked: number[] = [];
  for (const [index, entry] of entries.entries()) {
    const number = index + 1;
    const { reported } = entry;
    if (reported !== null) {
      const key = reportKey(reported, entry.id);
      const one = found.get(key) ?? { reported, answers: [], numbers: [] };
      one.numbers.push(number);
      if (reported.response !== '' && !one.answers.includes(reported.response))
        one.answers.push(reported.response);
      found.set(key, one);
    } else if (entry.kind === 'incident') (wasReported(entry) === false ? unreported : notAsked).push(number);
  }
  const reports = [...found.values()].sort((a, b) => compareDays(a.reported.date, b.reported.date));
  return {
    reports: reports.map(
      ({ reported: { date, reference, crimeNumber, how, officer }, answers, numbers }) => ({
        ...{ date: date === null ? null : printDate(date, null), reference, crimeNumber, how, officer },
        ...{ answer: answers.join('; '), entries: numbers },
      }),
    ),
    unreported,
    notAsked,
  };
}

/** Those without a day come last. Days as they are written sort as they follow each other, near enough for a list. */
function compareDays(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}
