import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { app } from 'electron';
import { hasPages } from '../../shared/domain/bundle/has-pages';
import type { EvidenceItem, ImportResult } from '../../shared/models/evidence';
import { newCaseSchema } from '../../shared/models/case';
import type { NewCase } from '../../shared/models/case';
import { createVaultEngine } from '../main/vault-engine';
import type { VaultProcess } from '../main/vault-process';
import { compareCases } from './compare';
import { countFiles } from './count-files';
import { exchangeCards } from './exchange-cards';
import { createJobWatch } from './job-watch';
import { outputs } from './options';
import type { DemoOptions } from './options';
import { passGate, sayWhatTheyAre } from './pass-gate';
import { prepareOutFolder } from './out-folder';
import { fillCase } from './fill-case';
import { countMissing, writeResponseReview } from './response-review';
import { readMoreCases, readSampleCase } from './sample-case';
import { settle } from './settle';

type Say = (line: string) => void;

const ownCase: NewCase = newCaseSchema.parse({
  reference: 'DEMO-1',
  alias: 'Demo',
  exhibitInitials: 'EX',
  status: 'active',
  safeContact: {
    rule: 'Not set. Ask before any contact.',
    safeNumbers: '',
    safeTimes: '',
    voicemailOk: null,
    textOk: null,
    emailOk: null,
    nameToUse: '',
    codeWord: '',
    notes: '',
  },
});

/**
 * The main job without a click: a vault, a case, its evidence, its chronology, its bundle, a package, a second office
 * that opens the package, and a comparison. True when everything compared equal.
 */
