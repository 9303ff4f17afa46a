import { printDate } from '../dates/print';
import { nothingMore } from '../entry-content';
import type { Channel, NewEntry } from '../../models/chronology';
import type { MessageFormat, MessageKey, MessageRow } from '../../models/message';

/** A row as a draft needs it. */
export interface DraftRow
  extends
    MessageKey,
    Pick<MessageRow, 'kind' | 'local' | 'utc' | 'direction' | 'sender' | 'status' | 'body'> {
  readonly format: MessageFormat | null;
  readonly exhibitRef: string;
}

/** So many messages are quoted; of more, a person chooses what to quote. */
const mostQuoted = 20;
const longestQuote = 15_000;
const longestName = 80;

/**
 * A new entry made from messages and calls: their dates, where those come from, whose they are as the phone shows it, and
 * their words when they are few. How many there are is never written into it: that is counted from the rows each time it is
 * shown. What happened stays empty: only a person can say it.
 */
export function draftFromRows(rows: readonly DraftRow[], today: string): NewEntry {
  const refs = [...new Set(rows.map(({ exhibitRef }) => exhibitRef))];
  return {
    ...nothingMore,
    ...datesOf(rows, refs, today),
    title: titleOf(rows),
    description: voiceOf(rows),
    quote: quoteOf(rows),
    channel: channelOf(rows),
    evidenceIds: [...new Set(rows.map(({ itemId }) => itemId))],
    messageKeys: rows.map(({ itemId, position }) => ({ itemId, position })),
  };
}

function datesOf(
  rows: readonly DraftRow[],
  refs: readonly string[],
  today: string,
): Pick<NewEntry, 'edtf' | 'time' | 'dateSource'> {
  const times = rows.flatMap(({ local }) => (local === null ? [] : [local])).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined)
    return { edtf: `${today.slice(0, 4)}?`, time: null, dateSource: 'no date found in these lines' };
  const isAssumed = rows.some(({ local, utc }) => local !== null && utc === null);
  const zone = isAssumed ? ', taken as UK time' : '';
  const dateSource = `the times in ${refs.join(', ')}${zone}`.slice(0, 200);
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  if (from !== to) return { edtf: `${from}/${to}`, time: null, dateSource };
  // A row without a time leaves open when on that day the first was.
  if (times.some((time) => time.length === 10)) return { edtf: from, time: null, dateSource };
  const [start, end] = [first.slice(11, 16), last.slice(11, 16)];
  return {
    edtf: from,
    time: { from: start, to: start === end ? null : end, precision: 'minute' },
    dateSource,
  };
}

const named = (sender: string): string =>
  `“${sender.length <= longestName ? sender : `${sender.slice(0, longestName - 1)}…`}”`;
const sides = (rows: readonly DraftRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ sender }) => (sender === '' ? [] : [sender]))),
];

/** `Calls from a withheld number`, `Messages to “Dean”`: words that stay true when rows are added or taken out. */
function titleOf(rows: readonly DraftRow[]): string {
  const what = whatOf(rows);
  const directions = new Set(rows.map(({ direction }) => direction));
  const only = directions.size === 1 ? [...directions][0] : undefined;
  const others = othersOf(rows);
  if (others.length === 0) {
    if (directions.has('in') && rows.every(({ kind }) => kind === 'call'))
      return `${what} from a number that is not shown`;
    return only === 'out' ? `${what} the client sent` : what;
  }
  return `${what} ${wayOf(only, others.length)} ${whomOf(others)}`.slice(0, 200);
}

function whatOf(rows: readonly DraftRow[]): string {
  const single = rows.length === 1;
  if (rows.every(({ kind }) => kind !== 'call')) return single ? 'Message' : 'Messages';
  if (rows.some(({ kind }) => kind !== 'call')) return 'Calls and messages';
  const calls = single ? 'Call' : 'Calls';
  return rows.every(({ status }) => status === 'missed') ? `Missed ${calls.toLowerCase()}` : calls;
}

/** In a chat the sender of what went out is the client, who is not the one it went to. */
function othersOf(rows: readonly DraftRow[]): readonly string[] {
  const isWritten = rows.every(({ format }) => format === 'whatsapp');
  return sides(isWritten ? rows.filter(({ direction }) => direction !== 'out') : rows);
}

function whomOf([first = '', second, ...more]: readonly string[]): string {
  if (second === undefined) return named(first);
  return more.length === 0 ? `${named(first)} and ${named(second)}` : `${named(first)} and others`;
}

/** Which way they went, where all went one way. */
function wayOf(only: DraftRow['direction'] | undefined, others: number): string {
  if (only === undefined) return 'with';
  // While nobody has said whose phone it was, nothing says which way they went.
  if (only === 'unknown') return others === 1 ? 'under the name' : 'between';
  return only === 'out' ? 'to' : 'from';
}

/** Reported, not asserted: a name in a phone is what its owner saved there. */
function voiceOf(rows: readonly DraftRow[]): string {
  const directions = new Set(rows.map(({ direction }) => direction));
  const [direction] = directions;
  if (directions.size !== 1 || direction === undefined || direction === 'unknown') return '';
  const [it, these] = rows.length === 1 ? ['it', 'this'] : ['them', 'these'];
  const isWritten = rows.every(({ format }) => format === 'whatsapp');
  const [only, ...more] = sides(rows);
  if (direction === 'out') {
    if (isWritten || only === undefined || more.length > 0) return `The client says they sent ${it}.`;
    return `The client says they sent ${these} to ${saved(only)}.`;
  }
  if (only === undefined) return 'The client says the number was withheld or not shown.';
  return more.length > 0 ? '' : `The client says ${these} came from ${saved(only)}.`;
}

const saved = (sender: string): string =>
  /^[+\d][\d\s()-]*$/.test(sender) ? sender : `whoever is saved in the phone as ${named(sender)}`;

function quoteOf(rows: readonly DraftRow[]): string {
  const said = rows.filter(({ kind, body }) => kind === 'message' && body !== '');
  const [only] = said;
  if (rows.length === 1 && only !== undefined) return only.body.slice(0, longestQuote);
  if (said.length > mostQuoted) return '';
  const days = new Set(said.map(({ local }) => local?.slice(0, 10)));
  const lines = said.map(({ local, sender, direction, format, body }) => {
    const who = format !== 'whatsapp' && direction === 'out' ? 'the client' : sender;
    const day = days.size > 1 && local !== null ? printDate(local.slice(0, 10), null) : '';
    return `${[day, local?.slice(11, 16) ?? '', who].filter((part) => part !== '').join(' ')}: ${body}`;
  });
  const quote = lines.join('\n');
  return quote.length > longestQuote ? '' : quote;
}

const channels: Readonly<Record<MessageFormat, Channel>> = {
  whatsapp: 'whatsapp',
  'sms-xml': 'text',
  'calls-xml': 'call',
  csv: 'text',
};

function channelOf(rows: readonly DraftRow[]): Channel | null {
  const found = new Set(
    rows.map(({ kind, status, format }): Channel | null => {
      if (kind === 'call') return status === 'voicemail' ? 'voicemail' : 'call';
      return format === null || format === 'calls-xml' ? null : channels[format];
    }),
  );
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
