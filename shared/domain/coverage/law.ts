import englandAndWales from '../../../resources/law/england-and-wales.json' with { type: 'json' };
import { lawSchema } from '../../models/law';
import type { Law, LawElement } from '../../models/law';

/** The law the chronology is sorted by. Throws when the data is not what its schema says, so that a slip is seen at once. */
export const law: Law = lawSchema.parse(englandAndWales);

export const elements: readonly LawElement[] = law.groups.flatMap((group) => group.elements);

/** Elements a person marks on an entry; the rest follows from its other fields. */
export const markable: readonly LawElement[] = elements.filter(({ any }) =>
  any.some(({ rule }) => rule === 'mark'),
);
