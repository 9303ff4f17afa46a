import { counted } from '../../../shared/domain/counts';
import { printUkMoment } from '../../../shared/domain/dates/uk-moment';
import {
  comparedText,
  receiptLines,
  sealedText,
  stepTitle,
} from '../../../shared/domain/receipt/custody-words';
import type { Custody, CustodyStep } from '../../../shared/models/custody';
import { printBytes } from '../exhibits/kind-text';
import { inGroups } from '../exhibits/paper-items';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';

/** Which offices had a case, when, and what each has said of it: a paper for court. */
export function custodyHtml(
  { reference, office, auditHead, steps }: Custody,
  { at, version }: { readonly at: string; readonly version: string },
): string {
  const style = `${flowing}
h1{border-top:4pt solid #0e5a63;padding-top:10pt}
h2{font-size:13pt;margin:16pt 0 4pt;break-after:avoid}
section{break-inside:avoid}
dl{display:grid;grid-template-columns:128pt 1fr;gap:3pt 12pt;margin:0;font-size:10pt}
dt{color:#444}dd{margin:0;overflow-wrap:anywhere}
.sum{font-size:8.2pt;letter-spacing:-.1pt}
.sign{display:flex;gap:10pt;margin-top:34pt;align-items:flex-end;break-inside:avoid}
.sign i{flex:1;border-bottom:.8pt solid #111}`;
  const body = html`<h1>Custody of case ${reference}</h1>
    <p class="quiet">Prepared by ${office.name}, ${at}. Fingerprint of this office: ${office.fingerprint}.</p>
    <p>
      This paper states which packages of this case the program Holdfast has written and taken in, for whom
      they were sealed, and which receipts came back. Times are those of this office’s clock, but for the time
      at which another office says that it took a package in. ${counted(steps.length, 'package', 'packages')}.
    </p>
    ${steps.length === 0 ? html`<p>This case has neither left this office nor come from another.</p>` : null}
    ${steps.map((step, index) => stepHtml(step, index + 1))}
    <h2>The record of acts</h2>
    <p>
      Every act is hashed over the one before, so that a later change shows. A package carries the newest hash
      of its sender, and a receipt that of its receiver: each office’s record holds the other to its own. The
      newest hash here when this was printed:
    </p>
    <p class="sum">${inGroups(auditHead)}</p>
    <p class="quiet">Holdfast ${version}, ${office.name}.</p>
    <div class="sign"><span>Checked by (name and signature)</span><i></i><span>Date</span><i></i></div>`;
  return documentOf(style, body);
}

function stepHtml(step: CustodyStep, number: number): Html {
  const { office, at, by, files, entries, bytes, packageId, sha256, ourHead, theirHead } = step;
  const compared = comparedText(step);
  const also = step.alsoFor.map(({ name }) => name).join(', ');
  const rows: readonly (readonly [string, string | Html])[] = [
    [
      step.direction === 'out' ? 'Written' : 'Taken in',
      `${printUkMoment(at)}${by === '' ? '' : `, by ${by}`}`,
    ],
    ...(office === null
      ? []
      : [['Other office', `${office.name}${compared === '' ? '' : `; ${compared}`}`] as const]),
    ...(office?.fingerprint == null ? [] : [['Its fingerprint', office.fingerprint] as const]),
    ...(also === '' ? [] : [['Also sealed for', also] as const]),
    ['Sealed', sealedText(step)],
    [
      'What was in it',
      `${counted(files, 'exhibit', 'exhibits')}, ${counted(entries, 'entry', 'entries')}, ${printBytes(bytes)}`,
    ],
    ['Package', packageId],
    ['Fingerprint (SHA-256)', html`<span class="sum">${inGroups(sha256)}</span>`],
    ['Receipt', html`${receiptLines(step).map((line) => html`<div>${line}</div>`)}`],
    ...(ourHead === null ? [] : [['Head of our record', sum(ourHead)] as const]),
    ...(theirHead === null ? [] : [['Head of their record', sum(theirHead)] as const]),
  ];
  return html`<section>
    <h2>${number}. ${stepTitle(step)}</h2>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd dir="auto">${value}</dd>`,
      )}
    </dl>
  </section>`;
}

const sum = (hash: string): Html => html`<span class="sum">${inGroups(hash)}</span>`;
