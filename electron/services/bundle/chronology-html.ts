import { behaviourInfo, channelText } from '../../../shared/domain/behaviours';
import { printDate } from '../../../shared/domain/dates/print';
import { unreportedText } from '../../../shared/domain/reported';
import type { BundleLanguage } from '../../../shared/models/bundle-words';
import type { Entry } from '../../../shared/models/chronology';
import { accountNote } from '../print/account-note';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';
import { wordsIn } from './bundle-words';
import { inPortions, slot, slotStyle } from './slots';

/** Entries of one printing: some two hundred pages at the most. */
const mostAtOnce = 600;

/** The chronology: every entry, its date in words, and its exhibits with the page each is on. Several documents when it is long. */
export function chronologyHtml(
  entries: readonly Entry[],
  inBundle: ReadonlySet<string>,
  language: BundleLanguage = 'en',
): readonly string[] {
  const words = wordsIn(language);
  const style = `${flowing}${slotStyle}
.no{width:26pt}.when{width:104pt}.where{width:112pt}
.when{font-weight:700}.when span{display:block;font-weight:400}
td p{margin:0 0 3pt}.what b{display:block}
.quote{font-style:italic}
td.where p{white-space:nowrap}
td.where .slot{font-size:12pt}`;
  return inPortions(entries, mostAtOnce).map((some, portion) => {
    const begin = html`<h2>${words.chronology}</h2>
      <p class="quiet">${accountNote}</p>`;
    const body = html`${portion === 0 ? begin : null}
      <table>
        <thead>
          <tr>
            <th scope="col" class="no">${words.no}</th>
            <th scope="col" class="when">${words.when}</th>
            <th scope="col">${words.whatHappened}</th>
            <th scope="col" class="where">${words.exhibitAndPage}</th>
          </tr>
        </thead>
        <tbody>
          ${some.map((entry, index) => chronologyRow(entry, portion * mostAtOnce + index + 1, inBundle))}
        </tbody>
      </table>`;
    return documentOf(style, body);
  });
}

function chronologyRow(entry: Entry, number: number, inBundle: ReadonlySet<string>): Html {
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
      ${entry.exhibits.map((exhibit) =>
        inBundle.has(exhibit.id)
          ? html`<p>${exhibit.exhibitRef}, p.&nbsp;${slot(exhibit.id, 12, 'l')}</p>`
          : html`<p class="quiet">${exhibit.exhibitRef}, not in bundle</p>`,
      )}
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
