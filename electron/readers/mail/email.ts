import { readEml } from './eml';
import { readMsg } from './msg';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { Buffer } from '../kit/node';

export const compoundFile = 'd0cf11e0a1b11ae1';

export async function readEmail(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  const head = Buffer.from(await file.read(0, 8)).toString('hex');
  return head === compoundFile ? readMsg(file, out) : readEml(file, out);
}
