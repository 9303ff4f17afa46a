import { dateBounds } from '../../../shared/domain/dates/bounds';
import { longMonths, printDate } from '../../../shared/domain/dates/print';
import { isAmbiguousUkTime, isSkippedUkTime } from '../../../shared/domain/dates/uk-clock';
import type { EntryTime } from '../../../shared/models/chronology';
import { ClockField, DayField } from '../../components/date-input';
import { SelectField, TextField } from '../../components/fields';
import { toEdtf } from './date-form';
import type { DateForm, DateKind } from './date-form';

const kinds: readonly { readonly id: DateKind; readonly label: string }[] = [
  { id: 'day', label: 'On a day' },
  { id: 'about', label: 'On or about a day' },
  { id: 'unsure', label: 'A day, not certain' },
  { id: 'between', label: 'Between two days' },
  { id: 'since', label: 'Since a day, still going on' },
  { id: 'month', label: 'Sometime in a month' },
  { id: 'season', label: 'In a season' },
  { id: 'year', label: 'Sometime in a year' },
  { id: 'other', label: 'Written as EDTF' },
];
const monthOptions = longMonths.map((label, index) => ({ id: String(index + 1), label }));
const seasonOptions = [
  { id: '21', label: 'Spring' },
  { id: '22', label: 'Summer' },
  { id: '23', label: 'Autumn' },
  { id: '24', label: 'Winter' },
];
type TimeKind = 'none' | EntryTime['precision'] | 'between';
const timeKinds: readonly { readonly id: TimeKind; readonly label: string }[] = [
  { id: 'none', label: 'No time known' },
  { id: 'minute', label: 'At' },
  { id: 'about', label: 'About' },
  { id: 'between', label: 'Between' },
  { id: 'part_of_day', label: 'Part of the day around' },
];

/** The date in words, or null when it is not complete yet. */
export function dateWords(edtf: string, time: EntryTime | null): string | null {
  try {
    dateBounds(edtf, time);
    return printDate(edtf, time);
  } catch {
    return null;
  }
}

/** What the UK's clock change makes of a day and time. */
function clockChange(edtf: string, time: EntryTime | null): 'twice' | 'never' | null {
  if (time === null || time.precision === 'part_of_day' || !/^\d{4}-\d{2}-\d{2}/.test(edtf)) return null;
  const day = edtf.slice(0, 10);
  if (isAmbiguousUkTime(day, time.from)) return 'twice';
  return isSkippedUkTime(day, time.from) ? 'never' : null;
}

const zones = [
  { id: 'unsaid', label: 'Not known which' },
  { id: '60', label: 'The first: summer time (BST)' },
  { id: '0', label: 'The second: winter time (GMT)' },
] as const;

/** Which of two equal hours it was holds for that night alone. */
const withoutZone = ({ offset: _, ...rest }: EntryTime): EntryTime => rest;

/** When it happened, as people say it, and said back in words before it is saved. */
export function DateFields({
  form,
  onForm,
  time,
  onTime,
  problem,
}: {
  readonly form: DateForm;
  readonly onForm: (form: DateForm) => void;
  readonly time: EntryTime | null;
  readonly onTime: (time: EntryTime | null) => void;
  readonly problem: string | null;
}) {
  const set = (change: Partial<DateForm>): void => {
    onForm({ ...form, ...change });
    if (time?.offset !== undefined) onTime(withoutZone(time));
  };
  const edtf = toEdtf(form);
  const words = dateWords(edtf, time);
  const change = clockChange(edtf, time);
  return (
    <>
      <div className="pair">
        <SelectField
          label="When"
          options={kinds}
          value={form.kind}
          onChange={(kind) => {
            set({ kind });
          }}
        />
        <DayParts form={form} set={set} problem={problem} />
        <PeriodParts form={form} set={set} problem={problem} />
        {form.kind === 'other' ? (
          <TextField
            label="EDTF"
            description="Such as 2026-05~ or 202X."
            value={form.other}
            onChange={(other) => {
              set({ other });
            }}
            error={problem}
            maxLength={64}
          />
        ) : null}
      </div>
      <TimeFields time={time} onTime={onTime} />
      <div className="back" role="status">
        {words === null ? 'The date is not complete yet.' : `It will read: ${words}`}
        {change === 'never' ? (
          <div>The clocks went forward that night: this time never was. Check it.</div>
        ) : null}
      </div>
      {change === 'twice' && time !== null ? <WhichOfTwo time={time} onTime={onTime} /> : null}
    </>
  );
}

