import { dateBounds } from '../../dates/bounds';
import { lawOf, limitOf } from '../../law/law-of';
import type { Duty } from '../../../models/duty';
import type { Jurisdiction } from '../../../models/jurisdiction';
import type { Law } from '../../../models/law';
import { dateWords } from '../../../records/words/date-words';
import { addDays, addWorkingDays, dayOfLimit } from '../working-days';
import type { CountedDay } from '../working-days';
import type { CaseFacts, EntryFact, Recorded } from './facts';
import type { DutyRules, RuleId } from './rules';

/** A case as the rules look at it on one day. */
export interface View {
  readonly facts: CaseFacts;
  /** The day it is in the UK, YYYY-MM-DD. */
  readonly today: string;
  readonly jurisdiction: Jurisdiction | null;
  readonly law: Law;
  readonly rules: DutyRules;
}

export function viewOf(facts: CaseFacts, today: string, rules: DutyRules): View {
  const jurisdiction = facts.details?.jurisdiction ?? null;
  return { facts, today, jurisdiction, law: lawOf(jurisdiction), rules };
}

/** What a rule found. `due` and whether it is certain are said where a day can be told. */
export interface Found {
  readonly rule: RuleId;
  readonly text: string;
  readonly subject?: string;
  readonly due?: CountedDay | null;
  readonly tag?: string;
  readonly tone?: Duty['tone'];
  readonly standsOn?: Duty['standsOn'];
  readonly record?: string | null;
}

/** The rules of one area. */
export type Area = (view: View) => readonly Found[];

/** Nothing, or what was found: `when` it is so. */
export function when(isSo: boolean, found: () => Found): readonly Found[] {
  return isSo ? [found()] : [];
}

/** When something falls due by its rule, counted from a day; null where the law of the case has no such limit. */
export function dueOf({ rules, law, jurisdiction }: View, id: RuleId, from: string): CountedDay | null {
  const { limit, afterDays, afterWorkingDays } = rules[id];
  if (limit !== undefined) {
    const found = limitOf(limit, law);
    return found === null ? null : dayOfLimit(found, from, jurisdiction);
  }
  if (afterWorkingDays !== undefined) return addWorkingDays(from, afterWorkingDays, jurisdiction);
  return afterDays === undefined ? null : certain(addDays(from, afterDays));
}

/** A day that somebody set. */
export function certain(day: string): CountedDay {
  return { day, isCertain: true };
}

/** Whether a line is shown by now: from so many days before it is due to so many after, as its rule says. */
export function isShown({ rules, today }: View, id: RuleId, due: CountedDay): boolean {
  const { beforeDays = 0, keptDays } = rules[id];
  return (
    today >= addDays(due.day, -beforeDays) && (keptDays === undefined || today <= addDays(due.day, keptDays))
  );
}

/**
 * What was found, where its day has come near enough. A rule that does not count its days only waits for that day: then nothing is
 * due, and nothing is late.
 */
export function dueSoon(view: View, due: CountedDay | null, found: Found): readonly Found[] {
  if (due === null || !isShown(view, found.rule, due)) return [];
  return [view.rules[found.rule].counts === true ? { ...found, due } : found];
}

/** `3 Nov 2026`. */
export const say = dateWords;

/** Records that a line stands on. */
export function on(
  kind: string,
  ...records: readonly Pick<Recorded<unknown>, 'id' | 'title'>[]
): Duty['standsOn'] {
  return records.map(({ id, title }) => ({ id, kind, title }));
}

/** So many entries are linked from a line; its words say how many there are. */
const mostLinked = 12;

export function onEntries(entries: readonly EntryFact[]): Duty['standsOn'] {
  return on('entry', ...entries.slice(-mostLinked));
}

/** The last by its day; of one day the one that was written last. */
export function lastOf<T>(
  all: readonly Recorded<T>[],
  dayOf: (body: T) => string | null,
): Recorded<T> | null {
  return all.reduce<Recorded<T> | null>((before, each) => {
    const day = dayOf(each.body);
    if (day === null) return before;
    return before === null || day >= (dayOf(before.body) ?? '') ? each : before;
  }, null);
}

/** The days that an EDTF date allows; null where it is none. */
export function daysOf(edtf: string | null): { readonly earliest: string; readonly latest: string } | null {
  if (edtf === null) return null;
  try {
    const { earliest, latest } = dateBounds(edtf, null);
    return { earliest: dayIn(earliest), latest: dayIn(latest) };
  } catch {
    return null;
  }
}

/** The day of `YYYY-MM-DDTHH:MM:SS` as dates of entries have it, which is no instant and has no zone. */
export function dayIn(moment: string): string {
  const [day = ''] = moment.split('T');
  return day;
}

/** Entries that are conduct and may have happened after a day, by now. */
export function conductAfter({ facts, today }: View, day: string): readonly EntryFact[] {
  return facts.entries.filter(
    ({ kind, earliest, latest }) =>
      kind === 'incident' && latest > day && earliest <= today && !isOpenEnded(latest, earliest),
  );
}

/** Without a last day: it says nothing of when it was. */
function isOpenEnded(latest: string, earliest: string): boolean {
  return latest.startsWith('9999') || earliest.startsWith('0000');
}

/** The latest entry that is conduct, by the last day that it may have been; null without any. */
export function latestConduct({ facts }: View): EntryFact | null {
  return facts.entries.reduce<EntryFact | null>((before, each) => {
    if (each.kind !== 'incident' || isOpenEnded(each.latest, each.earliest)) return before;
    return before === null || each.latest >= before.latest ? each : before;
  }, null);
}
