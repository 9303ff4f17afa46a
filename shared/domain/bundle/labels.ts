import type { BundlePlan } from '../../models/bundle';

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

/**
 * What is printed on a page and what a viewer calls it: its place in the bundle (general guidance 2021, paragraph 2), or
 * the letter of its section with a number that begins anew there (PD27A 2026, paragraph 7.2), before which the cover and
 * index have small roman numbers. `position` is 1-based.
 */
export function labelOf(
  { numbering, rows }: Pick<BundlePlan, 'numbering' | 'rows'>,
  position: number,
): string {
  if (numbering === 'continuous') return String(position);
  const section = sectionAt(rows, position);
  if (section === undefined) return roman(position);
  return `${section.letter}${position - section.firstPage + 1}`;
}
