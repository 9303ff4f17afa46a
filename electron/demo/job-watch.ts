import type { Job } from '../../shared/models/job';
import { HoldfastError } from '../../shared/errors';
import type { VaultEvent } from '../main/vault-process';

/** Follows jobs by their events: says how far they are, and resolves when one has ended. */
export function createJobWatch(say: (line: string) => void): {
  readonly event: (message: VaultEvent) => void;
  /** Resolves with the job when it is done; rejects with its code when it failed or was cancelled. */
  readonly done: (started: Job) => Promise<Job>;
  /** Resolves with the job however it has ended. */
  readonly ended: (started: Job) => Promise<Job>;
} {
  const latest = new Map<string, Job>();
  const waiting = new Map<string, (job: Job) => void>();
  const lastSaid = new Map<string, string>();

  function event(message: VaultEvent): void {
    if (message.type !== 'job') return;
    const { job } = message;
    latest.set(job.id, job);
    const tenth = job.total > 0 ? Math.floor((job.done * 5) / job.total) : 0;
    const mark = `${job.step} ${tenth}`;
    if (lastSaid.get(job.id) !== mark && job.total > 0) {
      lastSaid.set(job.id, mark);
      say(`  ${job.kind}: ${job.step}, ${Math.round((job.done * 100) / job.total)} %`);
    }
    if (job.state !== 'running') waiting.get(job.id)?.(job);
  }

  async function ended(started: Job): Promise<Job> {
    const known = latest.get(started.id) ?? started;
    return known.state === 'running'
      ? new Promise<Job>((resolve) => waiting.set(started.id, resolve))
      : known;
  }

  return {
    event,
    ended,
    done: async (started) => {
      const job = await ended(started);
      if (job.state !== 'done') throw new HoldfastError(job.error ?? 'internal');
      return job;
    },
  };
}
