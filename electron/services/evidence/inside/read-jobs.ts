import type { ImportResult } from '../../../../shared/models/evidence';
import type { Job } from '../../../../shared/models/job';
import { HoldfastError } from '../../../../shared/errors';
import type { JobControl, VaultContext } from '../../../vault/api';
import { amendResults, countAll } from '../import-results';
import { allWaiting, waitingOf } from './item-to-read';
import { readInside } from './read-inside';

/**
 * The second half of an import: reads what is inside the files that came in. What comes out is reported behind them, and
 * a file that could be read, or could not, is reported as that.
 */
export async function readWhatCameIn(
  context: VaultContext,
  control: JobControl,
  results: ImportResult[],
): Promise<void> {
  const stored = results.flatMap(({ itemId, outcome }) =>
    itemId !== null && outcome !== 'duplicate' ? [itemId] : [],
  );
  await readItems(context, waitingOf(context, stored), control, results);
}

async function readItems(
  context: VaultContext,
  ids: readonly string[],
  control: JobControl,
  results: ImportResult[],
): Promise<void> {
  if (ids.length === 0) return;
  const read = new Set<string>();
  let left = ids.length;
  const tell = (): void => {
    // What is inside is known only as it comes out, so the end moves: it is the files so far and those still to be read.
    control.progress({ done: results.length, total: results.length + left, counts: countAll(results) });
  };
  control.progress({ step: 'expanding', done: results.length, total: results.length + left });
  try {
    for (const id of ids) {
      await readInside(context, id, {
        signal: control.signal,
        jobId: control.id,
        report: (result) => {
          results.push(result);
          tell();
        },
        ended: (itemId) => {
          read.add(itemId);
        },
      }).catch((error: unknown) => {
        if (!(error instanceof HoldfastError) || error.code !== 'not-found') throw error;
      });
      left -= 1;
      tell();
    }
  } finally {
    amendResults(context, control.id, read, results);
    control.progress({ counts: countAll(results) });
  }
}

/** Goes on, after the vault was opened, with what a crash or a stop left unread. */
export function resumeReading(context: VaultContext): readonly Job[] {
  return [...allWaiting(context)].map(([caseId, ids]) => startReading(context, caseId, ids));
}

/** Reads items that wait, as a job of its own; its report is in the database. */
export function startReading(
  context: VaultContext,
  caseId: string,
  ids: readonly string[],
  kind: 'import' | 'messages' = 'import',
): Job {
  return context.jobs.start(kind, caseId, async (control) => {
    await readItems(context, ids, control, []);
    return { resultId: caseId };
  });
}
