import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bundle } from '../../shared/models/bundle';
import type { EvidenceItem } from '../../shared/models/evidence';
import { mutantOf } from '../helpers/mutants';
import { ordinaryPdfs } from '../helpers/pdf-corpus/all';
import { hidingPdfs } from '../helpers/pdf-corpus/hiding';
import type { CorpusPdf, HidingPdf } from '../helpers/pdf-corpus/kinds';
import { seeded } from '../helpers/seeded';
import { chooseToOpen, vaultProcesses } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { buildBundle, pagesOf, saveBundle } from './helpers/bundle';
import { makeCase, takeIn } from './helpers/import';
import { tool } from './helpers/pdf';
import { lookApart } from './helpers/same-look';
import { startOnNewVault } from './helpers/vault';

/** Before a release: HOLDFAST_MUTANTS=300. */
const wanted = Math.min(300, Number(process.env.HOLDFAST_MUTANTS ?? 24));

let folder = '';
let running: RunningApp;
let ordinary: readonly CorpusPdf[] = [];
let hiding: readonly HidingPdf[] = [];
let path = '';
let bundle: Bundle;
let items: readonly EvidenceItem[] = [];

const pathOf = (name: string): string => join(folder, `${name}.pdf`);

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-corpus-'));
  ordinary = await ordinaryPdfs();
  hiding = hidingPdfs();
  const all = [...ordinary, ...hiding];
  for (const { name, bytes } of all) writeFileSync(pathOf(name), bytes);
  running = await startOnNewVault(join(folder, 'vault'));
  const caseId = await makeCase(running.page);
  await chooseToOpen(
    running.app,
    all.map(({ name }) => pathOf(name)),
  );
  ({ items } = await takeIn(running.page, caseId));
  expect(items).toHaveLength(all.length);
  const chosen = items.map(({ id }) => id);
  bundle = await buildBundle(running.page, caseId, chosen);
  path = join(folder, 'bundle.pdf');
  await saveBundle(running, bundle.id, path);
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

function itemOf(name: string): EvidenceItem {
  const found = items.find(({ fileName }) => fileName === `${name}.pdf`);
  if (found === undefined) throw new Error(`no exhibit ${name}`);
  return found;
}

/** What the checks of the bundle say of an exhibit. */
function saidOf({ exhibitRef }: EvidenceItem): readonly string[] {
  return bundle.checks.map(({ text }) => text).filter((text) => text.startsWith(`${exhibitRef}, `));
}

function wordsOf(name: string): string {
  const sheets = pagesOf(bundle, itemOf(name).id);
  const [first = 0] = sheets;
  return tool('pdftotext', '-f', String(first), '-l', String(sheets.at(-1) ?? 0), path, '-');
}

test('an ordinary PDF of whatever kind looks in the bundle as poppler draws it, on every page', () => {
  expect(ordinary.length).toBeGreaterThan(60);
  expect(bundle.plan.leftOut).toEqual([]);
  const apart: string[] = [];
  for (const { name } of ordinary) {
    const item = itemOf(name);
    const sheets = pagesOf(bundle, item.id);
    expect([name, sheets.length]).toEqual([name, item.pages]);
    for (const [index, sheet] of sheets.entries()) {
      const share = lookApart(pathOf(name), index + 1, path, sheet) ?? 0;
      if (share > 0.02) apart.push(`${name} page ${index + 1}: ${(share * 100).toFixed(1)} %`);
    }
  }
  expect(apart).toEqual([]);
});

test('next to none of the ordinary pages is made a picture, or has to be looked at', () => {
  const pages = ordinary.reduce((sum, { name }) => sum + (itemOf(name).pages ?? 0), 0);
  const said = ordinary.flatMap(({ name }) => saidOf(itemOf(name)).map((text) => `${name}: ${text}`));
  expect(said.length / pages, said.join('\n')).toBeLessThanOrEqual(0.03);
});

test('words that nobody sees are nowhere in the file, and those that are seen can be read', () => {
  const plain = pathOf('unpacked');
  tool('qpdf', '--qdf', '--object-streams=disable', path, plain);
  const bytes = readFileSync(plain);
  const text = tool('pdftotext', path, '-').replaceAll(/\s/gu, '');
  for (const { name, unseen, seen } of hiding) {
    for (const word of unseen) {
      expect([name, text.includes(word)]).toEqual([name, false]);
      expect([name, bytes.includes(word)]).toEqual([name, false]);
    }
    const words = wordsOf(name);
    for (const word of seen) expect([name, words.includes(word)]).toEqual([name, true]);
  }
});

test('a picture that is not seen, or not wholly, cannot be taken out of the file', () => {
  const listed = tool('pdfimages', '-list', path);
  const sizes = new Set(
    [...listed.matchAll(/^\s*\d+\s+\d+\s+\S+\s+(\d+)\s+(\d+)/gmu)].map(
      ([, width, height]) => `${width}x${height}`,
    ),
  );
  expect(sizes.size).toBeGreaterThan(3);
  for (const { name, unseenPicture } of hiding) {
    if (unseenPicture === undefined) continue;
    expect([name, sizes.has(`${unseenPicture}x${unseenPicture}`)]).toEqual([name, false]);
  }
});

test('no broken PDF stops a build: each is shown, or left out with its reason', async () => {
  test.setTimeout(300_000 + wanted * 4000);
  const random = seeded(20261128);
  const { app, page } = running;
  const caseId = await makeCase(page, 'K-2');
  const broken = Array.from({ length: wanted }, (_, number) => {
    const { name, bytes } = random.pick([...ordinary, ...hiding] as [CorpusPdf, ...CorpusPdf[]]);
    const file = join(folder, `${String(number).padStart(3, '0')}-${name}.pdf`);
    writeFileSync(file, mutantOf(bytes, random));
    return file;
  });
  await chooseToOpen(app, broken);
  const taken = await takeIn(page, caseId);
  const chosen = taken.items.map(({ id }) => id);
  const built = await buildBundle(page, caseId, chosen);
  const missing = new Set(built.plan.leftOut.map(({ itemId }) => itemId));
  for (const { id, fileName } of taken.items)
    expect([fileName, missing.has(id)]).toEqual([fileName, pagesOf(built, id).length === 0]);
  expect(await vaultProcesses(app)).toBe(1);
  const file = pathOf('broken-ones');
  await saveBundle(running, built.id, file);
  // 2 is an error of the file; 3, that the data of some picture is as broken as it was sent.
  expect(spawnSync('qpdf', ['--check', file]).status).not.toBe(2);
  process.stdout.write(`${wanted} broken PDFs: ${missing.size} left out, ${built.pages} pages\n`);
});
