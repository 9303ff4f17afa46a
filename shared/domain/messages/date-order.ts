import { dateOrders } from '../../models/message';
import type { DateOrder, OrderQuestion, orderGrounds } from '../../models/message';

/** Three numbers of a date as they are written, before anybody knows which is which. */
export interface WrittenDate {
  readonly parts: readonly [number, number, number];
  /** Digits of the first and the last of them: four are a year. */
  readonly widths: readonly [number, number];
  /**
   * Written as the places write that put a year of two digits first: `21-10-14` in Canada, `21. 10. 14.` in Korea. Nobody
   * near enough writes `21/10/14` so (CLDR has only Basque), and to ask about it in every British file would teach people to
   * press whatever makes the question go away.
   */
  readonly mayLead: boolean;
}

export type OrderGround = (typeof orderGrounds)[number];

export interface OrderFinding {
  readonly order: DateOrder | null;
  readonly from: OrderGround | null;
  /** Set when the file leaves it open. */
  readonly question: OrderQuestion | null;
}

/** Of a year in two digits; phones did not export anything before 1990. */
const century = 2000;
const firstYear = 1990;
const lastYear = 2099;
/** Lines shown to the person who is asked. */
const shown = 3;
/** So few dates may be impossible in an order that is the right one: somebody edited the file, or it is damaged. */
const stray = 0.01;

/** The day a written date means in an order, `YYYY-MM-DD`, or null when it cannot mean one. */
export function readWrittenDate({ parts, widths, mayLead }: WrittenDate, order: DateOrder): string | null {
  const [a, b, c] = parts;
  const [first, last] = widths;
  const width = order === 'ymd' ? first : last;
  if (width !== 4 && width !== 2) return null;
  if ((order === 'ymd' ? last : first) > 2 || (order === 'ymd' && first === 2 && !mayLead)) return null;
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const full = width === 2 ? century + year : year;
  return realDay(full, month, day);
}

export function realDay(year: number, month: number, day: number): string | null {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

interface Candidate {
  impossible: number;
  /** Steps from a line to the next that lead back, and that lead on. */
  back: number;
  on: number;
  last: string | null;
}

/**
 * Finds the order from all dates of a file (domain 6.2): a part above 12 is no month, a year has four digits, and lines
 * follow each other in time. What that leaves open is asked, with the first and last lines on which the answers differ.
 * `add` takes the dates in the order of the file; memory does not grow with them.
 */
export function createOrderFinder(): {
  readonly add: (date: WrittenDate, line: number, text: string) => void;
  readonly finish: () => OrderFinding;
} {
  const candidates = new Map<DateOrder, Candidate>(
    dateOrders.map((order) => [order, { impossible: 0, back: 0, on: 0, last: null }]),
  );
  const first: OrderQuestion['lines'] = [];
  let last: OrderQuestion['lines'] = [];
  let count = 0;
  let yearFirst = 0;
  let differing = 0;

  function add(date: WrittenDate, line: number, text: string): void {
    count += 1;
    if (date.widths[0] === 4) yearFirst += 1;
    const readings: Partial<Record<DateOrder, string>> = {};
    for (const [order, candidate] of candidates) {
      const day = readWrittenDate(date, order);
      if (day === null) {
        candidate.impossible += 1;
        continue;
      }
      readings[order] = day;
      if (candidate.last !== null && day !== candidate.last) {
        if (day < candidate.last) candidate.back += 1;
        else candidate.on += 1;
      }
      candidate.last = day;
    }
    const days = new Set(Object.values(readings));
    if (days.size < 2) return;
    differing += 1;
    const sample = { line, text: text.slice(0, 400), readings };
    if (first.length < shown) first.push(sample);
    else last = [...last.slice(1 - shown), sample];
  }

  function finish(): OrderFinding {
    if (count === 0) return { order: null, from: null, question: null };
    const possible = fitting(candidates, count);
    const [only] = possible;
    if (only !== undefined && possible.length === 1)
      return decided(only, only === 'ymd' && yearFirst > 0 ? 'year-first' : 'numbers');
    if (possible.length > 1 && differing === 0) return decided(possible[0] ?? 'dmy', 'same');
    const orderly = possible.filter((order) => disorder(candidates, order) === 0);
    const [sole] = orderly;
    if (sole !== undefined && orderly.length === 1) return decided(sole, 'sequence');
    return {
      order: null,
      from: null,
      question: { orders: possible.length === 0 ? [...dateOrders] : possible, lines: [...first, ...last] },
    };
  }
  return { add, finish };
}

function decided(order: DateOrder, from: OrderGround): OrderFinding {
  return { order, from, question: null };
}

function fitting(candidates: ReadonlyMap<DateOrder, Candidate>, count: number): DateOrder[] {
  const faults = (order: DateOrder): number => candidates.get(order)?.impossible ?? count;
  const whole = dateOrders.filter((order) => faults(order) === 0);
  if (whole.length > 0) return whole;
  const sorted = [...dateOrders].sort((a, b) => faults(a) - faults(b));
  const [best, second] = sorted;
  if (best === undefined || second === undefined || faults(best) === count) return [];
  // In any other order not one of the dates would be one.
  if (faults(second) === count) return [best];
  if (faults(best) > stray * count) return [];
  // Both nearly fit: that is not for a program to decide.
  return faults(second) > 10 * faults(best)
    ? [best]
    : sorted.filter((order) => faults(order) <= stray * count);
}

/** Lines run on in time, or in some tables back; a wrong order runs both ways. */
function disorder(candidates: ReadonlyMap<DateOrder, Candidate>, order: DateOrder): number {
  const candidate = candidates.get(order);
  return candidate === undefined ? 0 : Math.min(candidate.back, candidate.on);
}
