import { describe, expect, it } from 'vitest';
import { dutiesOf } from '../../../../../shared/domain/casework/duties/duties';
import type { CaseFacts } from '../../../../../shared/domain/casework/duties/facts';
import { ruleIds } from '../../../../../shared/domain/casework/duties/rules';
import type { RuleId } from '../../../../../shared/domain/casework/duties/rules';
import { addDays } from '../../../../../shared/domain/casework/working-days';
import {
  ask,
  assessment,
  breach,
  conflictCheck,
  consent,
  contact,
  details,
  happened,
  idNumber,
  incident,
  informationRequest,
  letter,
  order,
  planAction,
  proceedings,
  putOff,
  quietCase,
  report,
  statement,
  task,
} from '../../../../helpers/quiet-case';

/** One line: when it is there at first and at last, when it is due, what meets it, and what its source says. */
interface Row {
  readonly rule: RuleId;
  readonly facts: Partial<CaseFacts>;
  /** The first day on which it is there; null where it is there on any day. */
  readonly first: string | null;
  /** The last day, of a line that goes by itself. */
  readonly last?: string;
  readonly due: string | null;
  /** What its source names. */
  readonly source: string;
  readonly met: readonly Partial<CaseFacts>[];
}

const safe = quietCase().safeContact;
const at = '2026-11-27';
const scotland = details({ jurisdiction: 'scotland' });
/** 1 June 2026 is a Monday. */
const rows: readonly Row[] = [
  {
    rule: 'triage-due',
    facts: {
      status: 'referral_received',
      details: details({ jurisdiction: 'scotland', referredOn: '2026-06-01' }),
    },
    ...{ first: '2026-06-01', due: '2026-06-03', source: '2017' },
    met: [{ status: 'triage' }],
  },
  {
    rule: 'contact-attempts',
    facts: { status: 'contact_attempts', openedOn: '2026-06-01' },
    ...{ first: '2026-06-01', due: '2026-06-08', source: '2017' },
    met: [
      { status: 'active' },
      {
        contacts: [1, 2, 3].map((nth) =>
          contact(nth, { on: '2026-06-02', with: 'client', direction: 'out', outcome: 'no_answer' }),
        ),
      },
    ],
  },
  {
    rule: 'no-safe-rule',
    facts: { safeContact: { ...safe, rule: ' ' } },
    ...{ first: null, due: null, source: '95 %' },
    met: [{ safeContact: safe }],
  },
  {
    rule: 'safe-questions',
    facts: { safeContact: { ...safe, voicemailOk: null } },
    ...{ first: null, due: null, source: 'not taken for safe' },
    met: [{ safeContact: { ...safe, voicemailOk: false } }],
  },
  {
    rule: 'no-jurisdiction',
    facts: { details: null },
    ...{ first: null, due: null, source: 'bank holidays' },
    met: [{ details: scotland }],
  },
  {
    rule: 'no-conflict-check',
    facts: { conflictChecks: [] },
    ...{ first: null, due: null, source: 'both parties' },
    met: [{ conflictChecks: [conflictCheck(5, { on: at, outcome: 'not_the_same' })] }],
  },
  {
    rule: 'conflict-open',
    facts: { conflictChecks: [conflictCheck(5, { on: at, outcome: 'asked' })] },
    ...{ first: null, due: null, source: 'both parties' },
    met: [
      {
        conflictChecks: [
          conflictCheck(5, { on: at, outcome: 'asked' }),
          conflictCheck(6, { on: at, outcome: 'nothing' }),
        ],
      },
    ],
  },
  {
    rule: 'no-contact',
    facts: { contacts: [contact(5, { on: '2026-01-31', with: 'client', outcome: 'spoke' })] },
    ...{ first: '2026-02-28', due: '2026-02-28', source: '28 days' },
    met: [{ contacts: [contact(6, { on: '2098-02-01', with: 'client', outcome: 'sent' })] }],
  },
  {
    rule: 'task-due',
    facts: { tasks: [task(5, { title: 'Ring the officer', due: '2026-06-10' })] },
    ...{ first: '2026-06-03', due: '2026-06-10', source: 'was set' },
    met: [{ tasks: [task(5, { title: 'Ring the officer', due: '2026-06-10', doneOn: '2026-06-01' })] }],
  },
  {
    rule: 'closing-without-record',
    facts: { status: 'closing' },
    ...{ first: null, due: null, source: 'closing record' },
    met: [
      {
        details: details({
          ...{ jurisdiction: 'england-and-wales', closedOn: at, closeReason: 'safe' },
          closeRecord: 'Plan left, knows how to come back.',
        }),
      },
    ],
  },
  {
    rule: 'consent-police',
    facts: { contacts: [...quietCase().contacts, contact(5, { on: at, with: 'police', direction: 'out' })] },
    ...{ first: null, due: null, source: 'UK GDPR' },
    met: [
      { consents: [consent(6, { what: 'police', answer: 'given', on: at })] },
      { consents: [consent(6, { what: 'police', answer: 'overridden', on: at, reason: 'Serious harm' })] },
    ],
  },
  {
    rule: 'consent-marac',
    facts: { letters: [letter(5, { sort: 'marac', title: 'Referral' })] },
    ...{ first: null, due: null, source: 'UK GDPR' },
    met: [{ consents: [consent(6, { what: 'marac', answer: 'given', on: at })] }],
  },
  {
    rule: 'consent-ends',
    facts: {
      consents: [consent(5, { what: 'agency', answer: 'given', on: '2025-01-01', until: '2028-03-10' })],
    },
    // Fourteen days before, over a 29 February.
    ...{ first: '2028-02-25', due: '2028-03-10', source: 'the client set' },
    met: [
      {
        consents: [
          consent(5, { what: 'agency', answer: 'given', on: '2025-01-01', until: '2028-03-10' }),
          consent(6, { what: 'agency', answer: 'given', on: '2028-02-01' }),
        ],
      },
    ],
  },
  {
    rule: 'no-assessment',
    facts: { assessments: [], planActions: [], openedOn: '2026-10-23' },
    // Three days over the night in which the clocks go back.
    ...{ first: '2026-10-26', due: '2026-10-26', source: '46 %' },
    met: [{ assessments: quietCase().assessments, planActions: quietCase().planActions }],
  },
  {
    rule: 'no-plan',
    facts: { planActions: [planAction(5, { approach: 'avoid', text: 'Stay with a sister' })] },
    ...{ first: null, due: null, source: '61 %' },
    met: [
      {
        planActions: [planAction(5, { approach: 'avoid', text: 'Stay', owner: 'client', due: '2099-01-01' })],
      },
    ],
  },
  {
    rule: 'parts-not-completed',
    facts: {
      assessments: [
        assessment(901, {
          tool: 'DASH',
          on: '2098-01-01',
          reviewOn: '2099-01-01',
          partsNotCompleted: 'Stalking',
        }),
      ],
    },
    ...{ first: null, due: null, source: '40 %' },
    met: [{ assessments: quietCase().assessments }],
  },
  {
    rule: 'assessment-review',
    facts: { assessments: [assessment(5, { tool: 'S-DASH', on: '2026-06-01', reviewOn: '2026-06-15' })] },
    ...{ first: '2026-06-08', due: '2026-06-15', source: 'was set' },
    met: [{ assessments: quietCase().assessments }],
  },
  {
    rule: 'no-review-date',
    facts: { assessments: [assessment(5, { tool: 'S-DASH', on: '2026-06-01' })] },
    ...{ first: null, due: null, source: 'no national figure' },
    met: [{ assessments: [assessment(5, { tool: 'S-DASH', on: '2026-06-01', reviewOn: '2099-01-01' })] }],
  },
  {
    rule: 'plan-action-due',
    facts: {
      planActions: [planAction(5, { approach: 'reduce', text: 'Locks', owner: 'client', due: '2026-03-02' })],
    },
    ...{ first: '2026-02-27', due: '2026-03-02', source: 'was set' },
    met: [
      {
        planActions: [
          planAction(5, {
            ...{ approach: 'reduce', text: 'Locks', owner: 'client', due: '2026-03-02' },
            doneOn: '2026-02-01',
          }),
        ],
      },
    ],
  },
  ...triggered('review-after-act', { entries: [incident(7, '2026-06-10')] }),
  ...triggered('review-after-escalation', { entries: [incident(7, '2026-06-10', { escalates: true })] }),
  ...triggered('review-after-breach', {
    entries: [incident(7, '2026-06-10')],
    breaches: [
      breach(8, {
        ...{ entryId: idNumber(7), orderId: idNumber(9), answer: 'breach', reportedOn: '2026-06-10' },
        ...{ recordedAsBreach: true, recordedAsStalking: true },
      }),
    ],
  }),
  ...triggered('review-after-release', {
    events: [happened(7, { what: 'release', on: '2026-06-10', toldOn: at })],
  }),
  // The day after, when it has been: the hearing itself is no reason before that.
  ...triggered(
    'review-after-hearing',
    { proceedings: [proceedings(7, { court: 'Leeds', hearings: [{ edtf: '2026-06-10' }] })] },
    '2026-06-11',
  ),
  {
    rule: 'no-safety-plan',
    facts: { safetyPlans: [], openedOn: '2026-02-26' },
    ...{ first: '2026-03-01', due: '2026-03-01', source: '61 %' },
    met: [{ safetyPlans: quietCase().safetyPlans }],
  },
  {
    rule: 'recorded-otherwise',
    facts: reported({ recordedAs: 'harassment' }),
    ...{ first: null, due: null, source: '202,755' },
    met: [reported({ recordedAs: 'stalking' })],
  },
  {
    rule: 'recorded-no-crime',
    facts: reported({ recordedAs: 'domestic_incident' }),
    ...{ first: null, due: null, source: 'Counting Rules' },
    met: [reported({ recordedAs: 'stalking' })],
  },
  {
    rule: 'no-crime-number',
    facts: reported({ on: '2028-02-28', crimeNumber: '' }),
    ...{ first: '2028-02-29', due: null, source: '24 hours' },
    met: [reported({}), reported({ crimeNumber: '', closedOn: at })],
  },
  {
    rule: 'not-said-recorded-as',
    facts: reported({ on: '2026-02-28', recordedAs: null }),
    ...{ first: '2026-03-01', due: null, source: 'harassment' },
    met: [reported({})],
  },
  {
    rule: 'no-detective',
    facts: reported({ isDetective: null }),
    ...{ first: null, due: null, source: '75 %' },
    met: [reported({ isDetective: true }), reported({ isDetective: false, closedOn: at })],
  },
  {
    rule: 'spoc-not-told',
    facts: reported({ spocContactedOn: null }),
    ...{ first: null, due: null, source: 'single point of contact' },
    met: [reported({})],
  },
  {
    rule: 'update-owed',
    facts: { events: [happened(5, { what: 'arrest', on: '2026-11-23' })] },
    ...{ first: '2026-11-23', due: '2026-11-24', source: 'Victims’ Code' },
    met: [{ events: [happened(5, { what: 'arrest', on: '2026-11-23', toldOn: '2026-11-24' })] }],
  },
  {
    rule: 'update-owed-elsewhere',
    facts: { details: scotland, events: [happened(5, { what: 'arrest', on: '2026-11-23' })] },
    ...{ first: '2026-11-23', due: null, source: 'Scotland' },
    met: [{ events: [happened(5, { what: 'arrest', on: '2026-11-23', toldOn: '2026-12-24' })] }],
  },
  {
    rule: 'decision-without-letter',
    facts: decision({}),
    ...{ first: '2026-06-01', due: '2026-06-08', source: 'Victims’ Code' },
    met: [decision({ letterOn: '2026-06-02' })],
  },
  {
    rule: 'review-ask-by',
    facts: decision({ letterOn: '2026-06-05' }),
    // Five working days after a Friday.
    ...{ first: '2026-06-01', last: '2026-06-12', due: '2026-06-12', source: 'CPS' },
    met: [decision({ letterOn: '2026-06-05', reviewAskedOn: '2026-06-05', reviewAnswer: 'upheld' })],
  },
  {
    rule: 'review-last-day',
    facts: decision({ letterOn: '2026-06-05' }),
    ...{ first: '2026-06-01', last: '2026-09-19', due: '2026-09-05', source: 'CPS' },
    met: [decision({ letterOn: '2026-06-05', reviewAskedOn: '2026-06-05', reviewAnswer: 'upheld' })],
  },
  {
    rule: 'review-unanswered',
    facts: decision({ letterOn: '2026-06-01', reviewAskedOn: '2026-06-01' }),
    // Thirty working days: six weeks, with no bank holiday in them.
    ...{ first: '2026-07-13', due: null, source: '30 working days' },
    met: [decision({ letterOn: '2026-06-01', reviewAskedOn: '2026-06-01', reviewAnsweredOn: '2026-06-20' })],
  },
  {
    rule: 'warning-conduct',
    facts: {
      events: [happened(5, { what: 'warning', on: '2026-06-10' })],
      entries: [incident(6, '2026-05-13')],
    },
    ...{ first: '2026-06-10', due: null, source: 'stop at once' },
    met: [
      { entries: [incident(6, '2026-05-12')] },
      { entries: [incident(6, '2026-07-09')] },
      reported({ entryIds: [idNumber(6)], recordedAs: 'stalking' }, [
        incident(6, '2026-05-13', { channel: 'post' }),
      ]),
    ],
  },
  {
    rule: 'statement-not-offered',
    facts: { events: [happened(5, { what: 'charge', on: '2026-06-10', toldOn: '2026-06-10' })] },
    ...{ first: '2026-06-10', due: null, source: 'right 7' },
    met: [
      { statements: [statement(6, { offeredOn: '2026-06-01' })] },
      { statements: [statement(6, { declinedOn: '2026-06-01' })] },
    ],
  },
  {
    rule: 'ask-unanswered',
    facts: { requests: [ask(5, { what: 'arrest', on: '2026-12-28' })] },
    ...{ first: '2027-01-04', due: null, source: 'program' },
    met: [
      { requests: [ask(5, { what: 'arrest', on: '2026-12-28', answer: 'no' })] },
      { requests: [ask(5, { what: 'arrest', on: '2026-12-28', doneOn: '2026-12-29' })] },
    ],
  },
  {
    rule: 'search-not-asked',
    facts: reported({ recordedAs: 'stalking' }, [incident(6, '2026-05-12', { channel: 'whatsapp' })]),
    ...{ first: null, due: null, source: 's.2B' },
    met: [
      { requests: [ask(7, { what: 'search_2b', on: at, answer: 'yes' })] },
      { requests: [ask(7, { what: 'devices', on: at, answer: 'no' })] },
      { entries: [incident(6, '2026-05-12', { channel: 'post' })] },
    ],
  },
  {
    rule: 'cctv-deleted',
    facts: { requests: [ask(5, { what: 'cctv', deletedOn: '2026-03-01' })] },
    ...{ first: '2026-02-26', due: '2026-03-01', source: 'owner' },
    met: [{ requests: [ask(5, { what: 'cctv', deletedOn: '2026-03-01', doneOn: '2026-02-01' })] }],
  },
  {
    rule: 'restraining-not-asked',
    facts: {
      proceedings: [
        proceedings(5, {
          court: 'Leeds',
          courtKind: 'crown',
          hearings: [{ edtf: '2026-03-04', what: 'Sentence' }],
        }),
      ],
    },
    ...{ first: '2026-02-25', last: '2026-03-04', due: '2026-03-04', source: 's.360' },
    met: [
      { requests: [ask(7, { what: 'restraining_order', on: '2026-02-01', answer: 'yes' })] },
      {
        proceedings: [
          proceedings(5, {
            court: 'Leeds',
            courtKind: 'family',
            hearings: [{ edtf: '2026-03-04', what: 'Trial' }],
          }),
        ],
      },
    ],
  },
  {
    rule: 'request-unanswered',
    facts: { informationRequests: [informationRequest(5, { on: '2026-06-01', noticeGiven: true })] },
    ...{ first: '2026-06-01', due: '2026-06-08', source: '7 days' },
    met: [
      {
        informationRequests: [
          informationRequest(5, { on: '2026-06-01', noticeGiven: true, reply: 'refused' }),
        ],
      },
    ],
  },
  {
    rule: 'request-counselling',
    facts: { informationRequests: [informationRequest(5, { on: '2026-06-01', isCounselling: true })] },
    ...{ first: null, due: null, source: '12 January 2026' },
    met: [
      {
        informationRequests: [
          informationRequest(5, { on: '2026-06-01', isCounselling: true, reply: 'withdrawn' }),
        ],
      },
    ],
  },
  {
    rule: 'request-notice',
    facts: { informationRequests: [informationRequest(5, { on: '2026-06-01' })] },
    ...{ first: null, due: null, source: '12 January 2026' },
    met: [{ informationRequests: [informationRequest(5, { on: '2026-06-01', noticeGiven: true })] }],
  },
  {
    rule: 'summary-limit',
    facts: { entries: [incident(5, '2027-08-31')] },
    // Six months end on the last day of a February that has 29.
    ...{ first: '2027-12-31', last: '2028-03-28', due: '2028-02-29', source: 's.127' },
    met: [
      { events: [happened(6, { what: 'charge', on: '2027-09-01', toldOn: '2027-09-01' })] },
      { details: scotland },
    ],
  },
  {
    rule: 'bail-return',
    facts: onBail({ returnOn: '2026-11-27' }),
    ...{ first: '2026-11-13', due: '2026-11-27', source: 'was set' },
    met: [onBail({ returnOn: '2026-11-27', stage: 'ended' })],
  },
  {
    rule: 'bail-no-return',
    facts: onBail({ returnOn: null }),
    ...{ first: null, due: null, source: 'inspector 6' },
    met: [onBail({})],
  },
  {
    rule: 'bail-views',
    facts: onBail({ viewsAsked: false }),
    ...{ first: null, due: null, source: 'where practicable' },
    met: [onBail({})],
  },
  {
    rule: 'bail-no-conditions',
    facts: onBail({ terms: [] }),
    ...{ first: null, due: null, source: 'conditions missing' },
    met: [onBail({})],
  },
  {
    rule: 'bail-client-told',
    facts: onBail({ clientToldOn: null }),
    ...{ first: null, due: null, source: 'Victims’ Code' },
    met: [onBail({})],
  },
  {
    rule: 'no-conditions-at-all',
    facts: { events: [happened(5, { what: 'rui', on: '2026-06-10', toldOn: '2026-06-10' })] },
    ...{ first: '2026-06-10', due: null, source: 'no conditions' },
    met: [
      {
        events: [
          happened(5, { what: 'rui', on: '2026-06-10', toldOn: '2026-06-10' }),
          happened(6, { what: 'bail', on: '2026-06-10', toldOn: '2026-06-10' }),
        ],
      },
    ],
  },
  {
    rule: 'order-ends',
    facts: { register: [inForce({ until: '2026-03-29' })] },
    // Four weeks before the day on which the clocks go forward.
    ...{ first: '2026-03-01', due: '2026-03-29', source: 'the order names' },
    met: [{ register: [inForce({ until: '2026-03-29', stage: 'ended' })] }],
  },
  {
    rule: 'term-ends',
    facts: { register: [inForce({ terms: [{ id: 't1', text: 'Not to enter York', until: '2026-03-31' }] })] },
    ...{ first: '2026-03-03', last: '2026-04-14', due: '2026-03-31', source: 's.3(3)' },
    met: [{ register: [inForce({ terms: [{ id: 't1', text: 'Not to enter York', until: '2099-03-31' }] })] }],
  },
  {
    rule: 'no-certified-copy',
    facts: { register: [inForce({ certifiedCopy: null })] },
    ...{ first: null, due: null, source: 's.8(5)' },
    met: [{ register: [inForce({})] }],
  },
  {
    rule: 'notification-due',
    facts: { register: [inForce({ servedOn: '2026-02-27', notifiedOn: null })] },
    ...{ first: '2026-02-27', due: '2026-03-02', source: 's.9' },
    met: [{ register: [inForce({})] }],
  },
  {
    rule: 'not-served',
    facts: { register: [inForce({ servedOn: null })] },
    ...{ first: null, due: null, source: 's.42A' },
    met: [{ register: [inForce({})] }],
  },
  {
    rule: 'order-unanswered',
    facts: { register: [order(5, { orderType: 'spo', stage: 'asked', askedOn: '2026-11-03' })] },
    ...{ first: '2026-11-10', due: null, source: 'program' },
    met: [{ register: [order(5, { orderType: 'spo', stage: 'refused', askedOn: '2026-11-03' })] }],
  },
  {
    rule: 'breach-undecided',
    facts: {
      ...{ register: [inForce({})], entries: [incident(7, '2020-02-01', { channel: 'post' })] },
      events: [happened(6, { what: 'charge', on: '2020-02-01', toldOn: '2020-02-01' })],
      statements: [statement(8, { offeredOn: '2020-02-01' })],
      possibleBreaches: [{ entryId: idNumber(7), orderId: idNumber(5), termId: null }],
    },
    ...{ first: null, due: null, source: '2019' },
    met: [
      decided({ answer: 'not_breach' }),
      decided({ answer: 'breach', reportedOn: at, recordedAsBreach: true, recordedAsStalking: true }),
    ],
  },
  {
    rule: 'breach-unsure',
    facts: decided({ answer: 'unsure' }),
    ...{ first: null, due: null, source: '2019' },
    met: [decided({ answer: 'not_breach' })],
  },
  {
    rule: 'breach-not-reported',
    facts: decided({ answer: 'breach' }),
    ...{ first: null, due: null, source: 'client’s decision' },
    met: [decided({ answer: 'breach', reportedOn: at, recordedAsBreach: true, recordedAsStalking: false })],
  },
  {
    rule: 'breach-recorded',
    facts: decided({ answer: 'breach', reportedOn: at, recordedAsBreach: true }),
    ...{ first: null, due: null, source: 'counts as stalking too' },
    met: [decided({ answer: 'breach', reportedOn: at, recordedAsBreach: true, recordedAsStalking: false })],
  },
  {
    rule: 'hearing-soon',
    facts: { proceedings: [proceedings(5, { court: 'Leeds', hearings: [{ edtf: '2027-01-11' }] })] },
    ...{ first: '2026-12-28', last: '2027-01-11', due: '2027-01-11', source: 'the court set' },
    met: [{ proceedings: [proceedings(5, { court: 'Leeds', hearings: [{ edtf: null }] })] }],
  },
];

