import { counted } from '../../counts';
import { limitOf } from '../../law/law-of';
import { limitSpan } from '../../law/limit-words';
import type { Consent } from '../../../records/consent';
import type { Recorded } from './facts';
import { begunOn } from './risk';
import { certain, dueOf, dueSoon, lastOf, latestConduct, on, say, when } from './view';
import type { Found, View } from './view';

/** What is missing of the case itself: safety, law, conflict check, contact, tasks, and the time that the law leaves. */
export function caseRules(view: View): readonly Found[] {
  return [
    ...triage(view),
    ...attempts(view),
    ...safety(view),
    ...law(view),
    ...conflict(view),
    ...contact(view),
    ...tasks(view),
    ...summaryLimit(view),
  ];
}

function triage(view: View): readonly Found[] {
  const { facts } = view;
  if (facts.status !== 'referral_received') return [];
  return dueSoon(view, dueOf(view, 'triage-due', begunOn(view)), {
    rule: 'triage-due',
    text: `Referral of ${say(begunOn(view))}: that it was looked at is not recorded.`,
  });
}

/** Attempts are contacts with the client that we began, whatever came of them. */
function attempts(view: View): readonly Found[] {
  const { facts } = view;
  if (facts.status !== 'contact_attempts') return [];
  const made = facts.contacts.filter(
    ({ body }) => body.with === 'client' && body.direction === 'out' && body.on >= begunOn(view),
  );
  return made.length >= 3
    ? []
    : dueSoon(view, dueOf(view, 'contact-attempts', begunOn(view)), {
        rule: 'contact-attempts',
        text: `${counted(made.length, 'attempt', 'attempts')} to reach the client recorded since ${say(begunOn(view))}.`,
        standsOn: on('contact', ...made),
        record: 'new-contact',
      });
}

function safety({ facts: { safeContact } }: View): readonly Found[] {
  const open = [
    ...(safeContact.textOk === null ? ['texts'] : []),
    ...(safeContact.voicemailOk === null ? ['voicemail'] : []),
    ...(safeContact.emailOk === null ? ['e-mail'] : []),
  ];
  return [
    ...when(safeContact.rule.trim() === '', () => ({
      rule: 'no-safe-rule',
      text: 'How the client can be reached safely is not recorded.',
    })),
    ...when(open.length > 0, () => ({
      rule: 'safe-questions',
      text: `Not recorded whether these are safe: ${open.join(', ')}.`,
    })),
  ];
}

/** Where the details of the case are written. */
const detailsRecord = ({ facts }: View): string => facts.detailsId ?? 'new-case-details';

function law(view: View): readonly Found[] {
  return when(view.jurisdiction === null, () => ({
    rule: 'no-jurisdiction',
    text: 'Which law applies is not recorded. What is counted in working days is not certain until then.',
    record: detailsRecord(view),
  }));
}

function conflict({ facts }: View): readonly Found[] {
  const last = lastOf(facts.conflictChecks, ({ on: day }) => day);
  if (last === null)
    return [
      { rule: 'no-conflict-check', text: 'No conflict check is recorded.', record: 'new-conflict-check' },
    ];
  return when(last.body.outcome === 'asked', () => ({
    rule: 'conflict-open',
    subject: last.id,
    text: `The conflict check of ${say(last.body.on)} has no answer recorded.`,
    standsOn: on('conflict-check', last),
    record: last.id,
  }));
}

const notReached = new Set<string | null>(['no_answer', 'message_left', 'not_safe']);

/** A contact counts where the client was reached; before the first one, time runs from the beginning of the case. */
function contact(view: View): readonly Found[] {
  const reached = view.facts.contacts.filter(
    ({ body }) => body.with === 'client' && !notReached.has(body.outcome),
  );
  const last = lastOf(reached, ({ on: day }) => day);
  const from = last?.body.on ?? begunOn(view);
  return dueSoon(view, dueOf(view, 'no-contact', from), {
    rule: 'no-contact',
    text:
      last === null
        ? `No contact with the client is recorded since ${say(from)}.`
        : `The last contact with the client that is recorded was on ${say(from)}.`,
    standsOn: last === null ? [] : on('contact', last),
    record: 'new-contact',
  });
}

function tasks(view: View): readonly Found[] {
  return view.facts.tasks.flatMap(({ id, title, body }) =>
    body.doneOn !== null || body.due === null
      ? []
      : dueSoon(view, certain(body.due), {
          rule: 'task-due',
          subject: id,
          text: `${title}: ${say(body.due)}${body.time === null ? '' : ` at ${body.time}`}${body.owner === '' ? '' : `, ${body.owner}`}.`,
          standsOn: on('task', { id, title }),
          record: id,
        }),
  );
}

