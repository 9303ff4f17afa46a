import type { Duty } from '../../../models/duty';
import { limitOf } from '../../law/law-of';
import { standingOf } from '../../dates/standing';
import { askRules } from './asks';
import { bailRules } from './bail';
import { breachRules } from './breaches';
import { caseRules, closingRules, consentRules } from './case-rules';
import type { CaseFacts, Recorded } from './facts';
import { courtRules } from './hearings';
import { orderRules } from './orders';
import { reportRules } from './reports';
import { riskRules } from './risk';
import { dutyRules, ruleIds } from './rules';
import type { DutyRule, DutyRules } from './rules';
import { triggerRules } from './triggers';
import { eventRules } from './updates';
import { viewOf } from './view';
import type { Area, Found, View } from './view';
import type { PutOff } from '../../../records/put-off';
import { hasEnded } from '../caseload/endings';

const areas: readonly Area[] = [
  caseRules,
  consentRules,
  riskRules,
  triggerRules,
  reportRules,
  eventRules,
  askRules,
  bailRules,
  orderRules,
  breachRules,
  courtRules,
];

/**
 * What is missing or due in a case on a day (`today`, YYYY-MM-DD in the UK), what is late first, then by day. A line is there
 * exactly while its rule finds it; one that somebody put off says so. Of a case that is closed only the closing is asked about.
 */
export function dutiesOf(facts: CaseFacts, today: string, rules: DutyRules = dutyRules): readonly Duty[] {
  const view = viewOf(facts, today, rules);
  const open = hasEnded(facts.status) ? [] : areas;
  const found = [closingRules, ...open].flatMap((area) => area(view));
  return sortDuties(
    found.map((each) => dutyOf(view, each)),
    today,
  );
}

/** What is late first, then by day, then what has no day; of one day in the order of the rules. */
export function sortDuties(all: readonly Duty[], today: string): readonly Duty[] {
  const rank = ({ due }: Duty): number => (due === null ? 2 : due < today ? 0 : 1);
  const place = new Map<string, number>(ruleIds.map((id, index) => [id, index]));
  return [...all].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      compare(one.due ?? '', other.due ?? '') ||
      compare(one.caseReference, other.caseReference) ||
      (place.get(one.rule) ?? 0) - (place.get(other.rule) ?? 0) ||
      compare(one.subject, other.subject),
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function dutyOf(view: View, found: Found): Duty {
  const { facts, rules, today } = view;
  const { rule: id, subject = '', text, due = null, standsOn = [], record = null } = found;
  const rule = rules[id];
  return {
    ...{ rule: id, subject, caseId: facts.caseId, caseReference: facts.reference, text },
    ...tagOf(rule, found, today),
    due: due?.day ?? null,
    isCertain: due?.isCertain ?? true,
    source: sourceOf(view, rule),
    ...{ standsOn: onlyOnce(standsOn), room: rule.room, record },
    putOff: putOffOf(facts.putOffs, id, subject, today),
  };
}

/** Proceedings with two hearings are named once. */
function onlyOnce(standsOn: Duty['standsOn']): Duty['standsOn'] {
  return [...new Map(standsOn.map((each) => [each.id, each])).values()];
}

/** What a line is marked with: its days, where its rule counts them, else the words of the rule. */
function tagOf(rule: DutyRule, { due = null, tag, tone }: Found, today: string): Pick<Duty, 'tag' | 'tone'> {
  if (due === null || rule.counts !== true) return { tag: tag ?? rule.tag, tone: tone ?? rule.tone };
  const { is, days } = standingOf(due.day, today);
  if (is === 'past')
    return {
      ...late(rule, days, due.isCertain),
      ...(tag === undefined ? {} : { tag, tone: tone ?? rule.tone }),
    };
  const soon = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${String(days)} days`;
  return { tag: tag ?? soon, tone: tone ?? (days > 7 ? 'neutral' : rule.tone) };
}

function late({ passed }: DutyRule, days: number, isCertain: boolean): Pick<Duty, 'tag' | 'tone'> {
  if (passed !== undefined) return { tag: passed, tone: isCertain ? 'red' : 'amber' };
  if (!isCertain) return { tag: 'perhaps late', tone: 'amber' };
  return { tag: days === 1 ? '1 day late' : `${String(days)} days late`, tone: 'red' };
}

/** The source of the rule; of one that counts by a time limit, that of the limit in the law of the case. */
function sourceOf({ law }: View, { limit, source, asAt, confirmed }: DutyRule): Duty['source'] {
  const found = limit === undefined ? null : limitOf(limit, law);
  if (found === null) return { text: source === '' ? law.source : source, asAt, confirmed };
  return {
    text: source === '' ? found.source : source,
    asAt: found.asAt,
    confirmed: found.confirmed,
  };
}

/** Who put a line off, why and until when. From that day on it is there again. */
function putOffOf(
  all: readonly Recorded<PutOff>[],
  rule: string,
  subject: string,
  today: string,
): Duty['putOff'] {
  const found = all.find(
    ({ body }) =>
      body.rule === rule && body.subject === subject && (body.until === null || body.until > today),
  );
  return found === undefined ? null : { id: found.id, reason: found.body.reason, until: found.body.until };
}
