import { labelsOnSheet } from '../../../shared/models/exhibit';
import type { LabelLayout } from '../../../shared/models/exhibit';
import { Html, html } from '../print/html';
import { inGroups, shortFingerprint } from './paper-items';
import type { PaperItem } from './paper-items';
import { documentOf } from '../print/document';

export interface LabelOptions {
  readonly layout: LabelLayout;
  /** Places of the first sheet that are left free. */
  readonly skip: number;
  readonly crimeRef: string;
}

/** A4 with eight labels of 99.1 by 67.7 mm, two across: the size that label sheets are sold in (such as L7165). */
const sheetStyle = `@page{size:210mm 297mm;margin:0}
.sheet{display:grid;grid-template-columns:99.1mm 99.1mm;grid-auto-rows:67.7mm;column-gap:2.5mm;width:210mm;height:296.9mm;
 padding:13mm 4.65mm;overflow:hidden;break-after:page}
.sheet:last-child{break-after:auto}
.label{padding:4mm 5mm 3.5mm}`;

const pageStyle = `@page{size:210mm 297mm;margin:0}
.sheet{width:210mm;height:296.9mm;overflow:hidden;break-after:page;padding:28mm 24mm}
.sheet:last-child{break-after:auto}
.label{min-height:88mm;border:1.2pt solid #111;padding:10mm;zoom:1.35}
.what{max-height:none}dd{white-space:normal}.blank{height:18pt}.sum{padding-top:14pt}.sign i{height:26pt}`;

/** Fields of domain 3.3; what nobody has written down is a line to write on. */
const labelStyle = `
.label{display:flex;flex-direction:column;overflow:hidden;font-size:8.4pt;line-height:1.25}
.head{display:flex;align-items:baseline;gap:8pt;border-bottom:1.2pt solid #111;padding-bottom:2pt;margin-bottom:3pt}
.head b{font-size:17pt;line-height:1.1;white-space:nowrap}
.head span{font-size:7pt;color:#444;margin-left:auto;text-align:right}
.what{font-size:9.5pt;font-weight:700;line-height:1.2;max-height:2.4em;overflow:hidden;overflow-wrap:anywhere;margin:0 0 3pt}
dl{display:grid;grid-template-columns:70pt 1fr;gap:3pt 6pt;margin:0}
dt{color:#444}
dd{margin:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.blank{border-bottom:.6pt solid #555;height:1.25em}
.sum{margin-top:auto;font-size:7.2pt;line-height:1.3}
.sum span{font-size:6.3pt;letter-spacing:-.1pt;display:block}
.sign{display:flex;gap:6pt;margin-top:5pt;align-items:flex-end}
.sign i{flex:1;border-bottom:.8pt solid #111;height:15pt}
.sign i+span+i{flex:.55}`;

function row(name: string, value: string): Html {
  return html`<dt>${name}</dt>
    ${value === '' ? html`<dd class="blank"></dd>` : html`<dd dir="auto">${value}</dd>`}`;
}

function recorded({ provenance }: PaperItem, ...keys: readonly string[]): string {
  return provenance.find(({ key }) => keys.includes(key))?.value ?? '';
}

function label(paper: PaperItem, { crimeRef }: LabelOptions): Html {
  const { item, producer, contentDate } = paper;
  return html`<section class="label">
    <div class="head">
      <b>${item.exhibitRef}</b><span>${contentDate === '' ? '' : `Content dated ${contentDate}`}</span>
    </div>
    <p class="what" dir="auto">${item.title}</p>
    <dl>
      ${row('Produced by', producer)} ${row('Date and time', recorded(paper, 'received', 'receivedEdtf'))}
      ${row('Where found', recorded(paper, 'whereFound', 'place'))} ${row('Crime reference', crimeRef)}
      ${item.policeRef === '' ? null : row('Police exhibit', item.policeRef)}
    </dl>
    <div class="sum">
      SHA-256 <b>${shortFingerprint(item.sha256)}</b> in short, whole:<span
        >${inGroups(item.sha256.slice(0, 32))}</span
      ><span>${inGroups(item.sha256.slice(32))}</span>
    </div>
    <div class="sign"><span>Signed</span><i></i><span>Date</span><i></i></div>
  </section>`;
}

/** Labels to print, cut out or stick on. */
export function labelsHtml(items: readonly PaperItem[], options: LabelOptions): string {
  const onSheet = options.layout === 'sheet' ? labelsOnSheet : 1;
  const free = options.layout === 'sheet' ? options.skip : 0;
  const labels = [
    ...Array.from({ length: free }, () => html`<section></section>`),
    ...items.map((item) => label(item, options)),
  ];
  const sheets = Array.from({ length: Math.ceil(labels.length / onSheet) }, (_, index) =>
    labels.slice(index * onSheet, (index + 1) * onSheet),
  );
  const style = labelStyle + (options.layout === 'sheet' ? sheetStyle : pageStyle);
  return documentOf(
    style,
    new Html(sheets.map((each) => html`<div class="sheet">${each}</div>`.text).join('')),
  );
}
