import { paperRef } from '../../../shared/domain/paper-name';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { dateSource, printedDate } from '../print/date-words';
import { flowing } from '../print/document';
import type { Html } from '../print/html';
import { html } from '../print/html';

/** What stands on top of a printed exhibit. */
export interface Caption {
  /** Null for a document of the case. */
  readonly exhibitRef: string | null;
  readonly title: string;
  /** Empty where no date is known. */
  readonly dateText: string;
  readonly dateSource: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** Said in the words of the other pages of a bundle. */
export function captionOf(item: EvidenceItem): Caption {
  const { title, fileName, sha256 } = item;
  return {
    ...{ exhibitRef: paperRef(item), title, fileName, sha256 },
    dateText: printedDate(item),
    dateSource: dateSource(item),
  };
}

/** The words of a caption, for the gate. */
export function captionWords({ title, fileName }: Caption): readonly string[] {
  return [title, fileName];
}

/** Style of all these pages: what a stranger wrote keeps its spaces and lines, and no letter runs out of the page. */
export const pagesStyle = `${flowing}
.caption{border-bottom:1.5pt solid #0e5a63;margin-bottom:12pt;padding-bottom:6pt}
.caption h2{font-size:13pt;margin:0 0 2pt;overflow-wrap:anywhere}
.caption h2 span{font-weight:400}
.caption p{font-size:9.5pt;line-height:1.3;margin:0 0 1.5pt;overflow-wrap:anywhere}
h3{font-size:12pt;margin:14pt 0 6pt;break-after:avoid}
.sum{font-size:8pt}
.about{margin-bottom:10pt}
.about th{width:120pt;font-weight:400;color:#444;border-bottom:.5pt solid #b8b8b8;vertical-align:top;font-size:10pt}
.about td{font-size:10pt}
.extent{border:1pt solid #111;padding:5pt 7pt;font-weight:700}
.said{display:block;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
.long{break-inside:auto}
.quiet{overflow-wrap:anywhere}`;

/** The reference and the title as the heading, then the date with its source, the name of the file and its fingerprint. */
export function captionHtml({ exhibitRef, title, dateText, dateSource, fileName, sha256 }: Caption): Html {
  return html`<header class="caption">
    <h2>${exhibitRef === null ? '' : `${exhibitRef} `}<span dir="auto">${title}</span></h2>
    <p>${dateText === '' ? 'No date is known.' : html`<b>${dateText}</b>. Date from: ${dateSource}.`}</p>
    <p dir="auto">${fileName}</p>
    <p class="sum">SHA-256 ${sha256}</p>
  </header>`;
}

/** Words as somebody wrote them, letter for letter. */
export function said(text: string): Html {
  return html`<span class="said" dir="auto">${text}</span>`;
}

/** Facts about a file, each a row with its name as its heading. Those without a value are left out. */
export function aboutHtml(rows: readonly (readonly [name: string, value: string])[]): Html {
  return html`<table class="about">
    <tbody>
      ${rows
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${said(value)}</td>
            </tr>`,
        )}
    </tbody>
  </table>`;
}

/** What is not on the page, and where it is. */
export function extentHtml(sentences: readonly string[]): readonly Html[] {
  return sentences.map((each) => html`<p class="extent">${each}</p>`);
}

/** Remarks on how it was read and what it does not show. */
export function remarksHtml(sentences: readonly string[]): readonly Html[] {
  return sentences.filter((each) => each !== '').map((each) => html`<p class="quiet">${each}</p>`);
}
