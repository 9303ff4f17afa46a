import type { Job } from '../../shared/models/job';
import type { JobBoard, JobControl, VaultContext } from '../vault/api';

/** How long after opening a vault quiet work begins, in milliseconds: the first screens come first. */
const afterOpening = 1500;

export interface QuietWork {
  readonly kind: Job['kind'];
  /** Kinds of job after which there may be something to do. */
  readonly after: readonly Job['kind'][];
  readonly isWaiting: () => boolean;
  readonly run: (control: JobControl) => Promise<void>;
}

/**
 * Does quiet work as one job: some time after the vault was opened, and whenever a job after which there may be more has
 * ended. Whoever stops it is not asked again before the next of these.
 */
export function startInBackground(context: VaultContext, work: QuietWork): void {
  let running = false;
  let again = false;

  function wake(): void {
    if (!context.db.open) return;
    if (running) {
      again = true;
      return;
    }
    if (!work.isWaiting()) return;
    running = true;
    again = false;
    const { id } = context.jobs.start(work.kind, null, async (control) => {
      await work.run(control);
      return { resultId: null };
    });
    void context.jobs.ended(id).then(({ state }) => {
      running = false;
      if (again && state !== 'cancelled') wake();
    });
  }

  setTimeout(wake, afterOpening).unref();
  context.jobs.watch(({ kind }) => {
    if (work.after.includes(kind)) wake();
  });
}

/** Resolves once no job of these kinds runs: work that somebody waits for goes first. */
export async function whileAnyRuns(jobs: JobBoard, kinds: readonly Job['kind'][]): Promise<void> {
  for (;;) {
    const running = jobs.list().find(({ kind, state }) => kinds.includes(kind) && state === 'running');
    if (running === undefined) return;
    await jobs.ended(running.id);
  }
}
