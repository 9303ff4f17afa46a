/**
 * Characters that hide or turn round what stands beside them: controls, line and paragraph separators, marks that change
 * the direction of writing (Unicode Standard Annex 9, 2), tags, halves of characters. Joiners stay: emoji and Indic scripts
 * need them.
 */
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** Text on one line, with whatever hides or misleads written out: `invoice‹U+202E›fdp.exe`. */
export function visible(text: string): string {
  return text.replaceAll(/[\t\n\r]+/gu, ' ').replaceAll(hidden, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}
