/** Something that is counted, with what it is sorted by: an answer for each attribute, as a code or a name of a list, never in somebody's words. */
export type Unit = Readonly<Record<string, string>>;

/** What a count is of: each attribute with the answers it may have. No attribute: all. */
export type Condition = readonly (readonly [attribute: string, answers: readonly string[]])[];

export interface Column {
  readonly label: string;
  /** Answers that are counted in it; null for every one. */
  readonly answers: readonly string[] | null;
}

/** A table of counts: rows are what `by` says, with a row for all on top, columns what is counted. */
export interface TablePlan {
  readonly id: string;
  readonly title: string;
  /** What is counted, and what is not. */
  readonly definition: string;
  readonly notCounted: string;
  /** The attribute that the columns divide. */
  readonly counts: string;
  /** Each stage of it is also in those before: every stretch of the stages is a count that somebody could work out. */
  readonly isChain: boolean;
  readonly answers: readonly string[];
  readonly columns: readonly Column[];
  readonly by: readonly {
    readonly attribute: string;
    readonly label: string;
    readonly answers: readonly { readonly id: string; readonly label: string }[];
  }[];
}

/** One name for a count, however many tables it stands in: so it is hidden in all of them or in none. */
export function nameOf(condition: Condition): string {
  return [...condition]
    .map(([attribute, answers]) => `${attribute}=${[...answers].sort().join('|')}`)
    .sort()
    .join(';');
}

export function isOf(unit: Unit, condition: Condition): boolean {
  return condition.every(([attribute, answers]) => answers.includes(unit[attribute] ?? ''));
}

/** What a cell of a table counts. */
export function cellOf(
  row: Condition,
  { counts }: TablePlan,
  { answers }: Pick<Column, 'answers'>,
): Condition {
  return answers === null ? row : [...row, [counts, answers]];
}

/** The rows of a table: all, then every combination of what it is sorted by. */
export function rowsOf({
  by,
}: TablePlan): readonly { readonly labels: readonly string[]; readonly row: Condition }[] {
  let rows: { labels: string[]; row: Condition }[] = [{ labels: [], row: [] }];
  for (const { attribute, answers } of by)
    rows = rows.flatMap(({ labels, row }) =>
      answers.map(({ id, label }) => ({
        labels: [...labels, label],
        row: [...row, [attribute, [id]] as const],
      })),
    );
  const all = { labels: by.map((_, nth) => (nth === 0 ? 'All' : '')), row: [] };
  return by.length === 0 ? [{ labels: ['All'], row: [] }] : [all, ...rows];
}
