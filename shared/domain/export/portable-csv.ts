import * as z from 'zod';
import { HoldfastError } from '../../errors';
import {
  portableEntrySchema,
  portableExhibitSchema,
  portableLinkSchema,
  portableMessageSchema,
} from '../../models/portable';
import type { PortableEntry } from '../../models/portable';
import { witnessSchema } from '../../models/chronology';
import { wasReported } from '../reported';

/** A column of the full table: how a field becomes a cell, and what the cells of a row become. */
interface Column {
  readonly name: string;
  readonly cell: (entry: PortableEntry) => string;
}

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');
const json = (value: readonly unknown[]): string => (value.length === 0 ? '' : JSON.stringify(value));

/** Not `no`: an older Holdfast wrote that where nobody had asked, so that it means nothing. */
const notReported = 'not reported';
function reportedCell(entry: PortableEntry): string {
  const answer = wasReported(entry);
  return answer === null ? '' : answer ? 'yes' : notReported;
}

/** Every field of an entry. What has parts of its own is JSON in its cell. */
const columns: readonly Column[] = [
  { name: 'edtf', cell: ({ edtf }) => edtf },
  { name: 'time_from', cell: ({ time }) => time?.from ?? '' },
  { name: 'time_to', cell: ({ time }) => time?.to ?? '' },
  { name: 'time_precision', cell: ({ time }) => time?.precision ?? '' },
  { name: 'utc_offset_minutes', cell: ({ time }) => (time?.offset === undefined ? '' : String(time.offset)) },
  { name: 'date_source', cell: ({ dateSource }) => dateSource },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'title', cell: ({ title }) => title },
  { name: 'what_happened', cell: ({ description }) => description },
  { name: 'exact_words', cell: ({ quote }) => quote },
  { name: 'comment', cell: ({ comment }) => comment },
  { name: 'acts', cell: ({ behaviours }) => behaviours.join(' ') },
  { name: 'marks', cell: ({ marks }) => marks.join(' ') },
  { name: 'channel', cell: ({ channel }) => channel ?? '' },
  { name: 'place', cell: ({ place }) => place },
  { name: 'attempts', cell: ({ attempts }) => (attempts === null ? '' : String(attempts)) },
  { name: 'recorded_when', cell: ({ recordedWhen }) => recordedWhen ?? '' },
  { name: 'actor_certainty', cell: ({ actor }) => actor?.certainty ?? '' },
  { name: 'actor_why', cell: ({ actor }) => actor?.why ?? '' },
  { name: 'others', cell: ({ others }) => others },
  { name: 'vehicle', cell: ({ vehicle }) => vehicle },
  { name: 'witnesses', cell: ({ witnesses }) => json(witnesses) },
  { name: 'effect', cell: ({ effect }) => effect },
  { name: 'changes', cell: ({ changes }) => changes },
  { name: 'fear', cell: ({ fear }) => yesNo(fear) },
  { name: 'threat', cell: ({ threat }) => threat ?? '' },
  { name: 'children_present', cell: ({ childrenPresent }) => yesNo(childrenPresent) },
  { name: 'first_time', cell: ({ firstTime }) => yesNo(firstTime) },
  { name: 'safety_action', cell: ({ safetyAction }) => safetyAction },
  { name: 'reported', cell: reportedCell },
  { name: 'reported_date', cell: ({ reported }) => reported?.date ?? '' },
  { name: 'reported_how', cell: ({ reported }) => reported?.how ?? '' },
  { name: 'reported_officer', cell: ({ reported }) => reported?.officer ?? '' },
  { name: 'reported_reference', cell: ({ reported }) => reported?.reference ?? '' },
  { name: 'reported_crime_number', cell: ({ reported }) => reported?.crimeNumber ?? '' },
  { name: 'reported_response', cell: ({ reported }) => reported?.response ?? '' },
  { name: 'exhibits', cell: ({ exhibits }) => json(exhibits) },
  { name: 'messages', cell: ({ messages }) => json(messages) },
  { name: 'links', cell: ({ links }) => json(links) },
];

export const portableHead: readonly string[] = columns.map(({ name }) => name);

export function portableCells(entry: PortableEntry): readonly string[] {
  return columns.map(({ cell }) => cell(entry));
}

/** Whether a table is one that Holdfast wrote in full. */
export function isPortableHead(head: readonly string[]): boolean {
  return portableHead.every((name) => head.includes(name));
}

const answer = (cell: string): boolean | null => (cell === '' ? null : cell === 'yes');
const orNull = (cell: string): string | null => (cell === '' ? null : cell);

/** The cell of a column. */
type Get = (name: string) => string;

function timeIn(get: Get) {
  if (get('time_from') === '') return null;
  const offset = get('utc_offset_minutes');
  return {
    from: get('time_from'),
    to: orNull(get('time_to')),
    precision: get('time_precision'),
    ...(offset === '' ? {} : { offset: Number(offset) }),
  };
}

function reportIn(get: Get) {
  if (get('reported') !== 'yes') return null;
  return {
    date: orNull(get('reported_date')),
    how: get('reported_how'),
    officer: get('reported_officer'),
    reference: get('reported_reference'),
    crimeNumber: get('reported_crime_number'),
    response: get('reported_response'),
  };
}

/** An entry of a row that `portableCells` wrote. Throws `invalid-input` for a cell that is not what its column says. */
export function portableEntry(head: readonly string[], cells: readonly string[]): PortableEntry {
  const get: Get = (name) => cells[head.indexOf(name)] ?? '';
  const list = <T>(name: string, schema: z.ZodType<T>): T[] => {
    const cell = get(name);
    return cell === '' ? [] : z.array(schema).parse(JSON.parse(cell));
  };
  const words = (name: string): string[] =>
    get(name)
      .split(' ')
      .filter((each) => each !== '');
  try {
    return portableEntrySchema.parse({
      edtf: get('edtf'),
      time: timeIn(get),
      dateSource: get('date_source'),
      kind: get('kind'),
      title: get('title'),
      description: get('what_happened'),
      quote: get('exact_words'),
      comment: get('comment'),
      behaviours: words('acts'),
      marks: words('marks'),
      channel: orNull(get('channel')),
      place: get('place'),
      attempts: get('attempts') === '' ? null : Number(get('attempts')),
      recordedWhen: orNull(get('recorded_when')),
      actor:
        get('actor_certainty') === '' ? null : { certainty: get('actor_certainty'), why: get('actor_why') },
      others: get('others'),
      vehicle: get('vehicle'),
      witnesses: list('witnesses', witnessSchema),
      effect: get('effect'),
      changes: get('changes'),
      fear: answer(get('fear')),
      threat: orNull(get('threat')),
      childrenPresent: answer(get('children_present')),
      firstTime: answer(get('first_time')),
      safetyAction: get('safety_action'),
      reported: reportIn(get),
      ...(get('reported') === notReported ? { unreported: true } : {}),
      exhibits: list('exhibits', portableExhibitSchema),
      messages: list('messages', portableMessageSchema),
      links: list('links', portableLinkSchema),
    });
  } catch {
    throw new HoldfastError('invalid-input');
  }
}
