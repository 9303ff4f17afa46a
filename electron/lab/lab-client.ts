import { labAnswerSchemas, labReplySchema } from '../../shared/contract/lab';
import type { LabAnswer, LabMessage, LabRequest } from '../../shared/contract/lab';
import { HoldfastError } from '../../shared/errors';
import type { Lab } from '../services/context';

/** What of a MessagePort is used, so that tests can give another one. */
export interface LabPort {
  postMessage(message: LabMessage): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  start(): void;
}

interface Task {
  readonly id: number;
  readonly request: LabRequest;
  readonly timeoutMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Decoding limits in milliseconds (security research 6 and 8). */
const limits: Readonly<Record<LabRequest['type'], number>> = {
  image: 10_000,
  pdf: 30_000,
  'pdf-page': 30_000,
  // The largest picture there may be takes some 20 seconds to encode without loss.
  redact: 90_000,
  'check-redaction': 90_000,
};

/** How long a new lab may take to come, in milliseconds. */
const arrivalWithin = 30_000;

/**
 * The vault's way to the lab: one request at a time, each with a time limit. When the lab crashes or hangs, the file
 * it was working on is given up with a code, the lab is replaced, and the rest goes on with the new one.
 */
export function createLabClient(deps: { readonly requestRestart: () => void }): Lab & {
  attach(port: LabPort): void;
  detach(): void;
} {
  const queue: Task[] = [];
  let current: { readonly task: Task; readonly timer: NodeJS.Timeout } | null = null;
  let port: LabPort | null = null;
  let nextId = 1;
  let arrival: NodeJS.Timeout | null = null;
  /** No lab came in time: until one does, requests are refused at once. */
  let absent = false;

  /** A lab that does not come (a broken installation) must not hold up an import for ever. */
  function waitForPort(): void {
    if (absent) refuseAll();
    else arrival ??= setTimeout(giveUpWaiting, arrivalWithin);
  }

  function giveUpWaiting(): void {
    arrival = null;
    absent = true;
    refuseAll();
  }

  function refuseAll(): void {
    for (const task of queue.splice(0)) task.reject(new HoldfastError('unsupported-preview'));
  }

  function next(): void {
    if (port === null && queue.length > 0) waitForPort();
    if (port === null || current !== null) return;
    const task = queue.shift();
    if (task === undefined) return;
    const timer = setTimeout(() => {
      giveUp('decoder-timeout');
      // The old port is dropped at once: nothing more may be sent to a page that hangs.
      port = null;
      deps.requestRestart();
      next();
    }, task.timeoutMs);
    current = { task, timer };
    try {
      port.postMessage({ id: task.id, request: alone(task.request) });
    } catch {
      // What cannot be sent (too large for one message) concerns this request only.
      giveUp('unsupported-preview');
      next();
    }
  }

  function giveUp(
    code: 'decoder-timeout' | 'unreadable-image' | 'unreadable-pdf' | 'unsupported-preview',
  ): void {
    if (current === null) return;
    clearTimeout(current.timer);
    current.task.reject(new HoldfastError(code));
    current = null;
  }

  function receive(data: unknown): void {
    const reply = labReplySchema.safeParse(data);
    if (!reply.success || current === null || reply.data.id !== current.task.id) return;
    const { task, timer } = current;
    clearTimeout(timer);
    current = null;
    if (reply.data.ok) {
      const value = labAnswerSchemas[task.request.type].safeParse(reply.data.value);
      if (value.success) task.resolve(value.data);
      else task.reject(new HoldfastError(damaged(task.request)));
    } else {
      task.reject(new HoldfastError(reply.data.code));
    }
    next();
  }

  return {
    ask: <T extends LabRequest['type']>(
      request: Extract<LabRequest, { type: T }>,
      options: { readonly timeoutMs?: number } = {},
    ) =>
      new Promise<LabAnswer<T>>((resolve, reject) => {
        queue.push({
          id: nextId++,
          request,
          timeoutMs: options.timeoutMs ?? limits[request.type],
          // `receive` has checked the value with the schema of this very type.
          resolve: resolve as (value: unknown) => void,
          reject,
        });
        next();
      }),
    attach: (attached) => {
      port = attached;
      if (arrival !== null) clearTimeout(arrival);
      arrival = null;
      absent = false;
      attached.on('message', ({ data }) => {
        if (port === attached) receive(data);
      });
      attached.start();
      next();
    },
    detach: () => {
      port = null;
      if (current !== null) giveUp(damaged(current.task.request));
      // Those that wait go to the lab that comes next.
      next();
    },
  };
}

/**
 * The request with its bytes in memory of their own: a message carries the whole buffer a view looks into, and what lies
 * beside it in the vault's memory is none of the lab's business.
 */
function alone(request: LabRequest): LabRequest {
  const bytes = ownMemory(request.bytes);
  return request.type === 'check-redaction'
    ? { ...request, bytes, copy: ownMemory(request.copy) }
    : { ...request, bytes };
}

function ownMemory(bytes: Uint8Array): Uint8Array {
  const own =
    bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength && !Buffer.isBuffer(bytes);
  return own ? bytes : new Uint8Array(bytes);
}

function damaged(request: LabRequest): 'unreadable-image' | 'unreadable-pdf' {
  return request.type === 'image' || ('mime' in request && request.page === null)
    ? 'unreadable-image'
    : 'unreadable-pdf';
}
