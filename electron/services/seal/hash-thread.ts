import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/** SHA-256 of what comes piece by piece. */
export interface SlowHash {
  /** Takes these bytes; resolves when they may be used for something else. */
  readonly update: (bytes: Uint8Array) => Promise<void>;
  readonly digest: () => Promise<string>;
  /** Nothing more is wanted. */
  readonly end: () => Promise<void>;
}

/** Below this a thread takes longer to start than there is to hash. */
const leastForThread = 32 * 1024 * 1024;
const slotBytes = 1024 * 1024;
const slots = 4;

/** The thread, in words of its own because no file of it is needed: it sees what everybody may see, sealed bytes, and no key. */
const thread = `
  const { parentPort, workerData } = require('node:worker_threads');
  const hash = require('node:crypto').createHash('sha256');
  parentPort.on('message', ({ slot, length }) => {
    if (slot === null) parentPort.postMessage({ digest: hash.digest('hex') });
    else {
      hash.update(new Uint8Array(workerData, slot * ${slotBytes}, length));
      parentPort.postMessage({ slot });
    }
  });
`;

/** For so many bytes: many are hashed in a thread of their own, while the next are made. */
export function hashOfMany(bytes: number): SlowHash {
  return bytes < leastForThread ? hashHere() : hashInThread();
}

function hashHere(): SlowHash {
  const hash = createHash('sha256');
  return {
    update: (bytes) => {
      hash.update(bytes);
      return Promise.resolve();
    },
    digest: () => Promise.resolve(hash.digest('hex')),
    end: () => Promise.resolve(),
  };
}

type Answer = { readonly slot: number } | { readonly digest: string };

/** Through memory that both threads see, in a few slots that are used again: so many bytes wait at most. */
export function hashInThread(): SlowHash {
  const memory = new SharedArrayBuffer(slots * slotBytes);
  const view = new Uint8Array(memory);
  const free = Array.from({ length: slots }, (_each, at) => at);
  const worker = new Worker(thread, {
    ...{ eval: true, env: {}, execArgv: [], workerData: memory },
    // It makes next to nothing.
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  let failure: Error | null = null;
  let told: (() => void) | null = null;
  let digest: string | null = null;
  const tell = (): void => {
    told?.();
    told = null;
  };
  worker.on('message', (answer: Answer) => {
    if ('slot' in answer) free.push(answer.slot);
    else digest = answer.digest;
    tell();
  });
  worker.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
    tell();
  });
  worker.on('exit', () => {
    failure ??= new Error('The thread that hashes has ended.');
    tell();
  });

  /** What the thread tells until there is something to take; throws what ended it. */
  async function waitFor<T>(take: () => T | null | undefined): Promise<T> {
    for (;;) {
      const found = take();
      if (found !== null && found !== undefined) return found;
      if (failure !== null) throw failure;
      await new Promise<void>((resolve) => {
        told = resolve;
      });
    }
  }

  return {
    update: async (bytes) => {
      for (let at = 0; at < bytes.length; at += slotBytes) {
        const some = bytes.subarray(at, at + slotBytes);
        const slot = await waitFor(() => free.shift());
        view.set(some, slot * slotBytes);
        worker.postMessage({ slot, length: some.length });
      }
    },
    digest: () => {
      worker.postMessage({ slot: null, length: 0 });
      return waitFor(() => digest);
    },
    end: async () => {
      await worker.terminate();
    },
  };
}
