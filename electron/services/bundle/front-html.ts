import { leftOutWords } from '../../../shared/domain/bundle/left-out';
import { printDate } from '../../../shared/domain/dates/print';
import { lateKeyStart } from '../../../shared/domain/bundle/plan';
import type { LatePlan } from '../../../shared/domain/bundle/plan';
import type { BundlePlan } from '../../../shared/models/bundle';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';
import { ownCopyText } from '../../../shared/records/words/profile-words';
import type { BundleWords } from '../../../shared/models/bundle-words';
import { wordsIn } from './bundle-words';
import type { BundleHead } from './bundle-head';
import { saidKeys } from './links';
import { inPortions, link, slot, slotSize, slotStyle } from './slots';

const style = `${flowing}${slotStyle}
.cover .slot{width:200pt;font-size:12pt}
.cover{height:690pt;break-after:page;padding-top:150pt}
.cover h1{font-size:30pt;border-top:4pt solid #0e5a63;padding-top:18pt;margin-bottom:26pt}
dl{display:grid;grid-template-columns:130pt 1fr;gap:7pt 12pt;margin:0 0 40pt}
dt{color:#444}dd{margin:0;font-weight:700;overflow-wrap:anywhere}
.section td{font-weight:700;background:#eef2f2;padding-left:6pt}
.ref{width:62pt}th.ref{padding-right:10pt}.date{width:122pt}.police{width:74pt}.page{width:62pt}
td.page{text-align:right}
.name{display:block;font-size:9pt;overflow-wrap:anywhere}
.out{margin-top:14pt;font-size:10.5pt}`;

/** Lines of the index in one printing: some forty pages at the most. */
const mostAtOnce = 800;

/**
 * Cover and index. The cover is one page. The police's references stand beside ours where there are any. Several documents where
 * the index is long.
 */
export function frontHtml(
  head: BundleHead,
  plan: BundlePlan,
  policeRefs: ReadonlyMap<string, string> = new Map(),
  fileNames: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const words = wordsIn(head.options.language);
  const portions = plan.rows.length === 0 ? [[]] : inPortions(plan.rows, mostAtOnce);
  const withPolice = hasPolice(plan.rows, policeRefs);
  return portions.map((rows, portion) =>
    documentOf(
      style,
      html`${portion === 0 ? coverHtml(head, plan) : null}
        <section>
          ${portion === 0 ? html`<h2>${words.index}</h2>` : null}
          ${indexTable(rows, { policeRefs, withPolice, fileNames, words })}
          ${portion === portions.length - 1 ? leftOutHtml(plan) : null}
        </section>`,
    ),
  );
}

/** A core bundle stands beside the hearing bundle, and is made where the court asks for one (guidance of 2021, paragraph 7). */
function coreWords(askedBy: string): string {
  return askedBy === '' ? 'made only where the court asks for one' : `asked for by ${askedBy}`;
}

