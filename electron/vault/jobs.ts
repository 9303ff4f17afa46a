import type { Job } from '../../shared/models/job';
import { HoldfastError, reportError } from '../../shared/errors';
import type { ErrorReport } from '../../shared/errors';
import { ticks } from '../clock';
import type { JobBoard, JobControl } from './api';

/** Screens are told at most this often about one job, in milliseconds: more would only flicker. */
const reportEvery = 100;
/** Finished jobs kept for the screens; older ones are forgotten (their results are in the database). */
const keptJobs = 50;

interface Running {
  job: Job;
  readonly controller: AbortController;
  readonly ended: Promise<Job>;
}

/**
 * Makes the board that runs long work. `tell` gets every change (throttled, the last one always).
 * A job that throws `cancelled` ends as cancelled; any other throw ends as failed with its code.
 */
export function createJobBoard(deps: {
  readonly newId: () => string;
  readonly tell: (job: Job) => void;
}): JobBoard {
  const jobs = new Map<string, Running>();
  const watching: ((job: Job) => void)[] = [];

  function start(
    kind: Job['kind'],
    caseId: string | null,
    run: (control: JobControl) => Promise<{ readonly resultId: string | null }>,
  ): Job {
    const id = deps.newId();
    const startedAt = ticks();
    const controller = new AbortController();
    let lastTold = Number.NEGATIVE_INFINITY;
    let countedFrom = startedAt;

    const update = (change: Partial<Job>, always: boolean): Job => {
      const running = jobs.get(id);
      const before = running?.job ?? first;
      const now = ticks();
      const isNewCount =
        (change.step ?? before.step) !== before.step || (change.total ?? before.total) !== before.total;
      if (isNewCount) countedFrom = now;
      const spent = { elapsed: Math.round(now - startedAt), inStep: Math.round(now - countedFrom) };
      const job: Job = { ...before, ...change, ...spent };
      if (running !== undefined) running.job = job;
      if (always || now - lastTold >= reportEvery) {
        lastTold = now;
        deps.tell(job);
      }
      return job;
    };
    const first: Job = {
      id,
      kind,
      caseId,
      state: 'running',
      done: 0,
      total: 0,
      step: 'reading',
      elapsed: 0,
      error: null,
      counts: null,
      resultId: null,
    };
    const control: JobControl = {
      id,
      signal: controller.signal,
      progress: (change) => {
        update(change, change.step !== undefined);
      },
    };
    const ended = Promise.resolve()
      .then(() => run(control))
      .then(({ resultId }) => update({ state: 'done', step: 'finished', resultId }, true))
      .catch((error: unknown) => {
        const { code, detail } = reportError(error);
        return update(
          code === 'cancelled' || controller.signal.aborted
            ? { state: 'cancelled', error: 'cancelled' }
            : { state: 'failed', error: code, ...missingOf(detail) },
          true,
        );
      });
    void ended.then((job) => {
      for (const each of watching) each(job);
    });
    jobs.set(id, { job: first, controller, ended });
    forgetOldest();
    deps.tell(first);
    return first;
  }

  function forgetOldest(): void {
    for (const [id, running] of jobs) {
      if (jobs.size <= keptJobs) return;
      if (running.job.state !== 'running') jobs.delete(id);
    }
  }

  function find(id: string): Running {
    const running = jobs.get(id);
    if (running === undefined) throw new HoldfastError('not-found');
    return running;
  }

  return {
    start,
    get: (id) => find(id).job,
    list: () => [...jobs.values()].map(({ job }) => job),
    cancel: (id) => {
      find(id).controller.abort();
    },
    watch: (each) => {
      watching.push(each);
    },
    ended: (id) => find(id).ended,
  };
}

/** How much more room a disk would need, where that is what was wrong. */
function missingOf(detail: ErrorReport['detail']): Pick<Job, 'missing'> {
  return typeof detail?.missing === 'number' ? { missing: detail.missing } : {};
}
