import { HoldfastError, reportError } from '../../../shared/errors';
import { pdfPasswordKind } from '../../../shared/records/pdf-password';
import type { VaultContext } from '../../vault/api';
import { readAgain } from '../evidence/read-again/read-again';
import { readItem, readOriginal } from '../items/item-rows';

/** What is larger is not decoded at import either. */
const largest = 200 * 1024 * 1024;

/**
 * Opens a PDF by the password that somebody typed: the lab tries it, and where it fits it is kept with the exhibit, and pages, words and
 * copies are made. Throws `wrong-file-password`, of which nothing is kept, and what the lab throws.
 */
export async function openPdf(context: VaultContext, id: string, password: string): Promise<void> {
  const { kind, previewReason, caseId, exhibitRef } = readItem(context, id);
  if (kind !== 'pdf' || previewReason !== 'encrypted-file') throw new HoldfastError('invalid-input');
  const bytes = await context.files.readAll(readOriginal(context, id), largest);
  try {
    await context.lab.ask({ type: 'pdf-open', bytes, password, turns: [] });
  } catch (error) {
    const { code } = reportError(error);
    throw new HoldfastError(code === 'encrypted-file' ? 'wrong-file-password' : code);
  }
  context.act({ action: 'evidence.open', subject: id, detail: { exhibit: exhibitRef } }, () => {
    context.records.say(pdfPasswordKind.kind, { caseId, body: { itemId: id, password } });
  });
  context.changed('records', caseId);
  context.changed('evidence', caseId);
  await readAgain(context, id);
}
