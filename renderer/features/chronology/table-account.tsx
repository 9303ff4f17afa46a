import { printDate } from '../../../shared/domain/dates/print';
import { unusedColumns } from '../../../shared/domain/table-import/columns';
import type { TableField } from '../../../shared/domain/table-import/columns';
import type { TablePlan, TableRow } from '../../../shared/domain/table-import/mapping';
import { Disclose } from '../../components/disclose';
import { FirstOfMany } from '../../components/first-of-many';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';
import { notUnderstoodText, problemText } from '../../strings/table-import';

type Rows = readonly (readonly string[])[];

/** Rows that stand above a table. */
type Above = readonly { readonly number: number; readonly cells: readonly string[] }[];

/** What of a table is not used, or not understood: every column and every row, before anything is saved. */
export function TableAccount({
  above,
  head,
  body,
  fields,
  plan,
  cut,
}: {
  /** Rows that stand above the table. */
  readonly above: Above;
  readonly head: readonly string[];
  readonly body: Rows;
  readonly fields: readonly TableField[];
  readonly plan: TablePlan;
  /** Numbers of rows of which something could not be read at all. */
  readonly cut: readonly number[];
}) {
  const columns = unusedColumns(body, fields);
  const left = plan.rows.filter(({ entry, ask }) => entry === null && ask === null);
  const doubtful = plan.rows.filter(
    ({ entry, notUnderstood, isOtherOrder }) => entry !== null && (notUnderstood.length > 0 || isOtherOrder),
  );
  return (
    <>
      <NotUsed above={above} columns={columns} head={head} cut={cut} />
      {doubtful.length === 0 ? null : (
        <Disclose
          title={`${counted(doubtful.length, 'row is', 'rows are')} taken in with something to look at`}
          isOpenAtFirst
        >
          <ul className="plan">
            <FirstOfMany items={doubtful} draw={(row) => <Doubtful key={row.number} row={row} />} />
          </ul>
        </Disclose>
      )}
      {left.length === 0 ? null : (
        <Disclose title={`${counted(left.length, 'row is', 'rows are')} left out`} isOpenAtFirst>
          <ul className="plan">
            <FirstOfMany
              items={left}
              draw={({ number, problem, cells }) => (
                <li key={number} dir="auto">
                  <span className="problem">
                    Row {number}: {problem === null ? '' : problemText(problem)}.
                  </span>{' '}
                  {cells}
                </li>
              )}
            />
          </ul>
        </Disclose>
      )}
    </>
  );
}

function Doubtful({ row }: { readonly row: TableRow }) {
  const { number, entry, notUnderstood, isOtherOrder } = row;
  if (entry === null) return null;
  const date = printDate(entry.edtf, entry.time);
  return (
    <li dir="auto">
      Row {number}:{' '}
      {[
        ...(isOtherOrder ? [`its date cannot be read in the order you chose; it was read as ${date}`] : []),
        ...notUnderstood.map(notUnderstoodText),
      ].join('; ')}
      .
    </li>
  );
}

function nameOf(head: readonly string[], column: number): string {
  const name = head[column]?.trim() ?? '';
  return name === '' ? `Column ${column + 1}` : `Column ${column + 1}, “${name}”`;
}

/** Rows and columns of which nothing is taken in. */
function NotUsed({
  above,
  columns,
  head,
  cut,
}: {
  readonly above: Above;
  readonly columns: ReturnType<typeof unusedColumns>;
  readonly head: readonly string[];
  readonly cut: readonly number[];
}) {
  return (
    <>
      {' '}
      {columns.length === 0 && above.length === 0 && cut.length === 0 ? null : (
        <Notice tone="amber" title="Not used">
          <ul className="plan">
            {above.map(({ number, cells }) => (
              <li key={`row ${number}`} dir="auto">
                Row {number} stands above the table: {cells.filter((cell) => cell.trim() !== '').join(' · ')}
              </li>
            ))}
            {columns.map(({ column, cells, isDates }) => (
              <li key={column} dir="auto">
                {nameOf(head, column)}, {counted(cells, 'cell', 'cells')}.
                {isDates
                  ? ' It holds dates: if that is when it was reported to the police, say so above; or keep it in your comment.'
                  : ''}
              </li>
            ))}
            {cut.length === 0 ? null : (
              <li>
                {counted(cut.length, 'row has', 'rows have')} more columns, or a longer cell, than can be
                read: {cut.slice(0, 20).join(', ')}
                {cut.length > 20 ? ' and more' : ''}.
              </li>
            )}
          </ul>
        </Notice>
      )}
    </>
  );
}
