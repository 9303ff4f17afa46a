import type { FigureTable } from '../../shared/models/figures';

/*
 * Somebody who has a page of figures and wants what is hidden on it. Written without a look at how counts are hidden: it knows the
 * tables as they are printed, that rows add up to "All", what the columns mean, and that nobody is counted less than no times. From
 * that it works out between which bounds every count must lie, by linear programming.
 */

/** How the columns of a table stand on one another: `chain`, each is among the one before; `parts`, all but the first add up to it. */
export type ColumnSense = 'chain' | 'parts';

interface Equation {
  readonly of: readonly number[];
  readonly sum: number;
}

/** The leaves of a row, by the number of the column from which they are counted alone, as numbers of variables. */
export class Attacker {
  private readonly variables = new Map<string, number>();
  /** Equations without a known sum: one side equals the other. */
  private readonly equalities: (readonly [readonly number[], readonly number[]])[] = [];
  private readonly known: Equation[] = [];

  /** Tables that count the same things, each with the sense of its columns. */
  constructor(tables: readonly { readonly table: FigureTable; readonly sense: ColumnSense }[]) {
    for (const { table, sense } of tables) this.readTable(table, sense);
    this.linkTables(tables.map(({ table }) => table));
  }

  private leaf(table: FigureTable, row: string, number: number): number {
    const name = `${table.id}\u0000${row}\u0000${number}`;
    const at = this.variables.get(name) ?? this.variables.size;
    this.variables.set(name, at);
    return at;
  }

  leavesOf(table: FigureTable, row: string, from: number, until: number): readonly number[] {
    return Array.from({ length: until - from + 1 }, (_, nth) => this.leaf(table, row, from + nth));
  }

  /** The variables that add up to a cell. */
  cell(table: FigureTable, row: string, column: number, sense: ColumnSense): readonly number[] {
    const columns = table.head.length - table.labels;
    if (sense === 'chain') return this.leavesOf(table, row, column, columns - 1);
    return column === 0
      ? this.leavesOf(table, row, 1, columns - 1)
      : this.leavesOf(table, row, column, column);
  }

  private readTable(table: FigureTable, sense: ColumnSense): void {
    const names = table.rows.map(({ labels }) => labels.join('/'));
    const [all = '', ...rows] = names;
    table.rows.forEach(({ cells }, at) => {
      cells.forEach((sum, column) => {
        if (sum !== null) this.known.push({ of: this.cell(table, names[at] ?? '', column, sense), sum });
      });
    });
    const columns = table.head.length - table.labels;
    for (let number = sense === 'chain' ? 0 : 1; number < columns; number += 1)
      this.equalities.push([
        [this.leaf(table, all, number)],
        rows.map((row) => this.leaf(table, row, number)),
      ]);
  }

  /** The same count stands in several tables: all of them, and each line of a table that another divides again. */
  private linkTables(tables: readonly FigureTable[]): void {
    for (const one of tables)
      for (const other of tables) {
        if (one === other) continue;
        const [a, b] = [one, other].map((each) => each.id.split('-')[0]);
        if (a !== b) this.linkTotals(one, other);
        else this.linkRows(one, other);
      }
  }

  private linkTotals(one: FigureTable, other: FigureTable): void {
    if (one.head.slice(0, one.labels).join() !== other.head.slice(0, other.labels).join()) return;
    for (const { labels } of one.rows) {
      const row = labels.join('/');
      this.equalities.push([this.total(one, row), this.total(other, row)]);
    }
  }

  private total(table: FigureTable, row: string): readonly number[] {
    return this.cell(table, row, 0, /^(?:incidents|response)/u.test(table.id) ? 'chain' : 'parts');
  }

  private linkRows(one: FigureTable, other: FigureTable): void {
    const dimension = other.head.slice(0, other.labels);
    const columns = Array.from({ length: one.head.length - one.labels }, (_, nth) => nth);
    if (one.labels !== 1 || !(dimension.includes(one.head[0] ?? '') || other.labels === 1)) return;
    const at = dimension.indexOf(one.head[0] ?? '');
    for (const { labels } of one.rows) {
      const [label = ''] = labels;
      const inOther =
        label === 'All'
          ? other.rows.slice(0, 1)
          : other.rows.slice(1).filter((row) => at >= 0 && row.labels[at] === label);
      if (inOther.length === 0) continue;
      for (const number of columns)
        this.equalities.push([
          [this.leaf(one, label, number)],
          inOther.map((row) => this.leaf(other, row.labels.join('/'), number)),
        ]);
    }
  }

  /** Between which counts the sum of some variables must lie, for each of several sums. */
  bounds(sums: readonly (readonly number[])[]): readonly (readonly [number, number])[] {
    const size = this.variables.size;
    const rows = [
      ...this.known.map(({ of, sum }) => ({ row: rowOf(size, of, []), sum })),
      ...this.equalities.map(([left, right]) => ({ row: rowOf(size, left, right), sum: 0 })),
    ];
    const tableau = feasible(
      rows.map(({ row }) => row),
      rows.map(({ sum }) => sum),
      size,
    );
    return sums.map((of) => {
      const objective = rowOf(size, of, []);
      const most = maximum(tableau, objective);
      const least = maximum(
        tableau,
        objective.map((each) => -each),
      );
      return [-least, most];
    });
  }
}

