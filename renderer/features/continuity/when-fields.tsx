import { longMonths } from '../../../shared/domain/dates/print';
import { ClockField, DayField } from '../../components/date-input';
import { SelectField, TextField } from '../../components/fields';
import { handoverOf } from './handover-form';
import type { HandoverForm, whenKinds } from './handover-form';
import { whenWords } from './handover-words';

const kinds: readonly { readonly id: (typeof whenKinds)[number]; readonly label: string }[] = [
  { id: 'day', label: 'On a day' },
  { id: 'about', label: 'On or about a day' },
  { id: 'between', label: 'Between two days' },
  { id: 'month', label: 'Sometime in a month' },
  { id: 'other', label: 'Written as EDTF' },
];
const months = longMonths.map((label, index) => ({ id: String(index + 1), label }));

interface PartsProps {
  readonly form: HandoverForm;
  readonly set: (change: Partial<HandoverForm>) => void;
  readonly problem: string | null;
}

/** When something changed hands, and said back in words before it is saved. */
export function WhenFields({ form, set, problem }: PartsProps) {
  const words = whenWords(handoverOf(form));
  return (
    <>
      <div className="fields-beside">
        <SelectField
          label="When"
          options={kinds}
          value={form.kind}
          onChange={(kind) => {
            set({ kind });
          }}
        />
        <Parts form={form} set={set} problem={problem} />
      </div>
      <p className="read-back" role="status">
        {words === null ? 'The date is not complete yet.' : `It will read: ${words}`}
      </p>
    </>
  );
}

/** What is asked beside the kind of a date. */
function Parts(props: PartsProps) {
  const { form, set, problem } = props;
  switch (form.kind) {
    case 'day':
    case 'about':
    case 'between':
      return <DayParts {...props} />;
    case 'month':
      return <MonthParts {...props} />;
    case 'other':
      return (
        <TextField
          label="EDTF"
          value={form.other}
          onChange={(other) => {
            set({ other });
          }}
          error={problem}
          maxLength={64}
        />
      );
  }
}

/** One day with a time, or the first and the last of several. */
function DayParts({ form, set, problem }: PartsProps) {
  const oneDay = form.kind !== 'between';
  return (
    <>
      <DayField
        label={oneDay ? 'Day' : 'First day'}
        value={form.day}
        onChange={(day) => {
          set({ day });
        }}
        error={problem}
      />
      {oneDay ? (
        <ClockField
          label="Time, if known"
          value={form.time}
          onChange={(time) => {
            set({ time });
          }}
        />
      ) : (
        <DayField
          label="Last day"
          value={form.lastDay}
          onChange={(lastDay) => {
            set({ lastDay });
          }}
        />
      )}
    </>
  );
}

function MonthParts({ form, set, problem }: PartsProps) {
  return (
    <>
      <SelectField
        label="Month"
        options={months}
        value={form.month}
        onChange={(month) => {
          set({ month });
        }}
      />
      <TextField
        label="Year"
        value={form.year}
        onChange={(year) => {
          set({ year });
        }}
        error={problem}
        maxLength={4}
      />
    </>
  );
}
