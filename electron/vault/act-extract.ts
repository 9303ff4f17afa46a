import type { Database } from 'better-sqlite3';
import { emptyHead, innerHash } from '../../shared/domain/acts/hash';
import type { CaseExtract, ExtractStep } from '../../shared/models/acts';
import { auditRowSchema, sha256OfText } from './audit';
import { allRows } from './rows/rows';

/**
 * What somebody who may see one case may see of the record of acts: the acts of that case with their salts, and of all others
 * nothing but their inner hashes, from which they cannot be guessed. Acts from before acts were salted are not in it, of that
 * case neither: each hash there could be tried against guesses. It is taken from the rows as they are: `verifyExtract`
 * (shared/domain/acts) says whether they hold. An erased case still has its acts, as ids without content. Throws
 * `vault-damaged` for a row that is none.
 */
export function extractCase(db: Database, caseId: string): CaseExtract {
  const steps: ExtractStep[] = [];
  let sealed = { acts: 0, head: emptyHead };
  let head = emptyHead;
  for (const { act, salt, hash } of allRows(db, auditRowSchema, 'SELECT * FROM audit ORDER BY seq')) {
    head = hash;
    if (salt === null) sealed = { acts: sealed.acts + 1, head };
    else if (act.caseId === caseId) steps.push({ ...act, salt });
    else steps.push({ inner: innerHash(act, salt, sha256OfText) });
  }
  return { caseId, sealed, steps, head };
}
