import * as z from 'zod';
import type { Word } from '../../../shared/models/text';

const box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const found = z.object({ text: z.string(), confidence: z.number(), bbox: box });

/** What the engine gives: blocks of paragraphs of lines of words. */
const pageSchema = z.object({
  blocks: z.array(
    z.object({
      paragraphs: z.array(z.object({ lines: z.array(z.object({ bbox: box, words: z.array(found) })) })),
    }),
  ),
});

type Line = z.output<typeof pageSchema>['blocks'][number]['paragraphs'][number]['lines'][number];

/** Longest word kept: more is the noise of a pattern. */
const longest = 200;

/** The lines of the engine's answer, in its own order. */
export function linesOf(json: string): readonly Line[] {
  return pageSchema
    .parse(JSON.parse(json))
    .blocks.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
}

/**
 * The engine takes what stands left and what stands right of a conversation for two columns. Here lines come from top
 * to bottom, and what stands beside each other at one height is one line, from left to right.
 */
export function inRows(lines: readonly Line[]): readonly Line[] {
  const sorted = [...lines].sort((a, b) => middle(a) - middle(b));
  const rows: Line[] = [];
  for (const line of sorted) {
    const last = rows.at(-1);
    const high = Math.min(...[last ?? line, line].map(({ bbox }) => bbox.y1 - bbox.y0));
    if (last !== undefined && middle(line) - middle(last) < high / 2)
      rows[rows.length - 1] = beside(last, line);
    else rows.push(line);
  }
  return rows;
}

function middle({ bbox }: Line): number {
  return (bbox.y0 + bbox.y1) / 2;
}

function beside(a: Line, b: Line): Line {
  const words = [...a.words, ...b.words].sort((one, other) => one.bbox.x0 - other.bbox.x0);
  const y0 = Math.min(a.bbox.y0, b.bbox.y0);
  const y1 = Math.max(a.bbox.y1, b.bbox.y1);
  return { words, bbox: { x0: Math.min(a.bbox.x0, b.bbox.x0), x1: Math.max(a.bbox.x1, b.bbox.x1), y0, y1 } };
}

/** Words inside the picture, in its own pixels. `scale` is how much larger it was drawn for reading. */
export function wordsOf(
  lines: readonly Line[],
  scale: number,
  size: { readonly width: number; readonly height: number },
): Word[] {
  const at = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value / scale)));
  return lines
    .map(({ words }) => words.filter(({ text }) => text.trim() !== ''))
    .filter((words) => words.length > 0)
    .flatMap((words, line) =>
      words.map(({ text, confidence, bbox }) => {
        const [x, y] = [at(bbox.x0, size.width), at(bbox.y0, size.height)];
        return {
          text: text.trim().slice(0, longest),
          x,
          y,
          w: at(bbox.x1, size.width) - x,
          h: at(bbox.y1, size.height) - y,
          confidence: Math.min(100, Math.max(0, confidence)),
          line,
        };
      }),
    );
}
