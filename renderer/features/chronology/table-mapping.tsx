import { printDate } from '../../../shared/domain/dates/print';
import { tableFields } from '../../../shared/domain/table-import/mapping';
import type { NumericOrder, TableField, TablePlan } from '../../../shared/domain/table-import/mapping';
import type { TableRead } from '../../../shared/models/chronology-export';
import { CheckboxField, Segmented, SelectField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';
import { problemText, tableFieldText } from '../../strings/table-import';

/** Rows shown of what the table becomes, and of what is left out. */
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
}: {
  readonly table: Extract<TableRead, { kind: 'table' }>;
  readonly withHead: boolean;
  readonly onWithHead: (withHead: boolean) => void;
  readonly fields: readonly TableField[];
  readonly onFields: (fields: readonly TableField[]) => void;
  readonly plan: TablePlan;
  readonly order: NumericOrder | null;
  readonly onOrder: (order: NumericOrder) => void;
}) {
  const good = plan.rows.filter(({ entry }) => entry !== null);
  const bad = plan.rows.filter(({ entry }) => entry === null);
  return (
    <>
      <CheckboxField value={withHead} onChange={onWithHead}>
        The first row holds the names of the columns
      </CheckboxField>
      <div className="columns">
        {fields.map((field, column) => (
          <div key={column} className="column">
            <SelectField
              label={`Column ${column + 1}${withHead ? `: ${table.rows[0]?.[column] ?? ''}` : ''}`}
              value={field}
              onChange={(next) => {
                onFields(fields.map((each, at) => (at === column ? next : each)));
              }}
              options={tableFields.map((id) => ({ id, label: tableFieldText(id) }))}
            />
            <p className="quiet small wrap-anywhere" dir="auto">
              {table.rows
                .slice(withHead ? 1 : 0, (withHead ? 1 : 0) + samples)
                .map((row) => (row[column] ?? '').slice(0, 60))
                .filter((cell) => cell !== '')
                .join(' · ')}
            </p>
          </div>
        ))}
      </div>
      {plan.asksOrder || order !== null ? (
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
      ) : null}
      <Notice
        tone={bad.length === 0 ? 'green' : 'amber'}
        title={`${counted(good.length, 'row becomes an entry', 'rows become entries')}, ${bad.length === 0 ? 'none is' : counted(bad.length, 'is', 'are')} left out`}
      >
        {table.leftOut === 0
          ? 'Nothing goes in until you say so.'
          : `The table has ${counted(table.leftOut, 'more row', 'more rows')} than are taken at once; take them in a second time.`}
      </Notice>
      <ul className="plan">
        {good.slice(0, shown).map(({ number, entry }) => (
          <li key={number} dir="auto">
            Row {number}: <strong>{entry === null ? '' : printDate(entry.edtf, entry.time)}</strong>{' '}
            {entry?.title}
          </li>
        ))}
        {good.length > shown ? <li className="quiet">and {good.length - shown} more</li> : null}
        {bad.slice(0, shown).map(({ number, problem }) => (
          <li key={number} className="problem">
            Row {number}: {problem === null ? '' : problemText(problem)}
          </li>
        ))}
        {bad.length > shown ? (
          <li className="problem">and {bad.length - shown} more rows that are left out</li>
        ) : null}
      </ul>
    </>
  );
}
