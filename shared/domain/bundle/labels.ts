import type { BundlePlan } from '../../models/bundle';
import { insertedBehind, placeOfBase, standingAt } from './inserted';

const romans = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

/** `iv` for 4, as the pages before the first section are numbered. Whole numbers from 1. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [letters, value] of romans) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

/** The letter of a section by its place from 0: A to Z, then AA, AB. */
export function sectionLetter(place: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (place % 26));
  return place < 26 ? last : `${sectionLetter(Math.floor(place / 26) - 1)}${last}`;
}

type Row = BundlePlan['rows'][number];

/** The sections of each plan that was asked about: a large one is asked for every page of it. */
const sectionsOf = new WeakMap<BundlePlan['rows'], readonly Row[]>();

function sectionAt(rows: BundlePlan['rows'], position: number): Row | undefined {
  const sections = sectionsOf.get(rows) ?? rows.filter(({ kind }) => kind === 'section');
  sectionsOf.set(rows, sections);
  return sections.findLast(({ firstPage }) => firstPage <= position);
}

type Numbered = Pick<BundlePlan, 'numbering' | 'rows' | 'inserted'>;

/**
 * What is printed on a page and what a viewer calls it: its place in the bundle (general guidance 2021, paragraph 2), or
 * the letter of its section with a number that begins anew there (PD27A 2026, paragraph 7.2), before which the cover and
 * index have small roman numbers. A page that a court had inserted bears the number of the page before it, with .1, .2 behind it.
 * `position` is 1-based.
 */
export function labelOf(plan: Numbered, position: number): string {
  const { base, inserted } = standingAt(plan.inserted, position);
  if (inserted > 0) return `${labelOf(plan, placeOfBase(plan.inserted, base))}.${inserted}`;
  if (plan.numbering === 'continuous') return String(base);
  const section = sectionAt(plan.rows, position);
  if (section === undefined) return roman(base);
  return `${section.letter}${base - baseOf(plan, section.firstPage) + 1}`;
}

function baseOf({ inserted }: Pick<BundlePlan, 'inserted'>, position: number): number {
  return standingAt(inserted, position).base;
}

/** The page that somebody means by what is printed on it, or by its place in the file; null for none of this bundle. */
export function positionOf(plan: Numbered & Pick<BundlePlan, 'pages'>, text: string): number | null {
  const asked = text.replaceAll(/\s/gu, '').toLowerCase();
  const [, before, behind] = /^(.+)\.(\d{1,7})$/u.exec(asked) ?? [];
  if (before === undefined) return printedPosition(plan, asked);
  const at = printedPosition(plan, before);
  const number = Number(behind);
  if (at === null || number < 1) return null;
  return number <= insertedBehind(plan.inserted, baseOf(plan, at)) ? at + number : null;
}

/** Of a page that was not inserted. */
function printedPosition(
  { numbering, rows, pages, inserted }: Numbered & Pick<BundlePlan, 'pages'>,
  asked: string,
): number | null {
  if (/^\d{1,7}$/u.test(asked)) {
    const number = Number(asked);
    const place = numbering === 'continuous' ? placeOfBase(inserted, number) : number;
    return number >= 1 && place <= pages && standingAt(inserted, place).inserted === 0 ? place : null;
  }
  if (numbering === 'continuous') return null;
  const front = (rows.find(({ kind }) => kind === 'section')?.firstPage ?? pages + 1) - 1;
  const inFront = Array.from({ length: front }, (_, index) => roman(index + 1)).indexOf(asked);
  if (inFront !== -1) return inFront + 1;
  const [, letter, number] = /^([a-z]+)(\d{1,7})$/u.exec(asked) ?? [];
  const section = rows.find((row) => row.kind === 'section' && row.letter.toLowerCase() === letter);
  if (section === undefined) return null;
  const first = baseOf({ inserted }, section.firstPage);
  const place = placeOfBase(inserted, first + Number(number) - 1);
  return place >= section.firstPage && place <= section.lastPage ? place : null;
}
