import type { LetterFacts } from '../../../shared/domain/casework/letters/facts';
import { lawOf } from '../../../shared/domain/law/law-of';
import { assessmentKind } from '../../../shared/records/assessment';
import { caseKind } from '../../../shared/records/case';
import { caseDetailsKind } from '../../../shared/records/case-details';
import { caseEventKind } from '../../../shared/records/case-event';
import { consentKind } from '../../../shared/records/consent';
import { orderBreachKind } from '../../../shared/records/order-breach';
import { planActionKind } from '../../../shared/records/plan-action';
import { policeReportKind } from '../../../shared/records/police-report';
import { policeRequestKind } from '../../../shared/records/police-request';
import { safeContactSchema } from '../../../shared/models/case';
import type { VaultContext } from '../../vault/api';
import { requireSetting } from '../../vault/settings';
import { caseReference } from '../cases/reference';
import { readEntries } from '../chronology/entry-rows';
import { listRegister } from '../chronology/register';
import { readBodies } from '../records/read-records';

/** Days are compared as text; what has none comes first. */
function byDay<T extends { readonly on: string | null }>(all: readonly T[]): readonly T[] {
  return [...all].sort((one, other) =>
    (one.on ?? '') < (other.on ?? '') ? -1 : one.on === other.on ? 0 : 1,
  );
}

/** All that the letters of a case are filled from. `today` is a day in the UK. Throws `not-found`. */
export function readLetterFacts(context: VaultContext, caseId: string, today: string): LetterFacts {
  const reference = caseReference(context, caseId);
  const details = readBodies(context, caseId, caseDetailsKind)[0] ?? caseDetailsKind.body.parse({});
  const [owner] = readBodies(context, caseId, caseKind);
  const register = listRegister(context, caseId);
  return {
    ...{
      reference,
      office: requireSetting(context.db, 'office.name'),
      advocate: context.stamp().author,
      today,
    },
    ...{ details, law: lawOf(details.jurisdiction) },
    safeContact: owner?.safeContact ?? safeContactSchema.parse({ rule: '' }),
    entries: readEntries(context, { caseId }),
    reports: byDay(readBodies(context, caseId, policeReportKind)),
    requests: byDay(readBodies(context, caseId, policeRequestKind)),
    events: byDay(readBodies(context, caseId, caseEventKind)),
    breaches: readBodies(context, caseId, orderBreachKind),
    assessments: byDay(readBodies(context, caseId, assessmentKind)),
    actions: readBodies(context, caseId, planActionKind),
    consents: readBodies(context, caseId, consentKind),
    people: register.filter(({ kind }) => kind === 'person'),
    places: register.filter(({ kind }) => kind === 'place'),
    orders: register.filter(({ kind }) => kind === 'order'),
  };
}
