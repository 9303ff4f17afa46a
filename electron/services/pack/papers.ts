import { paperRef } from '../../../shared/domain/paper-name';
import { csvLine, csvMark } from '../../../shared/domain/export/csv';
import type { EarlierReport, EarlierReports } from '../../../shared/domain/pack/earlier-reports';
import { counted } from '../../../shared/domain/counts';
import type { PackFile } from '../../../shared/models/pack';
import type { ContinuityStep } from '../../../shared/models/continuity';
import { kindText } from '../exhibits/kind-text';
import type { PaperHead } from '../exhibits/paper-head';
import type { PaperItem } from '../exhibits/paper-items';
import { stepsStyle, stepsTable } from '../exhibits/steps-html';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';

/** What a file is, as the papers of a pack word it; an original is called what it is by its content. */
export const fileWords: Readonly<Record<PackFile['what'], string>> = {
  original: 'original, unchanged',
  redacted: 'redacted copy in the place of the original',
  'viewing-copy': 'viewing copy',
  paper: 'paper',
  sums: 'fingerprints for other programs',
  page: 'page that checks the folder',
};

const tableHead = [
  'Exhibit',
  'File in this folder',
  'What it is',
  'Date of content',
  'Description',
  'Producer',
  'Format of the original',
  'Bytes',
  'SHA-256',
  'SHA-256 of the original',
  'Police reference',
];

/** The schedule as a table: a line for each file of each exhibit. */
export function scheduleTable(items: readonly PaperItem[], files: readonly PackFile[]): string {
  const lines = items.flatMap(({ item, producer, contentDate }) =>
    files
      .filter(({ itemId }) => itemId === item.id)
      .map((file) =>
        csvLine([
          ...[
            paperRef(item) ?? '',
            file.name,
            fileWords[file.what],
            contentDate === '' ? 'not known' : contentDate,
          ],
          ...[item.title, producer === '' ? 'not recorded' : producer, kindText(item), String(file.bytes)],
          ...[file.sha256, item.sha256, item.policeRef],
        ]),
      ),
  );
  return [csvMark + csvLine(tableHead), ...lines].join('');
}

/** The first page of the chronology of a pack: how often the police were told before. */
export function reportsHtml({ reports, unreported, notAsked }: EarlierReports, all: boolean): Html {
  const of = all ? 'the chronology' : 'the entries shown here';
  return html`<h1>${counted(reports.length, 'earlier report', 'earlier reports')} to police</h1>
    <p>
      Counted from ${of}. Entries with the same reference on the same day are one report; a report without any
      reference counts by itself.
    </p>
    ${
      reports.length === 0
        ? null
        : html`<table>
            <thead>
              <tr>
                <th class="when">Date</th>
                <th>Reference</th>
                <th>Answer</th>
                <th class="where">Entries</th>
              </tr>
            </thead>
            <tbody>
              ${reports.map(reportRow)}
            </tbody>
          </table>`
    }
    <p>
      <br />${
        unreported.length === 0
          ? 'Of no entry does the client say that it was not reported.'
          : `Not reported, as the client says: ${numbers(unreported)}.`
      }
    </p>
    ${
      notAsked.length === 0
        ? null
        : html`<p>Whether they were reported is not recorded: ${numbers(notAsked)}.</p>`
    }`;
}

function reportRow({ date, reference, crimeNumber, how, officer, answer, entries }: EarlierReport): Html {
  const references = [
    reference === '' ? '' : `log ${reference}`,
    crimeNumber === '' ? '' : `crime ${crimeNumber}`,
  ].filter((each) => each !== '');
  const told = [how, officer].filter((each) => each !== '').join(', ');
  return html`<tr>
    <td class="when">${date ?? 'date not recorded'}</td>
    <td dir="auto">
      ${references.length === 0 ? 'no reference recorded' : references.join('; ')}
      ${told === '' ? null : html`<div class="quiet">${told}</div>`}
    </td>
    <td dir="auto">${answer === '' ? 'none recorded' : answer}</td>
    <td class="where">${numbers(entries)}</td>
  </tr>`;
}

const numbers = (of: readonly number[]): string => of.map((number) => `No ${number}`).join(', ');

/** Where each exhibit came from and through whose hands it went. */
export function continuityHtml(
  head: PaperHead,
  exhibits: readonly { readonly paper: PaperItem; readonly steps: readonly ContinuityStep[] }[],
): string {
  const style = `${flowing}
h2.ref{font-size:13pt;margin:18pt 0 6pt;break-after:avoid}
dl{display:grid;grid-template-columns:128pt 1fr;gap:3pt 12pt;margin:0 0 8pt;font-size:9.5pt}
dt{color:#444}dd{margin:0;overflow-wrap:anywhere}
td,th{font-size:9.5pt}td p{margin:0 0 2pt}
${stepsStyle}`;
  return documentOf(
    style,
    html`<h2>Continuity of exhibits</h2>
      <p class="quiet">
        Our reference ${head.reference}. ${counted(exhibits.length, 'exhibit', 'exhibits')}. Prepared by
        ${head.officeName}, ${head.at}. What Holdfast did is taken from its record of acts; what people did is
        as they wrote it down.
      </p>
      ${exhibits.map(
        ({ paper: { item, provenance }, steps }) =>
          html`<h2 class="ref" dir="auto">${item.exhibitRef}: ${item.title}</h2>
            ${
              provenance.length === 0
                ? null
                : html`<dl>
                    ${provenance.map(
                      ({ name, value }) =>
                        html`<dt>${name}</dt>
                          <dd dir="auto">${value}</dd>`,
                    )}
                  </dl>`
            }
            ${stepsTable(steps)}`,
      )}`,
  );
}
