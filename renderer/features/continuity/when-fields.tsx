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

/** When something changed hands, and said back in words before it is saved. */
export function WhenFields({
  form,
  set,
  problem,
}: {
  readonly form: HandoverForm;
  readonly set: (change: Partial<HandoverForm>) => void;
  readonly problem: string | null;
}) {
  const oneDay = form.kind === 'day' || form.kind === 'about';
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
        {oneDay || form.kind === 'between' ? (
          <DayField
            label={oneDay ? 'Day' : 'First day'}
            value={form.day}
            onChange={(day) => {
              set({ day });
            }}
            error={problem}
          />
        ) : null}
        {form.kind === 'month' ? (
          <SelectField
            label="Month"
            options={months}
            value={form.month}
            onChange={(month) => {
              set({ month });
            }}
          />
        ) : null}
        {form.kind === 'other' ? (
          <TextField
            label="EDTF"
            value={form.other}
            onChange={(other) => {
              set({ other });
            }}
            error={problem}
            maxLength={64}
          />
        ) : null}
        {oneDay ? (
          <ClockField
            label="Time, if known"
            value={form.time}
            onChange={(time) => {
              set({ time });
            }}
          />
        ) : null}
        {form.kind === 'between' ? (
          <DayField
            label="Last day"
            value={form.lastDay}
            onChange={(lastDay) => {
              set({ lastDay });
            }}
          />
        ) : null}
        {form.kind === 'month' ? (
          <TextField
            label="Year"
            value={form.year}
            onChange={(year) => {
              set({ year });
            }}
            error={problem}
            maxLength={4}
          />
        ) : null}
      </div>
      <p className="read-back" role="status">
        {words === null ? 'The date is not complete yet.' : `It will read: ${words}`}
      </p>
    </>
  );
}
