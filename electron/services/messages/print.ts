import { createHash } from 'node:crypto';
import type { MessageRow } from '../../../shared/models/message';

/** Bits that SQLite and JavaScript both keep whole. */
const bytes = 6;

type Printed = Pick<MessageRow, 'kind' | 'local' | 'utc' | 'sender' | 'number' | 'body' | 'durationS'>;

/**
 * A number that two rows share when they are the same message or call: same moment, same other side, same words or length.
 * 0 for rows that cannot be told apart so: notes of WhatsApp, lines nobody could read, rows without a time.
 */
export function rowPrint({ kind, local, utc, sender, number, body, durationS }: Printed): number {
  if (local === null || (kind !== 'message' && kind !== 'call')) return 0;
  const whole = JSON.stringify([kind, utc ?? local, number ?? sender, body, durationS]);
  const print = createHash('sha256').update(whole).digest().readUIntBE(0, bytes);
  return print === 0 ? 1 : print;
}
