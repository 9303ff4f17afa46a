import { cover } from './cover';
import { months, weekdays } from './names';
import type { Span } from './reading';

const says = String.raw`\b(?:said|says|saying|told|tells|telling|texted|messaged|wrote|writes|writing|shouted|shouting|screamed|yelled|whispered|replied|threatened|threatening|promised|emailed|e-mailed|posted|warned|claimed|asked|typed|whatsapped|commented|reads|reading)\b`;
const whom = String.raw`(?:\s+(?:to\s+)?(?:me|her|him|us|them|my \w+|his \w+))?`;
/** What follows a verb of saying where it begins what was said. */
const opens = String.raw`(?:that\s+(?!day|night|week|month|year|morning|evening|afternoon)|(?=(?:he|she|i|they|we|you|it|there)(?:['’]\w+)?\s)|(?=to\s+(?!(?:me|her|him|us|them|the|an?|my|his|our|their|about|early|late|mid|last|this|date|now|${months}|${weekdays})\b)[a-z])|(?=see you\b|good\b|come\b|i['’]m\b))`;
const direct = new RegExp(String.raw`${says}${whom}\s+${opens}`, 'giu');
const later = new RegExp(
  String.raw`${says}[^.!?;\n]{0,60}?\s(?=that\s+(?!day|night|week|month|year|morning|evening|afternoon)\w)`,
  'giu',
);
const ahead =
  /\b(?:would|will|shall|going to|gonna|see you|can|could|should|might|may|coming|won['’]t)\b|\w['’](?:ll|d)\b|^to\b/iu;

/** Words between marks of quotation, and what follows "he texted:". */
export function quotations(text: string): Span[] {
  const marked = [
    ...text.matchAll(/“[^”]*(?:”|$)|"[^"]*(?:"|$)|‘[^‘]{2,}?’(?!\p{L})|(?<=^|[\s(])'[^']{3,}'(?!\p{L})/gu),
  ].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  const colon = new RegExp(String.raw`${says}[^:.!?\n]{0,60}:(?=\s)`, 'iu').exec(text);
  return colon === null ? marked : [...marked, { start: colon.index + colon[0].length, end: text.length }];
}

/** What somebody said they would do: `he said he would come in the morning`. What they said they had done may be what is told. */
export function announcements(text: string): Span[] {
  return [...text.matchAll(direct), ...text.matchAll(later)].flatMap(
    ({ index, 0: words }): readonly Span[] => {
      // "I told the police that ..." is the account itself.
      if (/\b(?:i|we|police|officer)\s+(?:\w+ly\s+)?$/iu.test(text.slice(0, index))) return [];
      const start = index + words.length;
      const end = start + (/^[^.!?;\n]*/u.exec(text.slice(start))?.[0].length ?? 0);
      return ahead.test(text.slice(start, end)) ? [{ start, end }] : [];
    },
  );
}

/** A text without what was said in it. */
export function withoutTold(text: string): { readonly text: string; readonly told: readonly Span[] } {
  const told = [...quotations(text), ...announcements(text)];
  return { text: cover(text, told), told };
}
