import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { startElectron } from './electron-half';
import { screens, wordAccuracy } from './ocr-screens';
import type { Benchmark } from './run';
import { inTurns, timed } from './rounds';
import { needTools } from './tools';

/** Two screens of each look. */
const count = 16;

const readSchema = z.object({ ms: z.number(), words: z.array(z.string()), engine: z.string() });

/** The command line as a careful person would use it: one thread is faster than the two it would take (see --psm for the rest). */
const tesseract = (path: string): string =>
  execFileSync('tesseract', [path, 'stdout'], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Fonts inside the page, so that every machine draws the same screens. */
function fonts(root: string): string {
  const face = (family: string, weight: string, path: string): string => {
    const data = readFileSync(join(root, 'node_modules', path)).toString('base64');
    return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
  };
  return `<style>${[
    face('Inter', '100 900', '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
    face('Arimo', '400', '@fontsource/arimo/files/arimo-latin-400-normal.woff2'),
    face('Arimo', '700', '@fontsource/arimo/files/arimo-latin-700-normal.woff2'),
  ].join('')}</style>`;
}

/** Reading screenshots of known text: how long it takes and how many words are right, against Tesseract's own command line. */
export const ocrBench: Benchmark = async ({ folder, rounds, say }) => {
  needTools([['tesseract', 'tesseract-ocr']]);
  const out = join(folder, '..');
  const root = join(out, '..');
  const electron = await startElectron(out, 'bench-ocr.cjs');
  try {
    say(`Drawing ${count} screenshots.`);
    const shots = join(folder, 'shots');
    mkdirSync(shots);
    const style = fonts(root);
    const drawn: { readonly path: string; readonly words: readonly string[] }[] = [];
    for (const { html, words, width, height, scale, name } of screens(count, 20_261_103)) {
      const path = join(shots, `${name.replaceAll(/[^a-z\d]+/gu, '-')}.png`);
      const page = html.replace('<meta charset="utf-8">', `<meta charset="utf-8">${style}`);
      await electron.ask({ type: 'draw', html: page, width, height, scale, path });
      drawn.push({ path, words });
    }
    const right = { ours: [] as number[], theirs: [] as number[] };
    say('Reading them with Holdfast, and with tesseract.');
    const times = await inTurns(
      rounds,
      async (index) => {
        let ms = 0;
        const shares: number[] = [];
        for (const { path, words } of drawn) {
          const read = readSchema.parse(await electron.ask({ type: 'read', path }));
          ms += read.ms;
          shares.push(wordAccuracy(words, read.words));
        }
        if (index >= 0) right.ours.push(percent(shares));
        return ms / count;
      },
      async (index) => {
        let ms = 0;
        const shares: number[] = [];
        for (const { path, words } of drawn) {
          let text = '';
          ms += await timed(() => {
            text = tesseract(path);
          });
          shares.push(wordAccuracy(words, wordsOf(text)));
        }
        if (index >= 0) right.theirs.push(percent(shares));
        return ms / count;
      },
    );
    const tool = `${version()}, OMP_THREAD_LIMIT=1`;
    return [
      {
        name: 'ocr-time',
        unit: 'ms',
        ours: times.ours,
        theirs: { tool, values: times.theirs },
        compared:
          `One screenshot, the mean of ${count} (messengers in light and dark themes, phones at 1.5 to 3 pixels to the point and ` +
          'windows at 1). Ours: from the bytes in the vault’s hands to words with their places, in the lab. ' +
          'Theirs: starting the program and loading its data included, which it does for every picture.',
      },
      {
        name: 'ocr-words',
        unit: '%',
        ours: right.ours,
        theirs: { tool, values: right.theirs },
        compared:
          'Words read exactly as drawn: F1, so that words missed and words made up both count. Their data is tessdata_fast of ' +
          'Debian, ours best_int; neither is told anything about the pictures.',
      },
    ];
  } finally {
    electron.end();
  }
};

function percent(shares: readonly number[]): number {
  return (100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length;
}

function version(): string {
  return execFileSync('tesseract', ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? 'tesseract';
}
