import type { LetterBlock } from '../../../records/letter';

/** A place of a letter that the case does not fill: marked where it stands, and listed above the letter. */
export const gapAt = /\[not recorded: ([^\]]*)\]/gu;

export const heading = (words: string): LetterBlock => ({ as: 'heading', text: words, ids: [] });

export const text = (words: string, ids: readonly string[] = []): LetterBlock => ({
  as: 'text',
  text: words,
  ids: unique(ids),
});

export const item = (words: string, ids: readonly string[] = []): LetterBlock => ({
  as: 'item',
  text: words,
  ids: unique(ids),
});

/** A row of a table. Rows that follow each other make one; the first of them is its head. */
export const row = (cells: readonly string[], ids: readonly string[] = []): LetterBlock => ({
  as: 'row',
  text: cells.map(oneCell).join('\t'),
  ids: unique(ids),
});

/** What is known, or the mark of a place that waits to be filled. */
export function filled(value: string | null | undefined, what: string): string {
  return value === null || value === undefined || value.trim() === '' ? gap(what) : value.trim();
}

export const gap = (what: string): string => `[not recorded: ${what.replaceAll(']', ')')}]`;

/** What still waits to be filled, each once, in the order in which it stands. */
export function gapsIn(blocks: readonly Pick<LetterBlock, 'text'>[]): readonly string[] {
  return unique(blocks.flatMap(({ text: words }) => [...words.matchAll(gapAt)].map(([, what = '']) => what)));
}

/** The cells of a row. */
export function cellsOf({ text: words }: Pick<LetterBlock, 'text'>): readonly string[] {
  return words.split('\t');
}

export type LetterPart =
  | { readonly as: 'heading'; readonly block: LetterBlock }
  | { readonly as: 'text'; readonly block: LetterBlock }
  | { readonly as: 'list'; readonly blocks: readonly LetterBlock[] }
  | { readonly as: 'table'; readonly blocks: readonly LetterBlock[] };

/** The blocks as they are shown and printed: items that follow each other are one list, rows one table. */
export function partsOf(blocks: readonly LetterBlock[]): readonly LetterPart[] {
  const parts: LetterPart[] = [];
  for (const block of blocks) {
    if (block.as === 'heading' || block.as === 'text') {
      parts.push({ as: block.as, block });
      continue;
    }
    const as = block.as === 'item' ? 'list' : 'table';
    const last = parts.at(-1);
    if (last?.as === as && 'blocks' in last)
      parts[parts.length - 1] = { as, blocks: [...last.blocks, block] };
    else parts.push({ as, blocks: [block] });
  }
  return parts;
}

/** A tab or a line break inside a cell would begin another one. */
const oneCell = (cell: string): string => cell.replace(/\s*[\t\n\r]+\s*/gu, '; ').trim();

function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}
