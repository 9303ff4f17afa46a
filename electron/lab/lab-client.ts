import { labAnswerSchemas, labReplySchema } from '../../shared/contract/lab';
import type { LabAnswer, LabMessage, LabRequest } from '../../shared/contract/lab';
import { HoldfastError } from '../../shared/errors';
import type { ErrorCode } from '../../shared/errors';
import type { Lab } from '../vault/api';

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
  facts: 10_000,
  examine: 20_000,
  clean: 20_000,
  image: 10_000,
  video: 15_000,
  descriptor: 10_000,
  pdf: 30_000,
  'pdf-page': 30_000,
  'pdf-open': 60_000,
  'pdf-held': 30_000,
  'pdf-file': 30_000,
  'pdf-text': 60_000,
  // Some hundred pages, each drawn several times.
  'pdf-clean': 120_000,
  'pdf-compare': 120_000,
  // A full page of small print takes some 15 seconds on a slow laptop.
  // Some thousand pages, each looked through once.
  'pdf-finished': 300_000,
  'pdf-ready': 30_000,
  recognise: 60_000,
  language: 60_000,
  // The largest picture there may be takes some 20 seconds to encode without loss.
  redact: 90_000,
  'check-redaction': 90_000,
};

/** How long a new lab may take to come, in milliseconds. */
const arrivalWithin = 30_000;

/** Requests at the lab: one that it works on, and one that waits there, so that it never waits for the vault. */
const mostSent = 2;

/**
 * The vault's way to the lab: it works on one request at a time, each with a time limit. When the lab crashes or hangs,
 * the file it was working on is given up with a code, the lab is replaced, and the rest goes on with the new one.
 */
export function createLabClient(deps: {
  readonly requestRestart: () => void;
  /** A request waits and there is no lab. May be called often. */
  readonly want?: () => void;
  /** The lab may go until a request comes. */
  readonly rest?: () => void;
  /** The lab works on something, or on nothing: its memory is watched meanwhile. */
  readonly busy?: (isBusy: boolean) => void;
}): Lab & {
  attach(port: LabPort): void;
  detach(): void;
  rest(): void;
} {
  const queue: Task[] = [];
  /** Handed to the lab, in the order in which it answers; it works on the first. */
  const sent: Task[] = [];
  let timer: NodeJS.Timeout | null = null;
  let port: LabPort | null = null;
  let nextId = 1;
  let arrival: NodeJS.Timeout | null = null;
  /** No lab came in time: until one does, requests are refused at once. */
  let absent = false;

  /** A lab that does not come (a broken installation) must not hold up an import for ever. */
  function waitForPort(): void {
    deps.want?.();
    if (absent) refuseAll();
    else arrival ??= setTimeout(giveUpWaiting, arrivalWithin);
  }

  function giveUpWaiting(): void {
    arrival = null;
    absent = true;
    refuseAll();
  }

  function refuseAll(): void {
    for (const task of queue.splice(0)) task.reject(new HoldfastError(missing(task.request)));
  }

  function next(): void {
    if (port === null && queue.length > 0) waitForPort();
    while (port !== null && sent.length < mostSent) {
      const task = queue.shift();
      if (task === undefined) return;
      try {
        port.postMessage({ id: task.id, request: alone(task.request) });
        sent.push(task);
        if (sent.length === 1) {
          startTimer(task);
          deps.busy?.(true);
        }
      } catch {
        // What cannot be sent (too large for one message) concerns this request only.
        task.reject(new HoldfastError(unsendable(task.request)));
      }
    }
  }

  /** The time of a request begins when the lab begins with it. */
  function startTimer(task: Task): void {
    timer = setTimeout(() => {
      lose('decoder-timeout');
      deps.requestRestart();
      next();
    }, task.timeoutMs);
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  /** The lab is gone: what it worked on is given up, what waited there goes to the lab that comes next. */
  function lose(code: 'decoder-timeout' | null): void {
    // The old port is dropped at once: nothing more may be sent to a page that hangs.
    port = null;
    stopTimer();
    const [current, ...waiting] = sent.splice(0);
    queue.unshift(...waiting);
    if (queue.length === 0) deps.busy?.(false);
    current?.reject(new HoldfastError(code ?? damaged(current.request)));
  }

  function receive(data: unknown): void {
    const reply = labReplySchema.safeParse(data);
    const [task] = sent;
    if (!reply.success || task === undefined || reply.data.id !== task.id) return;
    stopTimer();
    sent.shift();
    const [following] = sent;
    if (following !== undefined) startTimer(following);
    else if (queue.length === 0) deps.busy?.(false);
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
    rest: () => {
      if (port === null || sent.length > 0 || queue.length > 0) return;
      port = null;
      deps.rest?.();
    },
    detach: () => {
      lose(null);
      next();
    },
  };
}

/**
 * The request with its bytes in memory of their own: a message carries the whole buffer a view looks into, and what lies
 * beside it in the vault's memory is none of the lab's business.
 */
function alone(request: LabRequest): LabRequest {
  if (request.type === 'pdf-ready') return request;
  if (request.type === 'pdf-finished') {
    const parts = request.parts.map(({ at, bytes }) => ({ at, bytes: ownMemory(bytes) }));
    return { ...request, parts };
  }
  const bytes = ownMemory(request.bytes);
  return request.type === 'check-redaction' || request.type === 'pdf-compare'
    ? { ...request, bytes, copy: ownMemory(request.copy) }
    : { ...request, bytes };
}

function ownMemory(bytes: Uint8Array): Uint8Array {
  const own =
    bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength && !Buffer.isBuffer(bytes);
  return own ? bytes : new Uint8Array(bytes);
}

/** What is said of a file whose request crashed the lab. */
function damaged(request: LabRequest): ErrorCode {
  switch (request.type) {
    case 'facts':
    case 'examine':
    case 'clean':
    case 'image':
    case 'descriptor':
      return 'unreadable-image';
    case 'video':
      return 'unsupported-preview';
    case 'recognise':
    case 'redact':
    case 'check-redaction':
      return request.mime === 'application/pdf' ? 'unreadable-pdf' : 'unreadable-image';
    case 'language':
      return 'language-unusable';
    case 'pdf':
    case 'pdf-page':
    case 'pdf-open':
    case 'pdf-held':
    case 'pdf-file':
    case 'pdf-text':
    case 'pdf-clean':
    case 'pdf-compare':
    case 'pdf-finished':
    case 'pdf-ready':
      return 'unreadable-pdf';
  }
}

/** No lab came: a preview is given up, but text can still be read another day. */
function missing(request: LabRequest): ErrorCode {
  return isAboutText(request) ? 'runtime-unsupported' : 'unsupported-preview';
}

function unsendable(request: LabRequest): ErrorCode {
  return isAboutText(request) ? 'file-too-large' : 'unsupported-preview';
}

function isAboutText({ type }: LabRequest): boolean {
  return type === 'recognise' || type === 'language' || type === 'pdf-text';
}