/** What makes a review necessary on 10 June, of a case whose assessment is of 1 June; two days are left for it. */
function triggered(rule: RuleId, facts: Partial<CaseFacts>, first = '2026-06-10'): readonly Row[] {
  const before = assessment(5, { tool: 'S-DASH', on: '2026-06-01', reviewOn: '2099-01-01' });
  return [
    {
      ...{ rule, facts: { ...facts, assessments: [before] }, first, due: '2026-06-12' },
      source: 'within 2 days',
      met: [
        {
          assessments: [before, assessment(6, { tool: 'S-DASH', on: '2026-06-10', reviewOn: '2099-01-01' })],
        },
      ],
    },
  ];
}

/** A report of which everything is recorded, with one entry that names an act, and with what is said of it. */
function reported(
  body: Partial<Parameters<typeof report>[1]>,
  entries = [incident(6, '2020-05-12', { channel: 'post' })],
): Partial<CaseFacts> {
  const all = {
    on: '2020-06-01',
    crimeNumber: '13/4471/26',
    recordedAs: 'stalking',
    isDetective: true,
  } as const;
  return {
    entries,
    reports: [report(5, { ...all, spocContactedOn: '2020-06-01', entryIds: [idNumber(6)], ...body })],
    consents: [consent(9, { what: 'police', answer: 'given', on: '2020-01-01' })],
  };
}

