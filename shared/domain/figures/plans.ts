import { everyLaw } from '../law/law-of';
import { closeReasons, jurisdictionOptions, referralRoutes } from '../../records/case-details';
import { forces } from './forces';
import { quarterWords, spansQuarters } from './quarters';
import type { TablePlan } from './tables';
import {
  assessedWithin,
  incidentStages,
  notSaid,
  orderStagesCounted,
  otherForce,
  responseStages,
} from './units';

interface Choice {
  readonly id: string;
  readonly label: string;
}
const nothingSaid: Choice = { id: notSaid, label: 'Not said' };

/** What tables are sorted by. Only forces and sorts of order that the office has had to do with are lines of their own. */
export interface Sorted {
  readonly quarters: readonly string[];
  readonly forces: readonly string[];
  readonly orderTypes: readonly string[];
}

const abuse = {
  attribute: 'abuse',
  label: 'Domestic abuse',
  answers: [
    { id: 'yes', label: 'Related to domestic abuse' },
    { id: 'no', label: 'Not related' },
    nothingSaid,
  ],
};
const jurisdiction = {
  attribute: 'jurisdiction',
  label: 'Jurisdiction',
  answers: [...jurisdictionOptions, nothingSaid],
};
const quarter = (quarters: readonly string[], withSpans: boolean) => ({
  attribute: 'quarter',
  label: 'Quarter',
  answers: [
    ...quarters.map((id) => ({ id, label: quarterWords(id) })),
    ...(withSpans
      ? [{ id: spansQuarters, label: 'In one quarter or another: the date is not certain' }]
      : []),
  ],
});
const force = (known: readonly string[]) => ({
  attribute: 'force',
  label: 'Force',
  answers: [
    ...forces.filter((each) => known.includes(each)).map((each) => ({ id: each, label: each })),
    { id: otherForce, label: 'Not one of the list of forces' },
    nothingSaid,
  ],
});
type By = TablePlan['by'];

function inOrder(
  base: Omit<TablePlan, 'by' | 'id' | 'title'>,
  id: string,
  title: string,
  ways: readonly (readonly [string, string, By])[],
): readonly TablePlan[] {
  return ways.map(([way, words, by]) => ({ ...base, by, id: `${id}-${way}`, title: `${title}, ${words}` }));
}

/** Incidents, by how far each came. */
export function incidentPlans({ quarters, forces: known }: Sorted): readonly TablePlan[] {
  const from = (stage: (typeof incidentStages)[number]): readonly string[] =>
    incidentStages.slice(incidentStages.indexOf(stage));
  return inOrder(
    {
      definition:
        'Incidents in the chronologies of all cases, by the date on which each happened. Reported: said to have been reported, or named in a report to the police. Recorded as a crime, as stalking: named in a report that was said to have been recorded so.',
      notCounted:
        'Background events are not counted. An incident whose date may lie in two quarters is counted once, apart, and not divided. “Reported” is not known of an incident nobody asked about: it stands under “disclosed” alone.',
      ...{ counts: 'stage', isChain: true, answers: incidentStages },
      columns: [
        { label: 'Disclosed', answers: null },
        { label: 'Reported', answers: from('reported') },
        { label: 'Recorded as a crime', answers: from('crime') },
        { label: 'Recorded as stalking', answers: from('stalking') },
      ],
    },
    'incidents',
    'Incidents',
    [
      ['quarter', 'by quarter', [quarter(quarters, true)]],
      ['abuse', 'by domestic abuse', [abuse]],
      ['force', 'by force', [force(known)]],
      ['jurisdiction', 'by jurisdiction', [jurisdiction]],
      ['force-abuse', 'by force and domestic abuse', [force(known), abuse]],
    ],
  );
}

/** Cases that began in the period: response, assessment, plan, referral. */
export function casePlans(sorted: Sorted): readonly TablePlan[] {
  return [...responsePlans(sorted), ...carePlans(sorted), ...routePlans(sorted)];
}

const begun =
  'Cases that began in the period: by the day of the referral, or, where none is recorded, the day the case was written down.';

function responsePlans({ quarters, forces: known }: Sorted): readonly TablePlan[] {
  const from = (stage: (typeof responseStages)[number]): readonly string[] =>
    responseStages.slice(responseStages.indexOf(stage));
  return inOrder(
    {
      definition: `${begun} Reported: there is a report, or an incident that was reported. Charged, prosecuted (a hearing, a plea or a verdict), convicted: as recorded among the events of the case, and where a later stage is recorded. With referrals by the police, below, these are the five counts of “Bridging the Gap” (2022).`,
      notCounted:
        'What is not recorded is not counted; that is not to say that it was not done. Each case counts once, however many reports it has.',
      ...{ counts: 'response', isChain: true, answers: responseStages },
      columns: [
        { label: 'Cases', answers: null },
        { label: 'Reported', answers: from('reported') },
        { label: 'Charged', answers: from('charged') },
        { label: 'Prosecuted', answers: from('prosecuted') },
        { label: 'Convicted', answers: from('convicted') },
      ],
    },
    'response',
    'From report to conviction',
    [
      ['quarter', 'by quarter', [quarter(quarters, false)]],
      ['abuse', 'by domestic abuse', [abuse]],
      ['force', 'by force', [force(known)]],
      ['jurisdiction', 'by jurisdiction', [jurisdiction]],
    ],
  );
}

