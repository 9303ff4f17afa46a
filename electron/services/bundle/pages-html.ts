import { behaviourInfo, channelText } from '../../../shared/domain/behaviours';
import { box, margin, pageSize } from '../../../shared/domain/bundle/picture-box';
import { leftOutWords } from '../../../shared/domain/bundle/left-out';
import { pageOf } from '../../../shared/domain/bundle/plan';
import type { BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import { printDate } from '../../../shared/domain/dates/print';
import { unreportedText } from '../../../shared/domain/reported';
import type { Entry } from '../../../shared/models/chronology';
import { accountNote } from '../print/account-note';
import { Html, html } from '../print/html';
import type { Profile } from './profile';

/** Links to a page of the bundle are written so, and turned into page links when it is put together. */
export const linkBase = 'https://bundle.invalid/';

/** What is said about the whole bundle. */
export interface BundleHead {
  readonly options: BundleOptions;
  readonly reference: string;
  readonly officeName: string;
  /** `24 Nov 2026`: the day of the newest thing in it. */
  readonly asAt: string;
  readonly profile: Profile;
  readonly auditHead: string;
}

/** One page of an exhibit: its caption, and room for what is drawn on it later. */
export interface CaptionPage {
  readonly exhibitRef: string;
  readonly title: string;
  readonly date: string;
  readonly dateSource: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Which part of the exhibit it shows, such as `page 2 of 3`; empty where it is the whole. */
  readonly part: string;
  readonly landscape: boolean;
}

const faces = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'hebrew',
  'vietnamese',
];
const ranges: Readonly<Record<string, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-048F,U+0492-04AF,U+04B2-052F,U+1C80-1C8A,U+2DE0-2DFF,U+A640-A69F',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  'greek-ext': 'U+1F00-1FFF',
  hebrew: 'U+0307-0308,U+0590-05FF,U+200C-2010,U+20AA,U+25CC,U+FB1D-FB4F',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+1EA0-1EF9,U+20AB',
};
const fontFaces = faces
  .flatMap((face) =>
    [
      [400, 'normal'],
      [700, 'normal'],
      [400, 'italic'],
    ].map(
      ([weight, style]) =>
        `@font-face{font-family:Arimo;font-weight:${weight};font-style:${style};src:url(arimo-${face}-${weight}-${style}.woff2);unicode-range:${ranges[face] ?? ''}}`,
    ),
  )
  .join('');

const base = `${fontFaces}
*{box-sizing:border-box}
html{font:12pt/1.4 Arimo,Arial,sans-serif;color:#111;-webkit-print-color-adjust:exact}
body{margin:0}
h1{font-size:24pt;line-height:1.2;margin:0 0 8pt}
h2{font-size:16pt;margin:0 0 10pt}
p{margin:0 0 6pt}
a{color:#0b4f58;text-decoration:none}
table{border-collapse:collapse;width:100%}
th{text-align:left;font-size:10pt;border-bottom:1.2pt solid #111;padding:4pt 6pt 4pt 0;vertical-align:bottom}
td{border-bottom:.5pt solid #b8b8b8;padding:5pt 6pt 5pt 0;vertical-align:top;overflow-wrap:anywhere}
tr{break-inside:avoid}
thead{display:table-header-group}
.quiet{color:#444;font-size:10pt}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}`;

/** Room for the page number below, as in pictures' pages. */
export const flowing = `@page{size:${pageSize.width}pt ${pageSize.height}pt;margin:${margin}pt ${margin}pt ${box.y}pt}`;

