import { useState } from 'react';
import { bundleLeaving } from '../../../shared/domain/leaving/bundle-request';
import type { BundleOptions } from '../../../shared/models/bundle';
import type { Recipient } from '../../../shared/models/leaving-gate';
import { call, holdfast } from '../../kit/bridge';
import { useGate } from '../leaving/use-gate';

/** What is held before a bundle is built, and again before it is saved: by then something may be known that was not. */
export function useBundleGate(caseId: string) {
  const gate = useGate();
  const [saving, setSaving] = useState(false);
  return {
    gate,
    /** It is built already: nothing can be left out of it. */
    saving,
    beforeBuilding: async (options: BundleOptions): Promise<BundleOptions | null> => {
      setSaving(false);
      const passed = await gate.ask(bundleLeaving(caseId, options));
      if (passed?.output !== 'bundle') return null;
      return { ...options, recipient: passed.recipient, itemIds: passed.itemIds };
    },
    beforeSaving: async (id: string): Promise<{ readonly recipient: Recipient | null } | null> => {
      setSaving(true);
      const { request } = await call(holdfast.leaving.bundleRequest({ id }));
      const passed = await gate.ask(request, 'stops');
      return passed?.output === 'bundle' ? passed : null;
    },
  };
}
