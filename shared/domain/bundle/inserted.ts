import type { BundlePlan } from '../../models/bundle';

type Insertions = BundlePlan['inserted'];

/** Where a page of the file stands: its place among the pages that were not inserted, or which one it is behind such a page. */
export interface Standing {
  /** Its own place, or that of the page it was inserted behind. From 1. */
  readonly base: number;
  /** 0 for a page that was not inserted, else 1, 2, 3 ... */
  readonly inserted: number;
}

/** How the page at a place of the file stands; `position` from 1. */
export function standingAt(insertions: Insertions, position: number): Standing {
  let shift = 0;
  for (const { after, pages } of insertions ?? []) {
    const start = after + shift + 1;
    if (position < start) break;
    if (position < start + pages) return { base: after, inserted: position - start + 1 };
    shift += pages;
  }
  return { base: position - shift, inserted: 0 };
}

/** The place in the file of a page that was not inserted. */
export function placeOfBase(insertions: Insertions, base: number): number {
  const before = (insertions ?? []).filter(({ after }) => after < base);
  return before.reduce((sum, { pages }) => sum + pages, base);
}

/** How many pages are inserted behind a page that was not. */
export function insertedBehind(insertions: Insertions, base: number): number {
  return (insertions ?? []).find(({ after }) => after === base)?.pages ?? 0;
}

/** How many pages were inserted in all. */
export function allInserted(insertions: Insertions): number {
  return (insertions ?? []).reduce((sum, { pages }) => sum + pages, 0);
}
