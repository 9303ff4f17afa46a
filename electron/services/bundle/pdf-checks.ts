import { listed } from '../../../shared/domain/bundle/check-words';
import type { PageReason } from '../../../shared/contract/lab';
import type { BundleCheck } from '../../../shared/models/bundle';
import type { PdfReport } from '../pdf-copy/report';

/** Why pages of an exhibit are pictures, as whoever built the bundle is told. */
const words: Readonly<Record<PageReason, string>> = {
  'hidden-text':
    'words that are not seen (covered, hidden or in the colour of the paper) were left out; it is a picture with the text that is seen',
  'hidden-picture': 'a picture, or a part of one, that is covered or hidden was left out; it is a picture',
  'outside-page': 'what lies beyond its edge was left out; it is a picture with the text that is seen',
  'no-font': 'a font is not in the file; it is a picture with the text that is seen',
  'too-complex': 'too much is on it to be looked through; it is a picture',
  'looks-different': 'it could not be taken over as it looks; it is a picture with the text that is seen',
  damaged: 'it is damaged; what could be read of it is shown as a picture',
  unreadable: 'it is damaged and could not be read; a slip says so in its place',
};

interface Reported {
  readonly item: { readonly id: string; readonly name: string };
  readonly report: PdfReport | null;
}

/** What is to be looked at in the PDFs of a bundle: which pages are pictures and why, and what is not on their pages. */
export function pdfChecks({ item, report }: Reported): readonly BundleCheck[] {
  if (report === null) return [];
  const checks: BundleCheck[] = [];
  const add = (id: string, text: string): void => {
    checks.push({ id: `${id}-${item.id}`, text: `${item.name}, ${text}.`, state: 'decide', pages: [] });
  };
  const reasons = [...new Set(report.named.map(({ reason }) => reason))];
  for (const reason of reasons) {
    const pages = report.named.filter((each) => each.reason === reason).map(({ page }) => page);
    add(`pdf-${reason}`, `${pageList(pages)}: ${words[reason]}`);
  }
  if (report.attachments > 0) {
    const files =
      report.attachments === 1 ? 'a file that is attached' : `${report.attachments} files that are attached`;
    add('pdf-attachments', `${files} to it: not in the bundle, which shows its pages`);
  }
  if (report.marked.length > 0)
    add(
      'pdf-redact-marks',
      `${pageList(report.marked)}: marks for redaction that were never applied; what lies under them can be read in the original. The bundle shows of them what a viewer shows`,
    );
  if (report.xfa)
    add('pdf-xfa', 'a form that keeps its answers beside its pages (XFA): look whether they are to be seen');
  return checks;
}

function pageList(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'page' : 'pages'} ${listed(pages)}`;
}
