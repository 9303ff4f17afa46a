import { newCaseSchema } from '../models/case';
import type { NewCase } from '../models/case';
import { statusText } from './words/case-words';
import type { RecordKind } from './define';
import { lines } from './words/lines';
import type { Line } from './words/lines';

const answer = (value: boolean | null): string => (value === null ? 'not known' : value ? 'yes' : 'no');

/** The case itself: what it is called, where it stands, how its client can be reached. */
export const caseKind: RecordKind<NewCase> = {
  kind: 'case',
  schema: 1,
  body: newCaseSchema,
  title: ({ reference, alias }) => `${reference} “${alias}”`,
  lines: caseLines,
  refs: () => [],
  words: ({ reference, alias, safeContact }) => [
    reference,
    alias,
    ...Object.values(safeContact).filter((each) => typeof each === 'string'),
  ],
  merge: 'ask',
};

function caseLines({ reference, alias, status, exhibitInitials, safeContact }: NewCase): readonly Line[] {
  const { rule, safeNumbers, safeTimes, nameToUse, codeWord, notes, textOk, voicemailOk, emailOk } =
    safeContact;
  const contact = [
    rule,
    safeNumbers === '' ? '' : `Numbers: ${safeNumbers}`,
    safeTimes === '' ? '' : `Times: ${safeTimes}`,
    nameToUse === '' ? '' : `Name to use: ${nameToUse}`,
    codeWord === '' ? '' : `Code word: ${codeWord}`,
    `Texts safe: ${answer(textOk)}. Voicemail safe: ${answer(voicemailOk)}. E-mail safe: ${answer(emailOk)}.`,
    notes,
  ];
  return lines([
    ['reference', 'Reference', reference],
    ['alias', 'Working name', alias],
    ['status', 'Status', statusText(status)],
    ['exhibitInitials', 'Exhibit initials', exhibitInitials],
    ['safeContact', 'Safe contact', contact.filter((line) => line !== '').join('\n')],
  ]);
}
