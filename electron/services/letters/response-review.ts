import { buildResponseReview as build } from '../../../shared/domain/casework/letters/response-review';
import type { VaultContext } from '../../vault/api';
import { printPdf } from '../print/print-to';
import { letterHtml } from './letter-html';
import { readLetterFacts } from './read-facts';

/** The response review of a case as a PDF, addressed to its force, as it stands on a day in the UK. */
export async function buildResponseReview(
  context: VaultContext,
  caseId: string,
  today: string,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const facts = readLetterFacts(context, caseId, today);
  const { title, blocks } = build(facts, { reader: 'force', reportId: null, eventId: null });
  return printPdf(context, letterHtml({ title, blocks: [...blocks] }), title);
}
