import { dateBounds } from '../../../shared/domain/dates/bounds';
import { nothingMore } from '../../../shared/domain/entry-content';
import { factName } from '../../../shared/domain/facts/fact-names';
import { entryDate, printMoved } from '../../../shared/domain/facts/uk-date';
import type { NewEntry } from '../../../shared/models/chronology';
import type { BestDate } from '../../../shared/models/evidence';

export interface DraftItem {
  readonly id: string;
  readonly exhibitRef: string;
  readonly title: string;
  readonly bestDate: BestDate | null;
}

/** What `dateSource` of an entry may hold. */
const longestSource = 200;

/**
 * A new entry made from evidence: the date of the items in UK time, where that date comes from in plain words, and the items
 * as its evidence. Items of several days give a range. What happened stays empty: only a person can say it.
 */
export function draftFromItems(items: readonly DraftItem[], today: string): NewEntry {
  const dated = items
    .flatMap((item) => (item.bestDate === null ? [] : [asDated(item, item.bestDate)]))
    .sort((a, b) => compare(a.moment, b.moment));
  const first = dated[0];
  const last = dated.at(-1);
  const rest = items.length - 1;
  return {
    ...nothingMore,
    ...(first === undefined || last === undefined ? undated(today) : datesOf(first, last)),
    title: items[0] === undefined ? '' : `${items[0].title}${rest > 0 ? ` and ${rest} more` : ''}`,
    evidenceIds: items.map(({ id }) => id),
  };
}

interface DatedItem extends Pick<NewEntry, 'edtf' | 'time'> {
  readonly exhibitRef: string;
  /** What it is dated by, with what stands there where UK time is another. */
  readonly source: string;
  readonly moment: string;
}

function asDated({ exhibitRef }: DraftItem, date: BestDate): DatedItem {
  const { edtf, time } = entryDate(date);
  const moved = printMoved(date);
  return {
    exhibitRef,
    edtf,
    time,
    source: `${factName(date)} of ${exhibitRef}${moved === null ? '' : `: ${moved}`}`,
    moment: dateBounds(edtf, time).earliest,
  };
}

const isDay = /^\d{4}-\d{2}-\d{2}$/u;

function datesOf(first: DatedItem, last: DatedItem): Pick<NewEntry, 'edtf' | 'time' | 'dateSource'> {
  const isRange = first.edtf !== last.edtf && isDay.test(first.edtf) && isDay.test(last.edtf);
  const dateSource = (isRange ? `${first.source} to ${last.source}` : first.source).slice(0, longestSource);
  return isRange
    ? { edtf: `${first.edtf}/${last.edtf}`, time: null, dateSource }
    : { edtf: first.edtf, time: first.time, dateSource };
}

/** No item says when: the year, marked as uncertain, which the advocate must change. */
function undated(today: string): Pick<NewEntry, 'edtf' | 'time' | 'dateSource'> {
  return { edtf: `${today.slice(0, 4)}?`, time: null, dateSource: 'no date found in the evidence' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
