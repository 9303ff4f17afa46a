import { longMonths } from '../../../shared/domain/dates/print';
import { ClockField, DayField } from '../../components/date-input';
import { SelectField, TextField } from '../../components/fields';
import { RecordFields, text } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { hearingKindOptions, proceedingsForm as words } from '../../strings/proceedings';
import type { HearingForm } from './proceedings-form';

interface Props {
  readonly form: HearingForm;
  readonly set: (change: Partial<HearingForm>) => void;
  readonly problem: string | null;
}

const months = longMonths.map((label, index) => ({ id: String(index + 1), label }));
const rest: readonly Field<HearingForm>[] = [
  text('what', words.what, { description: words.whatHint, maxLength: 200 }),
  text('place', words.place, { maxLength: 200 }),
  text('judge', words.judge, { maxLength: 200 }),
];

/** One hearing: when as far as it is known, what, where, before whom. */
export function HearingFields(props: Props) {
  const { form, set } = props;
  return (
    <>
      <SelectField
        label={words.when}
        options={hearingKindOptions}
        value={form.kind}
        onChange={(kind) => {
          set({ kind });
        }}
      />
      <WhenParts {...props} />
      <RecordFields fields={rest} value={form} set={set} />
    </>
  );
}

/** What is asked beside the kind of a date. */
function WhenParts(props: Props) {
  const { form, set, problem } = props;
  switch (form.kind) {
    case 'none':
      return null;
    case 'day':
    case 'about':
    case 'between':
      return <DayParts {...props} />;
    case 'month':
      return (
        <>
          <SelectField
            label={words.month}
            options={months}
            value={form.month}
            onChange={(month) => {
              set({ month });
            }}
          />
          <TextField
            label={words.year}
            value={form.year}
            onChange={(year) => {
              set({ year });
            }}
            error={problem}
            maxLength={4}
          />
        </>
      );
    case 'other':
      return (
        <TextField
          label={words.edtf}
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
function DayParts({ form, set, problem }: Props) {
  const oneDay = form.kind !== 'between';
  return (
    <>
      <DayField
        label={oneDay ? words.day : words.firstDay}
        value={form.day}
        onChange={(day) => {
          set({ day });
        }}
        error={problem}
      />
      {oneDay ? (
        <ClockField
          label={words.time}
          value={form.time}
          onChange={(time) => {
            set({ time });
          }}
        />
      ) : (
        <DayField
          label={words.lastDay}
          value={form.lastDay}
          onChange={(lastDay) => {
            set({ lastDay });
          }}
        />
      )}
    </>
  );
}
