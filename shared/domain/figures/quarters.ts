/** A quarter of the calendar, `2026-Q3`. Compared as text it stands in the order of time. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** `July to September 2026`. */
export function quarterWords(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  const months = ['January to March', 'April to June', 'July to September', 'October to December'];
  return `${months[Number(number) - 1] ?? ''} ${year}`;
}

/** The quarter before. */
function before(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return number === '1' ? `${Number(year) - 1}-Q4` : `${year}-Q${Number(number) - 1}`;
}

/** So many quarters that end with this one, the earliest first. */
export function quartersUntil(last: string, count: number): readonly string[] {
  const all = [last];
  while (all.length < count) all.unshift(before(all[0] ?? last));
  return all;
}

/** What is counted apart: its date may lie in one quarter or in another, and is never divided between them. */
export const spansQuarters = 'spans';

/**
 * The quarter something lies in by the earliest and the latest day that its date allows, `spans` where these lie in two and one of them, or
 * what is between, is in the period; null outside it. Open ends (0000, 9999) are dates that nobody has said: they may lie anywhere.
 */
export function quarterWithin(
  { earliest, latest }: { readonly earliest: string; readonly latest: string },
  quarters: readonly string[],
): string | null {
  const [from, until] = [quarterOf(earliest.slice(0, 10)), quarterOf(latest.slice(0, 10))];
  if (from === until) return quarters.includes(from) ? from : null;
  return from <= (quarters.at(-1) ?? '') && until >= (quarters[0] ?? '') ? spansQuarters : null;
}
