import { dateBounds } from '../../../shared/domain/dates/bounds';
import { nothingMore } from '../../../shared/domain/entry-content';
import type { NewEntry } from '../../../shared/models/chronology';
import type { BestDate } from '../../../shared/models/evidence';

export interface DraftItem {
  readonly id: string;
  readonly exhibitRef: string;
  readonly title: string;
  readonly bestDate: BestDate | null;
}

/**
 * A new entry made from evidence: the date of the items, where that date comes from in plain words, and the items as
 * its evidence. Items of several days give a range. What happened stays empty: only a person can say it.
 */
export function draftFromItems(items: readonly DraftItem[], today: string): NewEntry {
  const dated = items
    .flatMap((item) => (item.bestDate === null ? [] : [{ item, date: item.bestDate }]))
    .sort((a, b) => compare(moment(a.date), moment(b.date)));
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

type DatedItem = { readonly item: DraftItem; readonly date: BestDate };

function datesOf(first: DatedItem, last: DatedItem): Pick<NewEntry, 'edtf' | 'time' | 'dateSource'> {
  const dateSource = `${first.date.label} of ${first.item.exhibitRef}`;
  const from = first.date.edtf;
  const to = last.date.edtf;
  if (
    from.slice(0, 10) !== to.slice(0, 10) &&
    /^\d{4}-\d{2}-\d{2}$/.test(from) &&
    /^\d{4}-\d{2}-\d{2}$/.test(to)
  ) {
    return { edtf: `${from}/${to}`, time: null, dateSource: `${dateSource} to ${last.item.exhibitRef}` };
  }
  return {
    edtf: from,
    time:
      first.date.time === null ? null : { from: first.date.time.slice(0, 5), to: null, precision: 'minute' },
    dateSource,
  };
}

/** No item says when: the year, marked as uncertain, which the advocate must change. */
function undated(today: string): Pick<NewEntry, 'edtf' | 'time' | 'dateSource'> {
  return { edtf: `${today.slice(0, 4)}?`, time: null, dateSource: 'no date found in the evidence' };
}

function moment(date: BestDate): string {
  const { earliest } = dateBounds(date.edtf, null);
  return date.time === null ? earliest : `${earliest.slice(0, 10)}T${date.time}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
