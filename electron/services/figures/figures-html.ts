import { figuresChart, notShown } from '../../../shared/charts/figures';
import { figureWords } from '../../../shared/domain/figures/words';
import type { FigureTable, FiguresReport } from '../../../shared/models/figures';
import { documentOf, flowing } from '../print/document';
import { drawChart } from '../print/draw-chart';
import { html } from '../print/html';
import type { Html } from '../print/html';

const style = `${flowing}
h1{border-top:4pt solid #0e5a63;padding-top:10pt}
h2{font-size:13pt;margin:18pt 0 4pt;break-after:avoid}
.lead{border:.8pt solid #0e5a63;padding:8pt 10pt;margin:10pt 0 4pt}
td,th{font-size:9pt}
svg{display:block;margin:6pt 0;max-width:100%;font-family:Arimo,Arial,sans-serif;font-size:11px;overflow:visible}`;

/** The figures of the office as pages for somebody else: nothing on them but counts, codes in words, and what each count is. */
export function figuresHtml(report: FiguresReport, day: string): string {
  const seen = new Set<string>();
  const body = html`<h1>${figureWords.title}</h1>
    <p>${report.period}. ${figureWords.writtenOn(day)}</p>
    <div class="lead">${figureWords.rule(report).map((each) => html`<p>${each}</p>`)}</div>
    ${report.medianDays === null ? null : html`<p>${figureWords.median(report.medianDays)}</p>`}
    ${report.tables.map((table) => {
      const topic = table.id.split('-')[0] ?? '';
      const isFirst = !seen.has(topic);
      seen.add(topic);
      return tableHtml(table, isFirst);
    })}`;
  return documentOf(style, body);
}

function tableHtml(table: FigureTable, withChart: boolean): Html {
  return html`<section>
    <h2>${table.title}</h2>
    <p class="quiet">${table.definition} ${table.notCounted}</p>
    ${withChart ? drawChart(figuresChart(table)) : null}
    <table>
      <thead>
        <tr>
          ${table.head.map((each, nth) => html`<th scope="col" class="${nth < table.labels ? 'label' : 'number'}">${each}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          ({ labels, cells }) =>
            html`<tr>
              ${labels.map((each) => html`<td>${each}</td>`)}
              ${cells.map((each) => html`<td class="number">${each ?? notShown}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
