import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import type { EvidenceKind } from '../../../../shared/models/evidence';
import type { FactCode } from '../../../../shared/models/fact-code';
import { cutText } from '../../../readers/kit/fit-fact';

const longest = 200;

/** A description from what is inside, where that says more than the kind: `E-mail: Last warning`. */
export function titleOf(kind: EvidenceKind, facts: readonly NewFact[]): string | null {
  const first = (code: FactCode): string | undefined =>
    facts.find((fact) => fact.code === code)?.value.trim();
  const cut = (text: string): string => cutText(text, longest).trim();
  if (kind === 'email') {
    const subject = first('mail.Subject');
    if (subject !== undefined && subject !== '') return cut(`E-mail: ${subject}`);
    const from = first('mail.From');
    return from === undefined ? null : cut(`E-mail from ${from}`);
  }
  if (kind === 'document') {
    const title = first('document.Title');
    return title === undefined || title === '' ? null : cut(`Document: ${title}`);
  }
  if (kind === 'messages' || kind === 'table') return first('export.Kind') ?? null;
  if (kind === 'contact') {
    const people = new Set(facts.filter(({ code }) => code === 'contact.Person').map(({ value }) => value));
    const [only] = people;
    return people.size === 1 && only !== undefined ? cut(`Contact: ${only}`) : null;
  }
  return null;
}
