import {
  clockText,
  dayOf,
  marksOf,
  movedText,
  noSender,
  numberBeside,
  placeText,
  wayText,
} from './message-words';
import type { PrintedRow } from './message-words';
import { callText, timeDoubt } from '../../../shared/domain/messages/row-words';
import { printDate } from '../../../shared/domain/dates/print';
import type { MessageFormat } from '../../../shared/models/message';
import type { Html } from '../print/html';
import { html } from '../print/html';
import { said } from './caption';

export const callsStyle = `
.calls{table-layout:fixed}
.calls td,.calls th{font-size:9.5pt}
.calls tbody th{font-weight:400;border-bottom:.5pt solid #b8b8b8;vertical-align:top;padding:5pt 6pt 5pt 0}
.calls tr.long{break-inside:auto}
.no{width:36pt}.place{width:66pt}.when{width:92pt}.who{width:118pt}`;

const longLetters = 1_500;

/** Rows of a list of calls, or of a table, each with its place in the file. */
export function callsHtml(rows: readonly PrintedRow[], format: MessageFormat | null): Html {
  return html`<table class="calls">
    <thead>
      <tr>
        <th scope="col" class="no">No.</th>
        <th scope="col" class="place">Place in the file</th>
        <th scope="col" class="when">When</th>
        <th scope="col" class="who">Who</th>
        <th scope="col">What</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => callRow(row, format))}
    </tbody>
  </table>`;
}

function callRow(row: PrintedRow, format: MessageFormat | null): Html {
  const { body, raw } = row;
  const isLong = body.length + (raw?.length ?? 0) > longLetters;
  return html`<tr class="${isLong ? 'long' : 'short'}">
    <th scope="row">${row.position + 1}</th>
    <td>${placeText(row, format)}</td>
    <td>${whenOf(row)}</td>
    <td>${whoOf(row, format)}</td>
    <td>
      ${whatOf(row)}${body === '' ? null : said(body)}${marksOf(row).map((each) => html`<i class="said">${each}</i>`)}${raw === null || raw === '' ? null : said(raw)}
    </td>
  </tr>`;
}

const isEvent = ({ kind }: PrintedRow): boolean => kind === 'call' || kind === 'message';

function whenOf(row: PrintedRow): string {
  const { local } = row;
  if (!isEvent(row)) return '';
  const times = [clockText(row), movedText(row), timeDoubt(row)].filter((each) => each !== '').join('. ');
  return local === null ? times : `${printDate(dayOf(local), null)}, ${times}`;
}

/** The name, and its number where the name does not show that already. */
function whoOf(row: PrintedRow, format: MessageFormat | null): Html | null {
  const number = numberBeside(row);
  if (!isEvent(row)) return null;
  if (row.sender === '') return html`${noSender(row)}`;
  return html`${wayText(row, format)}<bdi>${row.sender}</bdi>
    ${number === '' ? null : html`<bdi>${number}</bdi>`}`;
}

function whatOf(row: PrintedRow): string {
  if (row.kind === 'call') return callText(row);
  if (row.kind !== 'message') return '';
  return row.direction === 'out' ? 'Message sent' : row.direction === 'in' ? 'Message received' : 'Message';
}
