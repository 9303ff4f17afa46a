import type { VaultHandlers } from '../../shared/contract/vault-methods';
import type { DoorMethodName } from './door';
import { auditHandlers } from '../services/audit/handlers';
import { backupHandlers } from '../services/backup/handlers';
import { retentionHandlers } from '../services/retention/handlers';
import { figuresHandlers } from '../services/figures/handlers';
import { breachHandlers } from '../services/breaches/handlers';
import { conflictHandlers } from '../services/conflict/handlers';
import { bundleHandlers } from '../services/bundle/handlers';
import { caseloadHandlers } from '../services/caseload/handlers';
import { dutyHandlers } from '../services/casework/duty-handlers';
import { caseHandlers } from '../services/cases/handlers';
import { checkHandlers } from '../services/check/handlers';
import { chronologyHandlers } from '../services/chronology/handlers';
import { continuityHandlers } from '../services/continuity/handlers';
import { draftHandlers } from '../services/drafts/handlers';
import { eraseHandlers } from '../services/erase/handlers';
import { evidenceHandlers } from '../services/evidence/handlers';
import { gateHandlers } from '../services/gate/handlers';
import { insideHandlers } from '../services/evidence/inside/handlers';
import { exhibitHandlers } from '../services/exhibits/handlers';
import { pagesHandlers } from '../services/pages/handlers';
import { packHandlers } from '../services/pack/handlers';
import { messagesHandlers } from '../services/messages/handlers';
import { provenanceHandlers } from '../services/provenance/handlers';
import { letterHandlers } from '../services/letters/handlers';
import { likenessHandlers } from '../services/likeness/handlers';
import { redactionHandlers } from '../services/redaction/handlers';
import { officeHandlers } from '../services/offices/handlers';
import { protectionHandlers } from '../services/protection/handlers';
import { receiptHandlers } from '../services/receipts/handlers';
import { rescueHandlers } from '../services/rescue/handlers';
import { responseHandlers } from '../services/response/handlers';
import { transferHandlers } from '../services/transfer/handlers';
import type { JobBoard } from '../vault/api';
import { textHandlers } from '../services/text/handlers';
import type { TextWork } from '../services/text/work';
import { vaultHandlers } from './handlers';
import type { OpenVault } from '../vault/open-vault';
import { peopleHandlers } from '../vault/people/handlers';
import { screenHandlers } from '../vault/people/screen-handlers';
import { recordHandlers } from '../services/records/handlers';
import { recordRules } from './record-rules';
import { searchHandlers } from '../services/search/handlers';
import { jobHandlers } from './job-handlers';
import { gated } from './leaving-gate';

export type OpenHandlers = Omit<VaultHandlers, DoorMethodName | 'vault.close' | 'paths.keep'>;

/** Every method of an open vault. */
export function openHandlers(vault: OpenVault, jobs: JobBoard, text: TextWork): OpenHandlers {
  const { context } = vault;
  return gated(context, {
    ...caseHandlers(context),
    ...caseloadHandlers(context),
    ...evidenceHandlers(context),
    ...insideHandlers(context),
    ...pagesHandlers(context),
    ...exhibitHandlers(context),
    ...continuityHandlers(context),
    ...provenanceHandlers(context),
    ...textHandlers(context, text),
    ...chronologyHandlers(context),
    ...searchHandlers(context),
    ...recordHandlers(context, recordRules),
    ...responseHandlers(context),
    ...letterHandlers(context),
    ...likenessHandlers(context),
    ...bundleHandlers(context),
    ...packHandlers(context),
    ...messagesHandlers(context),
    ...redactionHandlers(context),
    ...transferHandlers(context),
    ...protectionHandlers(context),
    ...receiptHandlers(context),
    ...breachHandlers(context),
    ...conflictHandlers(context),
    ...figuresHandlers(context),
    ...retentionHandlers(context),
    ...dutyHandlers(context),
    ...officeHandlers(context),
    ...jobHandlers(jobs),
    ...auditHandlers(context),
    ...draftHandlers(context),
    ...peopleHandlers(vault),
    ...screenHandlers(vault),
    ...checkHandlers(vault),
    ...backupHandlers(vault),
    ...eraseHandlers(vault),
    ...rescueHandlers(vault),
    ...vaultHandlers(vault),
    ...gateHandlers(context),
  });
}
