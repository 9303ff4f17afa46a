import { roomNames } from './rooms';
import { printDate } from '../../shared/domain/dates/print';
import { limitSpan } from '../../shared/domain/law/limit-words';
import type { Law, OffenceKind, OrderType, TimeLimit } from '../../shared/models/law';

/** Whose law is shown where nobody has said, and where to say it. */
export const lawNotSaid = ({ name }: Law): string =>
  `Whose law applies was not said for this case: this is ${name}. It is said in the details of the case, under “${roomNames.people}”.`;
export const sayWhoseLaw = `Open “${roomNames.people}”`;

/** `Protection from Harassment Act 1997. Marking one sorts the entry; it is no finding.` */
export const markingText = ({ actList }: Law): string =>
  `${actList.act}. Marking one sorts the entry; it is no finding.`;

export const coverageTitle = ({ name }: Law): string => `What the entries speak to: ${name}`;
export const coverageText = (law: Law): string =>
  `This counts entries against the words of the Act, as at ${printDate(law.asAt, null)} (${law.name}). It says nothing about whether an offence was committed. ${law.note}`;

const kinds: Readonly<Record<OffenceKind, string>> = {
  harassment: 'Harassment',
  stalking: 'Stalking',
  related: 'Other conduct',
};
export const offenceKindText = (kind: OffenceKind): string => kinds[kind];

/** What of a line was not seen in its source. */
export function doubtText(doubt: string | null): string {
  return doubt === null ? '' : `Not confirmed: ${doubt}.`;
}

/** `Summary only. At most 6 months. In force since 25 Nov 2012, not for conduct before.` and what was not confirmed. */
export function offenceText({
  note,
  mode,
  maximum,
  inForceFrom,
  notRetrospective,
  doubt,
}: {
  readonly note: string;
  readonly mode: string;
  readonly maximum: string;
  readonly inForceFrom: string;
  readonly notRetrospective: boolean;
  readonly doubt: string | null;
}): string {
  return [
    note,
    `Tried: ${mode}. At most: ${maximum}.`,
    `In force since ${printDate(inForceFrom, null)}${notRetrospective ? ', not for conduct before' : ''}.`,
    doubtText(doubt),
  ]
    .filter((each) => each !== '')
    .join(' ');
}

export const orderFactsTitle = ({ name, asAt }: Law): string =>
  `What the law says of it: ${name}, as at ${printDate(asAt, null)}`;

/** What is laid down for a sort of order, line by line. */
export function orderFacts(type: OrderType): readonly { readonly name: string; readonly text: string }[] {
  const { applicant, court, minimum, longest, notification, breach, breachCode, reach, source, doubt } = type;
  const most = longest === null ? '' : 'hours' in longest ? `${longest.hours} hours` : `${longest.days} days`;
  return [
    { name: 'Who asks for it', text: applicant },
    { name: 'Court', text: court },
    { name: 'At least', text: minimum ?? '' },
    { name: 'At most', text: most },
    {
      name: 'Name and address to the police',
      text: notification === null ? '' : `within ${notification.days} days of ${notification.from}`,
    },
    { name: 'Reach', text: reach },
    { name: 'Breaking it', text: breachCode === null ? breach : `${breach} Offence code ${breachCode}.` },
    { name: 'Source', text: source },
    { name: 'Not confirmed', text: doubt ?? '' },
  ].filter(({ text }) => text !== '');
}

/** `14 May 2027: 6 months from the latest incident` */
export function limitHeading(limit: TimeLimit, last: string): string {
  return `${printDate(last, null)}: ${limitSpan(limit)} from ${limit.fromWords}`;
}

/** What is said below a time limit. */
export function limitNote({ title, text, source, confirmed }: TimeLimit): string {
  const provisional = confirmed ? '' : ' Provisional: not confirmed in its source.';
  return `${title}. ${text} ${source}.${provisional} Advisory: check it with a lawyer or the police before relying on it.`;
}

export const notConfirmed = 'Not confirmed';
export const notConfirmedOn = ({ asAt }: Law): string => `Not confirmed on ${printDate(asAt, null)}`;

interface Noted {
  readonly name?: string;
  readonly text: string;
  readonly source: string;
  readonly doubt: string | null;
}
const row = ({ name, text, source, doubt }: Noted) => ({
  text: name === undefined ? text : `${name}: ${text}`,
  source: [`${source}.`, doubtText(doubt)].filter((each) => each !== '').join(' '),
});

/** What a law says besides offences and acts, part by part; without the parts that have nothing. */
export function lawBesides(law: Law) {
  return [
    { title: 'Effects that the law names', rows: law.effectTerms.map(row) },
    { title: 'Defences', rows: law.defences.map(row) },
    { title: 'Other offences to ask about', rows: law.alternatives.map(row) },
    { title: `Who reviews a decision (prosecutor: ${law.prosecutor})`, rows: law.reviewBodies.map(row) },
  ].filter(({ rows }) => rows.length > 0);
}

/** That a mark on an entry is of the law of another jurisdiction. */
export const ofAnotherLaw = 'Marked before, under the law of another jurisdiction.';
