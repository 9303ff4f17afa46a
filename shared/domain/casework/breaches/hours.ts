import { inPerson } from './conduct';
import type { Covered, Pair } from './pair';
import type { EntryFacts } from './read-entry';

/** At home. */
const isIn = /^(?:he (?:was )?)?(?:in (?:bed|when)|at home|home\b|indoors|present|answered)/u;
/** Not at home, wherever it was. */
const isAway =
  /^(?:he (?:was |is |has been |has )?)?(?:out|left|away|not (?:in|home|at home|there)|in (?:town|the pub)|at (?:the|a)|on (?:the|a) (?!phone)|driving|walking|cycling|drinking|clubbing|shopping|seen|spotted)\b/u;
/** In the hours in which the person had to be at home. */
export function curfew({ rule: { hours }, reading, entry }: Pair): Covered | null {
  const isOut = isAway.test(reading.told) || inPerson.some((each) => reading.conducts.has(each));
  if (isIn.test(reading.told)) return null;
  const isSaid = reading.failed.has('tag') || reading.failed.has('reside');
  const within = hours === null ? null : inHours(entry, hours);
  if (!isSaid && !(isOut && within === true)) return null;
  return { what: 'away from home in those hours', how: 'asks the person to be at home then', doubts: [] };
}

/** Whether it happened in these hours; null where the time is not known. */
export function inHours(
  { time, title, description }: EntryFacts,
  hours: readonly { readonly from: string; readonly to: string }[],
): boolean | null {
  const clocks =
    time === null
      ? timesIn(`${title} ${description}`)
      : [time.from.slice(0, 5), ...(time.to === null ? [] : [time.to.slice(0, 5)])];
  if (clocks.length === 0) return null;
  return clocks.some((clock) =>
    hours.some(({ from, to }) => (from <= to ? clock >= from && clock <= to : clock >= from || clock <= to)),
  );
}

/** Times of the clock in words: `at 11.30pm`, `about 02:15`. */
function timesIn(text: string): readonly string[] {
  return [
    ...text
      .toLowerCase()
      .matchAll(/\b(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)\b|\b([01]\d|2[0-3]):([0-5]\d)\b|\b(midnight)\b/gu),
  ].map(([, hour, minutes = '00', half, long, rest = '00', midnight]) => {
    if (midnight !== undefined) return '00:00';
    if (long !== undefined) return `${long}:${rest}`;
    return `${String((Number(hour) % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:${minutes}`;
  });
}
