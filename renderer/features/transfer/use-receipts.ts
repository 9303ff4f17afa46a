import { useState } from 'react';
import type { KeptReceipt } from '../../../shared/models/receipt';
import type { TransferRecord } from '../../../shared/models/transfer';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import type { Act } from '../../kit/use-act';

export interface Receipts {
  readonly act: Act;
  /** The receipt that was read just now. */
  readonly received: KeptReceipt | null;
  /** Whether one was written just now. */
  readonly isWritten: boolean;
  readonly read: () => void;
  readonly write: (record: TransferRecord) => void;
  readonly setDays: (days: number) => void;
}

/** Reading receipts that were carried back, and writing those that are to be. */
export function useReceipts(onChanged: () => void): Receipts {
  const [received, setReceived] = useState<KeptReceipt | null>(null);
  const [isWritten, setWritten] = useState(false);
  const act = useAct();
  const begin = (work: () => Promise<unknown>): void => {
    setReceived(null);
    setWritten(false);
    act.run(work, onChanged);
  };
  return {
    ...{ act, received, isWritten },
    read: () => {
      begin(async () => {
        const chosen = await call(holdfast.paths.pick({ purpose: 'receipt' }));
        if (chosen !== null) setReceived(await call(holdfast.transfer.readReceipt({ source: chosen.token })));
      });
    },
    write: ({ id }) => {
      begin(async () => {
        const target = await call(holdfast.paths.save({ purpose: 'receipt' }));
        if (target === null) return;
        await call(holdfast.transfer.writeReceipt({ id, target: target.token }));
        setWritten(true);
      });
    },
    setDays: (days) => {
      begin(() => call(holdfast.transfer.setOverdueDays({ days })));
    },
  };
}