/** A whole document in the type that the bundle is set in. */
export function documentOf(style: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <!-- Chromium writes a title into the file in clear, through the app's main process. -->
        <title>Pages</title>
        <style>
          ${new Html(base + style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}

function link(key: string, text: string): Html {
  return html`<a href="${linkBase}${key}">${text}</a>`;
}

/** Cover and index. The cover is one page. The police's references stand beside ours where there are any. */
export function frontHtml(
  head: BundleHead,
  plan: BundlePlan,
  policeRefs: ReadonlyMap<string, string> = new Map(),
): string {
  const { options, profile } = head;
  const exhibits = plan.rows.filter(({ itemId }) => itemId !== null).length;
  const police = plan.rows.some(({ itemId }) => itemId !== null && policeRefs.has(itemId));
  const facts: readonly (readonly [string, string])[] = [
    ['Our reference', head.reference],
    ...(options.courtCase === '' ? [] : [['Court and case', options.courtCase] as const]),
    ['Prepared by', head.officeName],
    ['Contents as at', head.asAt],
    ['Pages', `1 to ${plan.pages}`],
    ['Exhibits', String(exhibits)],
  ];
  const style = `${flowing}
.cover{height:690pt;break-after:page;padding-top:150pt}
.cover h1{font-size:30pt;border-top:4pt solid #0e5a63;padding-top:18pt;margin-bottom:26pt}
dl{display:grid;grid-template-columns:130pt 1fr;gap:7pt 12pt;margin:0 0 40pt}
dt{color:#444}dd{margin:0;font-weight:700;overflow-wrap:anywhere}
.section td{font-weight:700;background:#eef2f2;padding-left:6pt}
.ref{width:62pt}.date{width:128pt}.police{width:74pt}.page{width:46pt}
td.page{text-align:right}
td.page a{display:block}
.out{margin-top:14pt;font-size:10.5pt}`;
  const body = html`<section class="cover">
      <h1>${options.title}</h1>
      <dl>
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd dir="auto">${value}</dd>`,
        )}
      </dl>
      <p class="quiet">
        Set out as ${profile.name}, ${printDate(profile.dated, null)}, asks: one file, numbered from its first
        page, with a linked index and bookmarks.
      </p>
      <p class="quiet">
        Every exhibit is shown with where its date comes from and its fingerprint (SHA-256). Incidents are
        given as the client reports them.
      </p>
    </section>
    <section>
      <h2>Index</h2>
      <table>
        <thead>
          <tr>
            <th class="ref">Exhibit</th>
            <th>Document</th>
            <th class="date">Date</th>
            ${police ? html`<th class="police">Police reference</th>` : null}
            <th class="number page">Page</th>
          </tr>
        </thead>
        <tbody>
          ${plan.rows.map((row) =>
            row.kind === 'section'
              ? html`<tr class="section">
                  <td colspan="${police ? 4 : 3}" dir="auto">${link(row.key, row.title)}</td>
                  <td class="number page">${link(row.key, String(row.firstPage))}</td>
                </tr>`
              : html`<tr>
                  <td class="ref">${row.exhibitRef}</td>
                  <td dir="auto">${link(row.key, row.title)}</td>
                  <td class="date">${row.date}</td>
                  ${police ? html`<td>${policeRefs.get(row.itemId ?? '') ?? ''}</td>` : null}
                  <td class="number page">${link(row.key, String(row.firstPage))}</td>
                </tr>`,
          )}
        </tbody>
      </table>
      ${leftOutHtml(plan)}
    </section>`;
  return documentOf(style, body);
}

/** Under the index: what is not in the bundle, and why, so that nobody takes it to be whole. */
function leftOutHtml({ leftOut }: BundlePlan): Html | null {
  if (leftOut.length === 0) return null;
  return html`<p class="out">
    Not in this bundle:
    ${leftOut.map(
      ({ exhibitRef, reason }, index) =>
        html`${index === 0 ? '' : '; '}<b>${exhibitRef}</b>, ${leftOutWords(reason)}`,
    )}.
    Each is kept in the case file and can be handed over as it is.
  </p>`;
}

/** The chronology: every entry, its date in words, and its exhibits with the page each is on. */
export function chronologyHtml(entries: readonly Entry[], plan: BundlePlan): string {
  const style = `${flowing}
.no{width:26pt}.when{width:104pt}.where{width:82pt}
.when{font-weight:700}.when span{display:block;font-weight:400}
td p{margin:0 0 3pt}.what b{display:block}
.quote{font-style:italic}
td.where a,td.where span{display:block;white-space:nowrap}`;
  const body = html`<h2>Chronology</h2>
    <p class="quiet">${accountNote}</p>
    <table>
      <thead>
        <tr>
          <th class="no">No</th>
          <th class="when">When</th>
          <th>What happened</th>
          <th class="where">Exhibit and page</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map((entry, index) => chronologyRow(entry, index + 1, plan))}
      </tbody>
    </table>`;
  return documentOf(style, body);
}

function chronologyRow(entry: Entry, number: number, plan: BundlePlan): Html {
  const behaviours = entry.behaviours
    .map((behaviour) => {
      const { code, short } = behaviourInfo(behaviour);
      return behaviour === 'other' ? short : `s.2A(3)${code} ${short}`;
    })
    .join('; ');
  const details = [
    entry.channel === null ? '' : channelText(entry.channel),
    entry.place,
    behaviours,
    reportedText(entry),
  ].filter((text) => text !== '');
  return html`<tr>
    <td class="no">${number}</td>
    <td class="when">
      ${entry.printedDate}${entry.dateSource === '' ? null : html`<span class="quiet" dir="auto">${entry.dateSource}</span>`}
    </td>
    <td class="what" dir="auto">
      <b>${entry.title}</b
      >${entry.description === '' ? null : html`<p>${entry.description}</p>`}${entry.quote === '' ? null : html`<p class="quote" dir="auto">“${entry.quote}”</p>`}
      ${entry.messageText === '' ? null : html`<p>${sentence(entry.messageText)}</p>`}
      <p class="quiet">${details.join('. ')}</p>
    </td>
    <td class="where">
      ${entry.exhibits.map((exhibit) => {
        const page = pageOf(plan, exhibit.id);
        return page === null
          ? html`<span class="quiet">${exhibit.exhibitRef}, not in bundle</span>`
          : link(exhibit.id, `${exhibit.exhibitRef}, p. ${page}`);
      })}
    </td>
  </tr>`;
}

/** Counted from the rows themselves when the bundle is built. */
const sentence = (text: string): string => `Evidence: ${text}.`;

function reportedText(entry: Entry): string {
  if (entry.reported === null) return unreportedText(entry).replace(/^n/u, 'N');
  const { date, reference, response } = entry.reported;
  const parts = [
    `Reported${date === null ? '' : ` ${printDate(date, null)}`}`,
    reference === '' ? '' : `reference ${reference}`,
    response,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The record: by which rules, from what, and the fingerprint of every file shown or left out. */
export function recordHtml(
  head: BundleHead,
  plan: BundlePlan,
  files: readonly {
    readonly itemId: string;
    readonly exhibitRef: string;
    readonly fileName: string;
    readonly sha256: string;
  }[],
): string {
  const style = `${flowing}
