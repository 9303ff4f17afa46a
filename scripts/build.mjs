import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { copyPrintFonts } from './print-fonts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'out');
const from = (...parts) => join(root, ...parts);
const to = (...parts) => join(out, ...parts);

const common = {
  bundle: true,
  absWorkingDir: root,
  logLevel: 'warning',
  sourcemap: 'linked',
  legalComments: 'none',
};

/** Code that runs in main, the preloads, the vault process and its worker: one CommonJS file each. */
function nodeSide(release) {
  const settings = {
    ...common,
    minify: release,
    platform: 'node',
    format: 'cjs',
    target: 'node20.18',
    // Native addons stay outside; electron is given by the runtime.
    external: ['electron', 'better-sqlite3', '@node-rs/argon2', 'sodium-native'],
    define: { 'process.env.NODE_ENV': release ? '"production"' : '"development"' },
  };
  const entries = {
    main: 'electron/main/main.ts',
    preload: 'electron/preload/preload.ts',
    'lab-preload': 'electron/preload/lab-preload.ts',
    'print-preload': 'electron/preload/print-preload.ts',
    vault: 'electron/vault-process/main.ts',
    'pdf-worker': 'electron/vault-process/pdf-worker.ts',
    'reader-worker': 'electron/readers/reader-worker.ts',
    demo: 'electron/demo/main.ts',
    'vault-cli': 'electron/cli/main.ts',
  };
  return Object.entries(entries).map(([name, entry]) =>
    build({ ...settings, entryPoints: [from(entry)], outfile: to(`${name}.cjs`) }),
  );
}

/**
 * React's development build takes down the stack of calls for every element it makes, so that a warning can name where the
 * element came from: a sixth of what the page does in a test. It stops doing so by itself after 10,000 elements a second;
 * here it never begins. Each warning is still given.
 */
const withoutOwnerStacks = {
  name: 'without-owner-stacks',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules.react.cjs.react(-jsx-runtime)?\.development\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const asked = /1e4\s*>\s*ReactSharedInternals\.recentlyCreatedOwnerStacks\+\+/gu;
      const contents = text.replaceAll(asked, 'false');
      if (contents === text) throw new Error('React asks for the stacks of elements in another way now');
      return { contents, loader: 'js' };
    });
  },
};

/** Code that runs in the page and in the lab. */
function pageSide(release) {
  const settings = {
    ...common,
    minify: release,
    platform: 'browser',
    format: 'esm',
    target: 'chrome130',
    jsx: 'automatic',
    loader: { '.woff2': 'file', '.svg': 'file' },
    assetNames: 'fonts/[name]-[hash]',
    define: {
      'process.env.NODE_ENV': release ? '"production"' : '"development"',
      // React's own checks stay on for tests. What it tells the tools of a browser beside them (a measure of every
      // drawing, a task for every element) is a good part of a test's time, and nobody looks at it.
      ...(release ? {} : { 'console.timeStamp': 'undefined', 'console.createTask': 'undefined' }),
    },
    plugins: release ? [] : [withoutOwnerStacks],
  };
  return [
    build({ ...settings, entryPoints: [from('renderer/app/main.tsx')], outfile: to('renderer/app.js') }),
    build({ ...settings, entryPoints: [from('renderer/lab/main.ts')], outfile: to('renderer/lab/lab.js') }),
    build({
      ...settings,
      entryPoints: [from('renderer/lab/finished-worker.ts')],
      outfile: to('renderer/lab/finished-worker.js'),
    }),
    // A frame without an origin of its own gets no modules.
    build({
      ...settings,
      format: 'iife',
      entryPoints: [from('renderer/player/main.ts')],
      outfile: to('renderer/player/player.js'),
    }),
    // Loads the recogniser with importScripts, which only a classic worker has.
    build({
      ...settings,
      format: 'iife',
      entryPoints: [from('renderer/lab/ocr/worker.ts')],
      outfile: to('renderer/lab/ocr-worker.js'),
    }),
  ];
}

function copy(source, target) {
  cpSync(from(source), to(target), { recursive: true });
}

/** Files that are loaded as they are. The HEIC decoder (LGPL) stays a separate file that anyone can replace. */
function copyFiles() {
  copy('renderer/index.html', 'renderer/index.html');
  copy('renderer/lab/index.html', 'renderer/lab/index.html');
  for (const name of ['index.html', 'player.css']) copy(`renderer/player/${name}`, `renderer/player/${name}`);
  copy('node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs', 'renderer/lab/pdf.worker.min.mjs');
  copy('node_modules/pdfjs-dist/cmaps', 'renderer/lab/cmaps');
  copy('node_modules/pdfjs-dist/standard_fonts', 'renderer/lab/standard_fonts');
  for (const name of ['libheif.js', 'libheif.wasm', 'LICENSE']) {
    copy(`node_modules/libheif-js/libheif-wasm/${name}`, `renderer/lab/libheif/${name}`);
  }
  copy('node_modules/@embedpdf/pdfium/dist/pdfium.wasm', 'renderer/lab/pdfium/pdfium.wasm');
  for (const name of ['LICENSE', 'LICENSE.pdfium']) {
    copy(`node_modules/@embedpdf/pdfium/${name}`, `renderer/lab/pdfium/${name}`);
  }
  // The recogniser for what each processor can do, and the one language that ships.
  for (const core of ['lstm', 'simd-lstm', 'relaxedsimd-lstm']) {
    for (const ending of ['js', 'wasm']) {
      const name = `tesseract-core-${core}.${ending}`;
      copy(`node_modules/tesseract.js-core/${name}`, `renderer/lab/ocr/${name}`);
    }
  }
  copy('node_modules/tesseract.js-core/LICENSE', 'renderer/lab/ocr/LICENSE');
  copy(
    'node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
    'renderer/lab/ocr/eng.traineddata.gz',
  );
  const fonts = 'node_modules/@fontsource/arimo/files';
  for (const name of readdirSync(from(fonts))) {
    if (/-(400|700)-normal\.woff2$|-400-italic\.woff2$/.test(name)) copy(`${fonts}/${name}`, `print/${name}`);
    // What captions and page numbers are drawn in.
    if (/-(latin|latin-ext|greek|cyrillic)-(400|700)-normal\.woff$/.test(name))
      copy(`${fonts}/${name}`, `print/${name}`);
  }
  copy('node_modules/@fontsource/arimo/LICENSE', 'print/LICENSE');
  copyPrintFonts(from('node_modules'), to('print'));
  copy('resources/profiles', 'resources/profiles');
}

/** Builds everything into out/. The runtime's own notes in out/ are kept. */
export async function buildAll({ release = false } = {}) {
  mkdirSync(out, { recursive: true });
  for (const folder of ['renderer', 'print', 'resources'])
    rmSync(to(folder), { recursive: true, force: true });
  await Promise.all([...nodeSide(release), ...pageSide(release)]);
  copyFiles();
  if (!existsSync(to('main.cjs'))) throw new Error('the build wrote nothing');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildAll({ release: process.argv.includes('--release') });
}
