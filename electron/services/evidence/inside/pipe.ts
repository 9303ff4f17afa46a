/** A stream with a hand on either end: what is put in waits until it is taken out. */
export interface Pipe {
  readonly out: AsyncIterable<Uint8Array>;
  /** Resolves when the piece has been worked on (`true`), or when nobody takes any more (`false`). */
  put(piece: Uint8Array): Promise<boolean>;
  /** No more comes; or what was to come is broken, and whoever takes gets the error. */
  end(error?: Error): void;
  /** Nobody takes any more, which whoever stops in the middle says by itself. */
  leave(): void;
}

export function createPipe(): Pipe {
  let waiting: { readonly piece: Uint8Array; readonly settle: (wanted: boolean) => void } | null = null;
  let hungry: (() => void) | null = null;
  let left = false;
  let ended = false;
  let failure: Error | null = null;

  const wake = (): void => {
    hungry?.();
    hungry = null;
  };
  const settle = (wanted: boolean): void => {
    const before = waiting;
    waiting = null;
    before?.settle(wanted);
  };
  const leave = (): void => {
    left = true;
    settle(false);
    wake();
  };

  async function* taking(): AsyncGenerator<Uint8Array> {
    try {
      while (!left) {
        if (waiting !== null) {
          yield waiting.piece;
          // Only now has it been worked on: that is what keeps the sender from running ahead.
          settle(true);
        } else if (failure !== null) {
          throw failure;
        } else if (ended) {
          return;
        } else {
          await new Promise<void>((resolve) => (hungry = resolve));
        }
      }
    } finally {
      leave();
    }
  }

  return {
    out: taking(),
    put: (piece) => {
      if (left || ended) return Promise.resolve(false);
      return new Promise((resolve) => {
        waiting = { piece, settle: resolve };
        wake();
      });
    },
    end: (error) => {
      ended = true;
      failure = error ?? null;
      wake();
    },
    leave,
  };
}
