import type { Chart } from '../../../shared/charts/chart';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import type { Around, Patterns } from '../../../shared/models/patterns';
import { html } from '../print/html';
import type { Html } from '../print/html';
import type { VaultContext } from '../../vault/api';
import { drawChart } from '../print/draw-chart';
import { readAround } from './patterns';
import { documentOf, flowing } from '../print/document';

/** Rows of a table that are printed below its chart. */
const mostPrinted = 60;

export const patternsStyle = `
.chart{break-inside:avoid;margin:0 0 20pt}
.chart h3{font-size:12pt;margin:0 0 3pt}
.chart svg{display:block;margin:6pt 0 0;max-width:100%;font-family:Arimo,Arial,sans-serif;font-size:11px;overflow:visible}
table.data{margin:0 0 18pt}table.data td,table.data th{font-size:9pt;padding:2pt 6pt 2pt 0}`;

/** Background events with a picture of their own in print. */
const mostEvents = 6;

/** What followed each of the first background events of a filter. */
export function aroundEvents(
  context: Pick<VaultContext, 'db'>,
  caseId: string,
  filter: EntryFilter,
  triggers: Patterns['triggers'],
): readonly Around[] {
  return triggers
    .filter(({ earliest }) => !earliest.startsWith('0000'))
    .slice(0, mostEvents)
    .map(({ id }) => readAround(context, caseId, filter, id));
}

/** Charts as pages of a bundle: as vectors, each with what it shows in words. */
export function bundlePatternsHtml(charts: readonly Chart[]): string {
  return documentOf(flowing + patternsStyle, patternsBody(charts, false));
}

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
