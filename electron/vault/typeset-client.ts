import type { ErrorCode } from '../../shared/errors';
import { HoldfastError } from '../../shared/errors';
import type { Typeset } from './api';

/** What of a MessagePort is used. */
export interface SheetPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  start(): void;
  close(): void;
}

interface Waiting {
  readonly html: string;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Empty calls before the document, for the reason told in electron/preload/vault-port.ts. */
const emptyRounds = 5;

/**
 * The vault's side of typesetting. Main opens an empty page and gives each side one end of a port; the document goes to the
 * page past main, and main is told only when there is something to print.
 */
export function createTypesetClient(send: {
  readonly open: (id: number) => void;
  readonly ready: (id: number) => void;
}): {
  readonly typeset: Typeset;
  readonly attach: (id: number, port: SheetPort) => void;
  readonly done: (id: number, bytes: Uint8Array) => void;
  readonly failed: (id: number, code: ErrorCode) => void;
} {
  const waiting = new Map<number, Waiting>();
  let next = 1;

  const take = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  };
  return {
    typeset: (html) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { html, resolve, reject });
        send.open(id);
      }),
    attach: (id, port) => {
      let rounds = 0;
      port.on('message', ({ data }) => {
        if (data === 'pong') {
          rounds += 1;
          port.postMessage(rounds < emptyRounds ? 'ping' : { html: waiting.get(id)?.html ?? '' });
        } else if (data === 'shown') {
          port.close();
          send.ready(id);
        }
      });
      port.start();
      port.postMessage('ping');
    },
    done: (id, bytes) => take(id)?.resolve(bytes),
    failed: (id, code) => take(id)?.reject(new HoldfastError(code)),
  };
}
