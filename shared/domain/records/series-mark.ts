import { HoldfastError } from '../../errors';

/** Initials as a reference has them (../exhibit-ref.ts). */
export const initialsPattern = /^[A-Z]{2,4}$/;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Initials with a mark of their own that nobody has yet: a letter before the last one (AB becomes AXB), two when none is left, or
 * another letter in the place of an inner one when they are four already. Where to begin is chosen at random, 0 up to 1.
 * Throws `too-many` when none is left; a person may still choose some (`initialsChosen`).
 */
export function markedInitials(initials: string, taken: ReadonlySet<string>, random: () => number): string {
  const start = Math.floor(random() * letters.length);
  const order = letters.slice(start) + letters.slice(0, start);
  const [head, tail] = [initials.slice(0, -1), initials.slice(-1)];
  const [first, inner] = [initials.slice(0, 1), initials.slice(1, -1)];
  const one = Array.from(order, (letter) => `${head}${letter}${tail}`);
  const two = Array.from(order, (each) => Array.from(order, (letter) => `${head}${each}${letter}${tail}`));
  const instead = Array.from(order, (letter) => `${first}${inner.slice(0, -1)}${letter}${tail}`);
  const found = [...one, ...two.flat(), ...instead].find(
    (each) => initialsPattern.test(each) && !taken.has(each),
  );
  if (found === undefined) throw new HoldfastError('too-many');
  return found;
}
