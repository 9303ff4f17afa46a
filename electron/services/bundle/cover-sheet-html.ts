import type { CoverSheet, SheetStatement } from '../cover-sheets/read-sheets';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';
import { link, slot, slotSize, slotStyle } from './slots';

const style = `${flowing}${slotStyle}
.corner{margin:0 0 30pt auto;width:230pt;text-align:right}
.corner p{margin:0 0 2pt;overflow-wrap:anywhere}
.court{font-weight:700;margin-bottom:3pt}
.parties{margin:22pt 0}
.parties p{margin:0 0 6pt;text-align:center;overflow-wrap:anywhere}
h2{text-align:center;border-top:1.2pt solid #111;border-bottom:1.2pt solid #111;padding:12pt 0;margin:26pt 0 18pt;overflow-wrap:anywhere}
.marked{text-align:center;margin-top:26pt}
td.page{text-align:right}.ref{width:80pt}.page{width:62pt}
.note{margin-top:30pt}`;

/** The sheet before a statement or an exhibit. `inBundle`: exhibits that have pages. */
export function coverSheetHtml(sheet: CoverSheet, inBundle: ReadonlySet<string>): string {
  return documentOf(
    style,
    html`<section>
      ${
        sheet.corner.length === 0
          ? null
          : html`<div class="corner">${sheet.corner.map((line) => html`<p dir="auto">${line}</p>`)}</div>`
      }
      ${headingHtml(sheet)}
      ${sheet.statement === null ? markHtml(sheet) : statementHtml(sheet, sheet.statement, inBundle)}
      <p class="quiet note">A cover sheet. It is no part of what follows it.</p>
    </section>`,
  );
}

/** The title of the proceedings: court, number, and between whom. */
function headingHtml({ court, caseNumber, title, parties }: CoverSheet): Html {
  return html`${court === '' ? null : html`<p class="court" dir="auto">${court}</p>`}
  ${caseNumber === '' ? null : html`<p>Case number: ${caseNumber}</p>`}
  ${
    parties.length === 0
      ? title === ''
        ? null
        : html`<div class="parties"><p dir="auto">${title}</p></div>`
      : html`<div class="parties">
          <p>Between</p>
          ${parties.map(
            ({ name, role }) => html`<p dir="auto"><b>${name}</b>${role === '' ? '' : `, ${role}`}</p>`,
          )}
        </div>`
  }`;
}

function statementHtml(
  { exhibits }: CoverSheet,
  statement: SheetStatement,
  inBundle: ReadonlySet<string>,
): Html {
  return html`<h2 dir="auto">${ofStatement('Statement', statement)}</h2>
    ${
      exhibits.length === 0
        ? null
        : html`<table>
            <thead>
              <tr>
                <th scope="col" class="ref">Exhibit</th>
                <th scope="col">Description</th>
                <th scope="col" class="number page">Page</th>
              </tr>
            </thead>
            <tbody>
              ${exhibits.map(({ id, ref, title }) =>
                inBundle.has(id)
                  ? html`<tr>
                      <td class="ref">${ref}</td>
                      <td dir="auto">${link(id, title)}</td>
                      <td class="number page">${slot(id, slotSize)}</td>
                    </tr>`
                  : html`<tr>
                      <td class="ref">${ref}</td>
                      <td class="quiet" colspan="2">not in this bundle</td>
                    </tr>`,
              )}
            </tbody>
          </table>`
    }`;
}

function markHtml({ mark, statements }: CoverSheet): Html {
  return html`<h2>Exhibit ${mark}</h2>
    ${statements.map(
      (each) =>
        html`<p class="marked" dir="auto">
          This is the exhibit marked <b>${mark}</b> referred to in the ${ofStatement('statement', each)}.
        </p>`,
    )}`;
}

function ofStatement(begins: string, { whose, date }: SheetStatement): string {
  const whom = whose === '' ? begins : `${begins} of ${whose}`;
  return date === '' ? whom : `${whom}, dated ${date}`;
}
