import type { Joined, RunJoin, RunPiece } from '../../../shared/models/likeness';

/** Rows left out (above 0) or shown twice (below 0) where two pieces meet; 0 where they do not overlap. */
export function surplus(join: RunJoin, upper: RunPiece, lower: RunPiece): number {
  return join.kind === 'overlap' ? lower.top + join.offset - upper.bottom : 0;
}

/** Moves the line at which the piece at `index` and the next one are cut; both go on showing each row once. */
export function moveCut(joined: Joined, index: number, row: number): Joined {
  const join = joined.joins[index];
  if (join?.kind !== 'overlap') return joined;
  return withPieces(joined, index, row, row - join.offset);
}

/** Sets where the piece at `index` ends and the next one begins, each by itself. */
export function withPieces(joined: Joined, index: number, bottom: number, top: number): Joined {
  return {
    ...joined,
    pieces: joined.pieces.map((piece, at) =>
      at === index ? { ...piece, bottom } : at === index + 1 ? { ...piece, top } : piece,
    ),
  };
}

/** The rows at which the piece at `index` and the next one may be cut: at least one row of each is left. */
export function cutRange(
  joined: Joined,
  index: number,
): { readonly least: number; readonly most: number } | null {
  const join = joined.joins[index];
  const [upper, lower] = [joined.pieces[index], joined.pieces[index + 1]];
  if (join?.kind !== 'overlap' || upper === undefined || lower === undefined) return null;
  const least = Math.max(upper.top + 1, join.offset);
  const most = Math.min(upper.item.height, lower.bottom - 1 + join.offset);
  return least > most ? null : { least, most };
}

/** The order of ids after one moved up or down. */
export function moved(ids: readonly string[], index: number, by: 1 | -1): readonly string[] {
  const target = index + by;
  const [one, other] = [ids[index], ids[target]];
  if (one === undefined || other === undefined) return ids;
  return ids.map((id, at) => (at === index ? other : at === target ? one : id));
}

/** The order of ids with one more, above or below another. */
export function added(
  ids: readonly string[],
  id: string,
  beside: string,
  where: 'above' | 'below',
): readonly string[] {
  const at = ids.indexOf(beside);
  if (at < 0) return [...ids, id];
  const place = where === 'above' ? at : at + 1;
  return [...ids.slice(0, place), id, ...ids.slice(place)];
}
