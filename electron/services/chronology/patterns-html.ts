import { chartsOf } from '../../../shared/charts/views';
import { afterEventChart } from '../../../shared/charts/after-event';
import type { Chart } from '../../../shared/charts/chart';
import type { Around, Patterns } from '../../../shared/models/patterns';
import { html } from '../bundle/html';
import type { Html } from '../bundle/html';
import { documentOf, flowing } from '../bundle/pages-html';
import { drawChart } from './draw-chart';

/** Rows of a table that are printed below its chart. */
const mostPrinted = 60;

const style = `
.chart{break-inside:avoid;margin:0 0 20pt}
.chart h3{font-size:12pt;margin:0 0 3pt}
.chart svg{display:block;margin:6pt 0 0;max-width:100%;font-family:Arimo,Arial,sans-serif;font-size:11px;overflow:visible}
table.data{margin:0 0 18pt}table.data td,table.data th{font-size:9pt;padding:2pt 6pt 2pt 0}`;

/** The views of a chronology as pages: every chart as vectors, with what it shows in words, and its figures where asked for. */
export function patternsHtml(
  patterns: Patterns,
  around: readonly Around[],
  { withTables }: { readonly withTables: boolean },
): string {
  const charts = [...chartsOf(patterns), ...around.map(afterEventChart)];
  return documentOf(flowing + style, patternsBody(charts, withTables));
}

export const patternsStyle = style;

export function patternsBody(charts: readonly Chart[], withTables: boolean): Html {
  return html`<h2>Patterns</h2>
    <p class="quiet">
      Drawn from the entries of the chronology. What is counted is entries, as the client reports them;
      background events are not counted as conduct.
    </p>
    ${charts.map(
      (chart) =>
        html`<section class="chart">
            <h3 dir="auto">${chart.title}</h3>
            <p>${chart.words}</p>
            ${drawChart(chart)}
          </section>
          ${withTables ? tableHtml(chart) : null}`,
    )}`;
}

function tableHtml({ table }: Chart): Html | null {
  if (table.rows.length === 0) return null;
  const left = table.leftOut + Math.max(0, table.rows.length - mostPrinted);
  return html`<table class="data">
      <thead>
        <tr>
          ${table.head.map((each) => html`<th>${each}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.slice(0, mostPrinted).map(
          (row) =>
            html`<tr>
              ${row.map((each) => html`<td dir="auto">${each}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${left === 0 ? null : html`<p class="quiet">and ${left} more</p>`}`;
}
