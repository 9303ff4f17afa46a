import type { Consent } from '../../../records/consent';
import type { Task } from '../../../records/task';
import { standingOf } from '../../dates/standing';

/** How a consent stands today: `expired` from the day after its last, whatever was answered before. */
export type ConsentStanding = Consent['answer'] | 'expired' | 'ends-soon';

/** A consent that ends within so many days is told before it does (own choice, as long as the longest review interval). */
const soon = 28;

/** How a consent stands on a day. */
export function consentStanding(
  { answer, until }: Pick<Consent, 'answer' | 'until'>,
  today: string,
): ConsentStanding {
  if (answer !== 'given' || until === null) return answer;
  const { is, days } = standingOf(until, today);
  if (is === 'past') return 'expired';
  return days <= soon ? 'ends-soon' : answer;
}

export type TaskStanding =
  { readonly is: 'done' | 'open' } | { readonly is: 'late' | 'today' | 'ahead'; readonly days: number };

/** How a task stands on a day: a review that is due on a day is late from the next one. */
export function taskStanding({ due, doneOn }: Pick<Task, 'due' | 'doneOn'>, today: string): TaskStanding {
  if (doneOn !== null) return { is: 'done' };
  if (due === null) return { is: 'open' };
  const { is, days } = standingOf(due, today);
  return { is: is === 'past' ? 'late' : is, days };
}

/** What is to be done, the earliest first and what has no day behind it; then what is done, the latest first. */
export function inOrder<T extends { readonly body: Pick<Task, 'due' | 'doneOn'> }>(
  tasks: readonly T[],
): { readonly open: readonly T[]; readonly done: readonly T[] } {
  const by = (key: (task: T) => string) => (one: T, other: T) =>
    key(one) === key(other) ? 0 : key(one) < key(other) ? -1 : 1;
  return {
    open: tasks.filter(({ body }) => body.doneOn === null).sort(by(({ body }) => body.due ?? '9999')),
    done: tasks
      .filter(({ body }) => body.doneOn !== null)
      .sort(by(({ body }) => body.doneOn ?? ''))
      .reverse(),
  };
}
