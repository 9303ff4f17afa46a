import { charsetOf, decoderOf } from '../kit/decode-text';
import type { ReaderFile } from '../kit/reader';

/** Looked at to tell how a text is written. */
const sample = 256 * 1024;
/** Kept of one line; the rest of it is only in the file. */
const longest = 100_000;

export interface FileLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Only its beginning is here. */
  readonly isCut: boolean;
}

/**
 * The lines of a text in order, in little memory however long one is. A line ends with a line feed, which may have a
 * carriage return before it; the end of the file ends the last. Given out some at a time.
 */
export async function* fileLines(file: ReaderFile): AsyncGenerator<readonly FileLine[]> {
  const decoder = decoderOf(charsetOf(await file.read(0, sample)));
  let number = 0;
  let begun = '';
  let isCut = false;

  function take(text: string, isLast: boolean): FileLine[] {
    const lines: FileLine[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.push(close(text.slice(start, end)));
      start = end + 1;
    }
    hold(text.slice(start));
    if (isLast && (begun !== '' || isCut)) lines.push(close(''));
    return lines;
  }

  function hold(text: string): void {
    const room = longest - begun.length;
    if (text.length > room) isCut = true;
    begun += text.slice(0, Math.max(0, room));
  }

  function close(text: string): FileLine {
    hold(text);
    number += 1;
    // A zero cannot be stored in every program that may read this later, and is none of anybody's words.
    const line = { number, text: begun.replace(/\r$/u, '').replaceAll('\u0000', '\ufffd'), isCut };
    begun = '';
    isCut = false;
    return line;
  }

  for await (const piece of file.stream()) yield take(decoder.decode(piece, { stream: true }), false);
  yield take(decoder.decode(), true);
}
