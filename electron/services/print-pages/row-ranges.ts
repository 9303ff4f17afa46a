import { printCount } from '../../../shared/domain/counts';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { RowRange } from './printed';

/** More ranges than these are not named one by one. */
const mostNamed = 12;

/** Which rows of an exhibit are printed: chosen for an export of messages alone, and all (null) where none were. */
export function rowsChosen(
  { id, kind }: Pick<EvidenceItem, 'id' | 'kind'>,
  rowsOf: Readonly<Record<string, readonly RowRange[]>>,
): readonly RowRange[] | null {
  const rows = rowsOf[id] ?? [];
  return kind === 'messages' && rows.length > 0 ? rows : null;
}

/** Ranges in order, joined where they touch, within what there is; null where no rows were chosen, which is all of them. */
export function tidyRanges(chosen: readonly RowRange[] | null, total: number): readonly RowRange[] {
  if (chosen === null) return total === 0 ? [] : [{ from: 1, to: total }];
  const within = chosen
    .map(({ from, to }) => ({ from: Math.max(1, Math.ceil(from)), to: Math.min(total, Math.floor(to)) }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of within) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

export function countRows(ranges: readonly RowRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** Every number in its turn. */
export function* numbersOf(ranges: readonly RowRange[]): Generator<number> {
  for (const { from, to } of ranges) for (let number = from; number <= to; number += 1) yield number;
}

/** `120 to 180`, `3, 7 and 9 to 12`; of a great many only how many there are. */
export function rangesText(ranges: readonly RowRange[]): string {
  if (ranges.length > mostNamed)
    return `${printCount(countRows(ranges))} chosen ones between ${printCount(ranges[0]?.from ?? 0)} and ${printCount(ranges.at(-1)?.to ?? 0)}`;
  const parts = ranges.map(({ from, to }) =>
    from === to ? printCount(from) : `${printCount(from)} to ${printCount(to)}`,
  );
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** What stands on this document, of what was chosen, of what there is. */
export interface Extent {
  readonly total: number;
  readonly chosen: readonly RowRange[];
  /** The numbers that stand on this document, a run of `chosen`. */
  readonly here: readonly RowRange[];
  /** Which of several documents, from 1; null for one that stands alone. */
  readonly part: number | null;
  /** More was chosen than one document holds, and no other follows. */
  readonly isCut: boolean;
}

/** What the numbered things are called, one of them and many: `line` and `lines`. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/**
 * What a page must say of what is not on it: `Printed here, as chosen: numbers 120 to 180 of 4,310. The others are in the file.`
 * Empty where all of it is in one document.
 */
export function extentText({ total, chosen, here, part, isCut }: Extent, noun: Noun): readonly string[] {
  const counted = (ranges: readonly RowRange[]): string =>
    `${countRows(ranges) === 1 ? noun.one : noun.many} ${rangesText(ranges)} of ${printCount(total)}`;
  if (total === 0) return [];
  if (countRows(chosen) === 0) return [`None of the ${printCount(total)} ${noun.many} was chosen.`];
  const isWhole = part === 1 && countRows(here) === countRows(chosen);
  return [
    ...(countRows(chosen) === total
      ? []
      : [`Printed here, as chosen: ${counted(chosen)}. The others are in the file.`]),
    ...(isCut ? [`One document has no room for more than ${counted(here)}. The rest is in the file.`] : []),
    ...(part === null || isWhole ? [] : [`Part ${printCount(part)}: ${counted(here)}.`]),
  ];
}
