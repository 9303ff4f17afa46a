import * as z from 'zod';
import { longMonths } from '../../../shared/domain/dates/print';
import { DayField } from '../../components/date-input';
import { SelectField, TextField } from '../../components/fields';
import type { DateKind } from '../chronology/date-form';
import { fromEdtf, toEdtf } from '../chronology/date-form';
import type { DateForm } from '../chronology/date-form';

type Kind = 'none' | Extract<DateKind, 'day' | 'about' | 'month' | 'year' | 'other'>;
const kinds: readonly { readonly id: Kind; readonly label: string }[] = [
  { id: 'none', label: 'Not known' },
  { id: 'day', label: 'On a day' },
  { id: 'about', label: 'On or about a day' },
  { id: 'month', label: 'Sometime in a month' },
  { id: 'year', label: 'Sometime in a year' },
];
const months = longMonths.map((label, index) => ({ id: String(index + 1), label }));

/** The form of a date that may be unknown. */
export interface LooseDate extends Omit<DateForm, 'kind'> {
  readonly kind: Kind;
}
export const looseDateSchema: z.ZodType<LooseDate> = z.object({
  kind: z.enum(['none', 'day', 'about', 'month', 'year', 'other']),
  day: z.string(),
  lastDay: z.string(),
  month: z.string(),
  season: z.string(),
  year: z.string(),
  other: z.string(),
});

export function toLooseDate(edtf: string | null, today: string): LooseDate {
  const form = fromEdtf(edtf ?? '', today);
  if (edtf === null) return { ...form, kind: 'none', day: '' };
  const known = kinds.some(({ id }) => id === form.kind);
  return { ...form, kind: known ? (form.kind as Kind) : 'other', other: edtf };
}

/** EDTF, or null for none; an incomplete date gives text that is none, which is refused where it is checked. */
export function fromLooseDate(date: LooseDate): string | null {
  return date.kind === 'none' ? null : toEdtf({ ...date, kind: date.kind });
}

/** A date as somebody remembers it, or none. */
export function LooseDateField({
  label,
  value,
  onChange,
  error,
  isOptional = true,
  none = 'Not known',
}: {
  readonly label: string;
  readonly value: LooseDate;
  readonly onChange: (value: LooseDate) => void;
  readonly error: string | null;
  readonly isOptional?: boolean;
  /** What no date means here. */
  readonly none?: string;
}) {
  const options = kinds
    .filter(({ id }) => isOptional || id !== 'none')
    .map((kind) => (kind.id === 'none' ? { ...kind, label: none } : kind));
  const all =
    value.kind === 'other' ? [...options, { id: 'other' as const, label: 'Written as EDTF' }] : options;
  return (
    <div className="loose-date">
      <SelectField
        label={label}
        options={all}
        value={value.kind}
        onChange={(kind) => {
          onChange({ ...value, kind });
        }}
      />
      <LooseDateParts value={value} onChange={onChange} error={error} />
    </div>
  );
}

/** What is asked beside the kind of a date. */
function LooseDateParts({
  value,
  onChange,
  error,
}: {
  readonly value: LooseDate;
  readonly onChange: (value: LooseDate) => void;
  readonly error: string | null;
}) {
  return (
    <>
      {value.kind === 'day' || value.kind === 'about' ? (
        <DayField
          label="Day"
          value={value.day}
          onChange={(day) => {
            onChange({ ...value, day });
          }}
          error={error}
        />
      ) : null}
      {value.kind === 'month' ? (
        <SelectField
          label="Month"
          options={months}
          value={value.month}
          onChange={(month) => {
            onChange({ ...value, month });
          }}
        />
      ) : null}
      {value.kind === 'month' || value.kind === 'year' ? (
        <TextField
          label="Year"
          value={value.year}
          onChange={(year) => {
            onChange({ ...value, year });
          }}
          error={error}
          maxLength={4}
        />
      ) : null}
      {value.kind === 'other' ? (
        <TextField
          label="EDTF"
          value={value.other}
          onChange={(other) => {
            onChange({ ...value, other });
          }}
          error={error}
          maxLength={64}
        />
      ) : null}
    </>
  );
}
