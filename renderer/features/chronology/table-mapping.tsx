import { printDate } from '../../../shared/domain/dates/print';
import { setField, tableFields } from '../../../shared/domain/table-import/columns';
import type { TableField } from '../../../shared/domain/table-import/columns';
import type { TablePlan } from '../../../shared/domain/table-import/mapping';
import { numericOrders } from '../../../shared/domain/table-import/read-date';
import type { NumericOrder } from '../../../shared/domain/table-import/read-date';
import type { TableRead } from '../../../shared/models/chronology-export';
import { CheckboxField, Segmented, SelectField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';
import { orderText, tableFieldText } from '../../strings/table-import';
import { TableAccount } from './table-account';
import { TableQuestions } from './table-questions';
import type { RowChoices } from './table-questions';

type TableRows = Extract<TableRead, { kind: 'table' }>['rows'];

/** Rows shown of what the table becomes. */
const shown = 5;
const samples = 2;

/** What each column is, and what the rows become, before anything goes in. */
export function TableMapping({
  table,
  withHead,
  onWithHead,
  fields,
  onFields,
  plan,
  order,
  onOrder,
  above,
  choices,
  onChoices,
}: {
  readonly table: Extract<TableRead, { kind: 'table' }>;
  readonly withHead: boolean;
  readonly onWithHead: (withHead: boolean) => void;
  readonly fields: readonly TableField[];
  readonly onFields: (fields: readonly TableField[]) => void;
  readonly plan: TablePlan;
  readonly order: NumericOrder | null;
  readonly onOrder: (order: NumericOrder) => void;
  /** Rows that stand above the names of the columns. */
  readonly above: number;
  readonly choices: RowChoices;
  readonly onChoices: (choices: RowChoices) => void;
}) {
  const body = table.rows.slice(above + (withHead ? 1 : 0));
  return (
    <>
      <CheckboxField value={withHead} onChange={onWithHead}>
        The first row holds the names of the columns
      </CheckboxField>
      <Columns
        head={withHead ? (table.rows[above] ?? []) : null}
        body={body}
        fields={fields}
        onFields={onFields}
      />
      <OrderQuestion plan={plan} order={order} onOrder={onOrder} />
      <WhatGoesIn plan={plan} leftOut={table.leftOut} />
      <TableQuestions rows={plan.rows} choices={choices} onChoices={onChoices} />
      <TableAccount
        above={table.rows
          .slice(0, above)
          .map((cells, index) => ({ number: table.numbers[index] ?? index + 1, cells }))}
        head={withHead ? (table.rows[above] ?? []) : []}
        body={body}
        fields={fields}
        plan={plan}
        cut={table.cut}
      />
    </>
  );
}

/** What each column is said to be, with some of what stands in it. */
function Columns({
  head,
  body,
  fields,
  onFields,
}: {
  /** Null where the first row holds no names. */
  readonly head: readonly string[] | null;
  readonly body: TableRows;
  readonly fields: readonly TableField[];
  readonly onFields: (fields: readonly TableField[]) => void;
}) {
  return (
    <div className="columns">
      {fields.map((field, column) => (
        <div key={column} className="column">
          <SelectField
            label={`Column ${column + 1}${head === null ? '' : `: ${head[column] ?? ''}`}`}
            value={field}
            onChange={(next) => {
              onFields(setField(fields, column, next));
            }}
            options={tableFields.map((id) => ({ id, label: tableFieldText(id) }))}
          />
          <p className="quiet small wrap-anywhere" dir="auto">
            {body
              .slice(0, samples)
              .map((row) => (row[column] ?? '').slice(0, 60))
              .filter((cell) => cell !== '')
              .join(' · ')}
          </p>
        </div>
      ))}
    </div>
  );
}

/** How many rows become entries, and the first of those. */
function WhatGoesIn({ plan, leftOut }: { readonly plan: TablePlan; readonly leftOut: number }) {
  const good = plan.rows.filter(({ entry }) => entry !== null);
  const bad = plan.rows.length - good.length;
  return (
    <>
      <Notice
        tone={bad === 0 ? 'green' : 'amber'}
        title={`${counted(good.length, 'row becomes an entry', 'rows become entries')}, ${bad === 0 ? 'none is' : counted(bad, 'is', 'are')} left out`}
      >
        {leftOut === 0
          ? 'Nothing goes in until you say so.'
          : `The table has ${counted(leftOut, 'more row', 'more rows')} than are taken at once; take them in a second time.`}
      </Notice>
      <ul className="plan">
        {good.slice(0, shown).map(({ number, entry }) => (
          <li key={number} dir="auto">
            Row {number}: <strong>{entry === null ? '' : printDate(entry.edtf, entry.time)}</strong>{' '}
            {entry?.title}
          </li>
        ))}
        {good.length > shown ? <li className="quiet">and {good.length - shown} more</li> : null}
      </ul>
    </>
  );
}

/** Which of three numbers is the day, for all dates of the table; and where its rows contradict each other, which. */
function OrderQuestion({
  plan,
  order,
  onOrder,
}: {
  readonly plan: TablePlan;
  readonly order: NumericOrder | null;
  readonly onOrder: (order: NumericOrder) => void;
}) {
  if (!plan.asksOrder && order === null) return null;
  const few = (numbers: readonly number[]): string =>
    `${numbers.slice(0, 12).join(', ')}${numbers.length > 12 ? ' and more' : ''}`;
  return (
    <>
      <div className="field">
        <span className="label" aria-hidden>
          Dates in numbers: which comes first?
        </span>
        <Segmented
          label="Dates in numbers: which comes first?"
          value={order ?? 'unsaid'}
          onChange={(next) => {
            if (next !== 'unsaid') onOrder(next);
          }}
          options={[
            { id: 'day-first', label: 'The day' },
            { id: 'month-first', label: 'The month' },
            ...(order === null ? [{ id: 'unsaid' as const, label: 'Not said yet' }] : []),
          ]}
        />
      </div>
      {plan.mixed === null ? null : (
        <Notice tone="amber" title="The rows contradict each other">
          {numericOrders.map((each) => (
            <p key={each}>
              Only {orderText(each)}: row {few(plan.mixed?.[each] ?? [])}.
            </p>
          ))}
        </Notice>
      )}
    </>
  );
}
