import { HoldfastError } from '../../shared/errors';
import { readRecoveryWords } from '../vault/recovery-words';

/** Longest passphrase that is read, in bytes. */
const longest = 8 * 1024;

/** All of standard input. */
export async function readSecret(input: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of input) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    length += bytes.length;
    if (length > longest) throw new HoldfastError('invalid-input');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** One line is a passphrase (without its line end); several lines are sheets of a recovery kit. */
export async function readWords(text: string): Promise<string> {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const [only, ...more] = lines;
  if (only === undefined) throw new HoldfastError('wrong-passphrase');
  return more.length === 0 ? only : readRecoveryWords(lines);
}
