import { counted } from '../../../shared/domain/counts';
import { packPapers } from '../../../shared/domain/pack/names';
import type { PackFile, PackLeftOut, PackOptions } from '../../../shared/models/pack';
import { recipientText } from '../../../shared/records/words/leaving-words';
import type { PaperHead } from '../exhibits/paper-head';
import { inGroups } from '../exhibits/paper-items';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';
import type { Decided } from './decided';
import { leftOutText } from './left-out-words';

export interface CoverContent {
  readonly head: PaperHead;
  readonly options: PackOptions;
  readonly exhibits: number;
  /** Documents of the case that go beside them. */
  readonly documents: number;
  readonly entries: number;
  /** The files of exhibits that are in the folder. */
  readonly files: readonly PackFile[];
  readonly leftOut: readonly PackLeftOut[];
  readonly decided: readonly Decided[];
  readonly version: string;
}

const style = `${flowing}
h1{border-top:4pt solid #0e5a63;padding-top:10pt}
h2{font-size:13pt;margin:16pt 0 6pt;break-after:avoid}
dl{display:grid;grid-template-columns:128pt 1fr;gap:4pt 12pt;margin:0}
dt{color:#444}dd{margin:0;overflow-wrap:anywhere}
td,th{font-size:9.5pt}.name{width:190pt}.ref{width:84pt}
.sum{font-size:8.2pt;letter-spacing:-.1pt}
ul{margin:0 0 6pt;padding-left:16pt}li{margin:0 0 3pt}`;

/** The note on top of a pack: from whom, to whom, what is in it, how to check it, what was left out, who decided what. */
export function coverHtml(content: CoverContent): string {
  const { head, version } = content;
  return documentOf(
    style,
    html`<h1>Evidence pack</h1>
      ${headHtml(content)}

      <h2>What is in this folder</h2>
      <table>
        <tbody>
          ${contents(content).map(
            ([name, what]) =>
              html`<tr>
                <td class="name">${name}</td>
                <td>${what}</td>
              </tr>`,
          )}
        </tbody>
      </table>

      <h2>How to check it</h2>
      <p>
        Open ${packPapers.page} in a browser and choose this folder: it says of each file whether it is as it
        was. It needs no network and sends nothing. Or run <b>sha256sum -c ${packPapers.sums}</b> in the
        folder. Neither list holds itself; we keep the fingerprint of ${packPapers.sums} and read it out to
        whoever asks.
      </p>

      <h2>What was worked out, and by what</h2>
      ${workedOut(content)}

      <h2>What was left out</h2>
      ${leftOutHtml(content.leftOut)}

      <h2>Who decided what</h2>
      ${decidedHtml(content.decided)}

      <h2>The record of acts</h2>
      <p>
        Every act of our vault is hashed over the one before, so that a later change shows. The newest hash
        when this was printed:
      </p>
      <p class="sum">${inGroups(head.auditHead)}</p>
      <p class="quiet">Holdfast ${version}, ${head.officeName}.</p>`,
  );
}

function headHtml({ head, options, exhibits, documents, entries }: CoverContent): Html {
  const to = [recipientText(options.recipient), options.to].filter((each) => each !== '').join(': ');
  return html`<dl>
    <dt>From</dt>
    <dd dir="auto">${head.officeName}</dd>
    <dt>To</dt>
    <dd dir="auto">${to}</dd>
    <dt>Our reference</dt>
    <dd>${head.reference}</dd>
    <dt>Made</dt>
    <dd>${head.at}</dd>
    <dt>Holds</dt>
    <dd>
      ${counted(exhibits, 'exhibit', 'exhibits')}${documents === 0 ? '' : `, ${counted(documents, 'document', 'documents')}`},
      ${counted(entries, 'entry', 'entries')} of the chronology
    </dd>
  </dl>`;
}

/** What a device captured is told from what a program worked out (domain 8.3). */
function workedOut({ files, version }: CoverContent): Html {
  const count = (what: PackFile['what']): number => files.filter((file) => file.what === what).length;
  const [copies, redacted] = [count('viewing-copy'), count('redacted')];
  return html`<ul>
    <li>
      Originals are the files as they came to us, bit for bit, with all that they say of themselves. Their
      names are ours; the names they came under stay with us.
    </li>
    ${
      copies === 0
        ? null
        : html`<li>
            ${counted(copies, 'viewing copy', 'viewing copies')}: a JPEG drawn anew by Holdfast ${version}
            from the picture beside it, which many computers cannot show. The original is the exhibit.
          </li>`
    }
    ${
      redacted === 0
        ? null
        : html`<li>
            ${counted(redacted, 'redacted copy', 'redacted copies')}, made by Holdfast ${version} or earlier
            from the original, which we keep. The schedule as a table gives the fingerprint of both.
          </li>`
    }
    <li>
      Kinds, dates of content and fingerprints were read by Holdfast ${version}. A date is what the file says
      of itself or an advocate has chosen; it proves nothing alone.
    </li>
    <li>
      In ${packPapers.table} a cell that begins with = + - or @ has an apostrophe before it, so that no
      program takes it for a formula. Nothing else is changed.
    </li>
  </ul>`;
}

function contents({ entries, exhibits, files }: CoverContent): readonly (readonly [string, string])[] {
  const ofExhibits: readonly (readonly [string, string])[] =
    exhibits === 0
      ? []
      : [
          [packPapers.schedule, 'schedule of exhibits, with the name and fingerprint of each file'],
          [packPapers.table, 'the same as a table'],
          [packPapers.continuity, 'where each exhibit came from and through whose hands it went'],
          [
            counted(files.length, 'other file', 'other files'),
            'the exhibits; each name begins with the reference',
          ],
        ];
  return [
    [packPapers.cover, 'this note'],
    ...ofExhibits,
    ...(entries === 0
      ? []
      : [[packPapers.chronology, 'chronology; its first page lists earlier reports to police'] as const]),
    [packPapers.page, 'checks every file, in any browser'],
    [packPapers.sums, 'the fingerprints, for other programs'],
  ];
}

function leftOutHtml(leftOut: readonly PackLeftOut[]): Html {
  if (leftOut.length === 0) return html`<p>Nothing that was chosen was left out.</p>`;
  return html`<ul>
    ${leftOut.map((each) => html`<li><b>${each.exhibitRef}</b>: ${leftOutText(each)}</li>`)}
  </ul>`;
}

function decidedHtml(decided: readonly Decided[]): Html {
  if (decided.length === 0) return html`<p>Nothing had to be decided.</p>`;
  return html`<table>
      <thead>
        <tr>
          <th class="ref">About</th>
          <th>What was decided</th>
          <th>By whom</th>
        </tr>
      </thead>
      <tbody>
        ${decided.map(
          ({ about, what, by }) =>
            html`<tr>
              <td>${about}</td>
              <td>${what}</td>
              <td dir="auto">${by}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet">Why, and in whose words, is kept with the case.</p>`;
}
