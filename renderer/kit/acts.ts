import type { ErrorCode } from '../../shared/errors';

/** What one act says: its value is for `done`, what was thrown is read into an `E`. */
export type Run<E> = <T>(
  work: () => Promise<T>,
  done?: (value: T) => void,
  failed?: (error: E, thrown: unknown) => void,
) => void;

export interface ActOptions {
  /**
   * Whoever presses twice means it once, so a second act is not begun while the first goes on. Where each press says something
   * else (a choice, a switch, the next row), it waits its turn instead.
   */
  readonly inTurn?: boolean;
  /** What succeeds ends the screen or dialog: it stays busy until that is gone, so that nothing is sent twice meanwhile. */
  readonly once?: boolean;
}

/** Runs acts one at a time and tells `show` how they stand; without React, so that it can be held to its word. */
export function makeActs<E = ErrorCode>(
  read: (thrown: unknown) => E,
  show: { readonly busy: (isBusy: boolean) => void; readonly error: (error: E | null) => void },
  { inTurn = false, once = false }: ActOptions = {},
): Run<E> {
  const waiting: (() => Promise<void>)[] = [];
  let isBusy = false;

  async function goOn(first: () => Promise<void>): Promise<void> {
    isBusy = true;
    for (let next: typeof first | undefined = first; next !== undefined; next = waiting.shift()) await next();
  }
  function settle(): void {
    if (waiting.length > 0) return;
    isBusy = false;
    show.busy(false);
  }

  return (work, done, failed) => {
    if (isBusy && !inTurn) return;
    const act = async (): Promise<void> => {
      show.busy(true);
      show.error(null);
      try {
        const value = await work();
        if (!once) settle();
        done?.(value);
      } catch (thrown) {
        const error = read(thrown);
        settle();
        show.error(error);
        failed?.(error, thrown);
      }
    };
    if (isBusy) waiting.push(act);
    else void goOn(act);
  };
}
