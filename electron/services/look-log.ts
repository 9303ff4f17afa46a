import { ticks } from '../clock';
import type { VaultContext } from '../vault/api';

/** Looking at the same thing again within so many milliseconds is one look. */
const again = 10 * 60_000;

/** Records who looked at what, for the record of acts. */
export function createLookLog(
  context: VaultContext,
  now: () => number = ticks,
): (action: string, subject: string) => void {
  const last = new Map<string, number>();
  return (action, subject) => {
    const key = `${action} ${subject}`;
    const moment = now();
    if (moment - (last.get(key) ?? Number.NEGATIVE_INFINITY) < again) return;
    last.set(key, moment);
    context.act({ action, subject }, () => undefined);
  };
}
