import { portrait as pageSize } from '../../../shared/domain/bundle/sheet';
import { counted } from '../../../shared/domain/counts';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { html } from '../print/html';
import type { Html } from '../print/html';
import { kindText, printBytes } from './kind-text';
import type { PaperHead } from './paper-head';
import { inGroups } from './paper-items';
import type { PaperItem } from './paper-items';
import { documentOf } from '../print/document';

/** A file of a folder that goes with the schedule. */
export interface ScheduledFile {
  readonly name: string;
  /** `redacted copy`; empty for the original. */
  readonly what: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** With one column more, each is a little narrower, so that room is left for the description. */
const narrower =
  '.date{width:72pt}.who{width:78pt}.name{width:112pt}.file{width:84pt}.print{width:152pt}.police{width:62pt}';

/**
 * The list of exhibits (columns: domain 3.3). With `files`, by the exhibit, it says what goes under which name, and gives the
 * fingerprint of each file that goes.
 * Documents of the case are no exhibits, and are listed apart.
 */
export function scheduleHtml(
  head: PaperHead,
  all: readonly PaperItem[],
  files: ReadonlyMap<string, readonly ScheduledFile[]> | null = null,
): string {
  const items = all.filter(({ item }) => item.document === null);
  const documents = all.filter(({ item }) => item.document !== null);
  const police = items.some(({ item }) => item.policeRef !== '');
  const style = `@page{size:${pageSize.height}pt ${pageSize.width}pt;margin:42pt 42pt 46pt}
.sum{font-size:6.8pt;letter-spacing:-.1pt;line-height:1.35}
.ref{width:56pt;font-weight:700}.date{width:92pt}.who{width:96pt}.file{width:104pt}.print{width:158pt}.former{font-weight:400;font-size:7.5pt}.police{width:74pt}.part{margin-bottom:4pt}.apart{margin-top:16pt}${files === null ? '' : narrower}
td,th{font-size:9pt}td.ref{white-space:nowrap}`;
  const body = html`<h2>Schedule of exhibits</h2>
    <p class="quiet">
      Our reference ${head.reference}.
      ${counted(items.length, 'exhibit', 'exhibits')}${documents.length === 0 ? '' : `, ${counted(documents.length, 'document', 'documents')}`}.
      Prepared by ${head.officeName}, ${head.at}.
    </p>
    ${items.length === 0 ? null : exhibitsTable(items, files, police)}
    ${documents.length === 0 ? null : documentsTable(documents, files)}
    <p class="quiet">
      <br />Dates are what the files say about themselves or an advocate has chosen; they prove nothing alone.
      Head of the record of acts: <span class="sum">${head.auditHead}</span>
    </p>`;
  return documentOf(style, body);
}

function exhibitsTable(
  items: readonly PaperItem[],
  files: ReadonlyMap<string, readonly ScheduledFile[]> | null,
  police: boolean,
): Html {
  return html`<table>
    <thead>
      <tr>
        <th class="ref">Exhibit</th>
        <th class="date">Date of content</th>
        <th>Description</th>
        <th class="who">Producer</th>
        ${files === null ? null : html`<th class="name">File in this folder</th>`}
        <th class="file">Format</th>
        <th class="print">Fingerprint (SHA-256)</th>
        ${police ? html`<th class="police">Police reference</th>` : null}
      </tr>
    </thead>
    <tbody>
      ${items.map(
        ({ item, producer, contentDate }) =>
          html`<tr>
            <td class="ref">
              ${item.exhibitRef}
              ${item.formerRefs.map((each) => html`<div class="former">formerly ${each}</div>`)}
            </td>
            <td>${contentDate === '' ? 'not known' : contentDate}</td>
            <td dir="auto">${item.title}</td>
            <td dir="auto">${producer === '' ? 'not recorded' : producer}</td>
            ${fileCells(item, files?.get(item.id) ?? null)}
            ${police ? html`<td>${item.policeRef}</td>` : null}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Statements, orders and the like: by their description and date, without a reference. */
function documentsTable(
  documents: readonly PaperItem[],
  files: ReadonlyMap<string, readonly ScheduledFile[]> | null,
): Html {
  return html`<h2 class="apart">Documents</h2>
    <table>
      <thead>
        <tr>
          <th>Document</th>
          <th class="date">Date</th>
          <th class="who">Whose</th>
          ${files === null ? null : html`<th class="name">File in this folder</th>`}
          <th class="file">Format</th>
          <th class="print">Fingerprint (SHA-256)</th>
        </tr>
      </thead>
      <tbody>
        ${documents.map(
          ({ item, contentDate }) =>
            html`<tr>
              <td dir="auto">${item.title}</td>
              <td>${contentDate === '' ? 'not recorded' : contentDate}</td>
              <td dir="auto">${item.document?.whose ?? ''}</td>
              ${fileCells(item, files?.get(item.id) ?? null)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Format and fingerprint of the original, or of each file that goes, with its name. */
function fileCells(item: EvidenceItem, files: readonly ScheduledFile[] | null): Html {
  if (files === null)
    return html`<td>${kindText(item)}, ${printBytes(item.bytes)}</td>
      <td class="sum">${inGroups(item.sha256)}</td>`;
  const parts = (of: (file: ScheduledFile) => string | Html): readonly Html[] =>
    files.map((file) => html`<div class="part">${of(file)}</div>`);
  return html`<td>${parts(({ name }) => name)}</td>
    <td>${parts(({ what, bytes }) => `${what === '' ? kindText(item) : what}, ${printBytes(bytes)}`)}</td>
    <td class="sum">${parts(({ sha256 }) => inGroups(sha256))}</td>`;
}
