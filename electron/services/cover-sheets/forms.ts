import * as z from 'zod';
import data from '../../../resources/cover-sheets/england-and-wales.json' with { type: 'json' };
import { courtKindSchema } from '../../../shared/models/proceedings';
import type { CourtKind } from '../../../shared/models/proceedings';

const formsSchema = z.object({
  asAt: z.iso.date(),
  forms: z
    .array(
      z.object({
        id: z.string(),
        /** None: of every court that no other form names. */
        courts: z.array(courtKindSchema),
        rule: z.string(),
        source: z.string(),
        unconfirmed: z.array(z.string()),
        /** What stands in the top right-hand corner, in its order. */
        corner: z.array(z.enum(['behalf', 'witness', 'number', 'exhibits', 'date'])),
      }),
    )
    .min(1),
});
const { forms, asAt } = formsSchema.parse(data);

/** What a court wants on the first page of a statement: dated, sourced data. */
export type SheetForm = (typeof forms)[number] & { readonly asAt: string };

/** The form for a kind of court; the civil one where nobody has said which court, and for a criminal one, which asks for none. */
export function formFor(court: CourtKind | null): SheetForm {
  const found =
    forms.find(({ courts }) => court !== null && courts.includes(court)) ??
    forms.find(({ courts }) => courts.length === 0);
  if (found === undefined) throw new Error('there is no form of a cover sheet');
  return { ...found, asAt };
}
