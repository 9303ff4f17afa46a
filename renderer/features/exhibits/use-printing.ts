import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import type { LeavingRequest } from '../../../shared/models/leaving-gate';
import type { Printed } from '../../../shared/models/exhibit';
import type { UiInput } from '../../../shared/contract/ui-methods';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { useGate } from '../leaving/use-gate';
import type { Gate } from '../leaving/use-gate';

type Purpose = Extract<UiInput<'paths.save'>['purpose'], 'labels' | 'schedule' | 'certificate'>;

export interface Printing {
  readonly busy: boolean;
  readonly problem: ErrorCode | null;
  readonly printed: Printed | null;
  /** What is to be decided before the paper leaves. */
  readonly gate: Gate;
  /** Asks where to, then prints; nothing happens when nobody chooses a place, or something is left to decide. */
  readonly start: (
    purpose: Purpose,
    of: Pick<Extract<LeavingRequest, { output: 'papers' }>, 'caseId' | 'withPlace'> & {
      readonly itemIds: readonly string[];
    },
    print: (target: string) => Promise<Printed>,
  ) => void;
}

/** Printing a paper to a PDF file that somebody chooses. */
export function usePrinting(): Printing {
  const act = useAct();
  const gate = useGate();
  const [isSeen, setSeen] = useState(false);
  const [printed, setPrinted] = useState<Printed | null>(null);

  const toFile = async (
    ...[purpose, { itemIds, ...of }, print]: Parameters<Printing['start']>
  ): Promise<void> => {
    setPrinted(null);
    // What stops nothing is said once, and not again at the next press.
    const passed = await gate.ask(
      { output: 'papers', paper: purpose, itemIds: [...itemIds], ...of },
      isSeen ? 'stops' : 'everything',
    );
    if (passed === null) return;
    setSeen(true);
    const target = await call(holdfast.paths.save({ purpose }));
    if (target === null) return;
    setPrinted(await print(target.token));
  };
  return {
    busy: act.busy,
    problem: act.error,
    printed,
    gate,
    start: (...what) => {
      act.run(() => toFile(...what));
    },
  };
}
