import { afterRules } from '../../shared/domain/receipt/after-rules';
import type { BreachClock, breachProblem } from '../../shared/domain/breach/clock';
import type { Breach, BreachBody } from '../../shared/models/breach';
import { breachRisks, breachStrengths } from '../../shared/models/breach';
import { breachRiskText, breachStrengthText } from '../../shared/records/words/breach-words';
import { capitalised, counted } from './counts';
import { printMoment } from './dates';
import type { Tone } from '../kit/tone';

const { breach: rules } = afterRules;

/** What was lost or stolen, with its hours. */
export const breachText = {
  title: 'Lost or stolen',
  lead: 'A stick, a laptop or a paper with a case on it. Writing it down starts the hours, and is asked for even where the ICO need not be told.',
  rule: `${rules.rule} (${rules.source})`,
  people: `${rules.people} (${rules.peopleSource})`,
  kept: `${rules.kept} (${rules.keptSource})`,
  asAt: `As at ${afterRules.asAt}. ${afterRules.note}`,
  why: 'What the law asks for',
  none: 'Nothing lost or stolen is written down.',
  add: 'Something is lost',
  change: 'Change',
  changeOf: (what: string): string => `Change what is written about: ${what}`,
  history: 'History',
  historyOf: (what: string): string => `History of: ${what}`,
  remove: 'Written by mistake',
  removeOf: (what: string): string => `Written by mistake: ${what}`,
  removeTitle: 'Take this out of the list?',
  removeConfirm: 'Take it out',
  removeWhat:
    'Do this only for something that was not lost after all. Its versions stay in the vault, and the record of acts says that it was taken out.',
  newTitle: 'Something was lost or stolen',
  changeTitle: (what: string): string => `Change: ${what}`,
  save: 'Write it down',
  what: 'What was lost',
  whatHint: '“USB stick”, “laptop of the north office”. No name of a client.',
  package: 'The package that was on it',
  noPackage: 'None of those that were written or opened here',
  foundDay: 'Found out on',
  foundTime: 'At',
  circumstances: 'How it was lost, and what else was on it',
  strength: 'How it was sealed',
  strengths: breachStrengths.map((id) => ({ id, label: capitalised(breachStrengthText[id]) })),
  risk: 'Risk to people',
  risks: breachRisks.map((id) => ({ id, label: capitalised(breachRiskText[id]) })),
  riskWhy: 'Why you think so',
  riskHint:
    'Who may have it, what they could learn, whether it can be opened. A package sealed for a key that is safe in a vault is usually a low risk: say so in your own words.',
  icoDay: 'ICO told on',
  icoTime: 'At',
  icoReference: 'Reference of the ICO',
  clientDay: 'Client told on',
  clientTime: 'At',
  notes: 'Notes',
  foundOut: 'Found out',
  onIt: 'What was on it',
  notKnown: 'Not a package of ours',
  told: 'Told',
  toldNobody: 'Nobody yet',
  by: ({ author, updatedAt }: Breach): string => `${author}, ${printMoment(updatedAt)}`,
  writtenBy: 'Last written by',
} as const;

/** Where the hours stand, as a chip. */
export function clockChip({ is, hours, due }: BreachClock): readonly [Tone, string] {
  const count = counted(hours, 'hour', 'hours');
  switch (is) {
    case 'running':
      return [hours < 24 ? 'red' : 'amber', `${count} left to tell the ICO, until ${printMoment(due)}`];
    case 'late':
      return ['red', `${count} over: the ICO was to be told by ${printMoment(due)}`];
    case 'told-in-time':
      return ['green', `ICO told after ${count}`];
    case 'told-late':
      return ['amber', `ICO told after ${count}: give the reason for the delay`];
    case 'not-asked':
      return ['neutral', 'ICO need not be told: a risk is unlikely'];
  }
}

/** What was on it, from the list of packages. */
export function onItText({ package: packed, body }: Breach): string {
  const sealed = breachStrengthText[body.strength];
  if (packed === null) return `${breachText.notKnown}, ${sealed}`;
  const { caseReference, files, entries, partner } = packed;
  const held = `${counted(files, 'exhibit', 'exhibits')}, ${counted(entries, 'entry', 'entries')}`;
  const whose = caseReference === '' ? 'A case that was erased' : `Case ${caseReference}`;
  return `${whose}: ${held}; ${sealed}${partner === null ? '' : ` (${partner.name})`}`;
}

export function toldText({ toldIcoAt, toldClientAt, icoReference }: BreachBody): string {
  const told = [
    toldIcoAt === null
      ? ''
      : `ICO on ${printMoment(toldIcoAt)}${icoReference === '' ? '' : ` (${icoReference})`}`,
    toldClientAt === null ? '' : `client on ${printMoment(toldClientAt)}`,
  ].filter((part) => part !== '');
  return told.length === 0 ? breachText.toldNobody : capitalised(told.join(', '));
}

/** What is wrong in the form, by what cannot be. */
export const breachProblemText: Readonly<Record<NonNullable<ReturnType<typeof breachProblem>>, string>> = {
  'found-later': 'This is later than now.',
  'ico-before': 'This is before it was found out.',
  'client-before': 'This is before it was found out.',
  why: 'Say why a risk is unlikely: it is kept in place of telling the ICO.',
};
export const breachMissing = {
  what: 'Say what was lost.',
  day: 'Give the day.',
  time: 'Give the time as well: hours are counted from it.',
} as const;
