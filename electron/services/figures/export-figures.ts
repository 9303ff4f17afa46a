import { createHash } from 'node:crypto';
import { notShown } from '../../../shared/charts/figures';
import { ukDay } from '../../../shared/domain/dates/standing';
import { csvLine, csvMark } from '../../../shared/domain/export/csv';
import { figuresReport } from '../../../shared/domain/figures/report';
import { figureWords } from '../../../shared/domain/figures/words';
import type { FiguresChoice, FiguresReport } from '../../../shared/models/figures';
import { writeDurably } from '../../vault/durable';
import type { VaultContext } from '../../vault/api';
import { printTo } from '../print/print-to';
import { figuresHtml } from './figures-html';
import { readFiguresCases } from './read-cases';

/** The tables one below the other, each with what it counts. */
export function figuresCsv(report: FiguresReport, day: string): string {
  const lines = [
    [figureWords.title, report.period, figureWords.writtenOn(day)],
    ...figureWords.rule(report).map((each) => [each]),
    ...(report.medianDays === null ? [] : [[figureWords.median(report.medianDays)]]),
    ...report.tables.flatMap(({ title, definition, notCounted, head, rows }) => [
      [''],
      [title],
      [definition],
      [notCounted],
      [...head],
      ...rows.map(({ labels, cells }) => [
        ...labels,
        ...cells.map((each) => (each === null ? notShown : String(each))),
      ]),
    ]),
  ];
  return csvMark + lines.map(csvLine).join('');
}

/**
 * Writes the figures to a path outside the vault. They are of the office and name no case, so there is nothing for the gate to
 * ask; what leaves is always anonymised.
 */
export async function exportFigures(
  context: VaultContext,
  choice: FiguresChoice,
  format: 'pdf' | 'csv',
  path: string,
): Promise<{ pages: number | null; bytes: number; sha256: string }> {
  const report = figuresReport(readFiguresCases(context), { ...choice, isAnonymised: true });
  const day = ukDay(context.now());
  const written =
    format === 'pdf' ? await printTo(context, figuresHtml(report, day), 'Figures', path) : await save();
  context.act(
    { action: 'figures.export', subject: null, detail: { format, threshold: choice.threshold } },
    () => undefined,
  );
  return written;

  async function save() {
    const bytes = Buffer.from(figuresCsv(report, day));
    await writeDurably(path, [bytes]);
    return { pages: null, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}
