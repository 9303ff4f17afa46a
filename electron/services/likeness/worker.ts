import type { VaultContext } from '../context';
import type { Analyser } from './analyse';
import { makePrints } from './make-prints';
import { withoutPrint } from './print-rows';

/** How long after opening a vault the looking begins, in milliseconds: the first screens come first. */
const afterOpening = 1500;

/**
 * Looks at pictures in the background: some time after the vault was opened, and whenever an import or a package has ended.
 * Whoever stops it is not asked again before the next of these.
 */
export function startComparing(context: VaultContext, analyser: Analyser): void {
  let running = false;
  let again = false;

  function wake(): void {
    if (!context.db.open) return;
    if (running) {
      again = true;
      return;
    }
    if (withoutPrint(context).length === 0) return;
    running = true;
    again = false;
    const { id } = context.jobs.start('likeness', null, async (control) => {
      const touched = await makePrints(context, control);
      control.progress({ step: 'comparing' });
      for (const caseId of touched) {
        await analyser.of(caseId);
        context.changed('likeness', caseId);
      }
      return { resultId: null };
    });
    void context.jobs.ended(id).then(({ state }) => {
      running = false;
      if (again && state !== 'cancelled') wake();
    });
  }

  setTimeout(wake, afterOpening).unref();
  context.jobs.watch(({ kind }) => {
    if (kind === 'import' || kind === 'transfer-in') wake();
  });
}
