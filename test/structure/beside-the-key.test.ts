import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Libraries that take strangers' files apart: archives, mail, documents, tables, recordings, pictures. */
const readers = [
  '@kenjiuno/msgreader',
  'csv-parse',
  'exifr',
  'file-type',
  'iconv-lite',
  'libheif-js',
  'music-metadata',
  'pdfjs-dist',
  'postal-mime',
  'saxes',
  'strtok3',
  'utif2',
  'yauzl',
];

/** What of our own formats and readers lies beside the key, and why that may be. */
const allowed: Readonly<Record<string, string>> = {
  'electron/formats/date-text.ts': 'looks at a date that crossed with its schema',
  'electron/formats/fitting.ts': 'cuts text that crossed with its schema',
  'electron/formats/node.ts': 'names what is used of Node',
  'electron/formats/pdf-beside.ts': 'makes sentences of numbers',
  'electron/formats/jpeg-plain.ts':
    'copies a JPEG into a PDF without what it says: walks its segments, decodes nothing',
  'electron/formats/picture-header.ts': 'width and height of a picture that goes into a bundle',
  'electron/formats/png.ts': 'copies a PNG into a PDF: walks its chunks, unpacks nothing of its picture',
  'electron/readers/kit/fit-fact.ts': 'cuts text that crossed with its schema',
  'electron/readers/kit/limits.ts': 'numbers',
  'electron/readers/kit/names.ts': 'makes a safe name of a name',
  'electron/readers/kit/seat-messages.ts': 'schemas of what crosses',
};

/** What is bundled into the process that holds the key, by path from the project's root. */
async function bundled(): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['electron/vault-process/main.ts'],
    external: ['electron', 'better-sqlite3', '@node-rs/argon2', 'sodium-native'],
    ...{ bundle: true, platform: 'node', format: 'cjs', metafile: true, write: false, logLevel: 'error' },
  });
  return Object.entries(metafile.outputs).flatMap(([, { inputs }]) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
}

describe('the process that holds the key', async () => {
  const files = await bundled();

  it('has none of the libraries in it that take strangers’ files apart', () => {
    const found = readers.filter((name) => files.some((path) => path.includes(`node_modules/${name}/`)));
    expect(found).toEqual([]);
    expect(files.some((path) => path.includes('node_modules/zod/'))).toBe(true);
  });

  it('has of our own readers and formats only what is listed, each with its reason', () => {
    const own = files.filter((path) => /^electron\/(?:formats|readers)\//u.test(path));
    expect([...own].sort()).toEqual(Object.keys(allowed).sort());
  });
});
