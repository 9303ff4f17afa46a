/** What a spreadsheet would take for a formula, and so might run. */
const formula = /^'*[=+\-@\t\r]/u;
/** The same behind the mark that keeps it text. */
const guarded = /^'+[=+\-@\t\r]/u;

/** Excel reads UTF-8 only with this mark at the beginning. */
export const csvMark = '\uFEFF';

/**
 * One line of a table (RFC 4180), every cell in quotes. A cell that begins like a formula gets an apostrophe before it, the
 * mark spreadsheets have for text; `unguard` takes it away again, so that nothing is lost.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

export function unguard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
