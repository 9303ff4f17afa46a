import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDisplay } from '../../scripts/setup/display.mjs';
import { chooseToOpen, startApp } from '../e2e/helpers/app';
import { makeCase, takeIn } from '../e2e/helpers/import';
import { makeVaultThroughTheDoor } from '../e2e/helpers/vault';
import { drawPictures, photographs, screenshots } from './import-pictures';
import { inTurns, timed } from './rounds';
import type { Benchmark } from './run';
import { needTools } from './tools';

const words = ['harbour', 'quiet', 'seven', 'lantern', 'meadow', 'copper'];

/** Debian's own `convert`, whatever else is on the path of this machine. */
const env = { ...process.env, PATH: `/usr/bin:/bin:${process.env.PATH ?? ''}` };

const run = (tool: string, args: readonly string[]): string =>
  execFileSync(tool, args, {
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** What a careful person would do by hand: facts, sums, a sealed copy of each file, and a small picture of each. */
function pipeline(from: string, to: string, recipient: string): void {
  const names = readdirSync(from);
  writeFileSync(join(to, 'facts.json'), run('exiftool', ['-json', from]));
  writeFileSync(
    join(to, 'sums'),
    run(
      'sha256sum',
      names.map((name) => join(from, name)),
    ),
  );
  for (const name of names) run('age', ['-r', recipient, '-o', join(to, `${name}.age`), join(from, name)]);
  for (const name of names)
    run('convert', ['-thumbnail', '480x480', join(from, name), join(to, `${name}.jpg`)]);
}

/** Taking in what a client hands over, against the command-line tools for the same work on the same files. */
export const importBench: Benchmark = async ({ folder, rounds, say }) => {
  needTools([
    ['exiftool', 'libimage-exiftool-perl'],
    ['convert', 'imagemagick'],
    ['age', 'age'],
  ]);
  const display = await openDisplay();
  const before = { ...process.env };
  Object.assign(process.env, display.env);
  try {
    const pictures = join(folder, 'pictures');
    say(`Drawing ${screenshots.count} screenshots and ${photographs.count} photographs.`);
    const drawing = await startApp(join(folder, 'drawing'));
    const bytes = await drawPictures(drawing.page, pictures);
    await drawing.close();
    run('age-keygen', ['-o', join(folder, 'key')]);
    const recipient = run('age-keygen', ['-y', join(folder, 'key')]).trim();
    const count = screenshots.count + photographs.count;
    say(`Taking in ${count} pictures, ${Math.round(bytes / 1e6)} MB, with Holdfast and by command line.`);
    const times = await inTurns(
      rounds,
      async () => {
        const vault = join(folder, 'vault');
        const { app, page, close } = await startApp(vault);
        await makeVaultThroughTheDoor(page, words);
        const caseId = await makeCase(page);
        await chooseToOpen(
          app,
          readdirSync(pictures).map((name) => join(pictures, name)),
        );
        const { items, time } = await takeIn(page, caseId);
        await close();
        rmSync(vault, { recursive: true });
        if (items.length !== count || items.some(({ preview }) => preview !== 'ready'))
          throw new Error('Not every picture was taken in, so there is nothing to measure.');
        return time;
      },
      async () => {
        const out = join(folder, 'out');
        mkdirSync(out);
        const time = await timed(() => {
          pipeline(pictures, out, recipient);
        });
        rmSync(out, { recursive: true });
        return time;
      },
    );
    return [
      {
        name: 'import',
        unit: 'ms',
        ours: times.ours,
        theirs: { tool: 'exiftool + sha256sum + age + ImageMagick', values: times.theirs },
        compared:
          `${screenshots.count} PNG screenshots of ${screenshots.width}x${screenshots.height} and ${photographs.count} JPEG photographs of ` +
          `${photographs.width}x${photographs.height}. Ours: from the choice of the files to the end of the import in the real app, with ` +
          'thumbnails, facts, rows and record of acts, everything sealed and on the disk. Theirs: one exiftool and one sha256sum over all ' +
          'files, age and convert -thumbnail 480x480 for each; the thumbnails are not sealed.',
      },
    ];
  } finally {
    process.env = before;
    display.stop();
  }
};
