import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import type { Printed } from '../../../shared/models/exhibit';
import type { UiInput } from '../../../shared/contract/ui-methods';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';

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
  const act = useAct();
  const [printed, setPrinted] = useState<Printed | null>(null);

  async function toFile(purpose: Purpose, print: (target: string) => Promise<Printed>): Promise<void> {
    setPrinted(null);
    const target = await call(holdfast.paths.save({ purpose }));
    if (target === null) return;
    setPrinted(await print(target.token));
  }
  return {
    busy: act.busy,
    problem: act.error,
    printed,
    start: (purpose, print) => {
      act.run(() => toFile(purpose, print));
    },
  };
}
