import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { DayField } from './date-input';
import { SelectField, TextField } from './fields';
import { YesNoField } from './yes-no-field';

type Set<T> = (change: Partial<T>) => void;
/** What is wrong with the field at a key. */
type Errors = Readonly<Partial<Record<string, string>>>;

/** One field of a form: what it is told and what it tells. It fits every record that has what it needs of one. */
export interface Field<T> {
  readonly at: string;
  readonly draw: (value: T, set: Set<T>, errors: Errors) => ReactNode;
}

interface Help {
  readonly description?: string;
}

interface TextHelp extends Help {
  readonly rows?: number;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** Changes what was typed: to capitals, say. */
  readonly as?: (typed: string) => string;
}

/** A part of a record that holds one value. TypeScript takes a computed key for any key. */
const only = <K extends string, V>(key: K, value: V): Partial<Record<K, V>> =>
  ({ [key]: value }) as Partial<Record<K, V>>;

/** A line, or with `rows` a box, of text. */
export function text<K extends string>(
  at: K,
  label: string,
  { as = (typed) => typed, ...help }: TextHelp = {},
): Field<Readonly<Record<K, string>>> {
  return {
    at,
    draw: (value, set, errors) => (
      <TextField
        label={label}
        value={value[at]}
        onChange={(typed) => {
          set(only(at, as(typed)));
        }}
        error={errors[at] ?? null}
        {...help}
      />
    ),
  };
}

/** A day, or none. */
export function day<K extends string>(at: K, label: string): Field<Readonly<Record<K, string | null>>> {
  return {
    at,
    draw: (value, set, errors) => (
      <DayField
        label={label}
        value={value[at] ?? ''}
        onChange={(chosen) => {
          set(only(at, chosen === '' ? null : chosen));
        }}
        error={errors[at] ?? null}
      />
    ),
  };
}

interface Option<V extends string> {
  readonly id: V;
  readonly label: string;
}

/** One of a list. */
export function choice<K extends string, V extends string>(
  at: K,
  label: string,
  options: readonly Option<V>[],
  help: Help = {},
): Field<Readonly<Record<K, V>>> {
  return {
    at,
    draw: (value, set, errors) => (
      <SelectField<V>
        label={label}
        options={options}
        value={value[at]}
        onChange={(chosen) => {
          set(only(at, chosen));
        }}
        error={errors[at] ?? null}
        {...help}
      />
    ),
  };
}

const none = 'none';

/** One of a list, or what it is called that none was chosen. */
export function choiceOrNone<K extends string, V extends string>(
  at: K,
  label: string,
  noneIs: string,
  options: readonly Option<V>[],
): Field<Readonly<Record<K, V | null>>> {
  return {
    at,
    draw: (value, set, errors) => (
      <SelectField<V | typeof none>
        label={label}
        options={[{ id: none, label: noneIs }, ...options]}
        value={value[at] ?? none}
        onChange={(chosen) => {
          set(only(at, chosen === none ? null : chosen));
        }}
        error={errors[at] ?? null}
      />
    ),
  };
}

/** A question with a yes, a no, and no answer yet. */
export function yesNo<K extends string>(
  at: K,
  label: string,
  unknown?: string,
): Field<Readonly<Record<K, boolean | null>>> {
  return {
    at,
    draw: (value, set) => (
      <YesNoField
        label={label}
        value={value[at]}
        onChange={(answer) => {
          set(only(at, answer));
        }}
        {...(unknown === undefined ? {} : { unknown })}
      />
    ),
  };
}

/** Fields in a box of their own: two beside each other (`pair`), a row, or the full width of a form. */
export function together<T>(
  className: 'pair' | 'row' | 'full' | 'full row',
  fields: readonly Field<NoInfer<T>>[],
): Field<T> {
  return {
    at: fields.map(({ at }) => at).join(' '),
    draw: (value, set, errors) => (
      <div className={className}>
        <RecordFields fields={fields} value={value} set={set} errors={errors} />
      </div>
    ),
  };
}

/** What a form draws from the list of its fields. */
export function RecordFields<T>({
  fields,
  value,
  set,
  errors = {},
}: {
  readonly fields: readonly Field<T>[];
  readonly value: T;
  readonly set: (change: Partial<T>) => void;
  readonly errors?: Errors;
}) {
  return fields.map(({ at, draw }) => <Fragment key={at}>{draw(value, set, errors)}</Fragment>);
}
