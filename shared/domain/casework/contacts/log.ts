import type { Contact } from '../../../records/contact';

/** A contact or note as a list has it. */
export interface Logged {
  readonly id: string;
  readonly createdAt: string;
  readonly body: { readonly on: string; readonly time?: string | null; readonly corrects: string | null };
}

/** One of a log, with the ids of those that correct it. */
export interface InLog<T> {
  readonly shown: T;
  readonly correctedBy: readonly string[];
}

const momentOf = ({ body: { on, time }, createdAt }: Logged): string =>
  `${on} ${time ?? '00:00'} ${createdAt}`;

/** A log with the newest first: by its day and time, then by when it was written. What was corrected stays in its place. */
export function newestFirst<T extends Logged>(all: readonly T[]): readonly InLog<T>[] {
  const corrections = new Map<string, string[]>();
  for (const { id, body } of all)
    if (body.corrects !== null)
      corrections.set(body.corrects, [...(corrections.get(body.corrects) ?? []), id]);
  return all
    .map((shown) => ({ shown, correctedBy: corrections.get(shown.id) ?? [] }))
    .sort((one, other) => (momentOf(one.shown) < momentOf(other.shown) ? 1 : -1));
}

/** Minutes spent, of contacts that nothing corrects: what was put right counts once. `unsaid`: of how many nobody said it. */
export function minutesSpent(log: readonly InLog<{ readonly body: Pick<Contact, 'minutes'> }>[]): {
  readonly minutes: number;
  readonly unsaid: number;
} {
  const counted = log
    .filter(({ correctedBy }) => correctedBy.length === 0)
    .map(({ shown }) => shown.body.minutes);
  return {
    minutes: counted.reduce<number>((sum, each) => sum + (each ?? 0), 0),
    unsaid: counted.filter((each) => each === null).length,
  };
}
