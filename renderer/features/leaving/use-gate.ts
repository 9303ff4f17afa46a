import { useState } from 'react';
import type { LeavingRequest } from '../../../shared/models/leaving-gate';
import { call, holdfast } from '../../kit/bridge';

export interface Gate {
  /** What is held until somebody has decided; null while nothing is. */
  readonly asked: {
    readonly request: LeavingRequest;
    readonly settle: (request: LeavingRequest | null) => void;
  } | null;
  /**
   * Whether it may leave: at once where nothing is to decide, else once a person has decided. Gives what was decided upon, which may
   * be for somebody else or without some exhibits by then; null where they went back. `stops`: what stops nothing was seen before, and is
   * not shown again. Throws what the vault throws.
   */
  readonly ask: (request: LeavingRequest, about?: 'everything' | 'stops') => Promise<LeavingRequest | null>;
  readonly change: (request: LeavingRequest) => void;
}

/** The gate before something leaves: whoever presses a button that lets something out passes it first. */
export function useGate(): Gate {
  const [asked, setAsked] = useState<Gate['asked']>(null);
  return {
    asked,
    ask: async (request, about = 'everything') => {
      const { decide } = await call(holdfast.leaving.check({ request }));
      if (decide.every(({ stops }) => about === 'stops' && !stops)) return request;
      return new Promise((resolve) => {
        setAsked({
          request,
          settle: (decided) => {
            setAsked(null);
            resolve(decided);
          },
        });
      });
    },
    change: (request) => {
      setAsked((before) => (before === null ? null : { ...before, request }));
    },
  };
}
