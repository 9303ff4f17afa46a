import { ukClockOf } from '../dates/uk-moment';
import type { MessageRow } from '../../models/message';

/** SMS Backup & Restore's own codes, and Android's behind them (domain 6.3). */
type Fields = Readonly<Record<string, string>>;

/** Below this a time is in seconds, as raw dumps of Android have it: as milliseconds it would lie in 1973 (domain 6.3). */
const leastMs = 100_000_000_000;
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** An attribute, or null where the file says nothing: it writes the word "null" then. */
export function field(fields: Fields, name: string): string | null {
  const value = fields[name];
  return value === undefined || value === '' || value === 'null' ? null : value;
}

/** The instant and the UK's clock at that instant; null for what is no time of a phone. */
export function readInstant(text: string | null): Pick<MessageRow, 'local' | 'zone' | 'utc'> | null {
  if (text === null || !/^\d{1,14}$/.test(text)) return null;
  const value = Number(text);
  const ms = value < leastMs ? value * 1000 : value;
  if (ms < earliest || ms >= latest) return null;
  const utc = new Date(ms).toISOString();
  const { local, offset } = ukClockOf(utc);
  return { local, zone: offset === 0 ? 'Z' : '+01:00', utc };
}

interface Sending {
  readonly direction: MessageRow['direction'];
  readonly status: string | null;
}
const unknown: Sending = { direction: 'unknown', status: null };

const boxes: Readonly<Record<string, Sending>> = {
  '1': { direction: 'in', status: null },
  '2': { direction: 'out', status: null },
  '3': { direction: 'out', status: 'draft' },
  '4': { direction: 'out', status: 'outbox' },
  '5': { direction: 'out', status: 'failed' },
  '6': { direction: 'out', status: 'queued' },
};
const delivery: Readonly<Record<string, string>> = { '0': 'delivered', '32': 'pending', '64': 'failed' };

/** Which way a text went and what became of it. */
export function smsSending(fields: Fields, box: 'type' | 'msg_box'): Sending {
  const sending = boxes[field(fields, box) ?? ''] ?? unknown;
  if (sending.direction !== 'out' || sending.status !== null) return sending;
  return { ...sending, status: delivery[field(fields, 'status') ?? ''] ?? null };
}

const callTypes: Readonly<Record<string, Sending>> = {
  '1': { direction: 'in', status: null },
  '2': { direction: 'out', status: null },
  '3': { direction: 'in', status: 'missed' },
  '4': { direction: 'in', status: 'voicemail' },
  '5': { direction: 'in', status: 'rejected' },
  '6': { direction: 'in', status: 'blocked' },
  '7': { direction: 'in', status: 'answered elsewhere' },
};

export function callSending(fields: Fields): Sending {
  return callTypes[field(fields, 'type') ?? ''] ?? unknown;
}

/** A number that was withheld or is not known stays so: `-1`, `-2`, a presentation other than allowed. */
export function callNumber(fields: Fields): string | null {
  const number = field(fields, 'number');
  const presentation = field(fields, 'presentation') ?? '1';
  return number === null || /^-\d+$/.test(number) || presentation !== '1' ? null : number;
}

/** The contact name as the phone had it; "(Unknown)" is none. */
export function contactName(fields: Fields): string | null {
  const name = field(fields, 'contact_name');
  return name === '(Unknown)' ? null : name;
}

/** In the list of addresses of a picture message, the phone's own owner. */
export const owner = 'insert-address-token';
/** Whom a picture message is from (PduHeaders.FROM). */
export const from = '137';
