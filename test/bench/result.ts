import * as z from 'zod';

/** One line of a benchmark's JSON. `theirs` is null where there is honestly nothing to compare with. */
export const resultSchema = z.strictObject({
  name: z.string().min(1),
  unit: z.enum(['ms', 's', 'MB/s', '%', 'MB']),
  ours: z.number().positive(),
  theirs: z.strictObject({ tool: z.string().min(1), value: z.number().positive() }).nullable(),
  /** ours / theirs. Times and memory are good when it is small, rates and shares when it is large. */
  ratio: z.number().positive().nullable(),
  /** Rounds measured; the values are their medians. */
  n: z.int().positive(),
  machine: z.string().min(1),
});
export type Result = z.infer<typeof resultSchema>;
export const resultsSchema = z.array(resultSchema);

/** What a benchmark gives: one value a round for each side, the rounds of both taken in turns. */
export interface Measured {
  readonly name: string;
  readonly unit: Result['unit'];
  readonly ours: readonly number[];
  readonly theirs: { readonly tool: string; readonly values: readonly number[] } | null;
  /** What exactly was timed on each side, for the reader of the table. */
  readonly compared: string;
}

/** The middle value; of an even number, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  if (high === undefined || low === undefined) throw new RangeError('There is no median of nothing.');
  return (low + high) / 2;
}

/** Four significant digits: the rest is noise, and a small ratio keeps what it has to say. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

export function resultOf(measured: Measured, machine: string): Result {
  const { name, unit, ours, theirs } = measured;
  if (theirs !== null && theirs.values.length !== ours.length) {
    throw new RangeError('Both sides must be measured equally often.');
  }
  const our = median(ours);
  const their = theirs === null ? null : { tool: theirs.tool, value: median(theirs.values) };
  return resultSchema.parse({
    name,
    unit,
    ours: rounded(our),
    theirs: their === null ? null : { tool: their.tool, value: rounded(their.value) },
    ratio: their === null ? null : rounded(our / their.value),
    n: ours.length,
    machine,
  });
}

/** Lowest to highest of the rounds, so that a reader sees how steady the machine was. */
function spread(values: readonly number[]): string {
  return `${rounded(Math.min(...values))}–${rounded(Math.max(...values))}`;
}

/** A table for people: one line a result, then what was compared. */
export function tableOf(measured: readonly Measured[], machine: string): string {
  const lines = measured.map((each) => {
    const result = resultOf(each, machine);
    const { theirs } = each;
    return [
      result.name,
      `${result.ours} ${result.unit} (${spread(each.ours)})`,
      result.theirs === null || theirs === null
        ? 'nothing comparable'
        : `${result.theirs.value} ${result.unit} (${spread(theirs.values)})`,
      result.ratio === null ? '' : `${result.ratio}`,
      `${result.n}`,
    ];
  });
  const rows = [['benchmark', 'ours', 'theirs', 'ours/theirs', 'n'], ...lines];
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  );
  const table = rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = measured.map(
    ({ name, theirs, compared }) =>
      `${name}: ${compared}${theirs === null ? '' : ` Theirs: ${theirs.tool}.`}`,
  );
  return [...table, '', ...notes, `Medians of n rounds (lowest–highest). ${machine}.`].join('\n');
}
