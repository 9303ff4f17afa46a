import * as z from 'zod';
import type { RecordKind } from './define';
import { dateWords } from './words/date-words';
import { lines } from './words/lines';
import type { NameOf } from './words/lines';

/** One answer of a list: what is stored, and what is shown. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

/** The schema of one answer of a list. */
export function oneOf<const T extends readonly [Option, ...Option[]]>(
  options: T,
): z.ZodEnum<{ [K in T[number]['id']]: K }> {
  const ids: readonly T[number]['id'][] = options.map(({ id }) => id);
  return z.enum(Object.fromEntries(ids.map((id) => [id, id])) as { [K in T[number]['id']]: K });
}

/** What an answer is called; one of a newer Holdfast by its code. */
export function labelOf(options: readonly Option[], id: string): string {
  return options.find((each) => each.id === id)?.label ?? id;
}

/**
 * One field of a casework record, said once: what a list, a history, a join, a paper and a form call it, and how each of them shows it.
 * `line` and `box` are text, `list` several lines of text, `person` and `order` ids of the register, `record` an id of another record,
 * `entries` ids of entries, `exhibit` an id of an exhibit; `own` is what only the screen of its kind can draw, and `say` words.
 */
export interface FieldOf<T> {
  readonly at: keyof T & string;
  readonly label: string;
  readonly hint?: string;
  readonly as:
    | 'line'
    | 'box'
    | 'day'
    | 'time'
    | 'number'
    | 'yes-no'
    | 'choice'
    | 'list'
    | 'person'
    | 'order'
    | 'record'
    | 'entries'
    | 'exhibit'
    | 'own';
  readonly options?: readonly Option[];
  readonly say?: (body: T, nameOf: NameOf) => string;
}

const ids = z.array(z.string());

/** What a field says; empty where it says nothing. */
export function sayField<T>(field: FieldOf<T>, body: T, nameOf: NameOf): string {
  const { say, as, options = [] } = field;
  if (say !== undefined) return say(body, nameOf);
  const value: unknown = body[field.at];
  if (value === null || value === undefined || value === '') return '';
  if (as === 'yes-no') return value === true ? 'yes' : 'no';
  if (as === 'number') return typeof value === 'number' ? String(value) : '';
  if (as === 'list' || as === 'entries') {
    const all = ids.parse(value);
    return (as === 'entries' ? all.map(nameOf) : all).join('\n');
  }
  if (typeof value !== 'string') return '';
  if (as === 'day') return dateWords(value);
  if (as === 'choice') return labelOf(options, value);
  return as === 'person' || as === 'order' || as === 'record' || as === 'exhibit' ? nameOf(value) : value;
}

/** The ids that a body names. */
function idsOf<T>(fields: readonly FieldOf<T>[], body: T): readonly string[] {
  return fields.flatMap(({ at, as }) => {
    const value: unknown = body[at];
    if (as === 'entries') return ids.parse(value);
    const isId = as === 'person' || as === 'order' || as === 'record' || as === 'exhibit';
    return isId && typeof value === 'string' ? [value] : [];
  });
}

/** The words a body is looked for by: all that somebody wrote in it. */
function wordsOf<T>(fields: readonly FieldOf<T>[], body: T): readonly string[] {
  return fields.flatMap(({ at, as }) => {
    const value: unknown = body[at];
    if (as === 'list') return ids.parse(value);
    return (as === 'line' || as === 'box') && typeof value === 'string' && value !== '' ? [value] : [];
  });
}

/** A kind of record of the casework, from the list of its fields. `refs` and `words` add what its own fields hold. */
export function caseworkKind<T extends object>({
  fields,
  refs = () => [],
  words = () => [],
  merge = 'ask',
  ...kind
}: Pick<RecordKind<T>, 'kind' | 'body' | 'title'> &
  Partial<Pick<RecordKind<T>, 'refs' | 'merge' | 'onlyOneAbout' | 'ofOffice' | 'detail'>> & {
    readonly fields: readonly FieldOf<T>[];
    readonly words?: (body: T) => readonly string[];
  }): RecordKind<T> {
  return {
    schema: 1,
    ...kind,
    merge,
    lines: (body, nameOf) =>
      lines(fields.map((field) => [field.at, field.label, sayField(field, body, nameOf)])),
    refs: (body) => [...new Set([...idsOf(fields, body), ...refs(body)])],
    words: kind.ofOffice === true ? null : (body) => [...wordsOf(fields, body), ...words(body)],
  };
}
