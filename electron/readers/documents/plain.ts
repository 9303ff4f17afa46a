import { charsetOf, decodePieces, decoderOf, tidy } from '../kit/decode-text';
import { htmlToText } from '../kit/html-text';
import type { ReaderFile, ReaderOutput } from '../kit/reader';

/** Looked at to tell how a text is written. */
const sample = 256 * 1024;

/** A web page above this is shown as its source: its reader needs all of it in memory. */
const largestPage = 8 * 1024 * 1024;

/** A text as it is; of a saved web page the words, which is what was on the screen. */
export async function readPlain(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  const charset = charsetOf(await file.read(0, sample));
  if (file.mime === 'text/html' && file.bytes <= largestPage) {
    const bytes = await file.read(0, file.bytes);
    await out.text(1, htmlToText(tidy(decoderOf(charset).decode(bytes))));
    return { format: 'web page', charset };
  }
  for await (const text of decodePieces(file.stream(), charset)) {
    if (text !== '' && !(await out.text(1, text))) break;
  }
  return { format: 'text', charset };
}