/** A decision of the police of Monday 1 June to take no further action. */
function decision(body: Partial<Parameters<typeof happened>[1]>): Partial<CaseFacts> {
  return { events: [happened(5, { what: 'nfa', on: '2026-06-01', toldOn: '2026-06-01', ...body })] };
}

/** Police bail of which everything is recorded. */
function onBail(known: Partial<Parameters<typeof order>[1]>): Partial<CaseFacts> {
  return {
    register: [
      order(5, {
        ...{ orderType: 'bail', bail: 'pre_charge', returnOn: '2099-01-01', viewsAsked: true },
        ...{ clientToldOn: at, terms: [{ id: 't1', text: 'No contact' }], ...known },
      }),
    ],
  };
}

/** A stalking protection order of which everything is recorded. */
function inForce(known: Partial<Parameters<typeof order>[1]>) {
  return order(5, {
    ...{ orderType: 'spo', stage: 'made', madeOn: '2020-01-01', servedOn: '2020-01-01' },
    ...{ notifiedOn: '2020-01-02', certifiedCopy: true, ...known },
  });
}

function decided(body: Partial<Parameters<typeof breach>[1]>): Partial<CaseFacts> {
  return {
    ...{ register: [inForce({})], entries: [incident(7, '2020-02-01', { channel: 'post' })] },
    breaches: [breach(8, { entryId: idNumber(7), orderId: idNumber(5), answer: 'breach', ...body })],
  };
}

