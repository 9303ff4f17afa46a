import { RotateCcw } from 'lucide-react';
import type { TableRow } from '../../../shared/domain/table-import/mapping';
import { Button } from '../../components/button';
import { SelectField } from '../../components/fields';
import { FirstOfMany } from '../../components/first-of-many';
import { counted } from '../../strings/counts';
import { questionText } from '../../strings/table-import';

const undecided = 'undecided';

/** Options chosen for the questions about rows, by their numbers. */
export type RowChoices = ReadonlyMap<number, readonly number[]>;

/** Rows whose date a person has to say. One that nobody decides on stays out. */
export function TableQuestions({
  rows,
  choices,
  onChoices,
}: {
  readonly rows: readonly TableRow[];
  readonly choices: RowChoices;
  readonly onChoices: (choices: RowChoices) => void;
}) {
  const open = rows.filter(({ ask }) => ask !== null);
  const answered = rows.filter(({ number }) => (choices.get(number) ?? []).length > 0).length;
  if (open.length === 0 && answered === 0) return null;
  const choose = (number: number, option: number): void => {
    onChoices(new Map([...choices, [number, [...(choices.get(number) ?? []), option]]]));
  };
  return (
    <section aria-label="Dates to decide" className="stack">
      <h3>
        {open.length === 0
          ? 'Every date is decided'
          : `${counted(open.length, 'date', 'dates')} to decide; what stays open is left out`}
      </h3>
      <ul className="plain decide">
        <FirstOfMany
          items={open}
          draw={({ number, ask, cells }) =>
            ask === null ? null : (
              <li key={number}>
                <div className="small wrap-anywhere" dir="auto">
                  Row {number}: {cells}
                </div>
                <SelectField
                  label={`Row ${number}: ${questionText(ask.question)}`}
                  value={undecided}
                  onChange={(id) => {
                    if (id !== undecided) choose(number, Number(id));
                  }}
                  options={[
                    { id: undecided, label: 'Not decided: the row is left out' },
                    ...ask.options.map((label, index) => ({ id: String(index), label })),
                  ]}
                />
              </li>
            )
          }
        />
      </ul>
      <DecideAgain answered={answered} onChoices={onChoices} />
    </section>
  );
}

/** Takes back what was decided. */
function DecideAgain({
  answered,
  onChoices,
}: {
  readonly answered: number;
  readonly onChoices: (choices: RowChoices) => void;
}) {
  return (
    <>
      {' '}
      {answered === 0 ? null : (
        <div className="row">
          <Button
            variant="quiet"
            icon={<RotateCcw aria-hidden />}
            onPress={() => {
              onChoices(new Map());
            }}
          >
            Decide all of them again
          </Button>
        </div>
      )}
    </>
  );
}
