import type { Pixels } from './render';

/** Why a page must not be handed on as it is: something can be taken out of it that is not seen on it. */
export type HiddenReason = 'hidden-text' | 'hidden-picture' | 'outside-page' | 'too-complex';

/** Colours (0 to 255) further apart than this are told apart by the eye. */
export const apart = 10;

export function distance(one: Pixels, other: Pixels, at: number): number {
  const a = one.data;
  const b = other.data;
  return Math.max(
    Math.abs((a[at] ?? 0) - (b[at] ?? 0)),
    Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)),
    Math.abs((a[at + 2] ?? 0) - (b[at + 2] ?? 0)),
  );
}