export async function runDemo(options: DemoOptions, say: Say): Promise<boolean> {
  const paths = outputs(options.out);
  const refused = prepareOutFolder(options.out);
  if (refused !== null) {
    say(refused);
    return false;
  }
  const timings: Record<string, number> = {};
  async function step<T>(name: string, words: string, work: () => Promise<T>): Promise<T> {
    say(words);
    const before = performance.now();
    const result = await work();
    timings[name] = Math.round(performance.now() - before);
    return result;
  }

  const watch = createJobWatch(say);
  const engineOf = () => createVaultEngine({ folder: null, event: watch.event, lost: () => undefined });
  const here = engineOf();
  const there = engineOf();
  try {
    const { vault } = here;
    await step('create', 'Making a vault. The wait of about a second is on purpose.', () =>
      vault.call('vault.create', {
        folder: paths.vault,
        passphrase: options.passphrase,
        name: 'Demo advocate',
        officeName: 'First office',
      }),
    );
    const versions = await vault.call('runtime.versions', {});

    const sample = options.from === null ? readSampleCase(sampleFolder()) : null;
    const source = options.from ?? sample?.evidenceFolder ?? '';
    const { id: caseId } = await vault.call('cases.create', sample?.case ?? ownCase);
    // Before anything of the sample is written, which is so the case that was worked on last.
    for (const each of sample === null ? [] : readMoreCases(sampleFolder())) {
      const { id } = await vault.call('cases.create', each.case);
      await fillCase(vault, id, each, []);
    }
    const all = await step('import', `Taking in ${countFiles(source)} files.`, async () => {
      const job = await watch.done(await vault.call('evidence.import', { caseId, paths: [source] }));
      return (await vault.call('jobs.importReport', { id: job.id })).results;
    });
    const results = all.filter(({ inside }) => !inside);
    const inside = all.filter((result) => result.inside);
    const counts = countOutcomes(results);
    say(
      `  ${counts.in} files: ${counts.stored} went in, ${counts.duplicate} were already there, ${counts.failed} did not go in.`,
    );
    const countsInside = countOutcomes(inside);
    say(
      `  ${countsInside.in} more inside them: ${countsInside.stored} taken out, ${countsInside.duplicate} already there, ${countsInside.failed} not.`,
    );

    const entries = await step('chronology', 'Building the chronology and the casework.', () =>
      sample === null ? addEntries(vault, caseId, results) : fillCase(vault, caseId, sample, results),
    );
    say(`  ${entries} entries.`);

    const bundle = await step('bundle', 'Building the bundle.', async () => {
      await sayWhatTheyAre(vault, caseId);
      // Everything, as it lies by date: what has nothing to show is listed as left out.
      const items = await vault.call('evidence.list', { caseId });
      await chooseEverything(vault, caseId, items);
      const job = await watch.done(
        await vault.call('bundle.build', {
          caseId,
          options: {
            profile: 'general-2021',
            recipient: 'family-court',
            title: 'Hearing bundle',
            courtCase: '',
            includeChronology: true,
            includePatterns: true,
            itemIds: items.map(({ id }) => id),
          },
        }),
      );
      const built = await vault.call('bundle.get', { id: job.resultId ?? '' });
      const { request } = await vault.call('leaving.bundleRequest', { id: built.id });
      await passGate(vault, request, 'The client has agreed that the court sees it.', say);
      const saved = await vault.call('bundle.save', { id: built.id, path: paths.bundle });
      for (const check of built.checks) if (check.state === 'fix') say(`  to fix: ${check.text}`);
      return { pages: built.pages, leftOut: built.plan.leftOut.length, ...saved };
    });
    say(
      `  ${bundle.pages} pages, ${(bundle.bytes / 1e6).toFixed(1)} MB, ${bundle.leftOut} items left out (nothing to show).`,
    );

    const review = await step('review', 'Filling and printing the response review.', () =>
      writeResponseReview(vault, caseId, paths.review, say),
    );
    if (review !== null) say(`  ${review} pages.`);
    const missing = await countMissing(vault, caseId);
    const lines = Object.values(missing).reduce((sum, count) => sum + count, 0);
    say(`  ${lines} lines of what is missing or due, by ${Object.keys(missing).length} rules.`);

    const identity = await step('second_vault', 'Making the second office.', async () => {
      await there.vault.call('vault.create', {
        folder: paths.secondOffice,
        passphrase: randomBytes(24).toString('base64url'),
        name: 'Second advocate',
        officeName: 'Second office',
      });
      return there.vault.call('transfer.identity', {});
    });
    await writeFile(paths.identity, `${identity.identity}\n`, { mode: 0o600 });
    const { recipient } = await there.vault.call('transfer.office', {});
    await step(
      'compare_cards',
      'Exchanging the cards of both offices and comparing their words.',
      async () => {
        await exchangeCards(vault, there.vault);
        await exchangeCards(there.vault, vault);
      },
    );
    // What goes on in the background would change one of two cases that are to be compared.
    await there.vault.call('text.pause', {});
    await step('background', 'Letting the work in the background come to its end.', () =>
      settle(vault, watch, { readAllText: sample !== null }),
    );
    await step('pack', 'Packing the case for the second office.', async () =>
      watch.done(
        await vault.call('transfer.export', {
          caseId,
          path: paths.transfer,
          purpose: 'handover',
          lock: { type: 'recipient', recipient },
        }),
      ),
    );
    await step('unpack', 'Opening the package there.', async () =>
      watch.done(await there.vault.call('transfer.import', { path: paths.transfer, passphrase: null })),
    );

    const differences = await step('compare', 'Comparing every file and entry.', async () => {
      const ours = await vault.call('case.digest', { id: caseId });
      const theirs = await there.vault.call('case.digest', { id: caseId });
      return [
        ...compareCases(ours, theirs),
        ...(await compareOriginals(source, results, say)),
        ...(await accountForAll(source, results, vault)),
      ];
    });

    const report = {
      ok: differences.length === 0,
      files: results.map(reported),
      counts,
      inside: { files: inside.map(reported), counts: countsInside },
      entries,
      missing,
      review: review === null ? null : { pages: review },
      bundle: { pages: bundle.pages, sha256: bundle.sha256, bytes: bundle.bytes },
      timings_ms: timings,
      runtime: {
        electron: process.versions.electron,
        node: process.versions.node,
        chrome: process.versions.chrome,
        sqlite: versions.sqlite,
        cipher: versions.cipher,
      },
    };
    await writeFile(paths.report, `${JSON.stringify(report, null, 2)}\n`);
    sayEnd(options, report.ok, differences, say);
    return report.ok;
  } finally {
    await Promise.all([here.end(), there.end()]);
    await rm(paths.secondOffice, { recursive: true, force: true });
  }
}