const found = (facts: Partial<CaseFacts>, today: string, rule: RuleId) =>
  dutiesOf(quietCase(facts), today).filter((duty) => duty.rule === rule);

describe('a case of which nothing is missing', () => {
  it('has no line on any day of two years', () => {
    for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1))
      expect(dutiesOf(quietCase(), day)).toEqual([]);
  });
});

describe('every rule', () => {
  it('has a row in the table of this test', () => {
    expect(ruleIds.filter((id) => !rows.some(({ rule }) => rule === id))).toEqual([]);
  });

  it.each(rows.map((row) => [row.rule, row] as const))('%s is there exactly when it says', (rule, row) => {
    const { facts, first, last, due, source } = row;
    const begins = first ?? '2026-11-28';
    const [line, ...more] = found(facts, begins, rule);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ rule, due, caseId: idNumber(1), caseReference: 'HF-0147' });
    expect(line?.source.text).toContain(source);
    if (first !== null) expect(found(facts, addDays(first, -1), rule)).toEqual([]);
    if (last === undefined) expect(found(facts, addDays(begins, 300), rule)).toHaveLength(1);
    else {
      expect(found(facts, last, rule)).toHaveLength(1);
      expect(found(facts, addDays(last, 1), rule)).toEqual([]);
    }
  });

  it.each(rows.map((row) => [row.rule, row] as const))(
    '%s goes away when it is met',
    (rule, { facts, first, met }) => {
      for (const each of met)
        for (const day of [first ?? '2026-11-28', addDays(first ?? '2026-11-28', 20)])
          expect(found({ ...facts, ...each }, day, rule)).toEqual([]);
    },
  );

  it.each(rows.map((row) => [row.rule, row] as const))(
    '%s can be put off with a reason, and is there again from the day that was said',
    (rule, { facts, first }) => {
      const day = first ?? '2026-11-28';
      const [line] = found(facts, day, rule);
      const body = { rule, subject: line?.subject ?? '', reason: 'The client asked to wait.' };
      const until = addDays(day, 1);
      const off = [putOff(77, { ...body, until })];
      expect(found({ ...facts, putOffs: off }, day, rule)[0]?.putOff).toEqual({
        ...{ id: idNumber(77), reason: 'The client asked to wait.', until },
      });
      const again = dutiesOf(quietCase({ ...facts, putOffs: off }), until).filter(
        (duty) => duty.rule === rule,
      );
      expect(again.every((each) => each.putOff === null)).toBe(true);
      const other = [putOff(77, { ...body, subject: 'something else' })];
      expect(found({ ...facts, putOffs: other }, day, rule)[0]?.putOff).toBeNull();
    },
  );

  it('never says that somebody failed', () => {
    for (const { rule, facts, first } of rows)
      for (const { text, tag } of found(facts, first ?? '2026-11-28', rule))
        expect(`${text} ${tag}`).not.toMatch(/fail|neglect|refus|ignored|should have|not done/iu);
  });
});
