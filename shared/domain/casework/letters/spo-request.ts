import { orderTypeOf } from '../../law/law-of';
import type { LetterBlock } from '../../../records/letter';
import { termLine } from '../../../records/words/register-words';
import { dateWords } from '../../../records/words/date-words';
import { filled, gap, heading, item, row, text } from './blocks';
import { actsIn, actsTable, addressee, citedSection, hasActs, head, howToRead, refusal } from './build-kit';
import type { Builder } from './build-kit';
import { citer, incidentsOf } from './facts';
import type { Cite, LetterFacts } from './facts';
import { effectWords, patternWords } from './pattern';
import { personRows } from './people-words';
import { riskWords } from './risk-words';
import { actsRule, letterRule, noSpo, rulesSection, termAgainst } from './rules';
import { consentWords } from './safe-contact';

const title = 'Request for a stalking protection order';

/** Asks the chief officer to apply for a stalking protection order: its three limbs, each with the entries that speak to it. */
export const buildSpoRequest: Builder = (facts, { reader }) => {
  const { jurisdiction } = facts.details;
  if (jurisdiction !== null && orderTypeOf(facts.law, 'spo') === null)
    return refusal('spo-request', title, noSpo);
  if (jurisdiction === null)
    return refusal(
      'spo-request',
      title,
      'The law that applies is not recorded. It says by which Act an order is asked for: say it in the details of the case.',
    );
  const to = addressee(facts, reader);
  const cite = citer(facts);
  const spo = letterRule(`spo.${jurisdiction}`);
  const body = [
    heading('What is asked for'),
    text(
      `The police are asked to consider an application for a stalking protection order (${spo.source}), and an interim order until it is decided.`,
    ),
    row(['What', 'Recorded']),
    row(['Client', filled(facts.details.clientName, 'the client’s name')]),
    ...personRows(facts),
    ...limbs(facts, cite),
    ...terms(facts),
    consentWords(facts, 'police', 'the police'),
  ];
  const rules = ['spo', 'spo-interim', 'spo-length'].map((id) => `${id}.${jurisdiction}`);
  const blocks = [
    ...head(facts, to),
    howToRead,
    ...body,
    ...rulesSection(rules, [actsRule(facts.law)]),
    ...citedSection(facts, body),
  ];
  return { sort: 'spo-request', title, to, blocks, refused: null };
};

function limbs(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const acted = incidentsOf(facts).filter(hasActs);
  return [
    heading('(a) Acts associated with stalking'),
    ...(acted.length === 0
      ? [text(gap('entries with acts associated with stalking'))]
      : actsTable(facts.law, acted, cite)),
    heading('(b) A risk associated with stalking to another person'),
    ...patternWords(facts, cite),
    ...effectWords(facts, cite),
    ...riskWords(facts, cite).filter(({ as }) => as !== 'heading'),
    heading('(c) Why an order is necessary to protect from that risk'),
    ...necessity(facts, cite),
  ];
}

/** What protection there is or was, when it ends, and what happened all the same. */
function necessity(facts: LetterFacts, cite: Cite): readonly LetterBlock[] {
  const { orders, breaches, events } = facts;
  const made = orders.filter(({ order }) => order?.stage === 'made' || order?.stage === 'ended');
  const broken = breaches.filter(({ answer }) => answer === 'breach');
  const brokenIds = [...new Set(broken.map(({ entryId }) => entryId))];
  const warnings = events.filter(({ what }) => what === 'warning');
  return [
    ...(made.length === 0 ? [text('No order and no bail with conditions is recorded as made.')] : []),
    ...made.map(({ id, name, from, until }) =>
      item(
        `${name}: from ${from === null ? 'not recorded' : dateWords(from)} until ${until === null ? 'not recorded' : dateWords(until)}.`,
        [id],
      ),
    ),
    text(
      `Entries that a person here decided to be possible breaches: ${brokenIds.length}${cite(brokenIds)}.`,
      brokenIds,
    ),
    ...warnings.map(({ id, on, text: words }) =>
      item(`Warning of ${dateWords(on)}${words === '' ? '' : `: ${words}`}.`, [id]),
    ),
    text(
      `Who is to be protected: ${filled(facts.details.clientName, 'who is to be protected')}. The person protected need not be the one whom the acts were done to.`,
    ),
    text(gap('why an order is necessary to protect from that risk, in your words')),
  ];
}

/** Terms as somebody wrote them for the order that was asked for; else those that answer the acts that are recorded. */
function terms(facts: LetterFacts): readonly LetterBlock[] {
  const asked = facts.orders.filter(
    ({ orderType, order }) =>
      (orderType === 'spo' || orderType === 'interim_spo') &&
      (order?.stage === 'asked' || order?.stage === 'considered'),
  );
  const names = new Map(
    [...facts.people, ...facts.places, ...facts.orders].map(({ id, name }) => [id, name]),
  );
  const written = asked.flatMap(({ id, order }) =>
    (order?.terms ?? []).map((term) =>
      item(
        termLine(term, (each) => names.get(each) ?? ''),
        [id],
      ),
    ),
  );
  const acted = actsIn(facts.law, incidentsOf(facts));
  const proposed = acted.map(({ act, entries }) =>
    item(
      termAgainst(act),
      entries.map(({ id }) => id),
    ),
  );
  const lines = written.length > 0 ? written : proposed;
  return [
    heading('Terms proposed'),
    ...(written.length > 0 || lines.length === 0
      ? []
      : [text('Each answers an act that is recorded. Change them to what the client needs.')]),
    ...(lines.length === 0 ? [item(gap('terms proposed'))] : lines),
  ];
}
