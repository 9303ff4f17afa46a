import type { CaseStatus, SafeContact } from '../../../models/case';
import type { Behaviour, EntryKind } from '../../../models/chronology';
import type { ProceedingsBody } from '../../../models/proceedings';
import type { Assessment } from '../../../records/assessment';
import type { CaseDetails } from '../../../records/case-details';
import type { CaseEvent } from '../../../records/case-event';
import type { ConflictCheck } from '../../../records/conflict-check';
import type { Consent } from '../../../records/consent';
import type { Contact } from '../../../records/contact';
import type { InformationRequest } from '../../../records/information-request';
import type { Letter } from '../../../records/letter';
import type { OrderBreach } from '../../../records/order-breach';
import type { PlanAction } from '../../../records/plan-action';
import type { PoliceReport } from '../../../records/police-report';
import type { PoliceRequest } from '../../../records/police-request';
import type { PutOff } from '../../../records/put-off';
import type { RegisterRecord } from '../../../records/register';
import type { SafetyPlan } from '../../../records/safety-plan';
import type { Task } from '../../../records/task';
import type { VictimStatement } from '../../../records/victim-statement';

/** A record as a rule sees it. */
export interface Recorded<T> {
  readonly id: string;
  readonly title: string;
  readonly body: T;
}

/** An entry of the chronology, in what rules ask of it. */
export interface EntryFact {
  readonly id: string;
  readonly title: string;
  readonly kind: EntryKind;
  /** The days that its date allows, YYYY-MM-DD; open ends are 0000… and 9999…. */
  readonly earliest: string;
  readonly latest: string;
  readonly behaviours: Behaviour[];
  readonly channel: string | null;
  /** A threat, or conduct of a sort that was new then. */
  readonly escalates: boolean;
}

/** An entry that may fall under a term of an order, before anybody decided. */
export interface PossibleBreach {
  readonly entryId: string;
  readonly orderId: string;
  readonly termId: string | null;
}

/** Everything that the rules look at in one case. */
export interface CaseFacts {
  readonly caseId: string;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly safeContact: SafeContact;
  /** The day the case was begun here. */
  readonly openedOn: string;
  readonly details: CaseDetails | null;
  /** The record that these stand in, where there is one. */
  readonly detailsId: string | null;
  readonly entries: readonly EntryFact[];
  readonly register: readonly Recorded<RegisterRecord>[];
  readonly proceedings: readonly Recorded<ProceedingsBody>[];
  readonly contacts: readonly Recorded<Contact>[];
  readonly consents: readonly Recorded<Consent>[];
  readonly tasks: readonly Recorded<Task>[];
  readonly conflictChecks: readonly Recorded<ConflictCheck>[];
  readonly assessments: readonly Recorded<Assessment>[];
  readonly planActions: readonly Recorded<PlanAction>[];
  readonly safetyPlans: readonly Recorded<SafetyPlan>[];
  readonly breaches: readonly Recorded<OrderBreach>[];
  readonly possibleBreaches: readonly PossibleBreach[];
  readonly reports: readonly Recorded<PoliceReport>[];
  readonly requests: readonly Recorded<PoliceRequest>[];
  readonly events: readonly Recorded<CaseEvent>[];
  readonly statements: readonly Recorded<VictimStatement>[];
  readonly informationRequests: readonly Recorded<InformationRequest>[];
  readonly letters: readonly Recorded<Pick<Letter, 'sort'>>[];
  readonly putOffs: readonly Recorded<PutOff>[];
}
