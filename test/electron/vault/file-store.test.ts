import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileStore, StoredFile } from '../../../electron/vault/api';
import { createFileStore, sweepFiles } from '../../../electron/vault/file-store';
import type { FsLayer } from '../../../electron/vault/fs-layer';
import { realFs } from '../../../electron/vault/fs-layer';
import { createNewId } from '../../../electron/vault/uuid';
import { codeOf } from '../../helpers/code-of';
import { faultyFs } from '../../helpers/faulty-fs';
import { useTempFolders } from '../../helpers/temp-folder';

const tempFolder = useTempFolders();
const newId = createNewId({ now: () => new Date(), random: randomBytes });
const plain = randomBytes(200_000);

async function store(layer?: FsLayer): Promise<{ files: FileStore; folder: string }> {
  const folder = await tempFolder();
  const files = createFileStore({
    folder,
    newId,
    random: randomBytes,
    ...(layer === undefined ? {} : { layer }),
  });
  return { files, folder };
}
const pathOf = (folder: string, { id }: StoredFile): string => join(folder, id.slice(-2), id);

describe('the file store', () => {
  it('gives back every byte, its length and its SHA-256, for an empty file too', async () => {
    const { files } = await store();
    for (const bytes of [plain, Buffer.alloc(0)]) {
      const file = await files.write([bytes]);
      expect(file.bytes).toBe(bytes.length);
      expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect((await files.readAll(file)).equals(bytes)).toBe(true);
    }
  });

  it('uses a key and an id of its own for every file', async () => {
    const { files, folder } = await store();
    const [a, b] = [await files.write([plain]), await files.write([plain])];
    expect(a.key.equals(b.key)).toBe(false);
    expect((await readFile(pathOf(folder, a))).equals(await readFile(pathOf(folder, b)))).toBe(false);
  });

  it('says damaged for a file that is gone, cut, altered, or changed for another', async () => {
    const { files, folder } = await store();
    const [a, b] = [await files.write([plain]), await files.write([Buffer.from(plain).reverse()])];
    const sealed = await readFile(pathOf(folder, a));
    const altered = Buffer.from(sealed);
    altered[100_000] = (altered[100_000] ?? 0) ^ 1;
    for (const bytes of [
      altered,
      sealed.subarray(0, 150_000),
      Buffer.concat([sealed, sealed]),
      Buffer.alloc(0),
    ]) {
      await writeFile(pathOf(folder, a), bytes);
      expect(await codeOf(files.readAll(a))).toBe('evidence-damaged');
    }
    await rename(pathOf(folder, b), pathOf(folder, a));
    expect(await codeOf(files.readAll(a))).toBe('evidence-damaged');
    expect(await codeOf(files.readAll(b))).toBe('evidence-damaged');
    await writeFile(pathOf(folder, a), sealed);
    expect((await files.readAll(a)).equals(plain)).toBe(true);
  });

  it('does not read more into memory than it is allowed', async () => {
    const { files } = await store();
    const file = await files.write([plain]);
    expect(await codeOf(files.readAll(file, plain.length - 1))).toBe('file-too-large');
    expect(await codeOf(files.readAll(file, plain.length))).toBe('no error');
  });

  it('gives any part as a slice of the whole would be', async () => {
    const { files } = await store();
    const lengths = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000];
    for (const length of lengths) {
      const bytes = plain.subarray(0, length);
      const file = await files.write([bytes]);
      const edges = [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, length - 1, length, length + 9];
      for (const start of edges) {
        for (const end of edges) {
          const part = await files.readRange(file, start, end);
          const what = `${start} to ${end} of ${length}`;
          expect(part.equals(bytes.subarray(Math.max(0, start), Math.max(0, start, end))), what).toBe(true);
        }
      }
    }
  });

  it('gives any part of a file of any length', async () => {
    const { files } = await store();
    await fc.assert(
      fc.asyncProperty(fc.nat(200_000), fc.nat(210_000), fc.nat(210_000), async (length, start, end) => {
        const bytes = plain.subarray(0, length);
        const file = await files.write([bytes]);
        expect((await files.readRange(file, start, end)).equals(bytes.subarray(start, end))).toBe(true);
      }),
      { numRuns: 40, seed: 20_261_103 },
    );
  });

  it('gives no part of a file that is damaged in that part, cut, or changed for another', async () => {
    const { files, folder } = await store();
    const [a, b] = [await files.write([plain]), await files.write([Buffer.from(plain).reverse()])];
    const sealed = await readFile(pathOf(folder, a));
    const altered = Buffer.from(sealed);
    altered[100_000] = (altered[100_000] ?? 0) ^ 1;
    await writeFile(pathOf(folder, a), altered);
    expect(await codeOf(files.readRange(a, 70_000, 70_001))).toBe('evidence-damaged');
    expect((await files.readRange(a, 0, 10)).equals(plain.subarray(0, 10))).toBe(true);
    await writeFile(pathOf(folder, a), sealed.subarray(0, 150_000));
    expect(await codeOf(files.readRange(a, 0, 10))).toBe('evidence-damaged');
    await rename(pathOf(folder, b), pathOf(folder, a));
    expect(await codeOf(files.readRange(a, 0, 10))).toBe('evidence-damaged');
    expect(await codeOf(files.readRange(b, 0, 10))).toBe('evidence-damaged');
  });

  it('leaves nothing when it is cancelled half way', async () => {
    const { files, folder } = await store();
    const cancel = new AbortController();
    function* source(): Generator<Uint8Array> {
      yield plain;
      cancel.abort();
      yield plain;
    }
    expect(await codeOf(files.write(source(), { signal: cancel.signal }))).toBe('cancelled');
    expect(await sweepFiles(folder)).toEqual({ ids: new Set(), strays: 0 });
    expect((await readdir(folder, { recursive: true })).filter((name) => name.includes('part'))).toEqual([]);
  });

  it.each(['ENOSPC', 'EIO', 'EFBIG'] as const)(
    'has the whole file or none when the n-th operation gives %s',
    async (code) => {
      for (let nth = 1; ; nth += 1) {
        const faulty = faultyFs(nth, code);
        const { files, folder } = await store(faulty.layer);
        const earlier = await createFileStore({ folder, newId, random: randomBytes }).write([plain]);
        const written = await files.write([plain, plain]).catch(() => null);
        if (!faulty.failed()) {
          expect(nth).toBeGreaterThan(8);
          expect(written).not.toBeNull();
          return;
        }
        expect(written).toBeNull();
        expect([...(await sweepFiles(folder)).ids], `operation ${nth}`).toEqual([earlier.id]);
        expect((await files.readAll(earlier)).equals(plain)).toBe(true);
        // The fault is over: the same store works.
        const again = await files.write([plain]);
        expect((await files.readAll(again)).equals(plain)).toBe(true);
      }
    },
  );

  it('has all files that were written together, or says so, when any one operation fails, and leaves no draft', async () => {
    for (let nth = 1; ; nth += 1) {
      const faulty = faultyFs(nth, 'ENOSPC');
      const { files, folder } = await store(faulty.layer);
      const together = files.together();
      const written: StoredFile[] = [];
      const code = await codeOf(async () => {
        for (let count = 0; count < 4; count += 1) written.push(await together.write([plain, plain]));
        await together.end();
      });
      await together.end().catch(() => undefined);
      const { ids } = await sweepFiles(folder);
      expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual(
        [],
      );
      // What is there by name is what whoever wrote knows of, and can take away.
      for (const id of ids) expect(written.map((file) => file.id)).toContain(id);
      if (!faulty.failed()) {
        expect(code).toBe('no error');
        for (const file of written)
          expect((await files.readAll(file)).equals(Buffer.concat([plain, plain]))).toBe(true);
        expect(nth).toBeGreaterThan(20);
        return;
      }
      expect(code).toBe('disk-full');
    }
  });

  it('leaves at most unfinished or unnamed files when the disk goes away, and the sweep finds them', async () => {
    for (let nth = 1; nth < 12; nth += 1) {
      const { files, folder } = await store(faultyFs(nth, 'EIO', { stays: true }).layer);
      const written = await files.write([plain]).catch(() => null);
      const { ids, strays } = await sweepFiles(folder);
      expect(strays).toBe(0);
      expect(ids.size).toBeLessThanOrEqual(1);
      if (written !== null) expect(ids.has(written.id)).toBe(true);
      const left = await readdir(folder, { recursive: true });
      expect(left.filter((name) => name.endsWith('.part'))).toEqual([]);
    }
  });

  it('makes the name of a new folder durable before anything in it counts', async () => {
    const calls: string[] = [];
    const folder = await tempFolder();
    const layer: FsLayer = {
      ...realFs,
      makeFolder: (path) => (calls.push('make'), realFs.makeFolder(path)),
      syncFolder: (path) => (
        calls.push(path === folder ? 'sync evidence' : 'sync part'),
        realFs.syncFolder(path)
      ),
    };
    await createFileStore({ folder, newId, random: randomBytes, layer }).write([plain]);
    expect(calls).toEqual(['make', 'sync evidence', 'sync part']);
  });

  it('removes a file, and does not mind one that is gone', async () => {
    const { files, folder } = await store();
    const file = await files.write([plain]);
    await files.remove(file.id);
    expect((await sweepFiles(folder)).ids.size).toBe(0);
    await files.remove(file.id);
  });

  it('counts what it did not put there, but not what file managers leave', async () => {
    const { files, folder } = await store();
    const file = await files.write([plain]);
    await mkdir(join(folder, 'zz'));
    await writeFile(join(folder, '.DS_Store'), '');
    await writeFile(join(folder, file.id.slice(-2), 'Thumbs.db'), '');
    expect(await sweepFiles(folder)).toEqual({ ids: new Set([file.id]), strays: 0 });
    await writeFile(join(folder, 'zz', newId()), '');
    await writeFile(join(folder, 'note.txt'), '');
    expect((await sweepFiles(folder)).strays).toBe(2);
    await rm(join(folder, 'note.txt'));
  });
});
