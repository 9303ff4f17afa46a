import type { LetterBlock } from '../../../records/letter';

/** What filling a letter again would change: blocks that come, and blocks that go. Those that a person wrote are among the latter. */
export interface LetterChange {
  readonly comes: readonly LetterBlock[];
  readonly goes: readonly LetterBlock[];
}

const keyOf = ({ as, text }: LetterBlock): string => `${as}\u0000${text}`;

/** Compares the blocks of a letter with those that the case fills it with now, each as often as it is there. */
export function compareLetters(now: readonly LetterBlock[], again: readonly LetterBlock[]): LetterChange {
  return { comes: without(again, now), goes: without(now, again) };
}

function without(all: readonly LetterBlock[], others: readonly LetterBlock[]): readonly LetterBlock[] {
  const there = new Map<string, number>();
  for (const each of others) there.set(keyOf(each), (there.get(keyOf(each)) ?? 0) + 1);
  return all.filter((each) => {
    const left = there.get(keyOf(each)) ?? 0;
    there.set(keyOf(each), left - 1);
    return left <= 0;
  });
}
