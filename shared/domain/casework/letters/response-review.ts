import { actsRule, limitRules, rulesSection } from './rules';
import { heading, item, row, text } from './blocks';
import { labelOf } from '../../../records/by-fields';
import { breachAnswers } from '../../../records/order-breach';
import { eventSorts, reviewAnswers } from '../../../records/case-event';
import { recordedAs, recordedRank } from '../../../records/police-report';
import { requestAnswers, requestSubjects } from '../../../records/police-request';
import { bailText, orderStageText, termLine } from '../../../records/words/register-words';
import { dateWords } from '../../../records/words/date-words';
import type { LetterBlock } from '../../../records/letter';
import { counted } from '../../counts';
import {
  actsLine,
  addressee,
  bare,
  citedSection,
  dayWords,
  daysBetween,
  figure,
  head,
  howToRead,
  said,
  yesNo,
} from './build-kit';
import type { Builder } from './build-kit';
import { citer, incidentsOf, reportRef } from './facts';
import type { Cite, LetterEntry, LetterFacts } from './facts';
import { missingSection } from './not-recorded';
import { dueWords, isReported, recordedAsCrime, reportEntries, updateDays } from './response-facts';
import { aroundWarning } from '../response/around-warning';
import { beside } from '../response/beside';
import { isDecision } from '../response/review-dates';
import { isOwed } from '../response/update-due';

const title = 'Response review';

/** Reports and what they were recorded as, risk, asks and answers, updates, protection, advice: to the force, the prosecutor or a commissioner. */
export const buildResponseReview: Builder = (facts, { reader }) => {
  const to = addressee(facts, reader);
  const cite = citer(facts);
  const body = [
    ...figures(facts, cite),
    ...reportsSection(facts, cite),
    ...riskSection(facts, cite),
    ...asksSection(facts),
    ...updatesSection(facts),
    ...protectionSection(facts, cite),
    ...adviceSection(facts),
    ...warningsSection(facts, cite),
    ...missingSection(facts, cite),
  ];
  const rules = ['treatment'];
  if (facts.events.some(({ what }) => what === 'warning')) rules.push('warning');
  const blocks = [
    ...head(facts, to),
    // A commissioner looks at how a force works: who the client is, is none of it.
    ...(reader === 'commissioner' ? [] : [text(`Client: ${said(facts.details.clientName)}.`)]),
    howToRead,
    ...body,
    ...rulesSection(rules, [
      actsRule(facts.law),
      ...limitRules(facts.law, ['victims-code', 'victims-code-enhanced']),
    ]),
    ...citedSection(facts, body),
  ];
  return { sort: 'response-review', title, to, blocks, refused: null };
};

function figures(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const incidents = incidentsOf(facts);
  const { reports } = facts;
  const ids = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);
  const reported = incidents.filter((entry) => isReported(facts, entry));
  const unreported = incidents.filter((entry) => entry.unreported === true && !isReported(facts, entry));
  const unsaid = incidents.filter((entry) => !reported.includes(entry) && !unreported.includes(entry));
  const crimes = reports.filter(recordedAsCrime);
  const stalking = reports.filter((each) => each.recordedAs === 'stalking');
  const otherwise = reports.filter((each) => beside(each, facts.entries).isOtherThanStalking);
  const count = (what: string, all: readonly { readonly id: string }[]): LetterBlock =>
    figure(what, ids(all), cite);
  return [
    heading('Figures'),
    row(['What', 'How many', 'Which']),
    count('Incidents that the client has disclosed', incidents),
    count('Incidents reported to the police', reported),
    count('Incidents of which the client says that they were not reported', unreported),
    count('Incidents of which it is not recorded whether they were reported', unsaid),
    count('Reports to the police', reports),
    count('Reports recorded as a crime', crimes),
    count('Reports recorded as stalking', stalking),
    count('Reports recorded as something else, with entries marked with acts of the Act', otherwise),
    count(
      'Reports of which it is not recorded what they were recorded as',
      reports.filter((each) => each.recordedAs === null),
    ),
    count(
      'Reports with a detective',
      reports.filter((each) => each.isDetective === true),
    ),
    count(
      'Reports of which the single point of contact for stalking was told',
      reports.filter((each) => each.spocContactedOn !== null),
    ),
  ];
}

function reportsSection(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const { reports } = facts;
  if (reports.length === 0)
    return [heading('Reports, and what they were recorded as'), text('No report to the police is recorded.')];
  return [
    heading('Reports, and what they were recorded as'),
    row(['Report', 'Recorded as', 'What the entries speak to', 'Officer, outcome']),
    ...reports.map((each) => {
      const entries = reportEntries(facts, each);
      const ids = entries.map(({ id }) => id);
      const acts = actsLine(facts.law, entries);
      const speaks =
        entries.length === 0
          ? 'entries not recorded'
          : `${acts === '' ? 'no act of the Act marked' : acts}${cite(ids)}`;
      const officer = [
        said(each.officer),
        each.officerRole,
        each.isDetective === null ? '' : each.isDetective ? 'a detective' : 'not a detective',
        `outcome: ${said(each.outcome)}`,
      ];
      return row(
        [
          capital(reportRef(each)),
          recordedLine(each),
          speaks,
          officer.filter((part) => part !== '').join(', '),
        ],
        [each.id, ...ids],
      );
    }),
  ];
}

