const print = new Intl.NumberFormat('en-GB');

/** `1,204` of a number. */
export function printCount(count: number): string {
  return print.format(count);
}

/** `1 entry`, `1,204 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${printCount(count)} ${count === 1 ? one : many}`;
}

/** `RW/1, RW/2 and RW/5`. */
export function inWordsList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
