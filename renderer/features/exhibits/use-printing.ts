import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import type { Printed } from '../../../shared/models/exhibit';
import type { UiInput } from '../../../shared/contract/ui-methods';
import { call, codeOf, holdfast } from '../../kit/bridge';

type Purpose = Extract<UiInput<'paths.save'>['purpose'], 'labels' | 'schedule' | 'certificate'>;

export interface Printing {
  readonly busy: boolean;
  readonly problem: ErrorCode | null;
  readonly printed: Printed | null;
  /** Asks where to, then prints; nothing happens when nobody chooses a place. */
  readonly start: (purpose: Purpose, print: (target: string) => Promise<Printed>) => void;
}

/** Printing a paper to a PDF file that somebody chooses. */
export function usePrinting(): Printing {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [printed, setPrinted] = useState<Printed | null>(null);

  async function run(purpose: Purpose, print: (target: string) => Promise<Printed>): Promise<void> {
    setProblem(null);
    setPrinted(null);
    const target = await call(holdfast.paths.save({ purpose }));
    if (target === null) return;
    setBusy(true);
    setPrinted(await print(target.token));
  }
  return {
    busy,
    problem,
    printed,
    start: (purpose, print) => {
      run(purpose, print)
        .catch((found: unknown) => {
          setProblem(codeOf(found));
        })
        .finally(() => {
          setBusy(false);
        });
    },
  };
}
