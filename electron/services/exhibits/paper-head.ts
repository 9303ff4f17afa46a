import { printUkMoment } from '../../../shared/domain/dates/uk-moment';
import { requireSetting } from '../../vault/settings';
import { caseReference } from '../cases/reference';
import type { VaultContext } from '../../vault/api';

/** What stands at the head of a paper that leaves the office. */
export interface PaperHead {
  readonly reference: string;
  readonly officeName: string;
  /** When it is printed, in words. */
  readonly at: string;
  readonly auditHead: string;
}

/** Throws `not-found` for a case that is not there. */
export function readPaperHead(
  context: Pick<VaultContext, 'db' | 'now' | 'auditHead'>,
  caseId: string,
): PaperHead {
  return {
    reference: caseReference(context, caseId),
    officeName: requireSetting(context.db, 'office.name'),
    at: printUkMoment(context.now().toISOString()),
    auditHead: context.auditHead(),
  };
}