function carePlans({ quarters, forces: known }: Sorted): readonly TablePlan[] {
  const ways: readonly (readonly [string, string, By])[] = [
    ['quarter', 'by quarter', [quarter(quarters, false)]],
    ['abuse', 'by domestic abuse', [abuse]],
    ['force', 'by force', [force(known)]],
    ['force-abuse', 'by force and domestic abuse', [force(known), abuse]],
  ];
  return [
    ...inOrder(
      {
        definition: `${begun} Assessed: a risk assessment is recorded, with any tool; counted are days of the calendar to the first of them.`,
        notCounted: `“Not recorded” is not “not done”. A case younger than ${assessedWithin} days without one is under “not recorded” too.`,
        ...{ counts: 'assessed', isChain: false, answers: ['soon', 'later', 'not_recorded'] },
        columns: [
          { label: 'Cases', answers: null },
          { label: `Assessed within ${assessedWithin} days`, answers: ['soon'] },
          { label: 'Assessed later', answers: ['later'] },
          { label: 'Not recorded', answers: ['not_recorded'] },
        ],
      },
      'assessed',
      'First risk assessment',
      ways,
    ),
    ...inOrder(
      {
        definition: `${begun} Plan: at least one action to remove, avoid, reduce or accept the risk is recorded.`,
        notCounted: 'Safety plans for the client are no actions of this plan and are not counted here.',
        ...{ counts: 'plan', isChain: false, answers: ['recorded', 'not_recorded'] },
        columns: [
          { label: 'Cases', answers: null },
          { label: 'Plan recorded', answers: ['recorded'] },
          { label: 'Not recorded', answers: ['not_recorded'] },
        ],
      },
      'plan',
      'Plan that answers the risk',
      ways,
    ),
  ];
}

/** A column for each answer, behind one for all. */
function columnsOf(all: string, answers: readonly Choice[]) {
  return [{ label: all, answers: null }, ...answers.map(({ id, label }) => ({ label, answers: [id] }))];
}

function routePlans({ quarters }: Sorted): readonly TablePlan[] {
  const routes = [...referralRoutes, nothingSaid];
  return inOrder(
    {
      definition: `${begun} Who sent the client here.`,
      notCounted: 'A case that was referred twice counts once, by the way that is recorded.',
      ...{ counts: 'route', isChain: false, answers: routes.map(({ id }) => id) },
      columns: columnsOf('Cases', routes),
    },
    'route',
    'Referrals',
    [['quarter', 'by quarter', [quarter(quarters, false)]]],
  );
}

export function closedPlans({ quarters }: Sorted): readonly TablePlan[] {
  const reasons = [...closeReasons, nothingSaid];
  return inOrder(
    {
      definition: 'Cases that were closed in the period, by the day of closing that is recorded, and why.',
      notCounted: 'A case that is closed without a day of closing is not counted.',
      ...{ counts: 'reason', isChain: false, answers: reasons.map(({ id }) => id) },
      columns: columnsOf('Closed', reasons),
    },
    'closed',
    'Closures',
    [['quarter', 'by quarter', [quarter(quarters, false)]]],
  );
}

/** Names of the files of law alone: a code that none of them knows is no word for a page that leaves. */
function typesOf(codes: readonly string[]): readonly Choice[] {
  const known = new Map(everyLaw.flatMap(({ orders }) => orders.map(({ id, name }) => [id, name] as const)));
  return [...known].flatMap(([id, label]) => (codes.includes(id) ? [{ id, label }] : []));
}
export const otherType: Choice = { id: 'other_type', label: 'Of another kind' };

/** The sort of an order as a table has it. */
export function typeCounted(code: string): string {
  return code === notSaid || typesOf([code]).length > 0 ? code : otherType.id;
}

export function orderPlans({ quarters, orderTypes }: Sorted): readonly TablePlan[] {
  const types = [...typesOf(orderTypes), otherType, nothingSaid];
  return inOrder(
    {
      definition:
        'Orders and bail among the records of all cases that were asked for in the period, or made where no asking is recorded.',
      notCounted: 'Orders that were only thought of, and those without a day, are not counted.',
      ...{ counts: 'became', isChain: false, answers: orderStagesCounted },
      columns: [
        { label: 'Asked for or made', answers: null },
        { label: 'Asked for, no answer recorded', answers: ['asked'] },
        { label: 'Refused', answers: ['refused'] },
        { label: 'Made', answers: ['made'] },
      ],
    },
    'orders',
    'Orders',
    [
      ['type', 'by kind', [{ attribute: 'type', label: 'Kind', answers: types }]],
      ['quarter', 'by quarter', [quarter(quarters, false)]],
    ],
  );
}
