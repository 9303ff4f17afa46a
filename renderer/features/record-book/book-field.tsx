import * as z from 'zod';
import type { FieldOf } from '../../../shared/records/by-fields';
import { ClockField, DayField } from '../../components/date-input';
import { SelectField, TextField } from '../../components/fields';
import { YesNoField } from '../../components/yes-no-field';
import { recordBook as words } from '../../strings/record-book';
import { EntriesField } from './entries-field';
import { ExhibitField, RegisterField } from './named-field';

const strings = z.array(z.string()).catch([]);
const none = 'none';

interface Props {
  /** Null for a record of the office: it names nothing of a case. */
  readonly caseId: string | null;
  readonly field: Omit<FieldOf<never>, 'at' | 'say'> & { readonly at: string };
  readonly value: unknown;
  readonly problem: string | null;
  readonly isFirst: boolean;
  readonly onChange: (value: unknown) => void;
}

/** One field of a casework record, as its kind says it is drawn. What only its screen can draw is not drawn here. */
export function BookField(props: Props) {
  const { field, value, problem, onChange } = props;
  const { label, as } = field;
  const textValue = typeof value === 'string' ? value : '';
  switch (as) {
    case 'line':
    case 'box':
    case 'list':
    case 'number':
      return <Typed {...props} />;
    case 'day':
    case 'time':
      return <Moment {...props} />;
    case 'yes-no':
      return (
        <YesNoField
          label={label}
          value={typeof value === 'boolean' ? value : null}
          onChange={onChange}
          unknown={words.notKnown}
        />
      );
    case 'choice':
      return (
        <SelectField
          label={label}
          error={problem}
          options={[{ id: none, label: words.notSaid }, ...(field.options ?? [])]}
          value={textValue === '' ? none : textValue}
          onChange={(chosen) => {
            onChange(chosen === none ? null : chosen);
          }}
        />
      );
    case 'person':
    case 'order':
    case 'exhibit':
    case 'entries':
      return <OfCase {...props} />;
    case 'record':
    case 'own':
      return null;
  }
}

/** What is chosen from the case. */
function OfCase({ caseId, field: { label, as }, value, onChange }: Props) {
  if (caseId === null) return null;
  const id = typeof value === 'string' ? value : null;
  const common = { caseId, label, onChange };
  if (as === 'entries') return <EntriesField {...common} value={strings.parse(value)} />;
  if (as === 'exhibit') return <ExhibitField {...common} value={id} />;
  return as === 'person' || as === 'order' ? <RegisterField {...common} kind={as} value={id} /> : null;
}

/** A day, or a time of the clock. */
function Moment({ field: { label, as }, value, problem, onChange }: Props) {
  const shown = typeof value === 'string' ? value : '';
  const told = (typed: string): void => {
    onChange(typed === '' ? null : typed);
  };
  if (as === 'day') return <DayField label={label} value={shown} error={problem} onChange={told} />;
  return <ClockField label={label} value={shown.slice(0, 5)} error={problem} onChange={told} />;
}

function Typed({ field: { label, as, hint }, value, problem, isFirst, onChange }: Props) {
  const said = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const shown = as === 'list' ? strings.parse(value).join('\n') : said;
  return (
    <div className={as === 'box' || as === 'list' ? 'full' : undefined}>
      <TextField
        label={label}
        value={shown}
        error={problem}
        {...(hint === undefined ? {} : { description: hint })}
        {...(as === 'list' && hint === undefined ? { description: words.oneALine } : {})}
        {...(as === 'box' || as === 'list' ? { rows: 3 } : {})}
        {...(as === 'line' ? { maxLength: 200 } : {})}
        {...(isFirst ? { autoFocus: true } : {})}
        onChange={(typed) => {
          if (as === 'list') onChange(typed === '' ? [] : typed.split('\n'));
          else if (as === 'number') onChange(numberOf(typed));
          else onChange(typed);
        }}
      />
    </div>
  );
}

/** A whole number; what is none stays as it was typed, so that the form says so. */
function numberOf(typed: string): number | string | null {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  return /^\d{1,6}$/u.test(trimmed) ? Number(trimmed) : typed;
}
