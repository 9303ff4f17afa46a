import type { Database } from 'better-sqlite3';
import { clockJump } from '../../shared/domain/hlc';
import { HoldfastError } from '../../shared/errors';
import { forgetSetting, readSetting, writeSetting } from './settings';

/** Is there while a jump of the clock that was seen in a session has not been answered. */
const jumpedSetting = 'clock.jumped';
/** How old an answer about the clock may be, in milliseconds: opening takes seconds, and the answer is about one reading. */
const answerHolds = 3_600_000;

/** That somebody was asked about the clock and said that it is right, for the record of acts. */
export interface ClockConfirmed {
  /** When the last act was done before, and what the clock showed then; milliseconds since 1970 UTC. */
  readonly from: number;
  readonly to: number;
}

/**
 * Before a vault is opened: a clock that jumped since its last act (shared/domain/hlc.ts says when) is asked about before anything
 * is written. Throws `clock-asked` with `from` and `to`, milliseconds since 1970 UTC, until somebody has said that it is right.
 *
 * @param answer The time at which somebody said so, ISO 8601; null when nobody has.
 */
export function askAboutClock(db: Database, now: Date, answer: string | null): ClockConfirmed | null {
  const from = lastAct(db);
  const to = now.getTime();
  const isFirst = readSetting(db, jumpedSetting) === null;
  if (from === null || clockJump(from, to, isFirst) === null) {
    forgetSetting(db, jumpedSetting);
    return null;
  }
  if (answer === null || Math.abs(Date.parse(answer) - to) > answerHolds) {
    throw new HoldfastError('clock-asked', { detail: { from, to } });
  }
  return { from, to };
}

/** To be called with the act that says so: the jump is no question any more. */
export function settleClock(db: Database): void {
  forgetSetting(db, jumpedSetting);
}

/** The clock at the last act, milliseconds since 1970 UTC; null before the first. */
function lastAct(db: Database): number | null {
  const at: unknown = db.prepare('SELECT at FROM audit ORDER BY seq DESC LIMIT 1').pluck().get();
  return typeof at === 'string' ? Date.parse(at) : null;
}

export interface SessionClock {
  /**
   * Throws `clock-jumped` when the clock moved by more than a day against the time that really went by since the last act.
   * It stays a question over the next unlock, where it is asked.
   */
  readonly refuseJump: (now: Date) => void;
  readonly acted: (at: Date) => void;
}

/**
 * Holds the computer's clock against one that nobody can set, from act to act. When it jumps, nothing more is written: `jumped`
 * is told, once, so that the vault is locked, and the next unlock asks.
 */
export function watchClock(
  db: Database,
  deps: { readonly ticks: () => number; readonly jumped: () => void },
): SessionClock {
  let last: { readonly wall: number; readonly ticks: number } | null = null;
  let isTold = false;
  return {
    refuseJump: (now) => {
      if (last === null) return;
      const expected = last.wall + (deps.ticks() - last.ticks);
      if (clockJump(expected, now.getTime(), false) === null) return;
      writeSetting(db, jumpedSetting, 'yes');
      if (!isTold) deps.jumped();
      isTold = true;
      throw new HoldfastError('clock-jumped');
    },
    acted: (at) => {
      last = { wall: at.getTime(), ticks: deps.ticks() };
    },
  };
}
