import { fieldLabel, viewText } from '../../../shared/domain/export/view-columns';
import type { Chart } from '../../../shared/charts/chart';
import type { Entry } from '../../../shared/models/chronology';
import type { Law } from '../../../shared/models/law';
import type { SavedViewBody, ViewField } from '../../../shared/models/saved-view';
import { accountNote } from '../print/account-note';
import { html } from '../print/html';
import type { Html } from '../print/html';
import { patternsBody, patternsStyle } from './patterns-html';
import { viewLine, viewTitle } from './view-head';
import type { ViewHead } from './view-head';
import { documentOf, flowing } from '../print/document';

/** Fields that stand in the column beside the date; the rest is told below the title. */
const beside: readonly ViewField[] = ['exhibits'];

/**
 * A chronology as pages for somebody: the fields chosen for them, with what is covered covered. What is said `first` has the first
 * page to itself.
 */
export function viewHtml(
  head: ViewHead,
  view: SavedViewBody,
  entries: readonly Entry[],
  charts: readonly Chart[],
  law: Law,
  first: Html | null = null,
): string {
  const style = `${flowing}
.no{width:26pt}.when{width:104pt;font-weight:700}.when span{display:block;font-weight:400}
.where{width:82pt}td p{margin:0 0 3pt;white-space:pre-line}.what b{display:block}.quote{font-style:italic}
.patterns{break-before:page}.first{break-after:page}${patternsStyle}`;
  const withExhibits = view.fields.includes('exhibits');
  const body = html`${first === null ? null : html`<section class="first">${first}</section>`}
    <h2>${viewTitle}</h2>
    <p class="quiet">${viewLine(head, view, entries.length)}</p>
    <p class="quiet">${accountNote(law)}</p>
    <table>
      <thead>
        <tr>
          <th class="no">No</th>
          <th class="when">When</th>
          <th>What happened</th>
          ${withExhibits ? html`<th class="where">Exhibits</th>` : null}
        </tr>
      </thead>
      <tbody>
        ${entries.map((entry, index) => row(entry, index + 1, { view, law, withExhibits }))}
      </tbody>
    </table>
    ${charts.length === 0 ? null : html`<section class="patterns">${patternsBody(charts, true)}</section>`}`;
  return documentOf(style, body);
}

interface Shown {
  readonly view: SavedViewBody;
  readonly law: Law;
  readonly withExhibits: boolean;
}

function row(entry: Entry, number: number, { view, law, withExhibits }: Shown): Html {
  const has = (field: ViewField): boolean => view.fields.includes(field);
  const text = (field: ViewField): string => (has(field) ? viewText(entry, field, view.covering, law) : '');
  const own: readonly ViewField[] = ['date', 'dateSource', 'title', 'description', 'quote', ...beside];
  const rest = view.fields
    .filter((field) => !own.includes(field))
    .map((field) => ({ field, text: text(field) }))
    .filter((each) => each.text !== '');
  return html`<tr>
    <td class="no">${number}</td>
    <td class="when">
      ${text('date')}${text('dateSource') === '' ? null : html`<span class="quiet" dir="auto">${text('dateSource')}</span>`}
    </td>
    <td class="what" dir="auto">
      ${text('title') === '' ? null : html`<b>${text('title')}</b>`}
      ${text('description') === '' ? null : html`<p>${text('description')}</p>`}
      ${text('quote') === '' ? null : html`<p class="quote" dir="auto">“${text('quote')}”</p>`}
      ${rest.map(({ field, text: value }) => html`<p class="quiet">${fieldLabel(field, law)}: ${value}</p>`)}
    </td>
    ${withExhibits ? html`<td class="where">${text('exhibits')}</td>` : null}
  </tr>`;
}
