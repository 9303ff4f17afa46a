import { counted } from '../../shared/domain/counts';

export { counted, printCount } from '../../shared/domain/counts';

/** `RW/1, RW/2 and RW/5`. */
export function inWordsList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** So many are named one by one; nobody reads more. */
export const mostNamed = 6;

/** `RW/1, RW/2 and 4 others`. */
export function fewNamed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return inWordsList(more > 0 ? [...names.slice(0, mostNamed), counted(more, 'other', 'others')] : names);
}

/** As a sentence begins. */
export function capitalised(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase('en-GB')}${text.slice(1)}`;
}
