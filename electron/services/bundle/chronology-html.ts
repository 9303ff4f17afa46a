import { channelText } from '../../../shared/domain/channels';
import { printDate } from '../../../shared/domain/dates/print';
import { actCited } from '../../../shared/domain/law/act-words';
import { unreportedText } from '../../../shared/domain/reported';
import type { BundleLanguage } from '../../../shared/models/bundle-words';
import type { Entry } from '../../../shared/models/chronology';
import type { Law } from '../../../shared/models/law';
import { counted } from '../../../shared/domain/counts';
import { coverWords } from '../../../shared/domain/export/cover';
import type { BundleOptions } from '../../../shared/models/bundle';
import type { ViewField } from '../../../shared/models/saved-view';
import { accountNote } from '../print/account-note';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import type { Html } from '../print/html';
import { wordsIn } from './bundle-words';
import { inPortions, slot, slotStyle } from './slots';

/** The view that entries were chosen by, and how many entries are not in it. */
export type ChosenBy = NonNullable<BundleOptions['view']> & { readonly left: number };

/** Entries of one printing: some hundred and thirty pages at the most. */
const mostAtOnce = 400;

/** The chronology: every entry, its date in words, and its exhibits with the page each is on. Several documents when it is long. */
export function chronologyHtml(
  entries: readonly Entry[],
  inBundle: ReadonlySet<string>,
  chosenBy: ChosenBy | null,
  law: Law,
  language: BundleLanguage = 'en',
): readonly string[] {
  const words = wordsIn(language);
  const style = `${flowing}${slotStyle}
.no{width:26pt}.when{width:104pt}.where{width:112pt}
.when{font-weight:700}.when span{display:block;font-weight:400}
td p{margin:0 0 3pt}.what b{display:block}
.quote{font-style:italic}
td.where p.ref{white-space:nowrap}
td.where .slot{font-size:12pt}`;
  return inPortions(entries, mostAtOnce).map((some, portion) => {
    const begin = html`<h2>${words.chronology}</h2>
      ${chosenBy === null ? null : html`<p>${chosenText(chosenBy)}</p>`}
      <p class="quiet">${accountNote(law)}</p>`;
    const rowOf = rowMaker(inBundle, chosenBy, law);
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
          ${some.map((entry, index) => rowOf(entry, portion * mostAtOnce + index + 1))}
        </tbody>
      </table>`;
    return documentOf(style, body);
  });
}

/** By which view the entries were chosen, and that there are others. */
function chosenText({ name, left }: ChosenBy): string {
  return `Chosen by the saved view “${name}”. ${left === 0 ? 'It shows every entry of the chronology.' : `${counted(left, 'entry', 'entries')} of the chronology ${left === 1 ? 'is' : 'are'} not in it.`}`;
}

/** A row of the table: what the view does not show is not on it, and what it covers is covered. */
function rowMaker(
  inBundle: ReadonlySet<string>,
  chosenBy: ChosenBy | null,
  law: Law,
): (entry: Entry, number: number) => Html {
  const say = (field: ViewField, text: string): string => {
    if (chosenBy === null) return text;
    return chosenBy.fields.includes(field) ? coverWords(text, chosenBy.covering) : '';
  };
  const cover = (text: string): string => coverWords(text, chosenBy?.covering ?? []);
  return (entry, number) => {
    const [source, title] = [say('dateSource', entry.dateSource), say('title', entry.title)];
    const [description, quote] = [say('description', entry.description), say('quote', entry.quote)];
    const messages = say('messages', entry.messageText);
    return html`<tr>
      <td class="no">${number}</td>
      <td class="when">
        ${cover(entry.printedDate)}${source === '' ? null : html`<span class="quiet" dir="auto">${source}</span>`}
      </td>
      <td class="what" dir="auto">
        <b>${title}</b
        >${description === '' ? null : html`<p>${description}</p>`}${quote === '' ? null : html`<p class="quote" dir="auto">“${quote}”</p>`}
        ${messages === '' ? null : html`<p>${sentence(messages)}</p>`}
        <p class="quiet">${detailsOf(entry, law, say)}</p>
      </td>
      <td class="where">
        ${citedHtml(entry, inBundle, chosenBy === null || chosenBy.fields.includes('exhibits'), cover)}
      </td>
    </tr>`;
  };
}

function detailsOf(entry: Entry, law: Law, say: (field: ViewField, text: string) => string): string {
  const behaviours = entry.behaviours.map((act) => actCited(law, act)).join('; ');
  return [
    say('channel', entry.channel === null ? '' : channelText(entry.channel)),
    say('place', entry.place),
    say('acts', behaviours),
    say('reported', reportedText(entry)),
  ]
    .filter((text) => text !== '')
    .join('. ');
}

/** Exhibits with their pages. Of those that are not in the bundle, a view that shows no exhibits names none. */
function citedHtml(
  { exhibits }: Entry,
  inBundle: ReadonlySet<string>,
  namesOthers: boolean,
  cover: (text: string) => string,
): readonly Html[] {
  return exhibits.flatMap(({ id, exhibitRef, title }) => {
    const name = cover(exhibitRef);
    if (inBundle.has(id))
      return html`<p class="${exhibitRef === title ? '' : 'ref'}">${name}, p.&nbsp;${slot(id, 12, 'l')}</p>`;
    return namesOthers ? html`<p class="quiet">${name}, not in bundle</p>` : [];
  });
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
