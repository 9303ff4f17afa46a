import { Readable } from '../kit/node';
import { createGunzip } from '../kit/node';
import { createPlaces } from '../kit/names';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { isTar, readTar } from './tar';
import { Buffer } from '../kit/node';

/** A gzip holds one file; where that is a tar, its files are what was meant. */
export async function readGzip(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  const head = await file.read(0, 4096);
  const content = unpacked(file)[Symbol.asyncIterator]();
  const first = await content.next();
  const start = first.done === true ? new Uint8Array(0) : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield start;
    yield* { [Symbol.asyncIterator]: () => content };
  }
  if (isTar(start)) return { format: 'tar.gz', files: await readTar(whole(), out) };
  const child = createPlaces()(nameIn(head) ?? nameWithout(file.name), modifiedIn(head));
  await out.child(child, whole());
  return { format: 'gzip', files: 1 };
}

async function* unpacked(file: ReaderFile): AsyncGenerator<Uint8Array> {
  const source = Readable.from(file.stream(), { objectMode: false });
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  source.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const piece of source.pipe(gunzip)) yield piece as Buffer;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** The name of the file that was packed, in Latin-1, where the header has one (RFC 1952, 2.3.1). */
function nameIn(head: Uint8Array): string | null {
  const flags = head[3] ?? 0;
  if ((flags & 0x08) === 0) return null;
  const extra = (flags & 0x04) === 0 ? 0 : 2 + (head[10] ?? 0) + 256 * (head[11] ?? 0);
  const start = 10 + extra;
  const end = head.indexOf(0, start);
  return end <= start ? null : Buffer.from(head.subarray(start, end)).toString('latin1');
}

/** Seconds since 1970 in UTC; zero is none. */
function modifiedIn(head: Uint8Array): string | null {
  const seconds = head.length < 8 ? 0 : Buffer.from(head.subarray(4, 8)).readUInt32LE(0);
  return seconds === 0 ? null : `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

function nameWithout(name: string): string {
  return name.replace(/\.t?gz$/iu, (ending) => (ending.toLowerCase() === '.tgz' ? '.tar' : '')) || name;
}
