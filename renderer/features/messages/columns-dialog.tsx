import { useState } from 'react';
import { readTableRow } from '../../../shared/domain/messages/table-row';
import { columnRoles } from '../../../shared/models/message';
import type { ColumnRole, CsvMapping, MessageNotes, MessageSource } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { CheckboxField, NumberField, SelectField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { callText, dayText, clockText, roleText, senderText } from '../../strings/messages';

type Table = NonNullable<MessageNotes['table']>;
const roleOptions = columnRoles.map((id) => ({ id, label: roleText(id) }));
const shownRows = 8;
const previewRows = 4;

/** Asks what the columns of a table are, over its own first rows, and shows at once what comes of it. */
export function ColumnsDialog({
  source,
  table,
  onClose,
  onDone,
}: {
  readonly source: MessageSource;
  readonly table: Table;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { mapping, setMapping, set, setRole } = useMapping(source.answers.mapping ?? table.guess, table);
  const { roles } = mapping;
  const keeping = useKeeping(source.title);
  const [checked, setChecked] = useState(false);
  const hasDate = roles.includes('date');

  return (
    <FormDialog
      title="What are the columns?"
      submit="Read it this way"
      isWide
      ready={() => {
        setChecked(true);
        return hasDate && keeping.problem === null;
      }}
      work={() =>
        call(
          holdfast.messages.mapColumns({
            itemId: source.itemId,
            mapping,
            order: source.answers.order,
            saveAs: keeping.name,
          }),
        )
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        Say what stands in each column of {source.exhibitRef}. What is offered is a first guess from its
        heading and its rows. Every row is kept, whatever you choose.
      </p>
      <SaidBefore itemId={source.itemId} onChoose={setMapping} />
      {checked && !hasDate ? <Notice tone="red" title="Say which column holds the date." isUrgent /> : null}
      <TableColumns
        records={table.records}
        headingRecords={mapping.headingRecords}
        roles={roles}
        onRole={setRole}
      />
      <RowDefaults mapping={mapping} set={set} />
      <Preview table={table} mapping={mapping} notes={source.notes} />
      <KeepColumns keeping={keeping} checked={checked} />
    </FormDialog>
  );
}

function Preview({
  table,
  mapping,
  notes,
}: {
  readonly table: Table;
  readonly mapping: CsvMapping;
  readonly notes: MessageNotes | null;
}) {
  const rows = table.records.slice(mapping.headingRecords, mapping.headingRecords + previewRows);
  const order = notes?.order ?? null;
  return (
    <div className="field">
      <span className="label">What comes of the first rows</span>
      <ul className="plain preview">
        {rows.map((record, index) => {
          // Where the order of day and month is not known yet, the day is shown as it is written.
          const read = readTableRow(record, mapping, order ?? 'dmy') ?? readTableRow(record, mapping, 'mdy');
          if (read === null) return <li key={index}>Not understood: it would be listed to look at.</li>;
          const shown =
            order === null ? (record[mapping.roles.indexOf('date')] ?? '') : dayText(read.local ?? '');
          const who = senderText({ ...read, format: 'csv' });
          const what =
            read.kind === 'call'
              ? callText(read)
              : read.kind === 'message'
                ? 'Message'
                : 'Neither a call nor a message';
          return (
            <li key={index} dir="auto">
              {[shown, clockText(read.local), what, who, read.body.slice(0, 80)]
                .filter((part) => part !== '')
                .join(', ')}
            </li>
          );
        })}
      </ul>
      {order === null ? (
        <span className="hint">If the dates leave open which is the day, that is asked next.</span>
      ) : null}
    </div>
  );
}

/** What the columns are said to be, with one role for each column of the table. */
function useMapping(start: CsvMapping, table: Table) {
  const [said, setMapping] = useState(start);
  const columns = Math.max(1, ...table.records.map(({ length }) => length));
  const roles = Array.from({ length: columns }, (_, column) => said.roles[column] ?? 'ignore');
  const set = (change: Partial<CsvMapping>): void => {
    setMapping((before) => ({ ...before, ...change }));
  };
  const setRole = (column: number, role: ColumnRole): void => {
    set({ roles: withRole(roles, column, role) });
  };
  return { mapping: { ...said, roles }, setMapping, set, setRole };
}

/** A column is given a role. Only what is not used may stand several times; of anything else there is one. */
function withRole(roles: readonly ColumnRole[], column: number, role: ColumnRole): ColumnRole[] {
  return roles.map((each, at) => {
    if (at === column) return role;
    return each === role && role !== 'ignore' ? 'ignore' : each;
  });
}

/** What somebody said of other tables, those with the same heading first. */
function SaidBefore({
  itemId,
  onChoose,
}: {
  readonly itemId: string;
  readonly onChoose: (mapping: CsvMapping) => void;
}) {
  const saved = useQuery(`mappings-${itemId}`, () => call(holdfast.messages.mappings({ itemId })));
  const all = saved.data ?? [];
  const offered = all.filter(({ fits }) => fits);
  const others = all.filter(({ fits }) => !fits);
  if (all.length === 0) return null;
  return (
    <SelectField
      label="Columns said before"
      value="none"
      options={[
        { id: 'none', label: offered.length === 0 ? 'Choose' : 'Choose: some had the same heading' },
        ...offered.map((each) => ({ id: each.id, label: `${each.name} (same heading)` })),
        ...others.map((each) => ({ id: each.id, label: each.name })),
      ]}
      onChange={(id) => {
        const chosen = all.find((each) => each.id === id);
        if (chosen !== undefined) onChoose(chosen.mapping);
      }}
    />
  );
}

/** The first rows of the table, with the role of each column above it. */
function TableColumns({
  records,
  headingRecords,
  roles,
  onRole,
}: {
  readonly records: Table['records'];
  readonly headingRecords: number;
  readonly roles: readonly ColumnRole[];
  readonly onRole: (column: number, role: ColumnRole) => void;
}) {
  return (
    <div className="columns-preview" role="region" aria-label="First rows of the table" tabIndex={0}>
      <table className="columns">
        <thead>
          <tr>
            {roles.map((role, column) => (
              // A column has no name of its own but its place.
              <th key={column} scope="col">
                <SelectField
                  label={`Column ${column + 1}, ${records[headingRecords - 1]?.[column] ?? ''}`}
                  hideLabel
                  options={roleOptions}
                  value={role}
                  onChange={(next) => {
                    onRole(column, next);
                  }}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.slice(0, shownRows).map((record, index) => (
            <tr key={index} className={index < headingRecords ? 'heading' : ''}>
              {roles.map((role, column) => (
                <td key={column} className={role === 'ignore' ? 'unused' : ''} dir="auto">
                  {record[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What holds for a row where no column of it says so. */
function RowDefaults({
  mapping,
  set,
}: {
  readonly mapping: CsvMapping;
  readonly set: (change: Partial<CsvMapping>) => void;
}) {
  return (
    <div className="choices">
      <NumberField
        label="Rows above the first one"
        value={mapping.headingRecords}
        min={0}
        max={50}
        onChange={(headingRecords) => {
          set({ headingRecords });
        }}
      />
      <SelectField
        label="Where nothing else says so, a row is"
        value={mapping.rows}
        options={[
          { id: 'call', label: 'a call' },
          { id: 'message', label: 'a message' },
        ]}
        onChange={(rows) => {
          set({ rows });
        }}
      />
      <SelectField
        label="Where no column says in or out"
        value={mapping.direction}
        options={[
          { id: 'unknown', label: 'leave it open' },
          { id: 'out', label: 'it went out, as on a bill' },
          { id: 'in', label: 'it came in' },
        ]}
        onChange={(direction) => {
          set({ direction });
        }}
      />
      <SelectField
        label="A length that is a plain number is in"
        value={mapping.durationUnit}
        options={[
          { id: 'seconds', label: 'seconds' },
          { id: 'minutes', label: 'minutes' },
        ]}
        onChange={(durationUnit) => {
          set({ durationUnit });
        }}
      />
    </div>
  );
}

/** Whether the columns are kept for the next table like this one, and under which name. */
function useKeeping(title: string) {
  const [isKept, setKept] = useState(false);
  const [typed, setTyped] = useState(title.slice(0, 60));
  const name = isKept ? typed.trim() : null;
  return { isKept, setKept, typed, setTyped, name, problem: name === '' ? 'Give them a name.' : null };
}

function KeepColumns({
  keeping: { isKept, setKept, typed, setTyped, problem },
  checked,
}: {
  readonly keeping: ReturnType<typeof useKeeping>;
  readonly checked: boolean;
}) {
  return (
    <>
      <CheckboxField value={isKept} onChange={setKept}>
        Keep these columns, and offer them again for a table with the same heading
      </CheckboxField>
      {isKept ? (
        <TextField
          label="Name, such as the network of the bill"
          value={typed}
          onChange={setTyped}
          maxLength={60}
          error={checked ? problem : null}
        />
      ) : null}
    </>
  );
}
