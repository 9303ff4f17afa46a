import { startInBackground } from '../background';
import type { VaultContext } from '../../vault/api';
import type { Analyser } from './analyse';
import { makeDescriptors } from './make-descriptors';
import { withoutDescriptor } from './descriptor-rows';

/** Looks at pictures in the background, and then for what is alike among those of each case that got new ones. */
export function startComparing(context: VaultContext, analyser: Analyser): void {
  startInBackground(context, {
    kind: 'likeness',
    after: ['import', 'transfer-in'],
    isWaiting: () => withoutDescriptor(context).length > 0,
    run: async (control) => {
      const touched = await makeDescriptors(context, control);
      control.progress({ step: 'comparing' });
      for (const caseId of touched) {
        await analyser.of(caseId);
        context.changed('likeness', caseId);
      }
    },
  });
}