/** Advisory. Of an uncertain date the first day is counted from, so that the limit comes rather too early than too late. */
function summaryLimit(view: View): readonly Found[] {
  const isCharged = view.facts.events.some(({ body }) => body.what === 'charge');
  const last = isCharged ? null : latestConduct(view);
  if (last === null) return [];
  const due = dueOf(view, 'summary-limit', last.earliest);
  const { limit: id = '' } = view.rules['summary-limit'];
  const limit = limitOf(id, view.law);
  if (due === null || limit === null) return [];
  const isCertain = last.earliest === last.latest && view.jurisdiction !== null;
  return dueSoon(
    view,
    { day: due.day, isCertain },
    {
      rule: 'summary-limit',
      subject: last.id,
      text: `${limitSpan(limit)} from the latest incident (${say(last.earliest)}) end on ${say(due.day)}: the time to begin a case under s.2 or s.2A. For orientation alone.`,
      standsOn: on('entry', last),
      record: null,
    },
  );
}

const shut = new Set<string>(['closing', 'closed', 'declined', 'unable_to_contact', 'transferred']);

/** What is missing of a case that is being closed, or is closed. */
export function closingRules(view: View): readonly Found[] {
  const { facts } = view;
  if (!shut.has(facts.status)) return [];
  const { closedOn = null, closeReason = null, closeRecord = '' } = facts.details ?? {};
  const open = [
    ...(closedOn === null ? ['the day'] : []),
    ...(closeReason === null ? ['the reason'] : []),
    ...(closeRecord.trim() === '' ? ['the record at closing'] : []),
  ];
  return when(open.length > 0, () => ({
    rule: 'closing-without-record',
    text: `Of the closing these are not recorded: ${open.join(', ')}.`,
    record: detailsRecord(view),
  }));
}

/** Consent: missing before something was shared, or about to end. */
export function consentRules(view: View): readonly Found[] {
  const { facts } = view;
  const shared = facts.letters.filter(({ body }) => toPolice.has(body.sort));
  const told = facts.contacts.filter(({ body }) => body.with === 'police' && body.direction === 'out');
  const marac = facts.letters.filter(({ body }) => body.sort === 'marac');
  return [
    ...missing(view, 'police', [
      ...on('police-report', ...facts.reports),
      ...on('contact', ...told),
      ...on('letter', ...shared),
    ]),
    ...missing(view, 'marac', on('letter', ...marac)),
    ...ends(view),
  ];
}

const toPolice = new Set<string>(['response-review', 'report-pack', 'spo-request', 're-record', 'vrr']);
const agreed = new Set<string>(['given', 'overridden']);

/** The last answer counts: one that was taken back, or has ended, is none. */
function missing(
  { facts, today }: View,
  what: 'police' | 'marac',
  standsOn: NonNullable<Found['standsOn']>,
): readonly Found[] {
  const last = lastOf(
    facts.consents.filter(({ body }) => body.what === what && body.answer !== 'not_asked'),
    ({ on: day }) => day ?? '0000-01-01',
  );
  const stands =
    last !== null && agreed.has(last.body.answer) && (last.body.until === null || last.body.until >= today);
  const whom = what === 'police' ? 'the police' : 'MARAC';
  return when(standsOn.length > 0 && !stands, () => ({
    rule: what === 'police' ? 'consent-police' : 'consent-marac',
    text: `No consent that stands is recorded for sharing with ${whom}, and no reason for sharing without.`,
    standsOn,
    record: 'new-consent',
  }));
}

function ends(view: View): readonly Found[] {
  return view.facts.consents.flatMap(({ id, title, body }) => {
    const isLast = !view.facts.consents.some((each) => supersedes(each, { id, title, body }));
    return body.until === null || body.answer !== 'given' || !isLast
      ? []
      : dueSoon(view, certain(body.until), {
          rule: 'consent-ends',
          subject: id,
          text: `${title}: until ${say(body.until)}.`,
          standsOn: on('consent', { id, title }),
          record: id,
        });
  });
}

/** Whether one consent came after another about the same. */
function supersedes(one: Recorded<Consent>, other: Recorded<Consent>): boolean {
  const isSame = one.body.what === other.body.what && one.body.to === other.body.to;
  return one.id !== other.id && isSame && (one.body.on ?? '') > (other.body.on ?? '');
}
