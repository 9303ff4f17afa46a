import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { fieldLabel, viewText } from '../../../shared/domain/export/view-columns';
import type { IRunOptions } from 'docx';
import type { Entry } from '../../../shared/models/chronology';
import type { Law } from '../../../shared/models/law';
import type { SavedViewBody, ViewField } from '../../../shared/models/saved-view';
import { accountNote } from '../print/account-note';
import { viewLine, viewTitle } from './view-head';
import type { ViewHead } from './view-head';

/** A chronology as a Word file for somebody: a table that can be worked on, in the fields chosen for them. */
export async function viewWord(
  head: ViewHead,
  view: SavedViewBody,
  entries: readonly Entry[],
  law: Law,
): Promise<Uint8Array> {
  const inFirst: readonly ViewField[] = ['date', 'dateSource'];
  const document = new Document({
    creator: 'Holdfast',
    title: viewTitle,
    lastModifiedBy: 'Holdfast',
    styles: { default: { document: { run: { font: 'Arial', size: 22 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: viewTitle, heading: HeadingLevel.HEADING_1 }),
          new Paragraph(viewLine(head, view, entries.length)),
          new Paragraph(accountNote(law)),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            columnWidths: [700, 2200, 6100],
            rows: [
              new TableRow({
                tableHeader: true,
                children: ['No', 'When', 'What happened'].map(
                  (text) =>
                    new TableCell({
                      children: [new Paragraph({ children: [new TextRun(strong(text))] })],
                    }),
                ),
              }),
              ...entries.map(
                (entry, index) =>
                  new TableRow({
                    cantSplit: true,
                    children: [
                      new TableCell({ children: [new Paragraph(String(index + 1))] }),
                      new TableCell({
                        children: lines(
                          entry,
                          view,
                          inFirst.filter((field) => view.fields.includes(field)),
                          law,
                        ),
                      }),
                      new TableCell({
                        children: lines(
                          entry,
                          view,
                          view.fields.filter((field) => !inFirst.includes(field)),
                          law,
                        ),
                      }),
                    ],
                  }),
              ),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const strong = (text: string): IRunOptions => ({ text, bold: true });
const slanted = (text: string): IRunOptions => ({ text, italics: true });
const plain: readonly ViewField[] = ['date', 'dateSource', 'description'];

function lines(entry: Entry, view: SavedViewBody, fields: readonly ViewField[], law: Law): Paragraph[] {
  const paragraphs = fields.flatMap((field) => {
    const text = viewText(entry, field, view.covering, law);
    if (text === '') return [];
    if (field === 'title') return [new Paragraph({ children: [new TextRun(strong(text))] })];
    if (field === 'quote') return [new Paragraph({ children: [new TextRun(slanted(`“${text}”`))] })];
    const label = plain.includes(field) ? '' : `${fieldLabel(field, law)}: `;
    return text.split('\n').map((line, index) => new Paragraph(index === 0 ? `${label}${line}` : line));
  });
  // A cell without a paragraph is no cell to Word.
  return paragraphs.length === 0 ? [new Paragraph('')] : paragraphs;
}
