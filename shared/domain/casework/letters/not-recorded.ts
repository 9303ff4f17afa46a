import { eventSorts } from '../../../records/case-event';
import { labelOf } from '../../../records/by-fields';
import type { LetterBlock } from '../../../records/letter';
import { requestSubjects } from '../../../records/police-request';
import { dateWords } from '../../../records/words/date-words';
import { heading, item, text } from './blocks';
import type { Cite, LetterFacts } from './facts';
import { isOwed } from '../response/update-due';

interface Line {
  readonly words: string;
  readonly ids: readonly string[];
}

/** What is not recorded, line by line, each with what it is about. It is never said that something was not done. */
export function missingSection(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const lines = [
    ...ofReports(facts),
    ...ofRisk(facts),
    ...ofAnswers(facts),
    ...ofUpdates(facts),
    ...ofOrders(facts),
  ];
  return [
    heading('What is not recorded'),
    ...(lines.length === 0
      ? [text('Nothing that this paper looks for is missing.')]
      : lines.map(({ words, ids }) => item(`${words}${cite(ids)}`, ids))),
  ];
}

/** One line for all records that lack the same, where any does. */
function lacking<T extends { readonly id: string }>(
  words: string,
  all: readonly T[],
  lacks: (each: T) => boolean,
): readonly Line[] {
  const ids = all.filter(lacks).map(({ id }) => id);
  return ids.length === 0 ? [] : [{ words: `${words}: ${ids.length}`, ids }];
}

function ofReports({ reports }: LetterFacts): readonly Line[] {
  return [
    ...lacking('Reports without a crime number', reports, ({ crimeNumber }) => crimeNumber === ''),
    ...lacking(
      'Reports without what they were recorded as',
      reports,
      ({ recordedAs }) => recordedAs === null,
    ),
    ...lacking(
      'Reports without an officer in the case',
      reports,
      ({ officer, officerId }) => officer === '' && officerId === null,
    ),
    ...lacking(
      'Reports without a single point of contact for stalking',
      reports,
      ({ spoc, spocContactedOn }) => spoc === '' && spocContactedOn === null,
    ),
    ...lacking(
      'Reports without the entries that they were about',
      reports,
      ({ entryIds }) => entryIds.length === 0,
    ),
  ];
}

function ofRisk({ assessments, actions }: LetterFacts): readonly Line[] {
  return [
    ...(assessments.length === 0 ? [{ words: 'A risk assessment', ids: [] }] : []),
    ...(actions.length === 0 ? [{ words: 'A plan to manage the risk', ids: [] }] : []),
    ...lacking(
      'Actions without an owner or a date',
      actions,
      ({ owner, due }) => owner === '' || due === null,
    ),
  ];
}

function ofAnswers({ requests }: LetterFacts): readonly Line[] {
  return requests
    .filter(({ answer }) => answer === null)
    .map(({ id, what, on }) => ({
      words: `An answer to what was asked${on === null ? '' : ` on ${dateWords(on)}`}: ${labelOf(requestSubjects, what).toLowerCase()}`,
      ids: [id],
    }));
}

function ofUpdates({ events }: LetterFacts): readonly Line[] {
  return events
    .filter((each) => isOwed(each) && each.toldOn === null)
    .map(({ id, what, on }) => ({
      words: `That the client was told of: ${labelOf(eventSorts, what).toLowerCase()}, ${dateWords(on)}`,
      ids: [id],
    }));
}

function ofOrders({ orders }: LetterFacts): readonly Line[] {
  const made = orders.filter(({ order }) => order?.stage === 'made');
  return [
    ...lacking(
      'Orders made of which it is not recorded that they were served',
      made,
      ({ order }) => order?.servedOn == null,
    ),
    ...lacking('Orders or bail without terms', made, ({ order }) => (order?.terms.length ?? 0) === 0),
  ];
}
