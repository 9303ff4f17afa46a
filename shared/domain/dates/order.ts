export interface Dated {
  readonly earliest: string;
  readonly latest: string;
  readonly id: string;
}

/** Earliest possible moment first, then the one that ends earlier, then by id: a total and stable order. */
export function compareDated(a: Dated, b: Dated): number {
  return compare(a.earliest, b.earliest) || compare(a.latest, b.latest) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
