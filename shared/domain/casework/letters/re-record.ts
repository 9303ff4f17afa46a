import type { Law } from '../../../models/law';
import type { Jurisdiction } from '../../../models/jurisdiction';
import { labelOf } from '../../../records/by-fields';
import type { LetterBlock } from '../../../records/letter';
import { recordedAs } from '../../../records/police-report';
import { filled, heading, item, row, text } from './blocks';
import {
  actsOf,
  actsTable,
  addressee,
  citedSection,
  hasActs,
  head,
  howToRead,
  refusal,
  said,
} from './build-kit';
import type { Builder } from './build-kit';
import { citer, reportRef } from './facts';
import type { LetterEntry, LetterFacts } from './facts';
import { actsRule, letterRule, rulesSection } from './rules';
import { reportEntries } from './response-facts';
import { consentWords } from './safe-contact';

const title = 'Request to record it as stalking';

/** Sets what was recorded beside the acts that its entries name, and asks for it to be recorded as stalking. */
export const buildReRecord: Builder = (facts, { reader, reportId }) => {
  const report = facts.reports.find(({ id }) => id === reportId);
  if (report === undefined)
    return refusal(
      're-record',
      title,
      'It is not said which report it is about. Choose one, or write it down first.',
    );
  const entries = reportEntries(facts, report);
  if (!entries.some(hasActs))
    return refusal(
      're-record',
      title,
      'No entry of this report is marked with an act associated with stalking. Link the entries that were reported, and mark their acts.',
    );
  const to = addressee(facts, reader);
  const cite = citer(facts);
  const jurisdiction = facts.law.id;
  const body = [
    heading('What is asked for'),
    text(
      `That the ${reportRef(report)}, be looked at again and recorded as stalking, and that the client be told of the answer and its reason.`,
      [report.id],
    ),
    row(['What', 'Recorded']),
    row(['Client', filled(facts.details.clientName, 'the client’s name')]),
    row(['Recorded as', recordedWords(report)], [report.id]),
    row(['Offence, in the words used', said(report.offence)], [report.id]),
    row(['Officer in the case', said(report.officer)], [report.id]),
    ...besides(facts.law, entries, report),
    heading('The acts, in the words of the Act'),
    ...actsTable(facts.law, entries, cite),
    ...consequences(jurisdiction),
    consentWords(facts, 'police', 'the police'),
  ];
  const rules = jurisdiction === 'england-and-wales' ? ['counting', 'search', 'serious'] : [];
  const blocks = [
    ...head(facts, to),
    howToRead,
    ...body,
    ...rulesSection(rules, [actsRule(facts.law)]),
    ...citedSection(facts, body),
  ];
  return { sort: 're-record', title, to, blocks, refused: null };
};

function recordedWords({ recordedAs: as, saidBy }: LetterFacts['reports'][number]): string {
  return as === null ? 'not recorded' : `${labelOf(recordedAs, as)}, said by: ${said(saidBy)}`;
}

function besides(
  law: Law,
  entries: readonly LetterEntry[],
  report: LetterFacts['reports'][number],
): readonly LetterBlock[] {
  return [
    heading('What was reported, beside what was recorded'),
    row(['When', 'What the client reports', 'Acts', 'Recorded as', 'Exhibits']),
    ...entries.map((each) =>
      row(
        [
          each.printedDate,
          each.title,
          actsOf(law, each) || 'none marked',
          report.recordedAs === null ? 'not recorded' : labelOf(recordedAs, report.recordedAs),
          each.exhibits.map(({ exhibitRef }) => exhibitRef).join(', '),
        ],
        [each.id, report.id],
      ),
    ),
  ];
}

/** What depends on how it is recorded. In Scotland and Northern Ireland the counting rules and s.2B do not apply. */
function consequences(jurisdiction: Jurisdiction): readonly LetterBlock[] {
  if (jurisdiction !== 'england-and-wales') return [];
  return [
    heading('What depends on it'),
    ...['counting', 'search', 'serious'].map((id) => {
      const { text: words, source } = letterRule(id);
      return item(`${words} (${source})`);
    }),
  ];
}
