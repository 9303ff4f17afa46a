import { counted } from '../../../shared/domain/counts';
import { documentOf } from '../print/document';
import { html } from '../print/html';
import { captionHtml, captionWords, pagesStyle, remarksHtml, said } from './caption';
import type { Caption } from './caption';
import type { Printed } from './printed';

const style = `${pagesStyle}
.grid td,.grid th{font-size:8.5pt;border:.5pt solid #b8b8b8;padding:2pt 4pt}`;

/** The first records of a table of which nobody has said what its columns are. */
export function tableDocument(
  caption: Caption,
  records: readonly (readonly string[])[],
  lines: number,
): Printed {
  const columns = records.reduce((most, record) => Math.max(most, record.length), 0);
  const body = html`${captionHtml(caption)}
    <section>
      <h3>What this is</h3>
      ${remarksHtml([
        `A table of ${counted(lines, 'line', 'lines')}. Nobody has said yet what its columns mean, so that its calls and messages are not listed one by one.`,
        `Printed are its first ${counted(records.length, 'record', 'records')}, of very long cells the beginning; the others are in the file.`,
      ])}
    </section>
    <section>
      <h3>First records of the table</h3>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">Record</th>
            ${Array.from({ length: columns }, (_, at) => html`<th scope="col">Column ${at + 1}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${records.map(
            (record, index) =>
              html`<tr>
                <th scope="row">${index + 1}</th>
                ${Array.from({ length: columns }, (_, at) => html`<td>${said(record[at] ?? '')}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  return {
    html: documentOf(style, body),
    words: [...captionWords(caption), ...records.map((record) => record.join(' '))],
  };
}
