import type { Entry } from '../../models/chronology';
import type { RegisterBody } from '../../models/register';
import type { Assessment } from '../../records/assessment';
import type { CaseDetails } from '../../records/case-details';
import type { CaseEvent } from '../../records/case-event';
import type { PlanAction } from '../../records/plan-action';
import type { PoliceReport } from '../../records/police-report';
import { dayNumber } from '../patterns/calendar';
import { wasReported } from '../reported';
import { forceOf } from './forces';
import { quarterOf, quarterWithin } from './quarters';
import type { Unit } from './tables';

/** What figures read of an incident: when it was, and whether it was reported. */
export type FiguresEntry = Pick<Entry, 'id' | 'kind' | 'earliest' | 'latest' | 'reported' | 'unreported'>;

/** What figures read of a case. */
export interface FiguresCase {
  /** The UK day on which the case was written down. */
  readonly createdOn: string;
  readonly details: Pick<
    CaseDetails,
    'jurisdiction' | 'referredOn' | 'referralRoute' | 'domesticAbuse' | 'force' | 'closedOn' | 'closeReason'
  >;
  readonly entries: readonly FiguresEntry[];
  readonly reports: readonly Pick<PoliceReport, 'on' | 'recordedAs' | 'entryIds'>[];
  readonly events: readonly Pick<CaseEvent, 'what' | 'on'>[];
  readonly assessments: readonly Pick<Assessment, 'on'>[];
  readonly actions: readonly Pick<PlanAction, 'approach'>[];
  readonly orders: readonly Pick<RegisterBody, 'orderType' | 'from' | 'order'>[];
}

export const notSaid = 'not_said';
/** A force that is not on the list of forces, however it was typed. */
export const otherForce = 'other_force';

/** Days from the referral within which a first assessment is looked for (2017 report, chapter on risk; the office's own rule of three days). */
export const assessedWithin = 3;

/** What every figure is sorted by: jurisdiction, force, whether it is related to domestic abuse. */
function placeOf({ details }: FiguresCase): Unit {
  const { jurisdiction, force, domesticAbuse } = details;
  return {
    jurisdiction: jurisdiction ?? notSaid,
    force: force.trim() === '' ? notSaid : (forceOf(force) ?? otherForce),
    abuse: domesticAbuse === null ? notSaid : domesticAbuse ? 'yes' : 'no',
  };
}

/** The day a case began: of the referral, else that on which it was written down. */
function began({ details, createdOn }: FiguresCase): string {
  return details.referredOn ?? createdOn;
}

const crimes: ReadonlySet<string | null> = new Set([
  'stalking',
  'harassment',
  'malicious_communications',
  'breach',
  'other_crime',
]);

/** Every stage is also in those before it. */
export const incidentStages = ['disclosed', 'reported', 'crime', 'stalking'] as const;

/** How far an incident came: disclosed to the advocate, reported, recorded as a crime, recorded as stalking. */
export function stageOf(
  entry: FiguresEntry,
  reports: FiguresCase['reports'],
): (typeof incidentStages)[number] {
  const about = reports.filter(({ entryIds }) => entryIds.includes(entry.id));
  if (about.some(({ recordedAs }) => recordedAs === 'stalking')) return 'stalking';
  if (about.some(({ recordedAs }) => crimes.has(recordedAs))) return 'crime';
  return about.length > 0 || wasReported(entry) === true ? 'reported' : 'disclosed';
}

/** The incidents of a period. */
export function incidentUnits(cases: readonly FiguresCase[], quarters: readonly string[]): readonly Unit[] {
  return cases.flatMap((each) =>
    each.entries.flatMap((entry) => {
      const quarter = entry.kind === 'incident' ? quarterWithin(entry, quarters) : null;
      return quarter === null ? [] : [{ ...placeOf(each), quarter, stage: stageOf(entry, each.reports) }];
    }),
  );
}

export const responseStages = ['none', 'reported', 'charged', 'prosecuted', 'convicted'] as const;
const eventsOf = {
  convicted: ['conviction', 'sentence'],
  prosecuted: ['hearing', 'plea', 'acquittal'],
  charged: ['charge', 'charge_changed'],
} as const;

/** How far the response to a case came. Where a later stage is recorded, those before it count as reached. */
function responseOf({ entries, reports, events }: FiguresCase): (typeof responseStages)[number] {
  const has = (stage: keyof typeof eventsOf): boolean =>
    events.some(({ what }) => (eventsOf[stage] as readonly string[]).includes(what));
  if (has('convicted')) return 'convicted';
  if (has('prosecuted')) return 'prosecuted';
  if (has('charged')) return 'charged';
  return reports.length > 0 || entries.some((entry) => wasReported(entry) === true) ? 'reported' : 'none';
}

/** Days from the beginning of a case to its first assessment; null without one. */
export function daysToAssessment(each: FiguresCase): number | null {
  const [first] = each.assessments.map(({ on }) => on).sort();
  return first === undefined ? null : Math.max(0, dayNumber(first) - dayNumber(began(each)));
}

/** Cases of the period, by when they began. */
export function casesBegun(
  cases: readonly FiguresCase[],
  quarters: readonly string[],
): readonly FiguresCase[] {
  return cases.filter((each) => quarters.includes(quarterOf(began(each))));
}

export function caseUnits(cases: readonly FiguresCase[], quarters: readonly string[]): readonly Unit[] {
  return casesBegun(cases, quarters).map((each) => {
    const days = daysToAssessment(each);
    return {
      ...placeOf(each),
      quarter: quarterOf(began(each)),
      response: responseOf(each),
      assessed: days === null ? 'not_recorded' : days <= assessedWithin ? 'soon' : 'later',
      plan: each.actions.length > 0 ? 'recorded' : 'not_recorded',
      route: each.details.referralRoute ?? notSaid,
    };
  });
}

/** Cases that were closed in the period. */
export function closedUnits(cases: readonly FiguresCase[], quarters: readonly string[]): readonly Unit[] {
  return cases.flatMap(({ details: { closedOn, closeReason } }) => {
    const quarter = closedOn === null ? null : quarterOf(closedOn);
    return quarter !== null && quarters.includes(quarter)
      ? [{ quarter, reason: closeReason ?? notSaid }]
      : [];
  });
}

export const orderStagesCounted = ['asked', 'refused', 'made'] as const;

/** Orders that were asked for or made in the period, by what became of them; those that were only thought of are none. */
export function orderUnits(cases: readonly FiguresCase[], quarters: readonly string[]): readonly Unit[] {
  return cases.flatMap(({ orders }) =>
    orders.flatMap(({ orderType, from, order }) => {
      const stage = order?.stage ?? (from === null ? null : 'made');
      if (stage === null || stage === 'considered') return [];
      const day = order?.askedOn ?? order?.madeOn ?? from;
      const quarter = day === null || day.length < 10 ? null : quarterOf(day.slice(0, 10));
      if (quarter === null || !quarters.includes(quarter)) return [];
      return [{ quarter, type: orderType ?? notSaid, became: stage === 'ended' ? 'made' : stage }];
    }),
  );
}
