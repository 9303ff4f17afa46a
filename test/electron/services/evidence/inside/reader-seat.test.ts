import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createReaderSeat } from '../../../../../electron/services/evidence/inside/reader-seat';
import type { ReaderSeat, SeatFile } from '../../../../../electron/services/evidence/inside/reader-seat';
import { seatLimits } from '../../../../../electron/readers/kit/limits';
import type { EvidenceKind } from '../../../../../shared/models/evidence';
import { HoldfastError } from '../../../../../shared/errors';
import { codeOf } from '../../../../helpers/code-of';
import { emlOf, evidenceFixtures } from '../../../../helpers/evidence-fixtures';
import { useTempFolders } from '../../../../helpers/temp-folder';
import { nodeRoom } from '../../../../helpers/node-room';
import { zipOf } from '../../../../helpers/zip';
import { readFile } from '../../../../../electron/readers/registry';
import { collect, memoryFile } from '../../../readers/collect';

const tempFolder = useTempFolders();
const quick = { ...seatLimits, idleMs: 1500, baseMs: 4000, perMegabyteMs: 0 };
const never = new AbortController().signal;
let seat: ReaderSeat | null = null;
afterEach(() => seat?.close());

function fileOf(name: string, kind: EvidenceKind, bytes: Uint8Array): SeatFile {
  return {
    name,
    kind,
    mime: 'application/octet-stream',
    bytes: bytes.length,
    readRange: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  };
}

/** A seat of its own making, to see what becomes of one that does not behave. */
async function rogue(body: string, limits = quick, heapMb = 512): Promise<ReaderSeat> {
  const folder = await tempFolder();
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'rogue.cjs');
  const head = `const { parentPort: port } = require('node:worker_threads');
let next = 0; const waiting = new Map();
const ask = (message) => new Promise((resolve) => { next += 1; waiting.set(next, resolve); port.postMessage({ run: now, id: next, ...message }); });
let now = 0;
port.on('message', (message) => {
  if (message.type !== 'start') { waiting.get(message.id)?.(message); return; }
  now = message.run;
  void (async () => { ${body} })();
});
port.postMessage({ type: 'ready' });`;
  await writeFile(path, head);
  return createReaderSeat(nodeRoom({ script: path, heapMb }), 'all', limits);
}

function readText(reader: ReaderSeat): Promise<unknown> {
  const file = fileOf('a.txt', 'text', Buffer.from('words'));
  const slowly: SeatFile = {
    ...file,
    readRange: async (...range) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return file.readRange(...range);
    },
  };
  return reader.read(slowly, null, collect().out, never);
}

