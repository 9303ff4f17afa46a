/** What a record or exhibit is called that a body names by its id. */
export type NameOf = (id: string) => string;

/** What a record says in one of its fields. */
export interface Line {
  /** Name of the field in the schema. */
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

/** Fields with their labels, in order; those with nothing to say are left out. */
export function lines(
  fields: readonly (readonly [field: string, label: string, text: string | null])[],
): readonly Line[] {
  return fields.flatMap(([field, label, text]) =>
    text === null || text === '' ? [] : [{ field, label, text }],
  );
}
