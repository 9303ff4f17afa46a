import type { LetterBlock } from '../../../records/letter';
import { filled, gap, row, text } from './blocks';
import { yesNo } from './build-kit';
import { consentStanding } from './consent';
import type { ConsentSubject } from './consent';
import { consentWays } from '../../../records/consent';
import { labelOf } from '../../../records/by-fields';
import { dateWords } from '../../../records/words/date-words';
import type { LetterFacts } from './facts';

/** How the client can be reached safely. The code word is nobody else’s; an answer nobody gave is never written as a no. */
export function safeRows({ safeContact }: LetterFacts): readonly LetterBlock[] {
  const { rule, safeNumbers, safeTimes, nameToUse, voicemailOk, textOk, emailOk } = safeContact;
  const unknown = 'not known';
  return [
    row(['Rule', filled(rule, 'how the client can be reached safely')]),
    row(['Numbers that are safe', filled(safeNumbers, 'a number that is safe to call')]),
    row(['Best times', filled(safeTimes, 'times at which it is safe to call')]),
    row(['Name to use', nameToUse === '' ? unknown : nameToUse]),
    row([
      'Voicemail, text, e-mail',
      `voicemail: ${yesNo(voicemailOk, unknown)}; text: ${yesNo(textOk, unknown)}; e-mail: ${yesNo(emailOk, unknown)}`,
    ]),
  ];
}

/** The consent by which it is shared, in words, or the mark that none is recorded. */
export function consentWords(facts: LetterFacts, subject: ConsentSubject, with_: string): LetterBlock {
  const { is, consent } = consentStanding(facts.consents, subject, facts.today);
  if (consent === null || (is !== 'given' && is !== 'overridden'))
    return text(`Consent: ${gap(`the client’s consent to share with ${with_}`)}.`);
  const on = consent.on === null ? 'on a day not recorded' : `on ${dateWords(consent.on)}`;
  if (is === 'overridden')
    return text(`Shared without consent, decided ${on}. Reason: ${consent.reason.trim()}`, [consent.id]);
  const how = consent.how === null ? '' : `, ${labelOf(consentWays, consent.how).toLowerCase()}`;
  const scope = consent.scope === '' ? '' : ` It covers: ${consent.scope}`;
  return text(`The client consented to it ${on}${how}.${scope}`, [consent.id]);
}
