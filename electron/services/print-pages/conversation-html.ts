import { callText, timeDoubt } from '../../../shared/domain/messages/row-words';
import type { MessageFormat } from '../../../shared/models/message';
import type { Html } from '../print/html';
import { html } from '../print/html';
import { said } from './caption';
import {
  clockText,
  dayOf,
  dayText,
  marksOf,
  movedText,
  noSender,
  numberBeside,
  placeText,
  wayText,
} from './message-words';
import type { PrintedRow } from './message-words';

export const conversationStyle = `
.talk{list-style:none;margin:0;padding:0}
.m{border:.5pt solid #8a8a8a;border-radius:5pt;padding:4pt 8pt 5pt;margin:0 0 6pt;break-inside:avoid}
.m.long{break-inside:auto}
.m.in{margin-right:70pt}
.m.out{margin-left:70pt;border-color:#0e5a63;border-width:1pt}
.m.note{border-style:dashed;text-align:start}
.m p{margin:0}
.meta{font-size:9pt;color:#333;overflow-wrap:anywhere;break-after:avoid}
.meta b{font-size:10.5pt;color:#111}
.mark{font-size:9.5pt;font-style:italic}
.file{font-size:10pt;overflow-wrap:anywhere}`;

/** A message with so many letters, or lines, may go on on the next page; any other is kept together. */
const longLetters = 1_500;
const longLines = 25;

/** Rows of an export as a conversation: a heading for each day, then who wrote what when, with its place in the file. */
export function conversationHtml(rows: readonly PrintedRow[], format: MessageFormat | null): Html {
  return html`${byDay(rows).map(
    ({ day, rows: ofDay }) =>
      html`<section>
        <h3>${day === null ? 'Without a date' : dayText(day)}</h3>
        <ol class="talk">
          ${ofDay.map((row) => messageHtml(row, format))}
        </ol>
      </section>`,
  )}`;
}

interface OfDay {
  readonly day: string | null;
  readonly rows: PrintedRow[];
}

/** In the order of the file: where its times run back, a day gets a second heading. A row without a date stays where it is. */
function byDay(rows: readonly PrintedRow[]): readonly OfDay[] {
  const days: OfDay[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    const day = row.local === null ? (last?.day ?? null) : dayOf(row.local);
    if (last !== undefined && last.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

function sideOf({ kind, direction }: PrintedRow): string {
  if (kind === 'system' || kind === 'unread') return 'note';
  return direction === 'unknown' ? 'both' : direction;
}

function isLong({ body, raw }: PrintedRow): boolean {
  const text = `${body}${raw ?? ''}`;
  return text.length > longLetters || text.split('\n', longLines + 1).length > longLines;
}

function messageHtml(row: PrintedRow, format: MessageFormat | null): Html {
  const { body, raw, kind } = row;
  return html`<li class="m ${sideOf(row)}${isLong(row) ? ' long' : ''}">
    ${metaHtml(row, format)} ${kind === 'call' ? html`<p>${callText(row)}</p>` : null}
    ${body === '' ? null : said(body)} ${fileHtml(row)}
    ${marksOf(row).map((each) => html`<p class="mark">${each}</p>`)}
    ${raw === null || raw === '' ? null : said(raw)}
    ${body === '' && row.mediaName === null && raw === null && kind === 'message' ? html`<p class="mark">No words in the file.</p>` : null}
  </li>`;
}

function metaHtml(row: PrintedRow, format: MessageFormat | null): Html {
  const number = numberBeside(row);
  const times = [clockText(row), movedText(row), timeDoubt(row)].filter((each) => each !== '');
  return html`<p class="meta">
    ${whoHtml(row, format)} ${number === '' ? null : html`<bdi>(${number})</bdi>`} ${times.join('. ')} &#183;
    no. ${row.position + 1}, ${placeText(row, format)}
  </p>`;
}

function whoHtml(row: PrintedRow, format: MessageFormat | null): Html {
  const { kind, sender } = row;
  if (sender !== '') return html`${wayText(row, format)}<b dir="auto">${sender}</b>`;
  if (kind === 'system') return html`<b>Line of the file itself</b>`;
  return kind === 'unread' ? html`<b>Line that was not understood</b>` : html`<b>${noSender(row)}</b>`;
}

/** The file that came with it, by the name that stands in the export, and the exhibit that it is. */
function fileHtml({ mediaName, media }: PrintedRow): Html | null {
  if (mediaName === null) return null;
  const name = html`File: <b dir="auto">${mediaName}</b>`;
  if (media.length === 0) return html`<p class="file">${name}, not among the exhibits of this case</p>`;
  return html`<p class="file">
    ${name},
    ${media.map(({ exhibitRef, title }, index) => html`${index === 0 ? '' : '; '}exhibit ${exhibitRef} <bdi>${title}</bdi>`)}
  </p>`;
}