describe('a seat of the readers', () => {
  it('gives for every fixture just what the reader gives by itself', async () => {
    seat = createReaderSeat(nodeRoom(), 'all');
    for (const { name, kind, bytes } of await evidenceFixtures()) {
      if (!['archive', 'email', 'document', 'contact', 'text'].includes(kind)) continue;
      const alone = collect();
      const notes = await readFile(memoryFile(name, kind, bytes), alone.out, null);
      const across = collect();
      expect(await seat.read(fileOf(name, kind, bytes), null, across.out, never)).toEqual(notes);
      expect({ ...across, out: null }).toEqual({ ...alone, out: null });
    }
  });

  it('hands over large content in pieces, and no more of it than is wanted', async () => {
    const large = Buffer.alloc(12 * 1024 * 1024, 'holdfast');
    const zip = await zipOf([{ name: 'large.bin', bytes: large, compress: false }]);
    seat = createReaderSeat(nodeRoom(), 'all');
    const all = collect();
    await seat.read(fileOf('a.zip', 'archive', zip), null, all.out, never);
    expect(large.equals(all.children['large.bin'] as Buffer)).toBe(true);
    const some = collect(1024);
    await seat.read(fileOf('a.zip', 'archive', zip), null, some.out, never);
    expect(some.children['large.bin']?.length).toBeLessThan(3 * 1024 * 1024);
  });

  it('is ended when it loops, and the next file is read all the same', async () => {
    seat = await rogue(
      "if (message.file.name === 'a.txt') for (;;);\nport.postMessage({ type: 'done', run: now, notes: 'read' });",
    );
    expect(await codeOf(readText(seat))).toBe('reader-timeout');
    const other = fileOf('b.txt', 'text', Buffer.from('words'));
    expect(await seat.read(other, null, collect().out, never)).toBe('read');
  });

  it('is ended when it gives signs of life for longer than a file of that size may take', async () => {
    seat = await rogue(
      "for (;;) { await new Promise((r) => setTimeout(r, 50)); await ask({ type: 'text', page: 1, text: 'x' }); }",
    );
    expect(await codeOf(readText(seat))).toBe('reader-timeout');
  });

  it('is not blamed for the time that storing takes', async () => {
    seat = createReaderSeat(nodeRoom(), 'all', { ...quick, idleMs: 3000, baseMs: 3000 });
    const found = collect();
    const slow = {
      ...found.out,
      child: async (...given: Parameters<typeof found.out.child>) => {
        if (found.about.length === 0) await new Promise((resolve) => setTimeout(resolve, 3500));
        await found.out.child(...given);
      },
    };
    await seat.read(fileOf('a.eml', 'email', emlOf()), null, slow, never);
    expect(Object.keys(found.children)).toEqual(['pic.gif', 'photo.png']);
  });

  it.each([
    ['fills its memory', 'const all = []; for (;;) all.push(new Array(10000).fill(all.length));'],
    ['ends', 'process.exit(0);'],
    ['throws where nobody catches', "setImmediate(() => { throw new Error('content of a file'); });"],
    ['says something that is no message', "port.postMessage({ type: 'nonsense' });"],
    [
      'hands over a piece that is too long',
      "await ask({ type: 'child', child: { place: 'a', name: 'a', modified: null } }); await ask({ type: 'piece', bytes: new Uint8Array(2 ** 21) });",
    ],
    ['hands over a piece of nothing', "await ask({ type: 'piece', bytes: new Uint8Array(1) });"],
    [
      'opens two children at a time',
      "await ask({ type: 'child', child: { place: 'a', name: 'a', modified: null } }); await ask({ type: 'child', child: { place: 'b', name: 'b', modified: null } });",
    ],
    [
      'asks without waiting',
      "for (let i = 0; i < 200; i += 1) void ask({ type: 'read', start: 0, length: 1 });",
    ],
    [
      'is done in the middle of a child',
      "await ask({ type: 'child', child: { place: 'a', name: 'a', modified: null } }); port.postMessage({ type: 'done', run: now, notes: null });",
    ],
  ])('that %s makes the file unreadable and nothing else', async (_what, body) => {
    seat = await rogue(body, { ...quick, idleMs: 20_000, baseMs: 20_000 }, 32);
    expect(await codeOf(readText(seat))).toBe('unreadable-file');
  });

  it('stops at once when it is told to, also in the middle of storing', async () => {
    seat = createReaderSeat(nodeRoom(), 'all');
    const stop = new AbortController();
    const zip = await zipOf([{ name: 'a.bin', bytes: Buffer.alloc(5 * 1024 * 1024), compress: false }]);
    let broke: unknown = null;
    const found = collect();
    const out = {
      ...found.out,
      child: async (_child: unknown, content: AsyncIterable<Uint8Array>) => {
        try {
          for await (const piece of content) if (piece.length > 0) stop.abort();
        } catch (error) {
          broke = error;
        }
      },
    };
    expect(await codeOf(seat.read(fileOf('a.zip', 'archive', zip), null, out, stop.signal))).toBe(
      'cancelled',
    );
    expect(broke).toBeInstanceOf(HoldfastError);
  });

  it('tells a fault of the vault as that, and not as one of the file', async () => {
    seat = createReaderSeat(nodeRoom(), 'all');
    const broken = {
      ...fileOf('a.txt', 'text', Buffer.from('words')),
      readRange: () => Promise.reject(new HoldfastError('evidence-damaged')),
    };
    expect(await codeOf(seat.read(broken, null, collect().out, never))).toBe('evidence-damaged');
    const full = { ...collect().out, text: () => Promise.reject(new HoldfastError('disk-full')) };
    expect(await codeOf(seat.read(fileOf('a.txt', 'text', Buffer.from('words')), null, full, never))).toBe(
      'disk-full',
    );
  });
});
