import { behaviourInfo, channelText } from '../../../shared/domain/behaviours';
import { margin, pageSize } from '../../../shared/domain/bundle/picture-box';
import { leftOutWords } from '../../../shared/domain/bundle/left-out';
import { pageOf } from '../../../shared/domain/bundle/plan';
import type { BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import { printDate } from '../../../shared/domain/dates/print';
import { unreportedText } from '../../../shared/domain/reported';
import type { Entry } from '../../../shared/models/chronology';
import { accountNote } from '../print/account-note';
import { Html, html } from '../print/html';
import type { Profile } from './profile';
import { flowing, documentOf } from '../print/document';

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
    readonly formerRefs: readonly string[];
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
              <span dir="auto">${file.fileName}</span>${
                file.formerRefs.length === 0 ? null : html` (formerly ${file.formerRefs.join(' and ')})`
              }<br /><span class="sum">${file.sha256}</span
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
