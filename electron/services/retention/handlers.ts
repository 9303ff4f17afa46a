import type { retentionMethods } from '../../../shared/contract/retention-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { officeDuties } from '../../../shared/domain/casework/retention/office-duties';
import { ukDay } from '../../../shared/domain/dates/standing';
import type { OfficeDuty } from '../../../shared/models/retention';
import { dataComplaintKind } from '../../../shared/records/data-complaint';
import { putOffKind } from '../../../shared/records/put-off';
import { subjectAccessKind } from '../../../shared/records/subject-access';
import type { VaultContext } from '../../vault/api';
import { readBodies } from '../records/read-records';
import { listErasures, writeCertificate } from './certificate';
import { findPerson } from './find-person';
import { keptLonger, readRetention } from './read-retention';

/** What the office itself has to do today: for its own screen, and for the caseload. */
export function readOfficeDuties(context: VaultContext): readonly OfficeDuty[] {
  return officeDuties(
    {
      requests: readBodies(context, null, subjectAccessKind),
      complaints: readBodies(context, null, dataComplaintKind),
      cases: readRetention(context),
    },
    ukDay(context.now()),
  );
}

/** How long what is kept, requests for somebody's own data, certificates of erasure. */
export function retentionHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof retentionMethods> {
  return {
    'retention.cases': () => readRetention(context),
    'retention.duties': () => readOfficeDuties(context),
    'retention.keepLonger': ({ caseId, reason, until }) => {
      const body = putOffKind.body.parse({ rule: keptLonger, subject: '', reason, until });
      context.act({ action: 'retention.keep-longer', subject: caseId }, () => {
        context.records.say(putOffKind.kind, { caseId, body });
      });
      context.changed('records', caseId);
      return {};
    },
    'retention.find': ({ text, byCase }) => {
      const found = findPerson(context, text);
      // Who was looked for is not kept: the name would be in the record of acts for ever.
      context.act({ action: 'retention.find', subject: null, detail: { byCase } }, () => undefined);
      return { cases: found.length, found: byCase ? found : [] };
    },
    'retention.erasures': () => listErasures(context),
    'retention.certificate': ({ seq, target }) => writeCertificate(context, seq, context.pathOf(target)),
  };
}
