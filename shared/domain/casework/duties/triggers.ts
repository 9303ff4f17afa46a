import { counted } from '../../counts';
import { eventSorts } from '../../../records/case-event';
import { labelOf } from '../../../records/by-fields';
import type { Duty } from '../../../models/duty';
import { hearingsOf } from './hearings';
import { standingAssessment } from './risk';
import type { RuleId } from './rules';
import { conductAfter, dueOf, dueSoon, on, onEntries, say } from './view';
import type { Found, View } from './view';

/** Something that happened since the assessment that stands: the first day of its kind, what it was, what it stands on. */
interface Trigger {
  readonly rule: RuleId;
  readonly day: string;
  readonly what: string;
  readonly standsOn: Duty['standsOn'];
}

/** What happened since the assessment that stands and makes a review necessary; a newer assessment meets all of it. */
export function triggerRules(view: View): readonly Found[] {
  const standing = standingAssessment(view);
  if (standing === null) return [];
  const since = standing.body.on;
  const all = [acts, escalations, breaches, releases, hearings].flatMap((each) => each(view, since));
  return all.flatMap(({ rule, day, what, standsOn }) =>
    dueSoon(view, dueOf(view, rule, day), {
      rule,
      subject: standing.id,
      text: `${what} since the assessment of ${say(since)}: a review is necessary.`,
      standsOn: [...standsOn, ...on('assessment', standing)],
      record: 'new-assessment',
    }),
  );
}

/** The day on which something of uncertain date can have made a review necessary at the earliest. */
const dayAfter = (since: string, earliest: string): string => (earliest > since ? earliest : since);

function acts(view: View, since: string): readonly Trigger[] {
  const all = conductAfter(view, since);
  const [first] = all;
  if (first === undefined) return [];
  const unsure = all.some(({ earliest }) => earliest <= since) ? ', some perhaps before,' : '';
  return [
    {
      rule: 'review-after-act',
      day: all.map(({ earliest }) => dayAfter(since, earliest)).reduce(min),
      what: `${counted(all.length, 'incident', 'incidents')}${unsure}`,
      standsOn: onEntries(all),
    },
  ];
}

const min = (one: string, other: string): string => (other < one ? other : one);

function escalations(view: View, since: string): readonly Trigger[] {
  const all = conductAfter(view, since).filter(({ escalates }) => escalates);
  const [first] = all;
  if (first === undefined) return [];
  return [
    {
      rule: 'review-after-escalation',
      day: all.map(({ earliest }) => dayAfter(since, earliest)).reduce(min),
      what: `${counted(all.length, 'entry', 'entries')} with a threat or with conduct of a new sort`,
      standsOn: onEntries(all),
    },
  ];
}

/** Breaches that somebody decided on; what nobody has looked at yet has a line of its own. */
function breaches(view: View, since: string): readonly Trigger[] {
  const after = new Map(conductAfter(view, since).map((entry) => [entry.id, entry]));
  const all = view.facts.breaches.flatMap(({ body }) => {
    const entry = body.answer === 'breach' ? after.get(body.entryId) : undefined;
    return entry === undefined ? [] : [entry];
  });
  const once = [...new Map(all.map((entry) => [entry.id, entry])).values()];
  const [first] = once;
  if (first === undefined) return [];
  return [
    {
      rule: 'review-after-breach',
      day: once.map(({ earliest }) => dayAfter(since, earliest)).reduce(min),
      what: counted(once.length, 'possible breach', 'possible breaches'),
      standsOn: onEntries(once),
    },
  ];
}

const setFree = new Set<string>(['release', 'bail', 'bail_changed', 'rui']);

function releases({ facts, today }: View, since: string): readonly Trigger[] {
  const all = facts.events.filter(
    ({ body }) => setFree.has(body.what) && body.on > since && body.on <= today,
  );
  const [first] = all;
  if (first === undefined) return [];
  const what = all.map(({ body }) => `${labelOf(eventSorts, body.what)} on ${say(body.on)}`).join('; ');
  return [
    {
      rule: 'review-after-release',
      day: all.map(({ body }) => body.on).reduce(min),
      what,
      standsOn: on('case-event', ...all),
    },
  ];
}

/** What a court did, from both places where it is recorded; the day itself is not yet after the hearing. */
function hearings(view: View, since: string): readonly Trigger[] {
  const { facts, today } = view;
  const heard = hearingsOf(view).filter(({ earliest, latest }) => earliest > since && latest < today);
  const events = facts.events.filter(
    ({ body }) => courtEvents.has(body.what) && body.on > since && body.on < today,
  );
  const days = [...heard.map(({ earliest }) => earliest), ...events.map(({ body }) => body.on)];
  const [first] = days;
  if (first === undefined) return [];
  const listed = [...new Set(days)].sort().map(say).join(', ');
  return [
    {
      rule: 'review-after-hearing',
      day: days.reduce(min),
      what: `Court on ${listed}`,
      standsOn: [...on('proceedings', ...heard), ...on('case-event', ...events)],
    },
  ];
}

const courtEvents = new Set<string>(['hearing', 'plea', 'conviction', 'acquittal', 'sentence']);