.sum{font-family:"Liberation Mono","DejaVu Sans Mono",monospace;font-size:7.4pt;letter-spacing:-.1pt}
.ref{width:52pt}.page{width:36pt}td.page{text-align:right}td{font-size:9.5pt}`;
  const body = html`<h2>Record of this bundle and fingerprints</h2>
    <p>Rules: ${head.profile.source}. As known on ${printDate(head.profile.checkedOn, null)}.</p>
    <p>Head of the audit log when it was built: <span class="sum">${head.auditHead}</span></p>
    <p>
      The fingerprint of a file changes if one bit of it changes. Whoever holds an original can compare it
      with the command <span class="sum">sha256sum</span>.
    </p>
    <table>
      <thead>
        <tr>
          <th class="ref">Exhibit</th>
          <th>File and fingerprint (SHA-256)</th>
          <th class="number page">Page</th>
        </tr>
      </thead>
      <tbody>
        ${files.map((file) => {
          const page = pageOf(plan, file.itemId);
          const reason = plan.leftOut.find(({ itemId }) => itemId === file.itemId)?.reason ?? null;
          return html`<tr>
            <td class="ref">${file.exhibitRef}</td>
            <td>
              <span dir="auto">${file.fileName}</span><br /><span class="sum">${file.sha256}</span
              >${reason === null ? null : html`<br />Not shown: ${leftOutWords(reason)}.`}
            </td>
            <td class="number page">${page === null ? 'not shown' : link(file.itemId, String(page))}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${
      plan.leftOut.length === 0
        ? null
        : html`<p class="quiet">
            <br />Marked “not shown”: files that have no pages to print or could not be read. They are kept in
            the case file and can be handed over as they are.
          </p>`
    }`;
  return documentOf(style, body);
}

/** Every page of every exhibit: caption and an empty box, one sheet each. */
export function captionsHtml(pages: readonly CaptionPage[]): string {
  const wide = { width: pageSize.height, height: pageSize.width };
  const style = `@page{size:${pageSize.width}pt ${pageSize.height}pt;margin:0}
@page wide{size:${wide.width}pt ${wide.height}pt;margin:0}
.sheet{width:${pageSize.width}pt;height:${pageSize.height}pt;overflow:hidden;break-after:page;padding:40pt ${margin}pt 0}
.wide{page:wide;width:${wide.width}pt;height:${wide.height}pt}
.sheet:last-child{break-after:auto}
header{height:92pt;overflow:hidden;border-bottom:1.5pt solid #0e5a63}
h2{font-size:13pt;margin:0 0 2pt;display:flex;gap:10pt;white-space:nowrap}
h2 span{overflow:hidden;text-overflow:ellipsis}
h2 small{margin-left:auto;font-size:9pt;font-weight:400}
header p{font-size:9.5pt;line-height:1.3;margin:0 0 1.5pt;max-height:25pt;overflow:hidden;overflow-wrap:anywhere}
.sum{font-family:"Liberation Mono","DejaVu Sans Mono",monospace;font-size:8pt}`;
  const body = new Html(
    pages
      .map(
        (page) =>
          html`<section class="sheet${page.landscape ? ' wide' : ''}">
            <header>
              <h2>
                ${page.exhibitRef}
                <span dir="auto">${page.title}</span
                >${page.part === '' ? null : html`<small>${page.part}</small>`}
              </h2>
              <p>
                ${page.date === '' ? 'No date is known.' : html`<b>${page.date}</b>. Date from: ${page.dateSource}.`}
              </p>
              <p dir="auto">${page.fileName}</p>
              <p class="sum">SHA-256 ${page.sha256}</p>
            </header>
          </section>`.text,
      )
      .join(''),
  );
  return documentOf(style, body);
}
