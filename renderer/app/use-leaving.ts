import { useCallback, useMemo, useRef, useState } from 'react';
import { discardDrafts } from '../kit/drafts';
import type { Navigation, Route } from '../kit/navigation';

/** Where a person is, and the question before going elsewhere while something typed is not saved. */
export interface Leaving {
  readonly navigation: Navigation;
  /** Whether it is asked. */
  readonly isAsked: boolean;
  readonly leave: () => void;
  readonly stay: () => void;
}

export function useLeaving(start: Route): Leaving {
  const [route, setRoute] = useState(start);
  const unsaved = useRef(false);
  const [leavingFor, setLeavingFor] = useState<Route | null>(null);
  const setUnsaved = useCallback((now: boolean) => {
    unsaved.current = now;
  }, []);
  const go = useCallback((next: Route) => {
    if (unsaved.current) setLeavingFor(next);
    else setRoute(next);
  }, []);
  const navigation = useMemo(() => ({ route, go, setUnsaved }), [route, go, setUnsaved]);
  return {
    navigation,
    isAsked: leavingFor !== null,
    leave: () => {
      unsaved.current = false;
      discardDrafts();
      if (leavingFor !== null) setRoute(leavingFor);
      setLeavingFor(null);
    },
    stay: () => {
      setLeavingFor(null);
    },
  };
}
