import { addDays } from '../working-days';
import type { LetterBlock } from '../../../records/letter';
import { dateWords } from '../../../records/words/date-words';
import { filled, gap, heading, row, text } from './blocks';
import { bare, citedSection, refusal, said } from './build-kit';
import type { Builder } from './build-kit';
import { allows, consentProblem, consentStanding } from './consent';
import type { ConsentStanding } from './consent';
import { citer, incidentsOf } from './facts';
import type { Cite, LetterFacts } from './facts';
import { incidentsTable, patternWords } from './pattern';
import { complainedOf, personRows } from './people-words';
import { latestAssessment } from './risk-words';
import { rulesSection } from './rules';
import { consentWords, safeRows } from './safe-contact';
import { entriesWithin } from './build-kit';

const title = 'MARAC referral';

/**
 * A MARAC referral, in the order of the fields that eight local forms have in common. It is made with the client’s consent, or with an
 * annex that says why it is shared without.
 */
export const buildMarac: Builder = (facts) => {
  const standing = consentStanding(facts.consents, 'marac', facts.today);
  if (!allows(standing)) return refusal('marac', title, consentProblem(standing, 'marac'));
  const cite = citer(facts);
  const body = [
    ...referrer(facts),
    ...client(facts),
    ...others(facts),
    ...reasons(facts, cite),
    ...aware(facts, standing),
    ...incidentsTable(facts, 'What the client reports, the newest first'),
    ...annex(facts, standing),
  ];
  const blocks = [...body, ...rulesSection(['marac', 'consent']), ...citedSection(facts, body)];
  return { sort: 'marac', title, to: 'MARAC', blocks, refused: null };
};

function referrer({ office, advocate, today, reference }: LetterFacts): readonly LetterBlock[] {
  return [
    heading('Referring agency'),
    row(['Field', 'Recorded']),
    row(['Agency', office]),
    row(['Contact', filled(advocate, 'who refers')]),
    row(['Date of the referral', dateWords(today)]),
    row(['Our reference', reference]),
  ];
}

function client(facts: LetterFacts): readonly LetterBlock[] {
  const { details } = facts;
  return [
    heading('Client'),
    row(['Field', 'Recorded']),
    row(['Name', filled(details.clientName, 'the client’s name')]),
    row([
      'Other names',
      details.clientAliases.length === 0 ? 'none recorded' : details.clientAliases.join(', '),
    ]),
    row([
      'Date of birth',
      filled(
        details.dateOfBirth === null ? '' : dateWords(details.dateOfBirth),
        'the client’s date of birth',
      ),
    ]),
    row(['Address', filled(details.address, 'the client’s address')]),
    row(['Phone', filled(details.phone, 'the client’s phone')]),
    heading('Safe to call'),
    row(['Field', 'Recorded']),
    ...safeRows(facts),
    heading('More about the client'),
    row(['Field', 'Recorded']),
    row(['Diversity, as the client says it', filled(details.diversity, 'diversity, as the client says it')]),
    row(['Language, interpreter', filled(details.language, 'language and interpreter')]),
    row(['Access and other needs', said(details.needs)]),
    row(['Housing', filled(details.housing, 'housing')]),
  ];
}

function others(facts: LetterFacts): readonly LetterBlock[] {
  return [
    heading('Person complained of, children'),
    row(['Field', 'Recorded']),
    ...personRows(facts),
    row(['Children, school', filled(facts.details.children, 'children and school')]),
  ];
}

function reasons(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const latest = latestAssessment(facts);
  const year = entriesWithin(incidentsOf(facts), addDays(facts.today, -365), facts.today);
  const ids = year.map(({ id }) => id);
  return [
    heading('Reason for the referral'),
    row(['Reason', 'Recorded']),
    row(
      ['Professional judgement', filled(latest?.judgement, 'professional judgement')],
      latest === null ? [] : [latest.id],
    ),
    row(
      [
        'Visible high risk',
        latest === null
          ? gap('a risk assessment with its result')
          : `${latest.tool} of ${dateWords(latest.on)}: ${said(latest.result)}`,
      ],
      latest === null ? [] : [latest.id],
    ),
    row(['Potential escalation', gap('whether it is getting worse, in the client’s words')]),
    row(['Repeat within 12 months', gap('whether it was before a MARAC within 12 months')]),
    row(
      [
        'Incidents recorded in the last 12 months',
        `${year.length}${ids.length === 0 ? '' : `: ${bare(cite(ids))}`}`,
      ],
      ids,
    ),
    heading('Background'),
    text(filled(facts.details.background, 'background')),
    ...patternWords(facts, cite),
    heading('Why several agencies'),
    text(gap('why several agencies are needed')),
  ];
}

function aware(facts: LetterFacts, { is, consent }: ConsentStanding): readonly LetterBlock[] {
  const afraid = complainedOf(facts).map(({ name }) => name);
  return [
    heading('Consent'),
    row(['Field', 'Recorded']),
    row([
      'Is the client aware of the referral',
      is === 'given' ? 'yes' : gap('whether the client is aware of it'),
    ]),
    row(
      ['Consent', is === 'given' ? 'given' : 'shared without consent, see the annex'],
      consent === null ? [] : [consent.id],
    ),
    row([
      'Who is afraid of whom',
      afraid.length === 0
        ? gap('who is afraid of whom')
        : `The client, of ${afraid.join(', ')}; others: ${gap('others who are afraid, and of whom')}`,
    ]),
    row(['Who must not be told', gap('who must not be told')]),
    ...(is === 'given' ? [consentWords(facts, 'marac', 'MARAC')] : []),
  ];
}

/** Where it goes without consent, why. */
function annex({ today }: LetterFacts, { is, consent }: ConsentStanding): readonly LetterBlock[] {
  if (is !== 'overridden' || consent === null) return [];
  return [
    heading('Annex: shared without consent'),
    text(
      `The client’s consent is not given. It is shared for this reason, decided ${consent.on === null ? 'on a day not recorded' : `on ${dateWords(consent.on)}`}: ${consent.reason.trim()}`,
      [consent.id],
    ),
    row(['Field', 'Recorded']),
    row(['What it covers', said(consent.scope)]),
    row(['Decided or explained by', filled(consent.explainedBy, 'who decided to share without consent')]),
    row(['Date of this annex', dateWords(today)]),
  ];
}
