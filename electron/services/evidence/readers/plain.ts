import { charsetOf, decodePieces } from './decode-text';
import type { ReaderFile, ReaderOutput } from './reader';

/** Looked at to tell how a text is written. */
const sample = 256 * 1024;

export async function readPlain(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  const charset = charsetOf(await file.read(0, sample));
  for await (const text of decodePieces(file.stream(), charset)) {
    if (text !== '' && !(await out.text(1, text))) break;
  }
  return { format: 'text', charset };
}
