import type { ErrorCode } from '../../shared/errors';
import { HoldfastError } from '../../shared/errors';
import type { Typeset } from '../services/context';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** The vault's side of typesetting: sends a document with a number, resolves when that number comes back. */
export function createTypesetClient(send: (id: number, html: string) => void): {
  readonly typeset: Typeset;
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
        waiting.set(id, { resolve, reject });
        send(id, html);
      }),
    done: (id, bytes) => take(id)?.resolve(bytes),
    failed: (id, code) => take(id)?.reject(new HoldfastError(code)),
  };
}
