import { bufferOf } from '../../formats/buffer-of';

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
  const decoder = decoderOf(charset);
  for await (const piece of pieces) yield tidy(decoder.decode(piece, { stream: true }));
  yield tidy(decoder.decode());
}

export function decodeText(bytes: Uint8Array): string {
  return tidy(decoderOf(charsetOf(bytes)).decode(bytes));
}

/** What Western Windows has from 0x80 to 0x9F (WHATWG Encoding, index windows-1252); five places hold no sign. */
const signs1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Text of bytes, piece by piece. */
export interface Decoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream?: boolean }) => string;
}

/**
 * The decoder of a character set by any of its names. That of Western Windows is our own: the one of Node takes it for ISO
 * 8859-1 in some versions (20.18.3 to 20.20, 22.13 to 24.6), where quotation marks, dashes and the euro sign become control
 * characters. Throws RangeError for a name nobody knows.
 */
export function decoderOf(label: string): Decoder {
  const decoder = new TextDecoder(label);
  if (decoder.encoding !== 'windows-1252') return decoder;
  return { decode: (bytes) => (bytes === undefined ? '' : decode1252(bytes)) };
}

function decode1252(bytes: Uint8Array): string {
  return bufferOf(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/gu, (sign) => signs1252.charAt(sign.charCodeAt(0) - 0x80));
}

export function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\u0000', '\ufffd');
}
