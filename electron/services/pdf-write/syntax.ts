/** How things are written in a PDF (ISO 32000-1, 7.3). Texts are Latin-1: one letter is one byte. */

/** Where an object stands: its number. Every object written here is of generation 0. */
export type ObjectNumber = number;

export function ref(number: ObjectNumber): string {
  return `${number} 0 R`;
}

/** At most three digits behind the point: a thousandth of a point is less than anything prints. */
export function fixed(value: number): string {
  const text = value.toFixed(3).replace(/\.?0+$/u, '');
  return text === '-0' ? '0' : text;
}

export function numbers(values: readonly number[]): string {
  return values.map(fixed).join(' ');
}

/** A text for people: as it is where its letters are plain, else as UTF-16 (7.9.2.2). */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return `(${text.replaceAll(/[\\()]/gu, '\\$&')})`;
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** `D:20261128120000Z` (7.9.4). */
export function dateString(date: Date): string {
  const digits = date
    .toISOString()
    .replaceAll(/[^0-9]/gu, '')
    .slice(0, 14);
  return `(D:${digits}Z)`;
}
