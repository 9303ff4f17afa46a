import type { FlowLine } from './flow-document';
import type { PageLimits, RowRange } from './printed';
import { numbersOf } from './row-ranges';

/** The lines of a text, however it ends them; what stands behind the last end is one only where anything does. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The lines of these numbers, from 1. */
export function chosenLines(
  lines: readonly string[],
  page: string | null,
  chosen: readonly RowRange[],
): readonly FlowLine[] {
  return [...numbersOf(chosen)].map((number) => ({ number, page, text: lines[number - 1] ?? '' }));
}

/** As many together as one document holds; a line that is longer goes on in the next. */
export function* linesInPieces(
  lines: Iterable<FlowLine>,
  limits: PageLimits,
): Generator<readonly FlowLine[]> {
  let together: FlowLine[] = [];
  let letters = 0;
  for (const line of lines) {
    for (const piece of pieces(line, limits.letters)) {
      const isFull = together.length >= limits.rows || letters + piece.text.length > limits.letters;
      if (isFull && together.length > 0) {
        yield together;
        [together, letters] = [[], 0];
      }
      together.push(piece);
      letters += piece.text.length;
    }
  }
  if (together.length > 0) yield together;
}

function* pieces(line: FlowLine, longest: number): Generator<FlowLine> {
  const { text, ...rest } = line;
  if (text.length <= longest) {
    yield line;
    return;
  }
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + longest);
    // Not between the two halves of one sign.
    if (end < text.length && end - at > 1 && /[\uD800-\uDBFF]/u.test(text.charAt(end - 1))) end -= 1;
    yield { ...rest, text: text.slice(at, end), ...(at === 0 ? {} : { goesOn: true }) };
    at = end;
  }
}
