import type { ContinuityStep } from '../../../shared/models/continuity';
import type { Fact } from '../../../shared/models/evidence';
import { factName } from '../../../shared/domain/facts/fact-names';
import { printUkMoment } from '../../../shared/domain/dates/uk-moment';
import { refWithFormer } from '../../../shared/domain/exhibit-ref';
import { html } from '../print/html';
import type { Html } from '../print/html';
import { kindText, printBytes } from './kind-text';
import { inGroups } from './paper-items';
import type { PaperItem } from './paper-items';
import type { PaperHead } from './paper-head';
import { stepsStyle, stepsTable } from './steps-html';
import { flowing, documentOf } from '../print/document';

export interface CertificateContent {
  readonly head: PaperHead;
  readonly paper: PaperItem;
  readonly facts: readonly Fact[];
  /** How many facts about the place were left out. */
  readonly placesLeftOut: number;
  readonly steps: readonly ContinuityStep[];
  readonly parent: { readonly exhibitRef: string; readonly place: string } | null;
  readonly acts: number;
  readonly version: string;
}

/** What Holdfast recorded about one exhibit. */
export function certificateHtml(content: CertificateContent): string {
  const { head, paper, facts, steps, parent } = content;
  const { item, producer, contentDate, provenance } = paper;
  const style = `${flowing}
h1{border-top:4pt solid #0e5a63;padding-top:10pt}
h2{font-size:13pt;margin:16pt 0 6pt;break-after:avoid}
.lead{border:.8pt solid #0e5a63;padding:8pt 10pt;margin:10pt 0 4pt}
dl{display:grid;grid-template-columns:128pt 1fr;gap:4pt 12pt;margin:0}
dt{color:#444}dd{margin:0;overflow-wrap:anywhere}
.sum{font-size:8.2pt;letter-spacing:-.1pt}
td,th{font-size:9.5pt}.field{width:84pt}.source{width:150pt}
td p{margin:0 0 2pt}
${stepsStyle}
.sign{display:flex;gap:10pt;margin-top:34pt;align-items:flex-end;break-inside:avoid}
.sign i{flex:1;border-bottom:.8pt solid #111}`;
  const rows: readonly (readonly [string, string | Html])[] = [
    ['Exhibit', refWithFormer(item.exhibitRef, item.formerRefs)],
    ...(item.policeRef === '' ? [] : [['Police reference', item.policeRef] as const]),
    ['Description', item.title],
    ['Producer', producer === '' ? 'name not recorded' : producer],
    [
      'Date of content',
      contentDate === ''
        ? 'not known'
        : `${contentDate} (${item.bestDate === null ? '' : factName(item.bestDate)})`,
    ],
    ['File name as received', item.fileName],
    ['Kind', kindText(item)],
    ['Size', printBytes(item.bytes)],
    ['Fingerprint (SHA-256)', html`<span class="sum">${inGroups(item.sha256)}</span>`],
    ['Taken in', printUkMoment(item.importedAt)],
    ...(parent === null
      ? []
      : [
          [
            'Came inside',
            parent.place === '' ? parent.exhibitRef : `${parent.exhibitRef}, as ${parent.place}`,
          ] as const,
        ]),
    ['Case', head.reference],
  ];
  const body = html`<h1>Record of exhibit ${item.exhibitRef}</h1>
    <p class="lead">
      This paper states what the program Holdfast has recorded about one file. It is not a statement of a
      witness, is no form MG11, and says nothing about whether what the file shows is true. Holdfast keeps
      originals unchanged: the file was read back for this paper on ${head.at}, and its fingerprint was the
      one recorded when it was taken in.
    </p>
    <dl>${rows.map(([name, value]) => row(name, value))}</dl>

    <h2>What the file says about itself</h2>
    ${
      facts.length === 0
        ? html`<p>Nothing was found in it.</p>`
        : html`<table>
            <thead>
              <tr>
                <th class="field">What</th>
                <th>Value</th>
                <th class="source">Where it says so</th>
              </tr>
            </thead>
            <tbody>
              ${facts.map(factRow)}
            </tbody>
          </table>`
    }
    ${
      content.placesLeftOut === 0
        ? null
        : html`<p class="quiet">
            Left out of this paper: ${content.placesLeftOut}
            ${content.placesLeftOut === 1 ? 'entry' : 'entries'} about the place where it was made.
          </p>`
    }
    ${
      provenance.length === 0
        ? null
        : html`<h2>Where it came from, as an advocate wrote it down</h2>
            <dl>${provenance.map(({ name, value }) => row(name, value))}</dl>`
    }

    <h2>Through whose hands it went</h2>
    ${stepsTable(steps)}

    <h2>The record of acts</h2>
    <p>
      ${content.acts} ${content.acts === 1 ? 'act is' : 'acts are'} recorded about this exhibit. Every act of
      the vault is hashed over the one before, so that a later change shows. The newest hash when this was
      printed:
    </p>
    <p class="sum">${inGroups(head.auditHead)}</p>
    <p class="quiet">
      Whoever holds the original can compare it with the command sha256sum. Holdfast ${content.version},
      ${head.officeName}.
    </p>
    <div class="sign"><span>Checked by (name and signature)</span><i></i><span>Date</span><i></i></div>`;
  return documentOf(style, body);
}

function row(name: string, value: string | Html): Html {
  return html`<dt>${name}</dt>
    <dd dir="auto">${value}</dd>`;
}

function factRow(fact: Fact): Html {
  const value = [fact.value, fact.time, fact.zone === 'Z' ? 'UTC' : fact.zone].filter(
    (part) => part !== null,
  );
  return html`<tr>
    <td>${factNames[fact.field]}</td>
    <td dir="auto">${value.join(' ')}</td>
    <td>${factName(fact)}</td>
  </tr>`;
}

const factNames: Readonly<Record<Fact['field'], string>> = {
  captured: 'Made',
  modified: 'Last changed',
  shown: 'Time shown in it',
  device: 'Device',
  software: 'Software',
  app: 'App',
  location: 'Place',
  dimensions: 'Dimensions',
  orientation: 'Orientation',
  edited: 'Trace of editing',
  screenshot: 'Screenshot',
  person: 'Person named',
  subject: 'Subject',
  duration: 'Length',
  note: 'Note',
};
