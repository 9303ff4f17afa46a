import * as z from 'zod';
import type { FieldOf } from '../../../shared/records/by-fields';
import { recordBook as words } from '../../strings/record-book';

/** What is wrong with a form, by the name of the field. */
export type Problems = Readonly<Record<string, string>>;

/** What a schema refuses, said at the field it is about. */
export function problemsIn<T>(
  schema: z.ZodType,
  fields: readonly FieldOf<T>[],
  value: Readonly<Record<string, unknown>>,
): Problems {
  const read = schema.safeParse(value);
  if (read.success) return {};
  return Object.fromEntries(
    read.error.issues.map(({ path: [at] }) => {
      const name = String(at);
      return [name, words.problem(fields.find((each) => each.at === name)?.as ?? 'own')];
    }),
  );
}

const strings = z.array(z.string());

/** A form without the lines of its lists that say nothing: somebody who types begins with an empty one. */
export function tidied<T>(
  fields: readonly Pick<FieldOf<T>, 'at' | 'as'>[],
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const lists = fields.flatMap(({ at, as }) => {
    const read = as === 'list' ? strings.safeParse(value[at]) : null;
    return read?.success === true ? [[at, read.data.filter((line) => line.trim() !== '')] as const] : [];
  });
  return { ...value, ...Object.fromEntries(lists) };
}
