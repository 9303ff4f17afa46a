export { counted, printCount } from '../../shared/domain/counts';

/** `RW/1, RW/2 and RW/5`. */
export function inWordsList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** As a sentence begins. */
export function capitalised(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase('en-GB')}${text.slice(1)}`;
}
