import { expect, it } from 'vitest';
import { pdfChecks } from '../../../../electron/services/bundle/pdf-checks';
import type { PdfReport } from '../../../../electron/services/pdf-copy/report';

const report: PdfReport = { pages: 3, sizes: [], named: [], attachments: 0, xfa: false, marked: [] };
const item = { id: 'i', name: 'EX/3' };

it('marks for redaction that were never applied are one line of the list of a bundle', () => {
  expect(pdfChecks({ item, report })).toEqual([]);
  const [check, ...others] = pdfChecks({ item, report: { ...report, marked: [2] } });
  expect(others).toEqual([]);
  expect(check).toMatchObject({ state: 'decide' });
  expect(check?.text).toBe(
    'EX/3, page 2: marks for redaction that were never applied; what lies under them can be read in the original. The bundle shows of them what a viewer shows.',
  );
});
