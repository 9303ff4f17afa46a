import { dayOf, clockText, marksOf, movedText, noSender, placeText, wayText } from './message-words';
import type { PrintedRow } from './message-words';
import { callText, timeDoubt } from '../../../shared/domain/messages/row-words';
import { printDate } from '../../../shared/domain/dates/print';
import type { MessageFormat } from '../../../shared/models/message';
import type { Html } from '../print/html';
import { html } from '../print/html';
import { said } from './caption';

export const callsStyle = `
.calls td,.calls th{font-size:9.5pt}
.calls tbody th{font-weight:400;border-bottom:.5pt solid #b8b8b8;vertical-align:top;padding:5pt 6pt 5pt 0}
.calls tr.long{break-inside:auto}
.no{width:34pt}.place{width:58pt}.day{width:62pt}.clock{width:78pt}.number{width:92pt}
td.number{text-align:left;overflow-wrap:anywhere;white-space:normal}`;

const longLetters = 1_500;

/** Rows of a list of calls, or of a table, each with its place in the file. */
export function callsHtml(rows: readonly PrintedRow[], format: MessageFormat | null): Html {
  return html`<table class="calls">
    <thead>
      <tr>
        <th scope="col" class="no">No.</th>
        <th scope="col" class="place">Place in the file</th>
        <th scope="col" class="day">Day</th>
        <th scope="col" class="clock">Time</th>
        <th scope="col">Who</th>
        <th scope="col" class="number">Number</th>
        <th scope="col">What</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => callRow(row, format))}
    </tbody>
  </table>`;
}

function callRow(row: PrintedRow, format: MessageFormat | null): Html {
  const { local, sender, number, body, raw, kind } = row;
  const isLong = body.length + (raw?.length ?? 0) > longLetters;
  const times = [clockText(row), movedText(row), timeDoubt(row)].filter((each) => each !== '');
  const isEvent = kind === 'call' || kind === 'message';
  return html`<tr class="${isLong ? 'long' : 'short'}">
    <th scope="row">${row.position + 1}</th>
    <td>${placeText(row, format)}</td>
    <td>${local === null ? '' : printDate(dayOf(local), null)}</td>
    <td>${isEvent ? times.join('. ') : ''}</td>
    <td>
      ${sender === '' ? (isEvent ? noSender(row) : '') : html`${wayText(row, format)}<bdi>${sender}</bdi>`}
    </td>
    <td class="number">${number ?? ''}</td>
    <td>
      ${whatOf(row)}${body === '' ? null : said(body)}${marksOf(row).map((each) => html`<i class="said">${each}</i>`)}${raw === null || raw === '' ? null : said(raw)}
    </td>
  </tr>`;
}

function whatOf(row: PrintedRow): string {
  if (row.kind === 'call') return callText(row);
  if (row.kind !== 'message') return '';
  return row.direction === 'out' ? 'Message sent' : row.direction === 'in' ? 'Message received' : 'Message';
}
