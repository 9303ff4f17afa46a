import { counted, printCount } from '../counts';
import { printDate } from '../dates/print';

/** What was counted of the rows that an entry, or a filter, stands on. */
export interface RowCounts {
  readonly calls: number;
  /** Of the calls. */
  readonly missed: number;
  readonly messages: number;
  /** Lines of WhatsApp itself and lines that could not be read. */
  readonly others: number;
  /** Earliest and latest time, `YYYY-MM-DD` with or without `THH:MM:SS`; null where no row has one. */
  readonly first: string | null;
  readonly last: string | null;
  /** References of the exports they are in. */
  readonly refs: readonly string[];
}

/** `47 calls (45 missed) and 2 messages`. */
export function countWords({
  calls,
  missed,
  messages,
  others,
}: Omit<RowCounts, 'first' | 'last' | 'refs'>): string {
  const missedWords =
    missed === 0
      ? ''
      : missed === calls
        ? calls === 1
          ? ' (missed)'
          : ' (all missed)'
        : ` (${printCount(missed)} missed)`;
  const parts = [
    ...(calls === 0 ? [] : [`${counted(calls, 'call', 'calls')}${missedWords}`]),
    ...(messages === 0 ? [] : [counted(messages, 'message', 'messages')]),
    ...(others === 0 ? [] : [counted(others, 'other line', 'other lines')]),
  ];
  const last = parts.pop() ?? 'none';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** `47 calls, 21:00 to 23:10, from RW/31`: computed from the rows, so that nobody has to type or trust a number. */
export function tallyWords(counts: RowCounts): string {
  const from = counts.refs.length === 0 ? [] : [`from ${listed(counts.refs)}`];
  return [countWords(counts), ...spanWords(counts.first, counts.last), ...from].join(', ');
}

/** `21:00 to 23:10` within a day, `13 Oct 2026 to 15 Oct 2026` over several. */
export function spanWords(first: string | null, last: string | null): readonly string[] {
  if (first === null || last === null) return [];
  const [firstDay, lastDay] = [first.slice(0, 10), last.slice(0, 10)];
  if (firstDay !== lastDay) return [`${printDate(firstDay, null)} to ${printDate(lastDay, null)}`];
  const [from, to] = [first.slice(11, 16), last.slice(11, 16)];
  if (from === '' || to === '') return [];
  return [from === to ? from : `${from} to ${to}`];
}

/** `RW/31`, `RW/31 and RW/32`, `RW/31, RW/32 and 3 more`. */
function listed(refs: readonly string[]): string {
  const [first = '', second = ''] = refs;
  if (refs.length === 1) return first;
  return refs.length === 2 ? `${first} and ${second}` : `${first}, ${second} and ${refs.length - 2} more`;
}
