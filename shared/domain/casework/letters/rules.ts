import * as z from 'zod';
import data from '../../../../resources/letters/rules.json' with { type: 'json' };
import type { Law } from '../../../models/law';
import { limitOf } from '../../law/law-of';
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
  noSpo: sourced,
});
const file = rulesSchema.parse(data);

/** Why no stalking protection order can be asked for where the law has none. */
export const noSpo = `${file.noSpo.text} (${file.noSpo.source})`;

/** A rule that a letter refers to. Throws for one that is not in the file. */
export function letterRule(id: string): { readonly text: string; readonly source: string } {
  const found = file.rules.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

/** A term that may be asked for against an act of this kind. */
export function termAgainst(behaviour: Behaviour): string {
  return file.terms[behaviour];
}

/** A rule that the law file of the case says, beside those of this file. */
export interface SourcedRule {
  readonly text: string;
  readonly source: string;
  readonly asAt: string;
  readonly confirmed: boolean;
}

/** The list of acts that entries are marked with, as the law of the case has it. */
export function actsRule(law: Law): SourcedRule {
  const { title, act } = law.actList;
  return {
    text: `Acts are named as in the list of the Act; to mark one is to sort an entry, and no finding. Law of ${law.name}.`,
    ...{ source: `${title}, ${act}`, asAt: law.asAt, confirmed: true },
  };
}

/** Time limits of the law of the case, those that it has. */
export function limitRules(law: Law, ids: readonly string[]): readonly SourcedRule[] {
  return ids.flatMap((id) => limitOf(id, law) ?? []);
}

/** The closing section: the rules that were referred to, each with its source and the day on which it was looked at. */
export function rulesSection(
  ids: readonly string[],
  ofLaw: readonly SourcedRule[] = [],
): readonly LetterBlock[] {
  const ours = file.rules.filter(({ id }) => ids.includes(id)).map((rule) => ({ ...rule, asAt: file.asAt }));
  return [
    heading('Rules referred to'),
    text('They are given for orientation, as they stood on the day that is named, and are no legal advice.'),
    ...[...ofLaw, ...ours].map((rule) =>
      item(
        `${rule.text} (${rule.source}; ${dateWords(rule.asAt)}${rule.confirmed ? '' : '; not confirmed, provisional'})`,
      ),
    ),
  ];
}
