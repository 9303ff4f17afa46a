const print = new Intl.NumberFormat('en-GB');

/** `1,204` of a number. */
export function printCount(count: number): string {
  return print.format(count);
}

/** `1 entry`, `1,204 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${printCount(count)} ${count === 1 ? one : many}`;
}
