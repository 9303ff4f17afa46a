import type { EntryTime } from '../../../models/chronology';
import { spanOf } from './reading';
import type { Options } from './reading';

const lead = '(?:in |during |one |every |each |that |this |early |late |all )?(?:the )?';
const parts: readonly { readonly words: RegExp; readonly options: readonly string[] }[] = [
  {
    words: /\b(?:in )?(?:the )?early hours(?: of(?: the morning)?)?\b|\bbefore dawn\b/giu,
    options: ['00:00'],
  },
  { words: new RegExp(String.raw`\b${lead}mornings?\b|\bin the am\b`, 'giu'), options: ['06:00'] },
  { words: new RegExp(String.raw`\b${lead}afternoons?\b`, 'giu'), options: ['12:00'] },
  { words: new RegExp(String.raw`\b${lead}evenings?\b`, 'giu'), options: ['18:00'] },
  // People say "night" of ten in the evening and of three in the morning.
  {
    words: new RegExp(
      String.raw`\b(?:in |at |during |one |every |each |that |late at |all )?(?:the )?nights?(?: of)?\b`,
      'giu',
    ),
    options: ['18:00', '00:00'],
  },
];

/** Every part of the day that is named, the narrowest first. */
export function partsOf(text: string): Options<EntryTime>[] {
  return parts.flatMap(({ words, options }) =>
    [...text.matchAll(words)].flatMap((found): readonly Options<EntryTime>[] =>
      // "last night" and "tonight" name a day as well, and are read with the days; "the night before" is of another day.
      /\b(?:last|to|next|previous|following)\s*$/iu.test(text.slice(0, found.index)) ||
      /^\s+(?:before|after)\b/iu.test(text.slice(found.index + found[0].length))
        ? []
        : [
            {
              question: options.length > 1 ? 'night' : null,
              options: options.map((from): EntryTime => ({ from, to: null, precision: 'part_of_day' })),
              span: spanOf(found),
            },
          ],
    ),
  );
}

/** Whether a time on the clock lies in a part of the day as it is spoken of. */
export function liesIn(time: string, part: Options<EntryTime>): boolean {
  const [first] = part.options;
  if (part.options.length > 1) return time >= '18:00' || time < '06:00';
  switch (first?.from ?? '') {
    case '00:00':
      return time < '07:00';
    case '06:00':
      return time < '12:00';
    case '12:00':
      return time >= '12:00' && time < '18:30';
    default:
      return time >= '16:00';
  }
}
