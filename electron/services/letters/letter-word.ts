import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { IParagraphOptions, IRunOptions } from 'docx';
import { cellsOf, partsOf } from '../../../shared/domain/casework/letters/blocks';
import type { LetterPart } from '../../../shared/domain/casework/letters/blocks';
import type { Letter, LetterBlock } from '../../../shared/records/letter';
import { inColumns } from './letter-html';

/** Width between the margins of an A4 page, in twentieths of a point. */
const across = 9638;
const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A letter or document as a Word file. Its author is the office, and `kind` what sort of paper it is. */
export async function letterWord(
  { title, blocks }: Pick<Letter, 'title' | 'blocks'>,
  { office, kind }: { readonly office: string; readonly kind: string },
): Promise<Uint8Array> {
  const document = new Document({
    ...{ creator: office, lastModifiedBy: office, title: kind },
    styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 },
          },
        },
        children: [
          paragraph(title, { heading: HeadingLevel.HEADING_1 }),
          ...partsOf(blocks).flatMap(partWord),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function partWord(part: LetterPart): readonly (Paragraph | Table)[] {
  if (part.as === 'heading') return [paragraph(part.block.text, { heading: HeadingLevel.HEADING_2 })];
  if (part.as === 'text') return [paragraph(part.block.text, { spacing: { after: 120 } })];
  if (part.as === 'list')
    return part.blocks.map(({ text }) => paragraph(text, { bullet: { level: 0 }, spacing: { after: 60 } }));
  // Two tables that touch would become one.
  return [table(part.blocks), paragraph('', { spacing: { after: 60 } })];
}

/** A paragraph that runs the way its first letter does; a line break in it stays one. */
function paragraph(
  text: string,
  options: Omit<IParagraphOptions, 'children'> = {},
  isBold = false,
): Paragraph {
  const isRightToLeft = rightToLeft.test(text);
  return new Paragraph({
    ...options,
    bidirectional: isRightToLeft,
    children: text.split('\n').map((line, at) => {
      const run: IRunOptions = {
        text: line,
        bold: isBold,
        rightToLeft: isRightToLeft,
        ...(at > 0 ? { break: 1 } : {}),
      };
      return new TextRun(run);
    }),
  });
}

function table([head, ...rows]: readonly LetterBlock[]): Table {
  const heads = head === undefined ? [] : cellsOf(head);
  const columns = Math.max(1, heads.length);
  const width = Math.floor(across / columns);
  const line = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map((cell) => new TableCell({ children: [paragraph(cell, {}, isHead)] })),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    rows: [line(heads, true), ...rows.map((row) => line(inColumns(cellsOf(row), columns), false))],
  });
}
