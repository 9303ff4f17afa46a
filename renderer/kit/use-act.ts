import { useState } from 'react';
import type { ErrorCode } from '../../shared/errors';
import { makeActs } from './acts';
import type { ActOptions, Run } from './acts';
import { codeOf } from './bridge';

export interface Act<E = ErrorCode> {
  /** Does something, with what is to follow when it is done and when it was refused. */
  readonly run: Run<E>;
  /** Whether something goes on: for `isPending` of the button, which keeps its place and the focus. */
  readonly busy: boolean;
  /** What went wrong last, for `Failure`; gone when the next act begins. */
  readonly error: E | null;
  /** Shows what went wrong without an act, or with null nothing any more. */
  readonly setError: (error: E | null) => void;
}

/** "Do this, and show what went wrong": how every press that asks the vault for something goes. */
export function useAct(options: ActOptions & { readonly error?: ErrorCode | null } = {}): Act {
  return useActReading(codeOf, options);
}

/** As `useAct`, where more than the code of what was thrown is shown. */
export function useActReading<E extends ErrorCode | object>(
  read: (thrown: unknown) => E,
  { error: first = null, ...options }: ActOptions & { readonly error?: E | null } = {},
): Act<E> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<E | null>(first);
  const [run] = useState(() => makeActs(read, { busy: setBusy, error: setError }, options));
  return { run, busy, error, setError };
}
