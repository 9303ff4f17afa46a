import { totalmem } from 'node:os';
import { costFloor } from './passphrase';
import type { ArgonCost } from './passphrase';

/** What opening a slot should take on this computer, in milliseconds: a person barely minds, somebody guessing does. */
const target = 1_000;
/** KiB. Memory is what makes guessing dear, so it is what grows; in steps, so that equal computers get equal slots. */
const step = 64 * 1024;
const most = 1024 * 1024;
const probe: ArgonCost = { m: 128 * 1024, t: 3, p: 4 };

/**
 * The cost of a new slot: about a second on this computer, never below the floor (64 MiB), never above 1 GiB or an
 * eighth of the memory there is, because the slot must also open on a day when other programs run.
 * @param measure runs Argon2id once at a cost and gives the time it took, in milliseconds.
 */
export async function calibrateCost(
  measure: (cost: ArgonCost) => Promise<number>,
  memory: number = totalmem() / 1024,
): Promise<ArgonCost> {
  const took = Math.max(1, await measure(probe));
  const affordable = Math.min(most, memory / 8);
  const wanted = Math.min((probe.m * target) / took, affordable);
  const m = Math.max(costFloor.m, Math.floor(wanted / step) * step);
  return { m, t: probe.t, p: probe.p };
}
