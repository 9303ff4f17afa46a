import { labelOf } from '../../../records/by-fields';
import type { LetterBlock } from '../../../records/letter';
import { recordedAs } from '../../../records/police-report';
import { requestSubjects } from '../../../records/police-request';
import { dateWords } from '../../../records/words/date-words';
import { counted } from '../../counts';
import { filled, heading, item, row, text } from './blocks';
import { actsTable, addressee, citedSection, head, howToRead, said } from './build-kit';
import type { Builder } from './build-kit';
import { citer, incidentsOf } from './facts';
import type { LetterFacts } from './facts';
import { effectWords, incidentsTable, patternWords } from './pattern';
import { personRows } from './people-words';
import { riskWords } from './risk-words';
import { actsRule, rulesSection } from './rules';
import { consentWords, safeRows } from './safe-contact';

/** What a first officer needs: reports before this one, then the pattern, risk, safe contact and what is asked for. */
export const buildReportPack: Builder = (facts, { reader }) => {
  const to = addressee(facts, reader);
  const cite = citer(facts);
  const body = [
    ...reportsBefore(facts),
    heading('Who reports, and about whom'),
    row(['What', 'Recorded']),
    row(['Client', filled(facts.details.clientName, 'the client’s name')]),
    ...personRows(facts),
    heading('The pattern'),
    ...patternWords(facts, cite),
    heading('Acts'),
    ...actsTable(facts.law, incidentsOf(facts), cite),
    ...effectWords(facts, cite),
    ...riskWords(facts, cite),
    heading('Safe contact'),
    row(['What', 'Recorded']),
    ...safeRows(facts),
    consentWords(facts, 'police', 'the police'),
    ...askedFor(facts),
    ...incidentsTable(facts, 'What the client reports, the newest first'),
  ];
  const blocks = [
    ...head(facts, to),
    ...body,
    howToRead,
    ...rulesSection(facts.law.id === 'england-and-wales' ? ['search', 'consent'] : ['consent'], [
      actsRule(facts.law),
    ]),
    ...citedSection(facts, body),
  ];
  return { sort: 'report-pack', title: 'Report to the first officer', to, blocks, refused: null };
};

/** Incidents were treated singly (report of 2017): page 1 says how many reports there were before. */
function reportsBefore({ reports }: LetterFacts): readonly LetterBlock[] {
  const words = reports.length === 0 ? 'No report' : counted(reports.length, 'report', 'reports');
  return [
    heading('Reports before this one'),
    text(
      `${words} to the police ${reports.length > 1 ? 'are' : 'is'} recorded before this one${reports.length === 0 ? '' : ', with these references'}.`,
      reports.map(({ id }) => id),
    ),
    ...(reports.length === 0
      ? []
      : [
          row(['Reported', 'Crime or incident number', 'Force', 'Recorded as', 'Officer']),
          ...reports.map((each) =>
            row(
              [
                dateWords(each.on),
                [each.crimeNumber, each.incidentNumber].filter((number) => number !== '').join(', ') ||
                  'not recorded',
                said(each.force),
                each.recordedAs === null ? 'not recorded' : labelOf(recordedAs, each.recordedAs),
                said(each.officer),
              ],
              [each.id],
            ),
          ),
        ]),
  ];
}

function askedFor({ requests }: LetterFacts): readonly LetterBlock[] {
  const open = requests.filter(({ answer }) => answer === null);
  return [
    heading('What is asked for'),
    ...open.map(({ id, what, text: detail }) =>
      item(`${labelOf(requestSubjects, what)}${detail === '' ? '' : `: ${detail}`}`, [id]),
    ),
    ...(open.length === 0 ? [item(filled('', 'what is asked of the police'))] : []),
    item('The crime number, and the offence that it is recorded as.'),
    item(
      'The name of the officer in the case, and whether the single point of contact for stalking is told.',
    ),
  ];
}
