import { counted, printCount } from '../../../shared/domain/counts';
import { printDate } from '../../../shared/domain/dates/print';
import { countWords } from '../../../shared/domain/messages/count-words';
import { formatText, orderSentence, zoneSentence } from '../../../shared/domain/messages/row-words';
import type { MessageSource } from '../../../shared/models/message';
import { documentOf } from '../print/document';
import { html } from '../print/html';
import { callsHtml, callsStyle } from './calls-html';
import { aboutHtml, captionHtml, captionWords, extentHtml, pagesStyle, remarksHtml } from './caption';
import type { Caption } from './caption';
import { conversationHtml, conversationStyle } from './conversation-html';
import { dayOf, rowWords } from './message-words';
import type { PrintedRow } from './message-words';
import type { Printed } from './printed';
import { extentText } from './row-ranges';
import type { Extent } from './row-ranges';

/** What is known about an export as a whole. */
export type AboutExport = Pick<MessageSource, 'notes' | 'counts' | 'first' | 'last' | 'owner'>;

/** As they stand beside each row: `no. 120`. */
const numbers = { one: 'number', many: 'numbers' };

/** Rows of an export as a document: a conversation as one, calls and tables as a table. */
export function exportDocument(
  caption: Caption,
  about: AboutExport,
  rows: readonly PrintedRow[],
  extent: Extent,
): Printed {
  const { notes, owner } = about;
  const format = notes?.format ?? null;
  const isTable = format === 'csv' || format === 'calls-xml';
  const body = html`${captionHtml(caption)}
    <section>
      <h3>What this is</h3>
      ${aboutHtml(factsOf(about))} ${remarksHtml(remarksOf(about))} ${extentHtml(extentText(extent, numbers))}
    </section>
    ${
      rows.length === 0
        ? html`<p>No row of it is printed here.</p>`
        : isTable
          ? html`<h3>Rows of the file</h3>
              ${callsHtml(rows, format)}`
          : conversationHtml(rows, format)
    }`;
  return {
    html: documentOf(`${pagesStyle}${isTable ? callsStyle : conversationStyle}`, body),
    words: [...captionWords(caption), owner ?? '', ...rows.flatMap(rowWords)].filter((each) => each !== ''),
  };
}

function factsOf({ notes, counts, first, last, owner }: AboutExport): readonly (readonly [string, string])[] {
  const { message, call, system, unread } = counts;
  const held = countWords({ calls: call, missed: 0, messages: message, others: system + unread });
  const from = first === null ? '' : printDate(dayOf(first), null);
  const until = last === null ? '' : printDate(dayOf(last), null);
  const unit = notes?.format === 'sms-xml' || notes?.format === 'calls-xml' ? 'elements' : 'lines';
  return [
    ['What it is', notes === null ? '' : formatText(notes.format)],
    ['Rows in the file', held],
    ['From and until', from === until ? from : `${from} to ${until}`],
    [
      'Length of the file',
      notes === null ? '' : `${printCount(notes.lines)} ${unit}, each in one of the rows`,
    ],
    ['Whose phone it was', owner === null ? '' : `${owner} (said by the advocate)`],
  ];
}

/** How it was read, and what it does not prove. */
function remarksOf({ notes }: AboutExport): readonly string[] {
  if (notes === null) return [];
  const { shortened, format } = notes;
  return [
    [orderSentence(notes), zoneSentence(format)].filter((each) => each !== '').join(' '),
    'Names stand as the file shows them: they are those saved in the phone it came from and do not prove who wrote. An export is text, which can be edited; the original file is kept as it came, and its fingerprint is above.',
    shortened === 0
      ? ''
      : `Of ${counted(shortened, 'very long row', 'very long rows')} only the beginning is printed; the file has the rest.`,
  ];
}
