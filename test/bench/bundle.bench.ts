import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { documents, drawInApp, multiply, printDocuments } from './bundle-material';
import { startElectron } from './electron-half';
import type { ElectronHalf } from './electron-half';
import { photographs, screenshots } from './import-pictures';
import type { Measured } from './result';
import { inTurns, timed } from './rounds';
import type { Benchmark } from './run';
import { needTools } from './tools';

const passphrase = 'harbour quiet seven lantern meadow copper';
const entries = { small: 200, large: 1800 } as const;
/** So many times the files of the small case are some 5,000 pages. */
const times = 8;

const madeSchema = z.object({ caseId: z.string() });
const builtSchema = z.object({
  ms: z.number(),
  pages: z.int(),
  bytes: z.number(),
  sha256: z.string(),
  peak: z.object({ vault: z.number(), lab: z.number(), print: z.number() }),
});
type Built = z.infer<typeof builtSchema>;

const tool = 'img2pdf + qpdf';

interface Vault {
  readonly folder: string;
  readonly caseId: string;
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

/** What a careful person would do by hand: pictures onto pages of A4. */
function imagesByHand(pictures: string, to: string): void {
  execFileSync('img2pdf', ['--pagesize', 'A4', '-o', to, ...filesOf(pictures)], { stdio: 'pipe' });
}

/** The same, and the documents behind them. There is no index, no number on a page, no bookmark. */
function allByHand(pictures: string, pdfs: string, to: string): void {
  const images = `${to}.images`;
  imagesByHand(pictures, images);
  execFileSync('qpdf', ['--empty', '--pages', images, ...filesOf(pdfs), '--', to], { stdio: 'pipe' });
  rmSync(images);
}

async function build(electron: ElectronHalf, { caseId }: Vault, what: 'all' | 'pictures'): Promise<Built> {
  return builtSchema.parse(await electron.ask({ type: 'build', caseId, what, saveTo: null }));
}

/** A vault with one case that holds so many entries and these files; what its copies cost is not paid yet. */
async function takeIn(
  electron: ElectronHalf,
  folder: string,
  sources: string,
  count: number,
): Promise<Vault> {
  const { caseId } = madeSchema.parse(await electron.ask({ type: 'make', folder, passphrase }));
  await electron.ask({ type: 'entries', caseId, count });
  await electron.ask({ type: 'import', caseId, path: sources });
  return { folder, caseId };
}

/** Ends the session and opens a new one. */
async function reopen(electron: ElectronHalf, { folder }: Vault): Promise<void> {
  await electron.ask({ type: 'close' });
  await electron.ask({ type: 'open', folder, passphrase });
}

const said = ({ pages, bytes }: Built): string => `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB`;

interface Small {
  readonly first: Built;
  readonly measured: readonly Measured[];
}

async function measureSmall(
  electron: ElectronHalf,
  vault: Vault,
  folders: { readonly pictures: string; readonly pdfs: string; readonly out: string },
  rounds: number,
  copies: Built,
): Promise<Small> {
  const { pictures, pdfs, out } = folders;
  const built: Built[] = [];
  const whole = await inTurns(
    rounds,
    async () => {
      const one = await build(electron, vault, 'all');
      built.push(one);
      return one.ms;
    },
    () =>
      timed(() => {
        allByHand(pictures, pdfs, out);
      }),
  );
  const images = await inTurns(
    rounds,
    async () => (await build(electron, vault, 'pictures')).ms,
    () =>
      timed(() => {
        imagesByHand(pictures, out);
      }),
  );
  const [first, ...later] = built;
  if (first === undefined) throw new Error('Nothing was built.');
  const theirs = { tool, values: whole.theirs };
  const sameTheirs = (value: number) => ({
    ours: whole.theirs.map(() => value),
    theirs,
  });
  const material =
    `${screenshots.count} PNG of ${screenshots.width}x${screenshots.height}, ${photographs.count} JPEG of ${photographs.width}x${photographs.height}, ` +
    `${documents.count} PDFs of ${documents.pages} pages of text, half of them printed by a browser, ${entries.small} entries: ${said(first)}`;
  return {
    first,
    measured: [
      {
        name: 'whole bundle',
        unit: 'ms',
        ours: whole.ours,
        theirs,
        compared: `${material}. Ours: builds in one open session after the first, from the call to the checked file in the vault. Theirs: img2pdf over the pictures and qpdf, which make no index and no bookmark.`,
      },
      {
        name: 'whole bundle, first',
        unit: 'ms',
        ...sameTheirs(first.ms),
        compared: 'The first build after the vault was opened; one round.',
      },
      {
        name: 'images alone',
        unit: 'ms',
        ours: images.ours,
        theirs: { tool: 'img2pdf', values: images.theirs },
        compared: 'The pictures alone, without chronology and patterns.',
      },
      {
        name: 'copies to make',
        unit: 'ms',
        ...sameTheirs(copies.ms),
        compared:
          'A build as soon as the files are in, when no reduced picture and no clean PDF is there yet; one round.',
      },
      ...memoryOf('', [first, ...later]),
    ],
  };
}

/** The highest of all builds. */
function memoryOf(where: string, built: readonly Built[]): readonly Measured[] {
  const lab = Math.max(...built.map(({ peak }) => peak.lab));
  const print = Math.max(...built.map(({ peak }) => peak.print));
  return [
    {
      name: `peak memory${where}`,
      unit: 'MB',
      ours: built.map(({ peak }) => peak.vault),
      theirs: null,
      compared: 'VmHWM of the vault process, counted anew at the start of each build.',
    },
    {
      name: `peak memory of lab and print window${where}`,
      unit: 'MB',
      ours: [Math.max(lab, print)],
      theirs: null,
      compared: `VmHWM, the higher of the two: lab ${Math.round(lab)} MB, print window ${Math.round(print)} MB.`,
    },
  ];
}

async function measureLarge(
  electron: ElectronHalf,
  vault: Vault,
  first: Built,
): Promise<readonly Measured[]> {
  const large = await build(electron, vault, 'all');
  return [
    {
      name: 'a page at 5000 pages',
      unit: 'ms',
      ours: [large.ms / large.pages],
      theirs: { tool: 'a page of the first build of the small case', values: [first.ms / first.pages] },
      compared: `First builds of ${said(large)} and ${said(first)}, the larger with ${entries.large} entries.`,
    },
    ...memoryOf(' at 5000 pages', [large]),
  ];
}

/** A court bundle, against the command-line tools that put the same files into one PDF. */
export const bundleBench: Benchmark = async ({ folder, rounds, large, say }) => {
  needTools([
    ['img2pdf', 'img2pdf'],
    ['qpdf', 'qpdf'],
  ]);
  const folders = {
    pictures: join(folder, 'pictures'),
    pdfs: join(folder, 'pdfs'),
    out: join(folder, 'by-hand.pdf'),
  };
  say('Drawing pictures and printing documents.');
  await drawInApp(folder, folders.pictures);
  const electron = await startElectron(join(folder, '..'), 'bench-bundle.cjs', [
    `--user-data-dir=${join(folder, 'profile')}`,
  ]);
  try {
    await printDocuments(electron, folders.pdfs);
    const sources = join(folder, 'sources');
    mkdirSync(sources);
    for (const from of [folders.pictures, folders.pdfs]) cpSync(from, sources, { recursive: true });
    say('Taking them in, and building once without the copies.');
    const vault = await takeIn(electron, join(folder, 'vault'), sources, entries.small);
    const copies = await build(electron, vault, 'all');
    await electron.ask({ type: 'settle' });
    await reopen(electron, vault);
    say('Building, and putting the same files together by hand.');
    const { first, measured } = await measureSmall(electron, vault, folders, rounds, copies);
    if (!large) return measured;
    say('Taking in the files of 5,000 pages, which takes long.');
    const many = join(folder, 'many');
    multiply(sources, many, times);
    await electron.ask({ type: 'close' });
    const largeVault = await takeIn(electron, join(folder, 'large'), many, entries.large);
    await electron.ask({ type: 'settle' });
    await reopen(electron, largeVault);
    say('Building it.');
    return [...measured, ...(await measureLarge(electron, largeVault, first))];
  } finally {
    electron.end();
  }
};