function rowOf(size: number, plus: readonly number[], minus: readonly number[]): Float64Array {
  const row = new Float64Array(size);
  for (const at of plus) row[at] = (row[at] ?? 0) + 1;
  for (const at of minus) row[at] = (row[at] ?? 0) - 1;
  return row;
}

interface Tableau {
  /** Each with its right side last; one basic variable a row. */
  readonly rows: readonly Float64Array[];
  readonly basis: readonly number[];
  readonly size: number;
}
const tiny = 1e-7;

/** Equations without those that follow from the others, solved for some variables so that all are at least nought (phase one, Bland's rule). */
function feasible(equations: readonly Float64Array[], sums: readonly number[], size: number): Tableau {
  const independent: Float64Array[] = [];
  const leads: number[] = [];
  for (const [nth, equation] of equations.entries()) {
    const row = new Float64Array(size + 1);
    row.set(equation);
    row[size] = sums[nth] ?? 0;
    for (const [at, lead] of leads.entries()) subtract(row, independent[at], row[lead] ?? 0);
    const lead = row.findIndex((each, at) => at < size && Math.abs(each) > tiny);
    if (lead < 0) continue;
    scale(row, row[lead] ?? 1);
    for (const other of independent) subtract(other, row, other[lead] ?? 0);
    independent.push(row);
    leads.push(lead);
  }
  const count = independent.length;
  const width = size + count;
  const rows = independent.map((each, nth) => {
    const row = new Float64Array(width + 1);
    const sign = (each[size] ?? 0) < 0 ? -1 : 1;
    for (let at = 0; at < size; at += 1) row[at] = sign * (each[at] ?? 0);
    row[size + nth] = 1;
    row[width] = sign * (each[size] ?? 0);
    return row;
  });
  const basis = rows.map((_, nth) => size + nth);
  const costs = new Float64Array(width);
  costs.fill(-1, size);
  climb(rows, basis, costs, width);
  // What is still basic of the helpers is nought: another variable takes its place, so that it stays so.
  rows.forEach((row, nth) => {
    if ((basis[nth] ?? 0) < size) return;
    const at = row.findIndex((each, column) => column < size && Math.abs(each) > tiny);
    if (at >= 0) pivot(rows, basis, nth, at);
  });
  return {
    size,
    basis,
    rows: rows.map((row) => {
      const short = new Float64Array(size + 1);
      short.set(row.subarray(0, size));
      short[size] = row[width] ?? 0;
      return short;
    }),
  };
}

function maximum(tableau: Tableau, objective: Float64Array): number {
  const rows = tableau.rows.map((row) => row.slice());
  const basis = [...tableau.basis];
  if (!climb(rows, basis, objective, tableau.size)) return Infinity;
  return basis.reduce((sum, at, nth) => sum + (objective[at] ?? 0) * (rows[nth]?.[tableau.size] ?? 0), 0);
}

/** Goes from corner to corner while that makes the objective larger; false where nothing bounds it. */
function climb(rows: Float64Array[], basis: number[], objective: Float64Array, width: number): boolean {
  for (;;) {
    const entering = entered(rows, basis, objective, width);
    if (entering < 0) return true;
    let leaving = -1;
    let least = Infinity;
    rows.forEach((row, nth) => {
      const step = row[entering] ?? 0;
      if (step <= tiny) return;
      const ratio = (row[width] ?? 0) / step;
      const isNearer = ratio < least - tiny;
      const isTie = Math.abs(ratio - least) <= tiny && (basis[nth] ?? 0) < (basis[leaving] ?? 0);
      if (isNearer || isTie) [leaving, least] = [nth, ratio];
    });
    if (leaving < 0) return false;
    pivot(rows, basis, leaving, entering);
  }
}

function entered(
  rows: readonly Float64Array[],
  basis: readonly number[],
  objective: Float64Array,
  width: number,
): number {
  const gain = new Float64Array(width);
  gain.set(objective.subarray(0, width));
  rows.forEach((row, nth) => {
    const price = objective[basis[nth] ?? 0] ?? 0;
    if (price !== 0)
      for (let at = 0; at < width; at += 1) gain[at] = (gain[at] ?? 0) - price * (row[at] ?? 0);
  });
  return gain.findIndex((each) => each > tiny);
}

function pivot(rows: readonly Float64Array[], basis: number[], nth: number, at: number): void {
  const row = rows[nth];
  if (row === undefined) return;
  scale(row, row[at] ?? 1);
  rows.forEach((other, number) => {
    if (number !== nth) subtract(other, row, other[at] ?? 0);
  });
  basis[nth] = at;
}

function scale(row: Float64Array, by: number): void {
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) / by;
}

function subtract(from: Float64Array, row: Float64Array | undefined, times: number): void {
  if (row === undefined || Math.abs(times) < 1e-12) return;
  for (let at = 0; at < from.length; at += 1) from[at] = (from[at] ?? 0) - times * (row[at] ?? 0);
}