interface PartsProps {
  readonly form: DateForm;
  readonly set: (change: Partial<DateForm>) => void;
  readonly problem: string | null;
}

/** The day, or the first and the last of several. */
function DayParts({ form, set, problem }: PartsProps) {
  if (!['day', 'about', 'unsure', 'between', 'since'].includes(form.kind)) return null;
  return (
    <>
      <DayField
        label={form.kind === 'between' ? 'First day' : 'Day'}
        value={form.day}
        onChange={(day) => {
          set({ day });
        }}
        error={problem}
      />
      {form.kind === 'between' ? (
        <DayField
          label="Last day"
          value={form.lastDay}
          onChange={(lastDay) => {
            set({ lastDay });
          }}
        />
      ) : null}
    </>
  );
}

/** A month, a season or a year. */
function PeriodParts({ form, set, problem }: PartsProps) {
  return (
    <>
      {form.kind === 'month' ? (
        <SelectField
          label="Month"
          options={monthOptions}
          value={form.month}
          onChange={(month) => {
            set({ month });
          }}
        />
      ) : null}
      {form.kind === 'season' ? (
        <SelectField
          label="Season"
          options={seasonOptions}
          value={form.season}
          onChange={(season) => {
            set({ season });
          }}
        />
      ) : null}
      {['month', 'season', 'year'].includes(form.kind) ? (
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
    </>
  );
}

function timeKindOf(time: EntryTime | null): TimeKind {
  if (time === null) return 'none';
  if (time.to !== null) return 'between';
  return time.precision === 'exact' ? 'minute' : time.precision;
}

function TimeFields({
  time,
  onTime,
}: {
  readonly time: EntryTime | null;
  readonly onTime: (time: EntryTime | null) => void;
}) {
  const timeKind = timeKindOf(time);

  function changeTimeKind(kind: TimeKind): void {
    const from = time?.from ?? '12:00';
    if (kind === 'none') onTime(null);
    else if (kind === 'between') onTime({ from, to: time?.to ?? from, precision: 'minute' });
    else onTime({ from, to: null, precision: kind });
  }

  return (
    <div className="pair">
      <SelectField label="Time" options={timeKinds} value={timeKind} onChange={changeTimeKind} />
      {time === null ? null : (
        <ClockField
          label={timeKind === 'between' ? 'From' : 'Clock time'}
          value={time.from}
          onChange={(from) => {
            onTime({ ...withoutZone(time), from });
          }}
        />
      )}
      {time?.to == null ? null : (
        <ClockField
          label="To"
          value={time.to}
          onChange={(to) => {
            onTime({ ...time, to });
          }}
        />
      )}
    </div>
  );
}

/** Which of two equal hours it was, in the night in which the clocks go back. */
function WhichOfTwo({
  time,
  onTime,
}: {
  readonly time: EntryTime;
  readonly onTime: (time: EntryTime) => void;
}) {
  return (
    <SelectField
      label="The clocks went back that night, so this time came twice. Which one?"
      value={time.offset === 60 ? '60' : time.offset === 0 ? '0' : 'unsaid'}
      onChange={(zone) => {
        onTime(zone === 'unsaid' ? withoutZone(time) : { ...time, offset: Number(zone) });
      }}
      options={zones}
    />
  );
}
