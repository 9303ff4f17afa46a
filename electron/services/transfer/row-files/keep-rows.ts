import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type * as z from 'zod';
import { HoldfastError } from '../../../../shared/errors';

const blockBytes = 1024 * 1024;
const newline = 10;
const longestLine = 64 * 1024 * 1024;
/** Of all rows of a package together, as kept. Real text shrinks to a fifth. */
const mostKept = 512 * 1024 * 1024;

/** Rows of a package, checked, in little memory, until they can go in with one transaction, which cannot wait for a disk. */
export interface KeptRows<T> {
  readonly count: number;
  rows(): Generator<T>;
}

/** How much the rows of one package take together. */
export interface RowBudget {
  kept: number;
}

/**
 * Takes in a row file as it streams past. Throws `package-damaged` when it is not of this length and fingerprint or a line
 * does not fit the schema, `file-too-large` when it would take too much memory.
 */
export async function keepRows<S extends z.ZodType>(
  source: AsyncIterable<Uint8Array>,
  schema: S,
  sha256: string,
  check: (row: z.output<S>) => void,
  budget: RowBudget,
): Promise<KeptRows<z.output<S>>> {
  const hash = createHash('sha256');
  const blocks: Buffer[] = [];
  let lines: string[] = [];
  let length = 0;
  let count = 0;
  const close = (): void => {
    if (lines.length === 0) return;
    const block = deflateRawSync(Buffer.from(JSON.stringify(lines)), { level: 1 });
    budget.kept += block.length;
    if (budget.kept > mostKept) throw new HoldfastError('file-too-large');
    blocks.push(block);
    lines = [];
    length = 0;
  };
  for await (const line of linesOf(source, hash)) {
    const row = schema.parse(JSON.parse(line));
    check(row);
    count += 1;
    lines.push(line);
    length += line.length;
    if (length >= blockBytes) close();
  }
  close();
  if (hash.digest('hex') !== sha256) throw new HoldfastError('package-damaged');
  return {
    count,
    *rows() {
      for (const block of blocks) {
        for (const line of JSON.parse(inflateRawSync(block).toString('utf8')) as string[])
          // Checked against the schema above, line by line.
          yield JSON.parse(line) as z.output<S>;
      }
    },
  };
}

async function* linesOf(
  source: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const bytes of source) {
    hash.update(bytes);
    const chunk = Buffer.from(bytes);
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8');
      parts = [];
      length = 0;
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    if (rest.length > 0) parts.push(rest);
    length += rest.length;
    if (length > longestLine) throw new HoldfastError('package-damaged');
  }
  if (length > 0) throw new HoldfastError('package-damaged');
}