function coverHtml({ options, profile, ...head }: BundleHead, plan: BundlePlan): Html {
  const files = plan.rows.filter(({ itemId }) => itemId !== null);
  const documents = files.filter(({ exhibitRef }) => exhibitRef === null).length;
  const words = wordsIn(options.language);
  const facts: readonly (readonly [string, string])[] = [
    [words.ourReference, head.reference],
    ...(options.courtCase === '' ? [] : [[words.courtAndCase, options.courtCase] as const]),
    ...(options.set === 'core' ? [[words.coreBundle, coreWords(options.askedBy)] as const] : []),
    [words.preparedBy, head.officeName],
    [words.contentsAsAt, head.asAt],
    ...(documents === 0 ? [] : [[words.documents, String(documents)] as const]),
    [words.exhibits, String(files.length - documents)],
  ];
  const numbered =
    profile.numbering === 'by-section'
      ? 'numbered by section, as a reader shows it'
      : 'numbered from the first page to the last';
  return html`<section class="cover">
    <h1>${options.title}</h1>
    <dl>
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd dir="auto">${value}</dd>`,
      )}
      <dt>${words.pages}</dt>
      <dd>${slot(saidKeys.pages, 12, 'l')}</dd>
    </dl>
    <p class="quiet">
      Set out by ${profile.name}, ${printDate(profile.dated, null)}: ${numbered}, with a linked index and
      bookmarks.${profile.own === null ? '' : ` ${ownCopyText(profile.own)}.`}
    </p>
    <p class="quiet">
      Every exhibit is shown with where its date comes from and its fingerprint (SHA-256). Incidents are given
      as the client reports them.
    </p>
  </section>`;
}

/** The column of the police's references is there where any exhibit has one. */
function hasPolice(rows: BundlePlan['rows'], policeRefs: ReadonlyMap<string, string>): boolean {
  return rows.some(({ itemId }) => itemId !== null && policeRefs.has(itemId));
}

interface IndexSays {
  readonly policeRefs: ReadonlyMap<string, string>;
  readonly withPolice: boolean;
  readonly fileNames: ReadonlyMap<string, string>;
  readonly words: BundleWords['words'];
}

/** A line for each section and document. `added`: keys of those that are new. */
function indexTable(
  rows: BundlePlan['rows'],
  { policeRefs, withPolice: police, fileNames, words }: IndexSays,
  added: ReadonlySet<string> = new Set(),
): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col" class="ref">${words.exhibit}</th>
        <th scope="col">${words.document}</th>
        <th scope="col" class="date">${words.date}</th>
        ${police ? html`<th scope="col" class="police">${words.policeReference}</th>` : null}
        <th scope="col" class="number page">${words.page}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) =>
        row.kind === 'section'
          ? html`<tr class="section">
              <td colspan="${police ? 4 : 3}" dir="auto">${link(row.key, row.title)}</td>
              <td class="number page">${slot(row.key, slotSize)}</td>
            </tr>`
          : html`<tr>
              <td class="ref">${row.exhibitRef}</td>
              <td dir="auto">
                ${link(row.key, row.title)}${added.has(row.key) ? html` <b>added</b>` : null}${fileName(
                  row,
                  fileNames,
                )}
              </td>
              <td class="date">${row.date}</td>
              ${police ? html`<td>${policeRefs.get(row.itemId ?? '') ?? ''}</td>` : null}
              <td class="number page">${slot(row.key, slotSize)}</td>
            </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Where the added pages stand, and that nothing else has changed. */
function whereAdded({ options, asAt }: BundleHead, { plan, key }: LatePlan, count: number): string {
  const documents = `${count === 1 ? 'one document' : `${count} documents`} added as at ${asAt}`;
  const { inserted } = options;
  if (inserted === null) {
    const section = `section-${key.slice(lateKeyStart.length)}`;
    const letter = plan.rows.find((row) => row.key === section)?.letter ?? '';
    return `Section ${letter} follows them: ${documents}. Nothing was taken out or renumbered.`;
  }
  const first = key.slice(lateKeyStart.length);
  const behind = first.slice(0, first.lastIndexOf('.'));
  return `Behind page ${behind} pages are inserted, from ${first} on: ${documents}. It was directed by ${inserted.directedBy.trim()}. Nothing was taken out or renumbered.`;
}

/** Before pages that are added to a bundle which was served: what they are, and the index of all of it. */
export function lateHtml(
  head: BundleHead,
  late: LatePlan,
  before: { readonly pages: string; readonly built: string },
  fileNames: ReadonlyMap<string, string>,
): string {
  const { plan, key, pages } = late;
  const from = plan.rows.findIndex((row) => row.key === key);
  const end = (plan.rows[from]?.firstPage ?? 0) + pages;
  const added = plan.rows.slice(from + 1).filter(({ firstPage }) => firstPage < end);
  const body = html`<section>
    <h2>${plan.rows[from]?.title ?? ''}</h2>
    <p>
      Pages ${before.pages} are as they were in the bundle of ${before.built}, page for page.
      ${whereAdded(head, late, added.length)}
    </p>
    ${indexTable(
      // At the end its section says where it is; in the middle it has a line of its own.
      plan.rows.filter((row) => row.key !== key || head.options.inserted !== null),
      { policeRefs: new Map(), withPolice: false, fileNames, words: wordsIn(head.options.language) },
      new Set(added.map((row) => row.key)),
    )}
    ${leftOutHtml(plan)}
  </section>`;
  return documentOf(style, body);
}

/** The name that a file came with, where its title does not say it already. */
function fileName(
  { itemId, title }: BundlePlan['rows'][number],
  names: ReadonlyMap<string, string>,
): Html | null {
  const name = itemId === null ? undefined : names.get(itemId);
  return name === undefined || name === title ? null : html`<span class="quiet name">${name}</span>`;
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
