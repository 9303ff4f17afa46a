import { anyKind } from './define';
import type { AnyKind } from './define';
import { assessmentKind } from './assessment';
import { caseDetailsKind } from './case-details';
import { caseEventKind } from './case-event';
import { conflictCheckKind } from './conflict-check';
import { consentKind } from './consent';
import { contactKind } from './contact';
import { dataComplaintKind } from './data-complaint';
import { informationRequestKind } from './information-request';
import { legalHoldKind } from './legal-hold';
import { letterKind } from './letter';
import { letterTemplateKind } from './letter-template';
import { orderBreachKind } from './order-breach';
import { planActionKind } from './plan-action';
import { policeReportKind } from './police-report';
import { policeRequestKind } from './police-request';
import { putOffKind } from './put-off';
import { retentionRuleKind } from './retention-rule';
import { safetyPlanKind } from './safety-plan';
import { subjectAccessKind } from './subject-access';
import { supportNoteKind } from './support-note';
import { taskKind } from './task';
import { victimStatementKind } from './victim-statement';

/** Every kind of the casework. */
export const caseworkKinds: readonly AnyKind[] = [
  anyKind(caseDetailsKind),
  anyKind(conflictCheckKind),
  anyKind(contactKind),
  anyKind(supportNoteKind),
  anyKind(consentKind),
  anyKind(taskKind),
  anyKind(assessmentKind),
  anyKind(planActionKind),
  anyKind(safetyPlanKind),
  anyKind(orderBreachKind),
  anyKind(policeReportKind),
  anyKind(policeRequestKind),
  anyKind(caseEventKind),
  anyKind(victimStatementKind),
  anyKind(informationRequestKind),
  anyKind(putOffKind),
  anyKind(letterKind),
  anyKind(letterTemplateKind),
  anyKind(legalHoldKind),
  anyKind(retentionRuleKind),
  anyKind(subjectAccessKind),
  anyKind(dataComplaintKind),
];

const names: ReadonlySet<string> = new Set(caseworkKinds.map(({ kind }) => kind));

/** Whether a kind is of the casework, and so written by the page in a form of its fields. */
export function isCasework(kind: string): boolean {
  return names.has(kind);
}

/** Kinds of the office that are written in a form of their fields. Its other kinds (breaches, partners, profiles) have methods of their own. */
const officeForms: ReadonlySet<string> = new Set([
  letterTemplateKind.kind,
  retentionRuleKind.kind,
  subjectAccessKind.kind,
  dataComplaintKind.kind,
]);

/** Whether a kind belongs to no case and is written in a form of its fields. */
export function isOfficeForm(kind: string): boolean {
  return officeForms.has(kind);
}
