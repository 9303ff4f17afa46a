import { z } from 'zod';
import data from '../../../../resources/letters/rules.json' with { type: 'json' };
import { behaviours } from '../../../models/chronology';
import type { Behaviour } from '../../../models/chronology';
import type { LetterBlock } from '../../../records/letter';
import { dateWords } from '../../../records/words/date-words';
import { heading, item, text } from './blocks';

const sourced = z.object({ text: z.string(), source: z.string() });
const rulesSchema = z.object({
  asAt: z.iso.date(),
  note: z.string(),
  rules: z.array(sourced.extend({ id: z.string(), confirmed: z.boolean() })),
  terms: z.record(z.enum(behaviours), z.string()),
  scotlandHasNoSpo: sourced,
});
const file = rulesSchema.parse(data);

/** Why no stalking protection order can be asked for in Scotland. */
export const noSpoInScotland = `${file.scotlandHasNoSpo.text} (${file.scotlandHasNoSpo.source})`;

/** A rule that a letter refers to. Throws for one that is not in the file. */
export function letterRule(id: string): { readonly text: string; readonly source: string } {
  const found = file.rules.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

export function hasRule(id: string): boolean {
  return file.rules.some((each) => each.id === id);
}

/** A term that may be asked for against an act of this kind. */
export function termAgainst(behaviour: Behaviour): string {
  return file.terms[behaviour];
}

/** The closing section: the rules that were referred to, each with its source, and since when they were not looked at again. */
export function rulesSection(ids: readonly string[]): readonly LetterBlock[] {
  const known = ids.filter(hasRule).map((id) => file.rules.find((each) => each.id === id));
  return [
    heading('Rules referred to'),
    text(`As looked at on ${dateWords(file.asAt)}. They are given for orientation and are no legal advice.`),
    ...known.flatMap((rule) =>
      rule === undefined
        ? []
        : [item(`${rule.text} (${rule.source}${rule.confirmed ? '' : '; not confirmed'})`)],
    ),
  ];
}
