import { printCount } from '../../../shared/domain/counts';
import { documentOf } from '../print/document';
import type { Html } from '../print/html';
import { html } from '../print/html';
import { aboutHtml, captionHtml, captionWords, extentHtml, pagesStyle, remarksHtml, said } from './caption';
import type { Caption } from './caption';
import type { Printed } from './printed';
import { extentText } from './row-ranges';
import type { Extent } from './row-ranges';

/** A line of a text. */
export interface FlowLine {
  /** Its number in the file, or in its page. */
  readonly number: number;
  /** The page, sheet or slide it is on, where there are several; else null. */
  readonly page: string | null;
  readonly text: string;
  /** It goes on from a line that was too long for one document. */
  readonly goesOn?: true;
}

/** What stands inside a file, such as an attachment, and what became of it. */
export interface InsideFile {
  readonly name: string;
  /** Null where it was not taken out. */
  readonly exhibitRef: string | null;
  readonly size: string;
  /** It has the content of an exhibit that was there before. */
  readonly isCopy: boolean;
}

/** What a document with the words of a file says. */
export interface Flow {
  readonly caption: Caption;
  readonly facts: readonly (readonly [string, string])[];
  readonly remarks: readonly string[];
  /** What the words are called: `Words of the e-mail`. */
  readonly heading: string;
  /** Lines have the numbers they have in the file. */
  readonly isNumbered: boolean;
  readonly lines: readonly FlowLine[];
  readonly extent: Extent;
  /** Named in the first part alone; null where files inside are not spoken of. */
  readonly inside: readonly InsideFile[] | null;
  readonly insideHeading: string;
}

const style = `${pagesStyle}
.lines td,.lines th{border:0;padding:0 6pt 0 0;font-size:10.5pt}
.lines tr{break-inside:auto}
.lines th{width:44pt;font-weight:400;color:#555;text-align:right;font-size:8.5pt;line-height:1.75;vertical-align:top}
.inside{margin-top:12pt}
.inside td,.inside th{font-size:10pt}
.inside tbody th{font-weight:400;border-bottom:.5pt solid #b8b8b8;vertical-align:top;padding:5pt 6pt 5pt 0}`;

/** The words of a file, letter for letter, with what is known of it. */
export function flowDocument(flow: Flow): Printed {
  const { caption, facts, remarks, heading, lines, extent, inside, insideHeading } = flow;
  const body = html`${captionHtml(caption)}
    <section>
      <h3>What this is</h3>
      ${aboutHtml(facts)} ${remarksHtml(remarks)}
      ${extentHtml(extentText(extent, { one: 'line', many: 'lines' }))}
    </section>
    <section>
      <h3>${heading}</h3>
      ${lines.every(({ text }) => text === '') ? html`<p>There are no words in it.</p>` : pagesHtml(flow)}
    </section>
    ${inside === null ? null : insideHtml(inside, insideHeading)}`;
  const words = [
    ...captionWords(caption),
    ...facts.map(([, value]) => value),
    // One text: words that go over the end of a line are looked for too.
    lines.map(({ text }) => text).join('\n'),
    ...(inside ?? []).map(({ name }) => name),
  ];
  return { html: documentOf(style, body), words: words.filter((each) => each !== '') };
}

function pagesHtml({ lines, isNumbered }: Flow): readonly Html[] {
  const pages: { readonly page: string | null; readonly lines: FlowLine[] }[] = [];
  for (const line of lines) {
    const last = pages.at(-1);
    if (last !== undefined && last.page === line.page) last.lines.push(line);
    else pages.push({ page: line.page, lines: [line] });
  }
  return pages.map(
    ({ page, lines: ofPage }) =>
      html`${page === null ? null : html`<h3>${page}</h3>`}${isNumbered ? numberedHtml(ofPage) : said(ofPage.map(({ text }) => text).join('\n'))}`,
  );
}

function numberedHtml(lines: readonly FlowLine[]): Html {
  return html`<table class="lines">
    <thead>
      <tr>
        <th scope="col">Line</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ({ number, text, goesOn }) =>
          html`<tr>
            <th scope="row">${printCount(number)}${goesOn === true ? ', goes on' : ''}</th>
            <td>${said(text)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Files inside with the exhibit that each was taken out as. */
function insideHtml(inside: readonly InsideFile[], heading: string): Html {
  if (inside.length === 0) return html`<p class="inside">${heading}: none.</p>`;
  return html`<section class="inside">
    <h3>${heading}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Size</th>
          <th scope="col">Exhibit</th>
        </tr>
      </thead>
      <tbody>
        ${inside.map(
          ({ name, size, exhibitRef, isCopy }) =>
            html`<tr>
              <th scope="row">${said(name)}</th>
              <td>${size === '' ? 'not known' : size}</td>
              <td>
                ${exhibitRef === null ? 'could not be taken out' : `${exhibitRef}${isCopy ? ', which has the same content' : ''}`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
