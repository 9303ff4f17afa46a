import type { RecordQuestion } from '../../../shared/models/record';

type Field = RecordQuestion['fields'][number];
type Choices = Readonly<Record<string, number>>;

export const keepOptions = [
  {
    id: 'keep',
    label: 'It stays, as it was changed',
    description: 'The removal stays in its history.',
  },
  {
    id: 'remove',
    label: 'It is removed',
    description: 'The change stays in its history, and can be brought back.',
  },
] as const;

/** Fields that still need a choice. */
export function openFields(fields: readonly Field[], choices: Choices): readonly Field[] {
  return fields.filter(({ verdict, field }) => verdict === 'asked' && choices[field] === undefined);
}

/** What each field will say; a text of null is not chosen yet. */
export function chosenSides(
  fields: readonly Field[],
  choices: Choices,
): readonly { readonly field: string; readonly label: string; readonly text: string | null }[] {
  return fields.map((field) => {
    const side = choices[field.field] ?? field.settled;
    const text = side === null ? null : (field.values[side] ?? '');
    return { field: field.field, label: field.label, text: text === '' ? 'nothing' : text };
  });
}
