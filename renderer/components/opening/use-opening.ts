import { useState } from 'react';
import { HoldfastError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { noAnswers } from '../../../shared/models/opening';
import type { OpeningAnswers } from '../../../shared/models/opening';
import { useActReading } from '../../kit/use-act';
import type { Act } from '../../kit/use-act';
import type { OpeningQuestion } from '../../strings/opening';

/** What was thrown, as far as it is a question that has to be answered first; else null. */
export function questionOf(thrown: unknown): OpeningQuestion | null {
  if (!(thrown instanceof HoldfastError)) return null;
  const { code, detail } = thrown;
  if (code === 'place-asked') return { is: 'place' };
  const { from, to } = detail ?? {};
  return code === 'clock-asked' && typeof from === 'number' && typeof to === 'number'
    ? { is: 'clock', from, to }
    : null;
}

export interface Opening<E> {
  readonly act: Act<E>;
  /** What is to be asked now, in place of the form; null while nothing is. */
  readonly question: OpeningQuestion | null;
  /** Begins, from the form. `failed` is told of what is no question. */
  readonly begin: (failed?: () => void) => void;
  /** Goes on with one answer more; without one it looks again. */
  readonly answer: (more: Partial<OpeningAnswers>) => void;
  /** Back to the form. */
  readonly leave: () => void;
}

/** Opening a vault: what must be answered first is asked, and then it is tried again with the answers. */
export function useOpening<E extends ErrorCode | object>(
  open: (answers: OpeningAnswers) => Promise<unknown>,
  read: (thrown: unknown) => E,
  stopped: E | null = null,
): Opening<E> {
  const act = useActReading(read, { once: true, error: stopped });
  const [question, setQuestion] = useState<OpeningQuestion | null>(null);
  const [given, setGiven] = useState(noAnswers);
  const attempt = (answers: OpeningAnswers, failed?: () => void): void => {
    setGiven(answers);
    act.run(
      () => open(answers),
      undefined,
      (_error, thrown) => {
        const asked = questionOf(thrown);
        setQuestion(asked);
        if (asked === null) failed?.();
        else act.setError(null);
      },
    );
  };
  return {
    act,
    question,
    begin: (failed) => {
      attempt(noAnswers, failed);
    },
    answer: (more) => {
      attempt({ ...given, ...more });
    },
    leave: () => {
      setQuestion(null);
    },
  };
}
