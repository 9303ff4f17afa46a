import type * as z from 'zod';
import type { CaseFacts, EntryFact, Recorded } from '../../shared/domain/casework/duties/facts';
import { proceedingsBodySchema } from '../../shared/models/proceedings';
import type { orderDetailsSchema } from '../../shared/models/register';
import { assessmentSchema } from '../../shared/records/assessment';
import { caseDetailsSchema } from '../../shared/records/case-details';
import { caseEventSchema } from '../../shared/records/case-event';
import { conflictCheckSchema } from '../../shared/records/conflict-check';
import { consentSchema } from '../../shared/records/consent';
import { contactSchema } from '../../shared/records/contact';
import { informationRequestSchema } from '../../shared/records/information-request';
import { letterSchema } from '../../shared/records/letter';
import { orderBreachSchema } from '../../shared/records/order-breach';
import { planActionSchema } from '../../shared/records/plan-action';
import { policeReportSchema } from '../../shared/records/police-report';
import { policeRequestSchema } from '../../shared/records/police-request';
import { putOffSchema } from '../../shared/records/put-off';
import { registerRecordSchema } from '../../shared/records/register';
import { safetyPlanSchema } from '../../shared/records/safety-plan';
import { taskSchema } from '../../shared/records/task';
import { victimStatementSchema } from '../../shared/records/victim-statement';

/** An id for a test, the same for the same number. */
export function idNumber(nth: number): string {
  return `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
}

function recorded<S extends z.ZodType>(schema: S): (nth: number, body: z.input<S>) => Recorded<z.output<S>> {
  return (nth, body) => ({ id: idNumber(nth), title: `record ${String(nth)}`, body: schema.parse(body) });
}

export const details = (body: z.input<typeof caseDetailsSchema>) => caseDetailsSchema.parse(body);
export const contact = recorded(contactSchema);
export const consent = recorded(consentSchema);
export const task = recorded(taskSchema);
export const conflictCheck = recorded(conflictCheckSchema);
export const assessment = recorded(assessmentSchema);
export const planAction = recorded(planActionSchema);
export const safetyPlan = recorded(safetyPlanSchema);
export const breach = recorded(orderBreachSchema);
export const report = recorded(policeReportSchema);
export const ask = recorded(policeRequestSchema);
export const happened = recorded(caseEventSchema);
export const statement = recorded(victimStatementSchema);
export const informationRequest = recorded(informationRequestSchema);
export const letter = recorded(letterSchema);
export const putOff = recorded(putOffSchema);
export const proceedings = recorded(proceedingsBodySchema);
const registered = recorded(registerRecordSchema);

/** An order of the register, with what is known of it. */
export function order(
  nth: number,
  {
    orderType,
    from,
    until,
    ...known
  }: z.input<typeof orderDetailsSchema> & {
    readonly orderType: string;
    readonly from?: string;
    readonly until?: string;
  },
): CaseFacts['register'][number] {
  return registered(nth, {
    ...{ kind: 'order', name: `order ${String(nth)}`, orderType },
    ...{ from: from ?? null, until: until ?? null, order: known },
  });
}

/** An entry of one day, or of the days between two, that is conduct. */
export function incident(nth: number, day: string, rest: Partial<EntryFact> = {}): EntryFact {
  return {
    ...{ id: idNumber(nth), title: `entry ${String(nth)}`, kind: 'incident', earliest: day, latest: day },
    ...{ behaviours: ['b'], channel: 'text', escalates: false },
    ...rest,
  };
}

/** The assessment of the quiet case: later than anything in a test. */
export const lateAssessment = assessment(901, { tool: 'S-DASH', on: '2098-01-01', reviewOn: '2099-01-01' });

/** A case of which nothing is missing and in which nothing is due, but for what is put in its place. */
export function quietCase(rest: Partial<CaseFacts> = {}): CaseFacts {
  return {
    ...{ caseId: idNumber(1), reference: 'HF-0147', status: 'active', openedOn: '2026-11-02' },
    safeContact: {
      ...{ rule: 'Text first.', safeNumbers: '', safeTimes: '', nameToUse: '', codeWord: '', notes: '' },
      ...{ textOk: true, voicemailOk: false, emailOk: false },
    },
    details: details({ jurisdiction: 'england-and-wales', enhancedRights: true }),
    detailsId: idNumber(2),
    ...{ entries: [], register: [], proceedings: [], consents: [], tasks: [], breaches: [], reports: [] },
    ...{ requests: [], events: [], statements: [], informationRequests: [], letters: [], putOffs: [] },
    possibleBreaches: [],
    contacts: [contact(904, { on: '2098-01-01', with: 'client', outcome: 'spoke' })],
    conflictChecks: [conflictCheck(905, { on: '2026-11-02', outcome: 'nothing' })],
    assessments: [lateAssessment],
    planActions: [
      planAction(902, { approach: 'reduce', text: 'Locks', owner: 'the client', due: '2099-01-01' }),
    ],
    safetyPlans: [safetyPlan(903, { parts: [{ heading: 'Home', text: 'Keys by the door.' }] })],
    ...rest,
  };
}
