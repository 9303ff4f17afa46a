import type { HoldfastBridge, Reply } from '../../shared/contract/bridge';
import { HoldfastError } from '../../shared/errors';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly holdfast: HoldfastBridge;
  }
}

export const holdfast: HoldfastBridge = window.holdfast;

/** The value of a reply; a refusal is thrown with its code. */
export async function call<T>(reply: Promise<Reply<T>>): Promise<T> {
  const answer = await reply;
  if (answer.ok) return answer.value;
  const { code, detail } = answer.error;
  throw new HoldfastError(code, detail === undefined ? {} : { detail });
}

/** The code of anything thrown. */
export function codeOf(error: unknown): HoldfastError['code'] {
  return error instanceof HoldfastError ? error.code : 'internal';
}
