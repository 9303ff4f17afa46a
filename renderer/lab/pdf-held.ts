import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { withPdf } from './pdfium/engine';
import { bytesOfHeld, namesOfHeld } from './pdfium/held';

const onlyFirst = { from: 1, to: 1 };

/** Names the files that a PDF holds beside its pages: attachments, those pinned to a page, the parts of a portfolio. */
export function listHeld({
  bytes,
}: Extract<LabRequest, { type: 'pdf-held' }>): Promise<LabAnswer<'pdf-held'>> {
  return withPdf(bytes, (file) => ({ files: [...namesOfHeld(file)] }), onlyFirst);
}

/** Takes one of them out. */
export function takeHeld({
  bytes,
  at,
  most,
}: Extract<LabRequest, { type: 'pdf-file' }>): Promise<LabAnswer<'pdf-file'>> {
  return withPdf(bytes, (file) => ({ bytes: bytesOfHeld(file, at, most) }), onlyFirst);
}
