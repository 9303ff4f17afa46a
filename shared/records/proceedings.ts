import { proceedingsBodySchema } from '../models/proceedings';
import type { ProceedingsBody } from '../models/proceedings';
import type { RecordKind } from './define';
import { lines } from './words/lines';
import type { Line } from './words/lines';
import { courtKindText, hearingText, partyText, proceedingsLanguageText } from './words/proceedings-words';

/** What proceedings are called: their title, or the court where they have none. */
export function proceedingsTitle({ title, court }: Pick<ProceedingsBody, 'title' | 'court'>): string {
  if (title !== '') return title;
  return court === '' ? 'Court proceedings' : court;
}

/** Proceedings in a court: what it is called there, who the parties are, when it is heard. A case may have several. */
export const proceedingsKind: RecordKind<ProceedingsBody> = {
  kind: 'proceedings',
  schema: 1,
  body: proceedingsBodySchema,
  title: proceedingsTitle,
  lines: proceedingsLines,
  refs: () => [],
  detail: ({ title, court, caseNumber }) =>
    [title === '' ? '' : court, caseNumber].filter((each) => each !== '').join(', '),
  words: ({ court, caseNumber, title, parties, hearings, preparedBy, preparedFor, morePages, note }) => [
    ...[court, caseNumber, title],
    ...parties.flatMap(({ name, role, representedBy }) => [name, role, representedBy]),
    ...hearings.flatMap(({ what, place, judge }) => [what, place, judge]),
    ...[preparedBy, preparedFor, morePages, note],
  ],
  merge: 'ask',
};

function proceedingsLines(body: ProceedingsBody): readonly Line[] {
  const { court, courtKind, caseNumber, title, parties, hearings, language, noticeGiven } = body;
  return lines([
    ['court', 'Court', court],
    ['courtKind', 'Kind of court', courtKind === null ? null : courtKindText[courtKind]],
    ['caseNumber', 'Case number', caseNumber],
    ['title', 'Title', title],
    ['parties', 'Parties', parties.map(partyText).join('\n')],
    ['hearings', 'Hearings', hearings.map(hearingText).join('\n')],
    ['preparedBy', 'Prepared by', body.preparedBy],
    ['preparedFor', 'Prepared for', body.preparedFor],
    ['language', 'Language', language === null ? null : proceedingsLanguageText[language]],
    ['noticeGiven', 'Court told about Welsh', noticeGiven === null ? null : noticeGiven ? 'yes' : 'no'],
    ['morePages', 'More pages permitted', body.morePages],
    ['note', 'Note', body.note],
  ]);
}
