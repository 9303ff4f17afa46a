import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { writeNotices } from './licences/write.mjs';
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
  // What is bundled, and what its code says of its licence, goes into the notices (licences/write.mjs).
  metafile: true,
  legalComments: 'external',
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
    // For tests, which run without Chromium: the app has its readers in a sandbox.
    ...(release ? {} : { 'reader-worker': 'electron/readers/room/node-seat.ts' }),
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

/**
 * Of Node, what libraries of the readers ask for has a stand-in where there is none; what our own readers and formats use of it they
 * name in two files.
 */
const withoutNode = {
  name: 'without-node',
  setup({ onResolve }) {
    // Without side effects: what a script does not use of them stays out of it.
    const standIn = (name) => ({
      path: from(`electron/readers/room/stand-ins/${name}.ts`),
      sideEffects: false,
    });
    onResolve({ filter: /\/node$/ }, ({ path, importer }) =>
      /electron.(formats|readers)./.test(importer) && path.startsWith('.') ? standIn('node') : undefined,
    );
    onResolve({ filter: /^(?:fs|zlib|util)$/ }, ({ path }) => standIn(path));
    onResolve({ filter: /^(?:stream|readable-stream)$/ }, () => ({
      path: from('node_modules/readable-stream/lib/ours/browser.js'),
      sideEffects: false,
    }));
  },
};

/** A script of the reading room, or of another worker in a sandbox, which has nothing of Node. */
export function buildSandboxed(entry, outfile, { release = false } = {}) {
  return build({
    ...common,
    entryPoints: [entry],
    outfile,
    minify: release,
    platform: 'browser',
    format: 'iife',
    target: 'chrome130',
    mainFields: ['browser', 'module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    inject: [from('electron/readers/room/stand-ins/globals.ts')],
    plugins: [withoutNode],
  });
}

/** The room of the readers: its page, and the workers in which one file each is taken apart. */
function readersSide(release) {
  const entries = {
    'reading-room/page': 'readers/room/page.ts',
    'reading-room/identify': 'readers/room/seats/identify.ts',
    'reading-room/plain': 'readers/room/seats/plain.ts',
    'reading-room/words': 'readers/room/seats/words.ts',
    'reading-room/all': 'readers/room/seats/all.ts',
    // The lab's own worker for what pictures and PDFs say about themselves.
    'renderer/lab/facts-worker': 'formats/worker/main.ts',
  };
  return Object.entries(entries).map(([name, entry]) =>
    buildSandboxed(from('electron', entry), to(`${name}.js`), { release }),
  );
}

/** What was copied, from the project's root: it goes to people as well, and its licence with it. */
const copied = [];

function copy(source, target) {
  copied.push(source);
  cpSync(from(source), to(target), { recursive: true });
}

/** Files that are loaded as they are. The HEIC decoder (LGPL) stays a separate file that anyone can replace. */
function copyFiles() {
  copy('renderer/index.html', 'renderer/index.html');
  copy('renderer/lab/index.html', 'renderer/lab/index.html');
  copy('electron/readers/room/index.html', 'reading-room/index.html');
  for (const name of ['index.html', 'player.css']) copy(`renderer/player/${name}`, `renderer/player/${name}`);
  copy('node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs', 'renderer/lab/pdf.worker.min.mjs');
  copy('node_modules/pdfjs-dist/cmaps', 'renderer/lab/cmaps');
  copy('node_modules/pdfjs-dist/standard_fonts', 'renderer/lab/standard_fonts');
  copy('node_modules/pdfjs-dist/iccs', 'renderer/lab/iccs');
  for (const name of readdirSync(from('node_modules/pdfjs-dist/wasm')))
    if (/^(?:LICENSE_(?:PDFJS_)?)?(?:jbig2|openjpeg|qcms)(?:_bg)?(?:\.wasm)?$/iu.test(name))
      copy(`node_modules/pdfjs-dist/wasm/${name}`, `renderer/lab/pdfjs-wasm/${name}`);
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
  copied.push(...copyPrintFonts(from('node_modules'), to('print')).map((name) => `node_modules/${name}`));
  copy('resources/profiles', 'resources/profiles');
}

/** Builds everything into out/. The runtime's own notes in out/ are kept. */
export async function buildAll({ release = false } = {}) {
  mkdirSync(out, { recursive: true });
  for (const folder of ['renderer', 'reading-room', 'print', 'resources'])
    rmSync(to(folder), { recursive: true, force: true });
  const built = await Promise.all([...nodeSide(release), ...pageSide(release), ...readersSide(release)]);
  copyFiles();
  if (!existsSync(to('main.cjs'))) throw new Error('the build wrote nothing');
  writeNotices(
    root,
    out,
    built.map(({ metafile }) => metafile),
    copied,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildAll({ release: process.argv.includes('--release') });
}
