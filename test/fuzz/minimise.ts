import type { Fault } from './target';
import type { Trial } from './watch';

/** Whether two findings are of one fault. */
export const isSame = (a: Fault, b: Fault | null): boolean => b?.kind === a.kind && b.sign === a.sign;

const mostTries = 400;
/** What has to be ended each time is made smaller only a little. */
const mostDear = 12;

/**
 * A shorter input that shows the same fault: pieces are left out, large ones first, as long as it stays. `isPossible` says of an input
 * whether it is one at all.
 */
export async function minimise(trial: Trial, input: Buffer, fault: Fault): Promise<Buffer> {
  let best = input;
  let left = ['hang', 'crash', 'memory', 'slow'].includes(fault.kind) ? mostDear : mostTries;
  for (
    let size = Math.ceil(best.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < best.length && left > 0;) {
      const shorter = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
      left -= 1;
      if (shorter.length < best.length && isSame(fault, await trial.faultOf(shorter))) best = shorter;
      else at += size;
    }
  }
  return best;
}
