import { weekdays } from './names';

export type Third = 0 | 1 | 2;
export type QualifierKind =
  'none' | 'since' | 'until' | 'before' | 'after' | 'week' | 'week-from' | 'week-to' | 'weekend';

/** Which thirds of a month or year words mean, the first and the last of them. */
export const thirds: readonly (readonly [RegExp, Third, Third])[] = [
  [/\bearly (?:to|or) mid[\s-]*$/iu, 0, 1],
  [/\bmid(?:dle)? (?:to|or) (?:late|end(?: of)?)\s*$/iu, 1, 2],
  [
    /\b(?:(?:very )?early(?: in| on in)?|(?:the )?(?:beginning|start) of|(?:the )?first (?:week|days|few days) (?:of|in))\s*(?:the\s+)?$/iu,
    0,
    0,
  ],
  [/\b(?:mid|(?:the )?middle of)[\s-]*(?:the\s+)?$/iu, 1, 1],
  [
    /\b(?:(?:very )?late(?: in)?|(?:towards? )?(?:the )?(?:(?:back )?end|last (?:week|days|few days)) of)\s*(?:the\s+)?$/iu,
    2,
    2,
  ],
];

/** Words that make a stretch of a date: its week, all before it, all since. */
export const kinds: readonly (readonly [RegExp, QualifierKind])[] = [
  [
    /(?<!\b(?:an?|within|first|1st|last|one|two|\w+nd|\w+rd|\w+th)\s)\b(?:(?:in|during) )?(?:the )?(?:week|wk) of\s*(?:the\s+)?$/iu,
    'week',
  ],
  // Which days the second week of a month is, nobody agrees on.
  [
    /\b(?:in )?(?:the )?(?:second|third|fourth|fifth|2nd|3rd|4th|5th) week (?:of|in)\s*(?:the\s+)?$/iu,
    'week',
  ],
  [
    /\b(?:(?:in|during) )?(?:the )?(?:(?:week|wk) (?:beginning|commencing|from|starting)|w\/?c\.?)\s*(?:the\s+)?(?:on\s+)?$/iu,
    'week-from',
  ],
  [/\b(?:(?:in|during) )?(?:the )?(?:(?:week|wk) (?:ending|to)|w\/e)\s*(?:on\s+)?(?:the\s+)?$/iu, 'week-to'],
  [
    /\b(?:(?:over|on|at|during) )?(?:the )?weekend (?:(?:of|beginning|starting)\s*)?(?:the\s+)?$/iu,
    'weekend',
  ],
  [/\b(?:ever\s+)?since\s+(?:the\s+)?$/iu, 'since'],
  [/\b(?:until|till|up\s*(?:to|until|till)(?: and including)?|by)\s+(?:the\s+)?$/iu, 'until'],
];

/** Words before "before" and "after" that make something else of it: "the night before", "shortly after", "not before". */
const otherThan = new RegExp(
  String.raw`(?:\b(?:days?|weeks?|weekends?|fortnights?|months?|years?|hours?|minutes?|mins?|nights?|mornings?|afternoons?|evenings?|time|${weekdays}|not|never|no|just|shortly|soon|right|immediately|straight|long|well|way|ever|even|only|few|couple|or|and|either)|n['’]t)\s*$`,
  'iu',
);

/** "Before" or "after" with nothing in front of it that would say how long, or the contrary. */
export function isPlainSide(
  before: string,
): { readonly start: number; readonly side: 'before' | 'after' } | null {
  const found = /\b(?:some ?time\s+|any ?time\s+)?(?:before|prior to|after)\s+(?:the\s+)?$/iu.exec(before);
  if (found === null || otherThan.test(before.slice(0, found.index))) return null;
  return { start: found.index, side: /after/iu.test(found[0]) ? 'after' : 'before' };
}
