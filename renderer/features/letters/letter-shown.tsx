import { cellsOf, partsOf } from '../../../shared/domain/casework/letters/blocks';
import type { LetterPart } from '../../../shared/domain/casework/letters/blocks';
import type { LetterBlock } from '../../../shared/records/letter';
import { letterText as words } from '../../strings/letters';

/** A letter as it reads: headings, paragraphs, lists and tables. */
export function LetterShown({ blocks }: { readonly blocks: readonly LetterBlock[] }) {
  return (
    <div className="letter-shown stack" tabIndex={0} role="group" aria-label={words.text}>
      {partsOf(blocks).map((part, at) => (
        <Part key={at} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { readonly part: LetterPart }) {
  switch (part.as) {
    case 'heading':
      return <h4 dir="auto">{part.block.text}</h4>;
    case 'text':
      return <p dir="auto">{part.block.text}</p>;
    case 'list':
      return (
        <ul>
          {part.blocks.map(({ text }, at) => (
            <li key={at}>
              <div dir="auto">{text}</div>
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table rows={part.blocks} />;
  }
}

function Table({ rows: [head, ...rows] }: { readonly rows: readonly LetterBlock[] }) {
  return (
    <table>
      <thead>
        <tr>
          {(head === undefined ? [] : cellsOf(head)).map((cell, at) => (
            <th key={at} scope="col" dir="auto">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {cellsOf(row).map((cell, column) => (
              <td key={column} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