function reported({ fileName: name, sha256, bytes, kind, outcome, reason }: ImportResult) {
  return { name, sha256, bytes, kind, outcome, ...(reason === null ? {} : { reason }) };
}

function sampleFolder(): string {
  return join(app.getAppPath(), 'resources', 'sample-case');
}

function countOutcomes(results: readonly ImportResult[]) {
  const of = (...outcomes: readonly ImportResult['outcome'][]) =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    in: results.length,
    stored: of('stored', 'stored-no-preview'),
    duplicate: of('duplicate'),
    failed: of('failed', 'cancelled'),
  };
}

/** As somebody does who presses "Put everything in": whoever opens the case sees what the bundle was made of. */
async function chooseEverything(
  vault: VaultProcess,
  caseId: string,
  items: readonly Pick<EvidenceItem, 'id' | 'kind' | 'preview'>[],
): Promise<void> {
  await vault.call('bundle.keepChoices', {
    caseId,
    choices: {
      title: 'Hearing bundle',
      courtCase: '',
      recipient: 'family-court',
      includeChronology: true,
      includePatterns: true,
      isOrdered: false,
      items: items.filter(hasPages).map(({ id }) => ({ itemId: id, isIn: true })),
    },
  });
}

/** For a folder of files: one entry for each item that has a date. */
async function addEntries(
  vault: VaultProcess,
  caseId: string,
  results: readonly ImportResult[],
): Promise<number> {
  let count = 0;
  const stored = results.filter(({ outcome }) => outcome === 'stored' || outcome === 'stored-no-preview');
  for (const { itemId } of stored) {
    if (itemId === null) continue;
    const item = await vault.call('evidence.get', { id: itemId });
    if (item.bestDate === null) continue;
    const draft = await vault.call('chronology.draftFromEvidence', { itemIds: [itemId] });
    await vault.call('chronology.create', { ...draft, caseId });
    count += 1;
  }
  return count;
}

/** Reads the files on disk once more: what the vault recorded must be what lies there. */
async function compareOriginals(
  source: string,
  results: readonly ImportResult[],
  say: Say,
): Promise<string[]> {
  const differences: string[] = [];
  let read = 0;
  for (const result of results) {
    if (result.sha256 === null) continue;
    const path = join(source, ...relativeParts(source, result.fileName));
    const hash = createHash('sha256');
    try {
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      read += 1;
      if (hash.digest('hex') !== result.sha256)
        differences.push(`${result.fileName} differs from the file on disk`);
    } catch {
      differences.push(`${result.fileName} could not be read again`);
    }
  }
  say(`  ${read} originals read again from disk.`);
  return differences;
}

function relativeParts(source: string, name: string): readonly string[] {
  const folder = `${basename(source)}/`;
  const inside = name.startsWith(folder) ? name.slice(folder.length) : name;
  return relative(source, join(source, inside)).split(sep);
}

async function accountForAll(
  source: string,
  results: readonly ImportResult[],
  vault: VaultProcess,
): Promise<string[]> {
  const differences: string[] = [];
  const there = countFiles(source);
  if (there !== results.length)
    differences.push(`${there} files in the folder, ${results.length} accounted for`);
  const audit = await vault.call('audit.verify', {});
  if (!audit.ok) differences.push('the audit log does not verify');
  return differences;
}

function sayEnd(options: DemoOptions, ok: boolean, differences: readonly string[], say: Say): void {
  const paths = outputs(options.out);
  if (!ok) {
    say(`Not everything compared equal. ${differences.length} differences:`);
    for (const difference of differences.slice(0, 20)) say(`  ${difference}`);
    return;
  }
  say('Everything compared equal.');
  say(`  bundle:   ${paths.bundle}`);
  say(`  package:  ${paths.transfer}`);
  say(`  report:   ${paths.report}`);
  say('');
  say('To open the demo vault in the app:');
  say(`  npm start -- --vault ${JSON.stringify(paths.vault)}`);
  if (options.passphraseShown) say(`  passphrase: ${options.passphrase}`);
}
