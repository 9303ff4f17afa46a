import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { FinishedPage } from '../../shared/models/finished-pdf';
import { withEngine } from './pdfium/engine';
import { readBookmarks, readFinishedPages, readLanguage } from './pdfium/finished';
import { withSparseFile } from './pdfium/sparse-file';
import type { FilePart } from './pdfium/sparse-file';

const nowhere = { plate: [0, 0, 0, 0], area: [0, 0, 0, 0] } as const;

/** Pages after which the document is opened anew: the engine gives memory back only then. */
const perOpening = 200;

/** Reads a finished PDF, page by page, without its pictures' data. */
export function readFinished({
  size,
  parts,
  looks,
}: Extract<LabRequest, { type: 'pdf-finished' }>): Promise<LabAnswer<'pdf-finished'>> {
  return withEngine(async (engine) => {
    const pages: FinishedPage[] = [];
    const about = await withSparseFile(engine, size, parts, (document) => ({
      count: engine.FPDF_GetPageCount(document),
      bookmarks: readBookmarks(engine, document),
      isTagged: engine.FPDFCatalog_IsTagged(document),
      language: readLanguage(engine, document),
      attachments: Math.max(0, engine.FPDFDoc_GetAttachmentCount(document)),
      scripts: Math.max(0, engine.FPDFDoc_GetJavaScriptActionCount(document)),
    }));
    const { count, ...others } = about;
    for (let from = 0; from < count; from += perOpening) {
      await withSparseFile(engine, size, parts, (document) => {
        const range = { from, to: Math.min(count, from + perOpening) };
        pages.push(...readFinishedPages(engine, document, range, (index) => looks[index] ?? nowhere));
      });
    }
    return { pages, ...others, opensAt: zoomOf(parts) };
  });
}

/** How the file says it opens: PDFium has no question for it, so that it is read where it stands in clear, at the end. */
function zoomOf(parts: readonly FilePart[]): number | null {
  const last = parts.at(-1);
  if (last === undefined) return null;
  const tail = new TextDecoder('latin1').decode(last.bytes.subarray(-200_000));
  const found =
    /\/Type\s*\/Catalog[^]*?\/OpenAction\s*\[\s*\d+ 0 R\s*\/XYZ\s+\S+\s+\S+\s+([\d.]+)\s*\]/u.exec(tail);
  return found === null ? null : Number(found[1]);
}
