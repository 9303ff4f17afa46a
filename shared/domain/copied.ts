/** Text as it is hashed to be known again on a clipboard: systems end lines and write spaces in ways of their own. */
export function plainForHash(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