function recordedLine(each: LetterFacts['reports'][number]): string {
  const { recordedAs: as, offence, offenceCode, rank, saidBy, saidOn } = each;
  if (as === null) return 'not recorded';
  const parts = [
    labelOf(recordedAs, as),
    offence === '' ? '' : `“${offence}”`,
    offenceCode,
    rank === null ? '' : labelOf(recordedRank, rank).toLowerCase(),
    `said by: ${said(saidBy)}${saidOn === null ? '' : `, ${dateWords(saidOn)}`}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function riskSection(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const { assessments, actions, today } = facts;
  const withOwner = actions.filter(({ owner, due }) => owner !== '' && due !== null);
  const done = actions.filter(({ doneOn }) => doneOn !== null);
  const open = actions.filter(({ doneOn, due }) => doneOn === null && due !== null && due < today);
  const idsOf = (all: typeof actions): readonly string[] => all.map(({ id }) => id);
  return [
    heading('Risk: assessed and managed'),
    ...(assessments.length === 0
      ? [text('No risk assessment is recorded.')]
      : [
          row(['Assessment', 'By', 'Result, as the tool gives it', 'Parts not completed']),
          ...assessments.map((each) =>
            row(
              [
                `${each.tool}, ${dateWords(each.on)}`,
                said(each.by),
                said(each.result),
                each.partsNotCompleted === '' ? 'none recorded' : each.partsNotCompleted,
              ],
              [each.id],
            ),
          ),
        ]),
    ...(actions.length === 0
      ? [text('No action of a plan to manage risk is recorded.')]
      : [
          row(['Plan', 'How many', 'Which']),
          figure('Actions', idsOf(actions), cite),
          figure('Actions with an owner and a date', idsOf(withOwner), cite),
          figure('Actions done', idsOf(done), cite),
          figure(
            'Actions past their date, of which it is not recorded that they were done',
            idsOf(open),
            cite,
          ),
        ]),
  ];
}

function asksSection({ requests, today }: LetterFacts): readonly LetterBlock[] {
  if (requests.length === 0)
    return [heading('What was asked for, and the answers'), text('Nothing asked for is recorded.')];
  return [
    heading('What was asked for, and the answers'),
    row(['What', 'Asked', 'Answer']),
    ...requests.map((each) => {
      const { what, text: detail, on, of, how, answer, answeredOn, reason, doneOn } = each;
      const waits =
        on === null
          ? ''
          : `, ${counted(Math.max(0, daysBetween(on, today)), 'day', 'days')} after it was asked`;
      const answered =
        answer === null
          ? `no answer recorded${waits}`
          : [
              labelOf(requestAnswers, answer),
              dayWords(answeredOn),
              `reason: ${said(reason)}`,
              doneOn === null ? '' : `done ${dateWords(doneOn)}`,
            ]
              .filter((part) => part !== '')
              .join(', ');
      const asked = [dayWords(on), `of: ${said(of)}`, how].filter((part) => part !== '').join(', ');
      const subject = labelOf(requestSubjects, what);
      return row([detail === '' ? subject : `${subject}: ${detail}`, asked, answered], [each.id]);
    }),
  ];
}

function updatesSection(facts: LetterFacts): readonly LetterBlock[] {
  const owed = facts.events.filter(isOwed);
  if (owed.length === 0)
    return [heading('Decisions and events, and when the client was told'), text('None is recorded.')];
  return [
    heading('Decisions and events, and when the client was told'),
    row(['What happened', 'Update due', 'Client told', 'Review']),
    ...owed.map((each) => {
      const { what, on, text: detail, offence, toldOn, toldBy, toldHow } = each;
      const told =
        toldOn === null
          ? 'not recorded'
          : [`${dateWords(toldOn)}, ${updateDays(each)}`, toldBy === '' ? '' : `by ${toldBy}`, toldHow]
              .filter((part) => part !== '')
              .join(', ');
      const happened = [`${dateWords(on)}, ${labelOf(eventSorts, what)}`, offence, detail];
      return row(
        [happened.filter((part) => part !== '').join(': '), dueWords(facts, each), told, reviewLine(each)],
        [each.id],
      );
    }),
  ];
}

function reviewLine({
  what,
  reviewAskedOn,
  reviewAnsweredOn,
  reviewAnswer,
}: LetterFacts['events'][number]): string {
  if (reviewAskedOn === null) return isDecision({ what }) ? 'not recorded that one was asked for' : '';
  const answered =
    reviewAnswer === null
      ? 'answer not recorded'
      : `${labelOf(reviewAnswers, reviewAnswer).toLowerCase()}, ${dayWords(reviewAnsweredOn)}`;
  return `asked ${dateWords(reviewAskedOn)}: ${answered}`;
}

function protectionSection(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const { orders, breaches } = facts;
  if (orders.length === 0 && breaches.length === 0)
    return [heading('Bail, orders and breaches'), text('No bail and no order is recorded.')];
  return [
    heading('Bail, orders and breaches'),
    ...(orders.length === 0
      ? []
      : [
          row(['Order or bail', 'Asked and answered', 'In force, served', 'Terms']),
          ...orders.map((each) => orderRow(facts, each)),
        ]),
    ...breachRows(facts, cite),
  ];
}

function orderRow(
  facts: LetterFacts,
  { id, name, from, until, order }: LetterFacts['orders'][number],
): LetterBlock {
  const names = new Map(
    [...facts.people, ...facts.places, ...facts.orders].map((each) => [each.id, each.name]),
  );
  const stands = order?.stage == null ? '' : orderStageText(order.stage).toLowerCase();
  const asked = [
    stands,
    `asked: ${dayWords(order?.askedOn ?? null)}`,
    order === undefined || order.askedOf === '' ? '' : `of ${order.askedOf}`,
    order === undefined || order.answer === '' ? '' : `answer: ${order.answer}`,
    order === undefined || order.reason === '' ? '' : `reason: ${order.reason}`,
    `client’s views asked: ${yesNo(order?.viewsAsked ?? null)}`,
  ];
  const runs = [
    order?.bail == null ? '' : bailText(order.bail).toLowerCase(),
    `from ${from === null ? 'not recorded' : dateWords(from)}`,
    `until ${until === null ? 'not recorded' : dateWords(until)}`,
    `served: ${dayWords(order?.servedOn ?? null)}`,
    `client told: ${dayWords(order?.clientToldOn ?? null)}`,
  ];
  const terms = (order?.terms ?? []).map((term) => termLine(term, (each) => names.get(each) ?? ''));
  return row(
    [
      name,
      ...[asked, runs].map((part) => part.filter((each) => each !== '').join(', ')),
      terms.length === 0 ? 'not recorded' : terms.join('; '),
    ],
    [id],
  );
}

function breachRows(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const { breaches } = facts;
  const held = breaches.filter(({ answer }) => answer !== 'not_breach');
  if (held.length === 0) return [text('No possible breach is recorded.')];
  return [
    row([
      'Entry beside order or bail',
      'Decided here',
      'Reported',
      'Recorded as a breach',
      'Recorded as stalking too',
    ]),
    ...held.map((each) => {
      const { id, entryId, orderId, answer, reportedOn, reference, recordedAsBreach, recordedAsStalking } =
        each;
      const reported =
        reportedOn === null
          ? 'not recorded'
          : `${dateWords(reportedOn)}${reference === '' ? '' : `, ${reference}`}`;
      return row(
        [
          bare(cite([entryId, orderId])),
          labelOf(breachAnswers, answer),
          reported,
          yesNo(recordedAsBreach),
          yesNo(recordedAsStalking),
        ],
        [id, entryId, orderId],
      );
    }),
  ];
}

function adviceSection({ reports }: LetterFacts): readonly LetterBlock[] {
  const advised = reports.filter(({ advice }) => advice.trim() !== '');
  if (advised.length === 0) return [];
  return [
    heading('Advice given, word for word'),
    ...advised.map((each) =>
      item(`“${each.advice.trim()}” Given by: ${said(each.adviceBy)} (${reportRef(each)}).`, [each.id]),
    ),
  ];
}

function warningsSection(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const warnings = facts.events.filter(({ what }) => what === 'warning');
  if (warnings.length === 0) return [];
  const incidents = incidentsOf(facts);
  const line = (all: readonly LetterEntry[]): string => `${all.length}${cite(all.map(({ id }) => id))}`;
  return [
    heading('Warnings, and the conduct before and after'),
    ...warnings.map((each) => {
      const { before, sameDay, after, unsure } = aroundWarning(each, incidents);
      const sides: readonly (readonly [string, readonly LetterEntry[]])[] = [
        ['Incidents recorded in the 28 days before', before],
        ['on the day, where the time does not tell which came first', sameDay],
        ['in the 28 days after', after],
        ['with dates too wide to say', unsure],
      ];
      return item(
        `Warning of ${dateWords(each.on)}${each.text === '' ? '' : `: ${each.text}`}. ${sides.map(([words, all]) => `${words}: ${line(all)}`).join('; ')}.`,
        [each.id, ...[...before, ...sameDay, ...after, ...unsure].map(({ id }) => id)],
      );
    }),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
