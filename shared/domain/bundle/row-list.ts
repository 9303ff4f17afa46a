/** Rows of an export by their numbers from 1, both ends included. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** More pieces than anybody would type. */
const mostPieces = 100;

/** Reads `120 to 180, 200`; null for what is no list of numbers, or where one ends before it begins. */
export function readRowList(text: string): readonly Rows[] | null {
  const pieces = text
    .split(/[,;\n]|\band\b/iu)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const rows = pieces.flatMap((piece): readonly Rows[] => {
    const [, from, to = from] = /^(\d{1,7})(?:\s*(?:to|[-–])\s*(\d{1,7}))?$/iu.exec(piece) ?? [];
    const read = { from: Number(from), to: Number(to) };
    return read.from >= 1 && read.to >= read.from ? [read] : [];
  });
  return rows.length !== pieces.length || rows.length === 0 || rows.length > mostPieces ? null : rows;
}

/** `120 to 180, 200`. */
export function writeRowList(rows: readonly Rows[]): string {
  return rows.map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`)).join(', ');
}
