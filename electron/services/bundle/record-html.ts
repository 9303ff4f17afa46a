import { leftOutWords } from '../../../shared/domain/bundle/left-out';
import { printDate } from '../../../shared/domain/dates/print';
import type { BundlePlan } from '../../../shared/models/bundle';
import { ownCopyText } from '../../../shared/records/words/profile-words';
import type { SheetForm } from '../cover-sheets/forms';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';
import type { BundleHead } from './bundle-head';
import { wordsIn } from './bundle-words';
import { inPortions, slot, slotSize, slotStyle } from './slots';

/** Files of one printing: some seventy pages at the most. */
const mostAtOnce = 800;

/** A file that is shown or left out, as the record names it. */
export interface RecordedFile {
  readonly itemId: string;
  /** Null for a document of the case, which is named by its title. */
  readonly exhibitRef: string | null;
  readonly title: string;
  readonly formerRefs: readonly string[];
  readonly fileName: string;
  readonly sha256: string;
}

/** The record: by which rules, from what, and the fingerprint of every file shown or left out. Several documents when it is long. */
export function recordHtml(
  head: BundleHead,
  leftOut: BundlePlan['leftOut'],
  inBundle: ReadonlySet<string>,
  files: readonly RecordedFile[],
  sheetForms: readonly SheetForm[] = [],
): readonly string[] {
  const style = `${flowing}${slotStyle}
.sum{font-size:7.4pt;letter-spacing:-.1pt}
.ref{width:52pt}.page{width:62pt}td.page{text-align:right}td{font-size:9.5pt}`;
  const words = wordsIn(head.options.language);
  const reasons = new Map(leftOut.map(({ itemId, reason }) => [itemId, reason]));
  const portions = files.length === 0 ? [[]] : inPortions(files, mostAtOnce);
  return portions.map((some, portion) =>
    documentOf(
      style,
      html`${portion === 0 ? opening(head, sheetForms) : null}
        <table>
          <thead>
            <tr>
              <th scope="col" class="ref">${words.exhibit}</th>
              <th scope="col">${words.fileAndFingerprint}</th>
              <th scope="col" class="number page">${words.page}</th>
            </tr>
          </thead>
          <tbody>
            ${some.map((file) => fileRow(file, inBundle, reasons.get(file.itemId) ?? null, words.notShown))}
          </tbody>
        </table>
        ${leftOut.length === 0 || portion < portions.length - 1 ? null : closing}`,
    ),
  );
}

function opening({ profile, auditHead, acts, options }: BundleHead, sheetForms: readonly SheetForm[]): Html {
  return html`<h2>${wordsIn(options.language).record}</h2>
    <p>
      Rules: ${profile.source}.${profile.own === null ? '' : ` ${ownCopyText(profile.own)}.`} As known on
      ${printDate(profile.checkedOn, null)}.
    </p>
    ${
      profile.unconfirmed.length === 0
        ? null
        : html`<p class="quiet">Not confirmed: ${profile.unconfirmed.join(' ')}</p>`
    }
    ${sheetForms.map(
      ({ rule, source, asAt, unconfirmed }) =>
        html`<p>Cover sheets: ${rule}. Source: ${source}. As known on ${printDate(asAt, null)}.</p>
          <p class="quiet">Not confirmed: ${unconfirmed.join(' ')}</p>`,
    )}
    <p>
      The case file as it stood after act ${acts} of its record of acts, whose head was
      <span class="sum">${auditHead}</span>. Made by Holdfast, which set out the pages, took the words under
      pictures from text recognition, and changed nothing in the originals.
    </p>
    <p>
      The fingerprint of a file changes if one bit of it changes. Whoever holds an original can compare it
      with the command <span class="sum">sha256sum</span>.
    </p>`;
}

function fileRow(
  file: RecordedFile,
  inBundle: ReadonlySet<string>,
  reason: string | null,
  notShown: string,
): Html {
  return html`<tr>
    <td class="ref">${file.exhibitRef}</td>
    <td>
      ${file.exhibitRef === null ? html`<b dir="auto">${file.title}</b><br />` : null}<span dir="auto"
        >${file.fileName}</span
      >${file.formerRefs.length === 0 ? null : html` (formerly ${file.formerRefs.join(' and ')})`}<br /><span
        class="sum"
        >${file.sha256}</span
      >${reason === null ? null : html`<br />Not shown: ${leftOutWords(reason)}.`}
    </td>
    <td class="number page">${inBundle.has(file.itemId) ? slot(file.itemId, slotSize) : notShown}</td>
  </tr>`;
}

const closing = html`<p class="quiet">
  <br />Marked “not shown”: files that have no pages to print or could not be read. They are kept in the case
  file and can be handed over as they are.
</p>`;
