import * as z from 'zod';
import englandAndWales from '../../../resources/courts/case-numbers.json' with { type: 'json' };
import { courtKindSchema } from '../../models/proceedings';
import type { CourtKind } from '../../models/proceedings';

const shapeSchema = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  courts: z.array(courtKindSchema).min(1),
  /** What the number is made of, from left to right. */
  parts: z.array(z.strictObject({ pattern: z.string().min(1), is: z.string().min(1) })).min(2),
  /** How it is usually written: `$1` is its first part. */
  written: z.string().min(1),
  example: z.string().min(1),
  source: z.string().min(1),
  confirmed: z.boolean(),
});
export type CaseNumberShape = z.infer<typeof shapeSchema>;

/** Shapes of case numbers: dated data, with sources. Throws when it is not what its schema says, so that a slip is seen at once. */
export const caseNumberShapes = z
  .strictObject({ id: z.string(), asAt: z.iso.date(), note: z.string(), shapes: z.array(shapeSchema).min(1) })
  .parse(englandAndWales);

/** What is said of a case number. It is a remark: whatever somebody writes is kept as they wrote it. */
export type CaseNumberRemark =
  /** Nothing was written. */
  | { readonly says: 'nothing' }
  /** It has a shape that is known; `usual` is how such numbers are written. */
  | {
      readonly says: 'known';
      readonly shape: CaseNumberShape;
      readonly usual: string;
      /** It is of a court of another kind than the one that was chosen. */
      readonly otherCourt: boolean;
    }
  /** It would have a shape that is known if its letters O, I and L were the digits 0 and 1. */
  | { readonly says: 'letters-for-digits'; readonly shape: CaseNumberShape; readonly usual: string }
  /** It would have a shape that is known if it had the first part of it too. */
  | { readonly says: 'without-beginning'; readonly shape: CaseNumberShape; readonly missing: string }
  /** It has no shape that is known here, which does not mean that it is wrong. */
  | { readonly says: 'unknown' };

/** What people write before the number itself. */
const before = /^(?:(?:our|your|court|case|claim|ref(?:erence)?|urn|number|no)\b[\s.:#]*)+/iu;
/** Spaces, hyphens of every length, slashes, dots and brackets: people put them where they like. */
const between = /[\s\p{Pd}−_/\\.:,()[\]]+/gu;

const plain = (typed: string): string => typed.trim().replace(before, '').replace(between, '').toUpperCase();

const patternOf = (parts: CaseNumberShape['parts']): string =>
  parts.map(({ pattern }) => `(${pattern})`).join('');
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u');

/** Letters that are mistaken for digits, as the digits. */
const asDigit: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const loose = (pattern: string): string => pattern.replaceAll(String.raw`\d`, String.raw`[\dOIL]`);

function usualOf({ parts, written }: CaseNumberShape, number: string): string {
  return number.replace(whole(patternOf(parts)), written);
}

/** The same number with digits where its parts have digits alone; null where it has not this shape even so. */
function withDigits({ parts }: CaseNumberShape, number: string): string | null {
  const match = whole(patternOf(parts.map((part) => ({ ...part, pattern: loose(part.pattern) })))).exec(
    number,
  );
  if (match === null) return null;
  const mended = parts.map(({ pattern }, index) => {
    const written = match[index + 1] ?? '';
    return whole(pattern).test(written)
      ? written
      : written.replace(/[OIL]/gu, (each) => asDigit[each] ?? each);
  });
  return whole(patternOf(parts)).test(mended.join('')) ? mended.join('') : null;
}

/** Looks at the shape of a case number as somebody wrote it, beside the kind of court that was chosen. */
export function lookAtCaseNumber(typed: string, court: CourtKind | null): CaseNumberRemark {
  const number = plain(typed);
  if (number === '') return { says: typed.trim() === '' ? 'nothing' : 'unknown' };
  const fitting = (court: CourtKind | null) => (shape: CaseNumberShape) =>
    court === null || shape.courts.includes(court);
  const { shapes } = caseNumberShapes;
  const known = shapes.filter(({ parts }) => whole(patternOf(parts)).test(number));
  const shape = known.find(fitting(court)) ?? known[0];
  if (shape !== undefined)
    return { says: 'known', shape, usual: usualOf(shape, number), otherCourt: !fitting(court)(shape) };
  for (const each of shapes.filter(fitting(court))) {
    const mended = withDigits(each, number);
    if (mended !== null) return { says: 'letters-for-digits', shape: each, usual: usualOf(each, mended) };
    const [first, ...rest] = each.parts;
    if (first !== undefined && whole(patternOf(rest)).test(number))
      return { says: 'without-beginning', shape: each, missing: first.is };
  }
  return { says: 'unknown' };
}
