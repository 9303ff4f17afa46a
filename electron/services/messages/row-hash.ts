import { createHash } from 'node:crypto';
import type { MessageRow } from '../../../shared/models/message';

const dayMs = 86_400_000;
const epoch = Date.UTC(1990, 0, 1);
/** Values of the part that tells rows of a day apart; with the day in front, the whole stays exact in JavaScript. */
const ofDay = 2 ** 36;

type Hashed = Pick<MessageRow, 'kind' | 'local' | 'utc' | 'sender' | 'number' | 'body' | 'durationS'>;

/**
 * A number that two rows share when they are the same message or call: same moment, same other side, same words or length.
 * 0 for rows that cannot be told apart so: notes of WhatsApp, lines nobody could read, rows without a time. Its day stands in
 * front, so that an export that runs on in time is written to the end of the index, and not all over it. Kept in the column `print`.
 */
export function rowHash({ kind, local, utc, sender, number, body, durationS }: Hashed): number {
  if (local === null || (kind !== 'message' && kind !== 'call')) return 0;
  const whole = JSON.stringify([kind, utc ?? local, number ?? sender, body, durationS]);
  const hash = createHash('sha256').update(whole).digest().readUIntBE(0, 6) % ofDay;
  const day = Math.floor((Date.parse(`${local.slice(0, 10)}T00:00:00Z`) - epoch) / dayMs);
  return (Math.min(Math.max(Number.isNaN(day) ? 0 : day, 0), 65_535) + 1) * ofDay + hash;
}
