/** `AB/1`: producer's initials and a running number, the usual form in England and Wales. */
export function exhibitRef(initials: string, number: number): string {
  return `${initials}/${number}`;
}

/** Reads a reference such as `AB/12` or `AB/12a`; null for anything else. */
export function parseExhibitRef(
  text: string,
): { readonly initials: string; readonly number: number; readonly part: string } | null {
  const match = /^([A-Z]{2,4})\/([1-9]\d{0,4})([a-z]?)$/.exec(text);
  return match === null ? null : { initials: match[1] ?? '', number: Number(match[2]), part: match[3] ?? '' };
}
