/** Which rows of a filter are selected, by their places in it. */
export interface Picked {
  readonly places: ReadonlySet<number>;
  /** Where a range begins that Shift goes on with. */
  readonly anchor: number | null;
}

export const nothingPicked: Picked = { places: new Set(), anchor: null };

export function toggle({ places }: Picked, place: number): Picked {
  const next = new Set(places);
  if (!next.delete(place)) next.add(place);
  return { places: next, anchor: place };
}

/** From the anchor to here; what was selected before stays. */
export function extend(picked: Picked, place: number, most: number): Picked {
  const anchor = picked.anchor ?? place;
  const next = new Set(picked.places);
  const [from, to] = anchor <= place ? [anchor, place] : [place, anchor];
  for (let each = from; each <= to && next.size < most; each += 1) next.add(each);
  return { places: next, anchor };
}

export function pickAll(total: number, most: number): Picked {
  return { places: new Set(Array.from({ length: Math.min(total, most) }, (_, each) => each)), anchor: 0 };
}
