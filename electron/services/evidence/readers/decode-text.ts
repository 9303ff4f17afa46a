export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * How a text is written: by its mark where it has one, as UTF-16 where every other byte is zero, as UTF-8 where it can be
 * that, and else as Western Windows wrote it, in which every byte is something.
 */
export function charsetOf(head: Uint8Array): Charset {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const half = Math.floor(Math.min(head.length, 4096) / 2);
  const zeros = (from: number): number => {
    let count = 0;
    for (let at = 0; at < half; at += 1) if (head[2 * at + from] === 0) count += 1;
    return count;
  };
  if (half > 4 && zeros(1) > half * 0.6 && zeros(0) < half * 0.1) return 'utf-16le';
  if (half > 4 && zeros(0) > half * 0.6 && zeros(1) < half * 0.1) return 'utf-16be';
  try {
    // As a stream: a character cut at the end of the sample is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Text of pieces; a mark at the start is not part of it, and a zero is shown as a character that is not known. */
export async function* decodePieces(
  pieces: AsyncIterable<Uint8Array>,
  charset: Charset,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(charset);
  for await (const piece of pieces) yield tidy(decoder.decode(piece, { stream: true }));
  yield tidy(decoder.decode());
}

export function decodeText(bytes: Uint8Array): string {
  return tidy(new TextDecoder(charsetOf(bytes)).decode(bytes));
}

export function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\u0000', '\ufffd');
}
