import type { LetterBlock } from '../../../records/letter';
import { isDecision, reviewDates } from '../response/review-dates';
import { labelOf } from '../../../records/by-fields';
import { eventSorts } from '../../../records/case-event';
import { dateWords } from '../../../records/words/date-words';
import { filled, gap, heading, row, text } from './blocks';
import { addressee, citedSection, dayWords, head, howToRead, refusal, said } from './build-kit';
import type { Builder } from './build-kit';
import { reportRef } from './facts';
import type { LetterFacts } from './facts';
import { limitRules, rulesSection } from './rules';

const title = 'Request for a review of a decision';

/** Asks for a decision to be reviewed, with the days by which it is to be asked for, as far as they can be told. */
export const buildVrr: Builder = (facts, { reader, eventId }) => {
  const event = facts.events.find(({ id }) => id === eventId);
  if (event === undefined || !isDecision(event))
    return refusal(
      'vrr',
      title,
      'It is not said which decision it is about. Choose one, or write it down first.',
    );
  const to = addressee(facts, reader);
  const report = facts.reports.find(({ id }) => id === event.reportId);
  const body = [
    heading('What is asked for'),
    text(
      `A review of the decision of ${dateWords(event.on)}: ${labelOf(eventSorts, event.what).toLowerCase()}.`,
      [event.id],
    ),
    row(['What', 'Recorded']),
    row(['Client', filled(facts.details.clientName, 'the client’s name')]),
    row(
      ['Report', report === undefined ? gap('the report that it belongs to') : reportRef(report)],
      report === undefined ? [] : [report.id],
    ),
    row(['Offence', said(event.offence)], [event.id]),
    row(['Decision', [dateWords(event.on), event.text].filter((each) => each !== '').join(': ')], [event.id]),
    row(['Letter with the decision', dayWords(event.letterOn)], [event.id]),
    row(
      [
        'Client told',
        [dayWords(event.toldOn), event.toldBy, event.toldHow].filter((each) => each !== '').join(', '),
      ],
      [event.id],
    ),
    ...daysRows(facts, event),
    heading('Why it should be looked at again'),
    text(gap('why the decision should be looked at again, in the client’s words')),
  ];
  const blocks = [
    ...head(facts, to),
    howToRead,
    ...body,
    ...rulesSection([], limitRules(facts.law, reviewLimits)),
    ...citedSection(facts, body),
  ];
  return { sort: 'vrr', title, to, blocks, refused: null };
};

/** Limits of a law for asking: none of them is confirmed, and each is shown as provisional. */
const reviewLimits = ['vrr-ask', 'vrr-last'];

function daysRows({ details }: LetterFacts, event: LetterFacts['events'][number]): readonly LetterBlock[] {
  const dates = reviewDates(event, details.jurisdiction);
  if (dates === null) return [];
  const from = `counted from ${dateWords(dates.from)}${dates.isFromLetter ? ', the letter' : '; the day of the letter is not recorded'}`;
  return [dates.askBy, dates.last].flatMap((each) => {
    if (each === null) return [];
    const { limit, day, isCertain } = each;
    const provisional = limit.confirmed && isCertain ? '' : ' (provisional)';
    return [row([limit.title, `${dateWords(day)}${provisional}, ${from}. ${limit.text}`], [event.id])];
  });
}
