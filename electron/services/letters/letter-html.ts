import { cellsOf, gapAt, partsOf } from '../../../shared/domain/casework/letters/blocks';
import type { LetterPart } from '../../../shared/domain/casework/letters/blocks';
import type { Letter, LetterBlock } from '../../../shared/records/letter';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';

const style = `${flowing}
html{font-size:11pt}
h1{border-top:4pt solid #0e5a63;padding-top:10pt;font-size:20pt}
h2{font-size:13pt;margin:16pt 0 5pt;break-after:avoid}
p{white-space:pre-line;overflow-wrap:anywhere}
ul{margin:0 0 8pt;padding-left:16pt}li{margin:0 0 4pt;white-space:pre-line;overflow-wrap:anywhere}
table{font-size:9.5pt;margin:0 0 8pt;table-layout:fixed}tr{break-inside:auto}`;

/** A letter or document as pages, in the look of the other papers. */
export function letterHtml({ title, blocks }: Pick<Letter, 'title' | 'blocks'>): string {
  return documentOf(
    style,
    html`<h1 dir="auto">${title}</h1>
      ${partsOf(blocks).map(partHtml)}`,
  );
}

function partHtml(part: LetterPart): Html {
  if (part.as === 'heading') return html`<h2 dir="auto">${marked(part.block.text)}</h2>`;
  if (part.as === 'text') return html`<p dir="auto">${marked(part.block.text)}</p>`;
  if (part.as === 'list')
    return html`<ul>
      ${part.blocks.map(({ text }) => html`<li dir="auto">${marked(text)}</li>`)}
    </ul>`;
  return tableHtml(part.blocks);
}

function tableHtml([head, ...rows]: readonly LetterBlock[]): Html {
  const heads = head === undefined ? [] : cellsOf(head);
  return html`<table>
    <thead>
      <tr>
        ${heads.map((cell) => html`<th scope="col" dir="auto">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${inColumns(cellsOf(row), heads.length).map((cell) => html`<td dir="auto">${marked(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** As many cells as the head has; what is over stands in the last. */
export function inColumns(cells: readonly string[], columns: number): readonly string[] {
  if (columns < 1 || cells.length === columns) return cells;
  const last = cells.slice(columns - 1).join('; ');
  return Array.from({ length: columns }, (_, at) => (at === columns - 1 ? last : (cells[at] ?? '')));
}

/** What is not filled yet stands out. */
function marked(text: string): readonly Html[] {
  const parts: Html[] = [];
  let from = 0;
  for (const match of text.matchAll(gapAt)) {
    parts.push(html`${text.slice(from, match.index)}<b>${match[0]}</b>`);
    from = match.index + match[0].length;
  }
  return [...parts, html`${text.slice(from)}`];
}
