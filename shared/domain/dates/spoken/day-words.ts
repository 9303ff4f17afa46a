import { parseEdtf } from '../parse';
import { named } from './named-days';
import { numeric, sharedMonth } from './numeric-words';
import { certain, spanOf } from './reading';
import { weeks } from './relative-words';
import { written } from './written-words';
import { wholeYears } from './year-words';
import type { Days, SpokenContext } from './reading';

/** The days that words name, as EDTF, or null. Never later than today where the year is not said. */
export function dayWords(text: string, context: SpokenContext): Days | null {
  return (
    literal(text) ??
    weeks(text, context) ??
    named(text, context) ??
    sharedMonth(text, context) ??
    numeric(text, context) ??
    written(text, context) ??
    wholeYears(text, context)
  );
}

/** EDTF typed as it is: `2026-03-04`, `2026-03~`, `2026-03-04/2026-03-07`. */
function literal(text: string): Days | null {
  for (const found of text.matchAll(
    /(?<![\w/-])\d{4}-[\dX]{2}(?:-[\dX]{2})?[?~%]?(?:\/(?:\.\.|\d{4}-[\dX]{2}(?:-[\dX]{2})?[?~%]?)?)?(?![\w-])/gu,
  )) {
    try {
      parseEdtf(found[0]);
      return certain(found[0], spanOf(found));
    } catch {
      // Digits that look like a date and are none.
    }
  }
  return null;
}
