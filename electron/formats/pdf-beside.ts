import { counted } from '../../shared/domain/counts';
import { listed } from '../../shared/domain/bundle/check-words';
import { newFact } from '../../shared/domain/facts/new-fact';
import type { NewFact } from '../../shared/domain/facts/new-fact';

/** What a PDF holds that is no part of what its pages show, as the lab found it. */
export interface PdfBeside {
  readonly files: number;
  /** Pages with marks for redaction that were never applied, from 1. */
  readonly marked: readonly number[];
}

/** `Page 2 has marks ...`: named wherever the file is looked at, because what lies under such a mark is still there. */
export function markedText(pages: readonly number[]): string {
  const named = pages.length === 1 ? `Page ${listed(pages)} has` : `Pages ${listed(pages)} have`;
  return `${named} marks for redaction that were never applied; what lies under them can be read.`;
}

/** Facts about what a PDF holds beside its pages. */
export function besideFacts({ files, marked }: PdfBeside): readonly NewFact[] {
  const facts: NewFact[] = [];
  if (files > 0) {
    const value = `It holds ${counted(files, 'file that is', 'files that are')} on none of its pages.`;
    facts.push(newFact({ field: 'note', source: 'pdf-info', code: 'pdf.Files', raw: String(files), value }));
  }
  if (marked.length > 0) {
    const raw = listed(marked, 300);
    const value = markedText(marked);
    facts.push(newFact({ field: 'note', source: 'pdf-info', code: 'pdf.RedactMarks', raw, value }));
  }
  return facts;
}
