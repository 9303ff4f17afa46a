import type { Finding } from '../../../shared/models/vault';

type Code = Finding['code'];

/** Found things that lose or alter nothing. */
const harmless: ReadonlySet<Code> = new Set<Code>(['file-unreferenced', 'unfinished']);
const mostPlaces = 20;

/** Collects what a check finds: one finding a code, with its first places. */
export interface Findings {
  add(code: Code, place: string): void;
  list(): Finding[];
}

export function createFindings(): Findings {
  const found = new Map<Code, { count: number; places: string[] }>();
  return {
    add: (code, place) => {
      const known = found.get(code) ?? { count: 0, places: [] };
      known.count += 1;
      if (known.places.length < mostPlaces) known.places.push(place.slice(0, 300));
      found.set(code, known);
    },
    list: () =>
      [...found].map(([code, { count, places }]) => ({ code, count, places, harm: !harmless.has(code) })),
  };
}
