import type { CaseNumberRemark } from '../../shared/domain/proceedings/case-number';
import type { CourtKind, ProceedingsLanguage } from '../../shared/models/proceedings';
import { courtKinds, proceedingsLanguages } from '../../shared/models/proceedings';
import { courtKindText, proceedingsLanguageText } from '../../shared/records/words/proceedings-words';
import { counted } from './counts';

/** What the page of court proceedings says. */
export const proceedingsText = {
  title: 'Court proceedings',
  summary: (count: number): string =>
    count === 0
      ? 'Nothing is recorded yet.'
      : `${counted(count, 'set of proceedings is', 'sets of proceedings are')} recorded. Family and criminal ones often run side by side.`,
  add: 'Add proceedings',
  emptyTitle: 'No court proceedings recorded',
  empty:
    'A non-molestation application, a prosecution, a protection order: write down the court and what is known. The number and the hearings can follow when the letter comes. Several can run at once.',
  removeText:
    'It goes from this list and from new bundles. What was written stays in the vault until the case is erased.',
  next: (when: string): string => `Next hearing ${when}`,
} as const;

/** What the form of court proceedings says. */
export const proceedingsForm = {
  titleNew: 'Add court proceedings',
  titleChange: 'Change court proceedings',
  save: 'Save',
  intro: 'Fill in what is known. A court or a title is enough to begin with.',
  court: 'Court',
  courtHint: 'As letters of the court name it, such as Family Court at Leeds.',
  courtKind: 'Kind of court',
  notSaid: 'Not said',
  title: 'Title of the matter',
  titleHint: 'Such as A v B, Re X, or R v Y.',
  caseNumber: 'Case number',
  caseNumberHint: 'As it stands on the letter. It is kept as you write it.',
  parties: 'Parties',
  party: (number: number): string => `Party ${number}`,
  name: 'Name',
  role: 'Part in it',
  roleHint: 'Applicant, respondent, defendant, witness.',
  representedBy: 'Represented by',
  addParty: 'Add a party',
  takeParty: (number: number): string => `Take out party ${number}`,
  hearings: 'Hearings',
  hearing: (number: number): string => `Hearing ${number}`,
  when: 'When',
  day: 'Day',
  firstDay: 'First day',
  lastDay: 'Last day',
  time: 'Time, if known',
  month: 'Month',
  year: 'Year',
  edtf: 'Date in EDTF',
  what: 'What is heard',
  whatHint: 'First hearing, directions, trial, sentence.',
  place: 'Place',
  judge: 'Judge or bench',
  addHearing: 'Add a hearing',
  takeHearing: (number: number): string => `Take out hearing ${number}`,
  takeOut: 'Take out',
  preparedBy: 'Bundle prepared by',
  preparedFor: 'Prepared for',
  language: 'Language of the proceedings',
  notice: 'The court was told that Welsh will be spoken',
  noticeHint:
    'Welsh may be spoken in any court in Wales. Outside magistrates’ courts the court is told beforehand.',
  noticeUnknown: 'Not known',
  morePages: 'Permission for more pages',
  morePagesHint: 'Where the court allows a longer bundle: who said so, when, and how many pages.',
  note: 'Note',
  missing: 'Write the court or the title of the matter.',
  noDate: 'This is no date yet.',
} as const;

/** The ways in which people know when a hearing is. */
export const hearingKinds = ['none', 'day', 'about', 'between', 'month', 'other'] as const;
export type HearingKind = (typeof hearingKinds)[number];
const hearingKindText: Readonly<Record<HearingKind, string>> = {
  none: 'No date yet',
  day: 'On a day',
  about: 'On or about a day',
  between: 'Over several days',
  month: 'Sometime in a month',
  other: 'Written as EDTF',
};
export const hearingKindOptions = hearingKinds.map((id) => ({ id, label: hearingKindText[id] }));

export const courtKindOptions: readonly { readonly id: CourtKind; readonly label: string }[] = courtKinds.map(
  (id) => ({ id, label: courtKindText[id] }),
);
export const languageOptions: readonly { readonly id: ProceedingsLanguage; readonly label: string }[] =
  proceedingsLanguages.map((id) => ({ id, label: proceedingsLanguageText[id] }));

const courtsText = (courts: readonly CourtKind[]): string =>
  courts.map((each) => courtKindText[each]).join(', or ');

/** What is said below a case number; empty where there is nothing to say. It never asks for a change. */
export function caseNumberText(remark: CaseNumberRemark, typed: string): string {
  switch (remark.says) {
    case 'nothing':
      return '';
    case 'known': {
      const { shape, usual, otherCourt } = remark;
      const written = usual === typed.trim() ? '' : `, usually written ${usual}`;
      const where = otherCourt ? ` Such numbers belong to: ${courtsText(shape.courts)}.` : '';
      return `It looks like ${shape.name}${written}.${where}`;
    }
    case 'letters-for-digits':
      return `With digits for letters it would be ${remark.shape.name}: ${remark.usual}. Compare it with the letter.`;
    case 'without-beginning':
      return `It would be ${remark.shape.name} if ${remark.missing} stood in front, as in ${remark.shape.example}.`;
    case 'unknown':
      return 'It has no shape that Holdfast knows. That need not be wrong: compare it with the letter.';
  }
}
