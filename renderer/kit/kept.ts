import { useEffect, useLayoutEffect, useRef } from 'react';
import { codeOf, holdfast } from './bridge';
import type { ErrorCode } from '../../shared/errors';
import { createKeeper } from './draft-keeper';

interface KeptKey {
  readonly name: string;
}

/** How the newest value of each name gets into the vault, and whom to tell when it does not. */
const sending = new Map<string, () => void>();

const keeper = createKeeper<KeptKey>(
  {
    save: ({ name }) => {
      sending.get(name)?.();
    },
    remove: ({ name }) => {
      sending.delete(name);
    },
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  },
  ({ name }) => name,
);

holdfast.events.on((event) => {
  if (event.type === 'seal') keeper.seal();
});

/**
 * Keeps what was chosen in the vault, without a button: soon after it was changed, when the screen goes, and before the
 * vault is locked. Null while nothing was changed. `onProblem`: it could not be kept.
 */
export function useKept<T>(
  name: string,
  value: T | null,
  send: (value: T) => Promise<unknown>,
  onProblem: (code: ErrorCode) => void,
): void {
  const body = value === null ? null : JSON.stringify(value);
  const latest = useRef({ value, send, onProblem });
  latest.current = { value, send, onProblem };

  // Before the next key or command can come: a seal must find the newest choice.
  useLayoutEffect(() => {
    const { value: now, send: away } = latest.current;
    if (body === null || now === null) return;
    // This very value: by the time it is sent, the screen may be about something else.
    sending.set(name, () => {
      away(now).catch((problem: unknown) => {
        latest.current.onProblem(codeOf(problem));
      });
    });
    keeper.hold({ name }, body);
  }, [name, body]);

  useEffect(
    () => () => {
      keeper.release({ name });
    },
    [name],
  );
}
