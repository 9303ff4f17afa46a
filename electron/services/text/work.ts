import { HoldfastError, isNotOfTheFile, reportError } from '../../../shared/errors';
import type { Job } from '../../../shared/models/job';
import { readSetting, writeSetting } from '../../vault/settings';
import type { JobControl, VaultContext } from '../../vault/api';
import { queueMissing } from '../items/queue-text';
import { countQueue, markFailed, nextPage } from './queue';
import { readQueued } from './read-page';

/** Reads text in the background, one page after the other, as ONE job that can be stopped and goes on. */
export interface TextWork {
  /** Something may have changed: an item came in, another job ended. Cheap, and may be called often. */
  wake(): void;
  /** These items are on the screen: their pages come first. */
  prioritise(ids: readonly string[]): void;
  pause(): void;
  resume(): void;
  setEnabled(enabled: boolean): void;
  readonly enabled: () => boolean;
  readonly paused: () => boolean;
}

/** Work that somebody waits for, and that would be slower for it. */
const first: readonly Job['kind'][] = [
  'import',
  'bundle',
  'pack',
  'transfer-out',
  'transfer-in',
  'check',
  'backup',
  'restore',
  'redaction',
];

const setting = 'text.recognise';

export function createTextWork(context: VaultContext): TextWork {
  const { jobs } = context;
  let paused = false;
  let jobId: string | null = null;
  let onScreen: readonly string[] = [];
  let wakeUp: (() => void) | null = null;

  const enabled = (): boolean => readSetting(context.db, setting) !== 'off';
  const isBusy = (): boolean =>
    jobs.list().some(({ state, kind }) => state === 'running' && first.includes(kind));

  function wake(): void {
    wakeUp?.();
    if (jobId !== null || paused || !enabled() || isBusy()) return;
    if (countQueue(context).waiting === 0) return;
    const { id } = jobs.start('text', null, run);
    jobId = id;
    void jobs.ended(id).then(({ state }) => {
      jobId = null;
      // Stopped by somebody: until they say so, or until the next unlock.
      if (state === 'cancelled') paused = true;
      context.changed('text', null);
      // What came in while the last page was being finished.
      if (state === 'done') wake();
    });
  }

  /** Waits while other work goes on, without asking the clock. */
  async function quiet(signal: AbortSignal): Promise<void> {
    while (isBusy() && !signal.aborted) {
      await new Promise<void>((resolve) => {
        wakeUp = resolve;
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
      wakeUp = null;
    }
  }

  async function run({ signal, progress }: JobControl): Promise<{ readonly resultId: null }> {
    let done = 0;
    let failed = 0;
    progress({ step: 'recognising', done: 0, total: countQueue(context).waiting });
    try {
      for (;;) {
        await quiet(signal);
        if (signal.aborted) throw new HoldfastError('cancelled');
        const page = enabled() ? nextPage(context, onScreen) : null;
        if (page === null) return { resultId: null };
        if (!(await readOne(page))) failed += 1;
        done += 1;
        progress({ done, total: done + countQueue(context).waiting });
        context.changed('text', page.case_id);
      }
    } finally {
      if (done > 0) {
        context.act({ action: 'text.read', subject: null, detail: { pages: done, failed } }, () => undefined);
      }
      context.textLab.rest();
    }
  }

  /** False when the page could not be read; why is kept with it. */
  async function readOne(page: NonNullable<ReturnType<typeof nextPage>>): Promise<boolean> {
    try {
      await readQueued(context, page);
      return true;
    } catch (error) {
      const { code } = reportError(error);
      // Nor does it where nothing recognises text here: the page goes on waiting, and the work ends for now.
      if (isNotOfTheFile(code)) throw error;
      markFailed(context, page.item_id, page.page, code);
      return false;
    }
  }

  queueMissing(context);
  return {
    wake,
    prioritise: (ids) => {
      onScreen = ids;
      wake();
    },
    pause: () => {
      paused = true;
      if (jobId !== null) jobs.cancel(jobId);
      context.changed('text', null);
    },
    resume: () => {
      paused = false;
      wake();
      context.changed('text', null);
    },
    setEnabled: (next) => {
      context.act({ action: 'text.recognising', subject: null, detail: { on: next } }, () => {
        writeSetting(context.db, setting, next ? 'on' : 'off');
      });
      if (next) paused = false;
      wake();
      context.changed('text', null);
    },
    enabled,
    paused: () => paused,
  };
}
