import * as z from 'zod';
import { Buffer } from '../kit/node';
import type { Reader } from '../kit/reader';
import { readFull, readTable, tableText } from '../tables/read-table';

/** What somebody pasted, or null for a file. */
const optionsSchema = z.object({ text: z.string().nullable() });

/** Takes a table apart, from a file or as it was pasted: its notes are a `TableTaken`. */
export const takeTable: Reader = async (file, _out, options) => {
  const { text } = optionsSchema.parse(options);
  const words = text ?? (await tableText(await whole(file.stream())));
  return readFull(words) ?? readTable(words);
};

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
