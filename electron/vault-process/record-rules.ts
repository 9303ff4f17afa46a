import { lockedRecordRules } from '../services/casework/locked-rules';
import { caseRules } from '../services/cases/case-rules';
import { entryRules } from '../services/chronology/entry-rules';
import { registerRules } from '../services/chronology/register-rules';
import { viewRules } from '../services/chronology/view-rules';
import { leavingAnswerRules, permissionRules } from '../services/gate/gate-rules';
import { handoverRules } from '../services/continuity/handover-rules';
import { orderBreachRules } from '../services/protection/order-breach-rules';
import { proceedingsRules } from '../services/proceedings/proceedings-rules';
import { provenanceRules } from '../services/provenance/provenance-rules';
import { dateChoiceRules, exhibitRules } from '../services/items/item-rules';
import { correctionRules } from '../services/text/correction-rules';
import { languagesRules } from '../services/text/languages-rules';
import { redactionRules } from '../services/redaction/redaction-rules';
import { pageTurnsRules, pdfPasswordRules } from '../services/pages/pages-rules';
import type { RecordRules } from '../services/records/rules';

/** What kinds ask for beyond their schema. */
export const recordRules: readonly RecordRules[] = [
  caseRules,
  registerRules,
  entryRules,
  viewRules,
  provenanceRules,
  handoverRules,
  dateChoiceRules,
  exhibitRules,
  correctionRules,
  languagesRules,
  redactionRules,
  permissionRules,
  leavingAnswerRules,
  proceedingsRules,
  orderBreachRules,
  pdfPasswordRules,
  pageTurnsRules,
  ...lockedRecordRules,
];
