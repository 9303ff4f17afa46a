import type { lettersMethods } from '../../../shared/contract/letters-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { fillLetter, letterOffers } from './fill';
import { saveLetter } from './save-letter';

/** Letters and documents of a case. */
export function letterHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof lettersMethods> {
  return {
    'letters.offers': ({ caseId }) => letterOffers(context, caseId),
    'letters.fill': ({ caseId, sort, ...ask }) => fillLetter(context, caseId, sort, ask),
    'letters.save': ({ id, format, target }) => saveLetter(context, id, format, context.pathOf(target)),
  };
}
