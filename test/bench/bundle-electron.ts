import { readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { BrowserWindow, app } from 'electron';
import * as z from 'zod';
import { createJobWatch } from '../../electron/demo/job-watch';
import { settle } from '../../electron/demo/settle';
import { setUpNavigationGuard } from '../../electron/main/navigation-guard';
import { setUpSchemes } from '../../electron/main/schemes';
import { setUpSwitches } from '../../electron/main/switches';
import { createVaultEngine } from '../../electron/main/vault-engine';
import type { VaultEngine } from '../../electron/main/vault-engine';
import { newCaseSchema } from '../../shared/models/case';
import { seeded } from '../helpers/seeded';
import { entriesFrom } from './entries';

/**
 * The half of the benchmark that needs Electron: a vault process with its lab and its typesetting window, as the app has them.
 * Driven over the channel to the process that started it.
 */
const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('print'), html: z.string(), path: z.string() }),
  z.object({ type: z.literal('make'), folder: z.string(), passphrase: z.string() }),
  z.object({ type: z.literal('open'), folder: z.string(), passphrase: z.string() }),
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('entries'), caseId: z.string(), count: z.int() }),
  z.object({ type: z.literal('import'), caseId: z.string(), path: z.string() }),
  z.object({ type: z.literal('settle') }),
  z.object({
    type: z.literal('build'),
    caseId: z.string(),
    what: z.enum(['all', 'pictures']),
    /** Where the bundle is written to in clear, or null. */
    saveTo: z.string().nullable(),
  }),
]);
type Command = z.infer<typeof commandSchema>;
type Of<T extends Command['type']> = Extract<Command, { type: T }>;

setUpSwitches();
setUpSchemes();
setUpNavigationGuard();
app.on('window-all-closed', () => undefined);

const newCase = newCaseSchema.parse({
  reference: 'BENCH-1',
  alias: 'Bench',
  exhibitInitials: 'EX',
  status: 'active',
  safeContact: {
    rule: '',
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

const watch = createJobWatch(() => undefined);
let engine: VaultEngine | null = null;

function running(): VaultEngine {
  engine ??= createVaultEngine({ folder: null, event: watch.event, lost: () => undefined });
  return engine;
}

async function print({ html, path }: Of<'print'>): Promise<object> {
  const window = new BrowserWindow({ show: false });
  await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true });
  window.destroy();
  // When it was printed is the one thing in it that differs from run to run.
  const text = bytes
    .toString('latin1')
    .replaceAll(/\(D:\d{14}[^)]*\)/gu, (date) => date.replaceAll(/\d/gu, '0'));
  await writeFile(path, Buffer.from(text, 'latin1'));
  return {};
}

async function make({ folder, passphrase }: Of<'make'>): Promise<object> {
  const { vault } = running();
  await vault.call('vault.create', { folder, passphrase, name: 'Bench', officeName: 'Bench' });
  await vault.call('text.pause', {});
  const { id } = await vault.call('cases.create', newCase);
  return { caseId: id };
}

async function open({ folder, passphrase }: Of<'open'>): Promise<object> {
  const { vault } = running();
  await vault.call('vault.unlock', { folder, passphrase });
  await vault.call('text.pause', {});
  await settle(vault, watch, { readAllText: false });
  return {};
}

async function addEntries({ caseId, count }: Of<'entries'>): Promise<object> {
  const next = entriesFrom(seeded(51));
  for (let index = 0; index < count; index += 1)
    await running().vault.call('chronology.create', { ...next(), caseId });
  return {};
}

async function importAll({ caseId, path }: Of<'import'>): Promise<object> {
  const { vault } = running();
  const job = await watch.done(await vault.call('evidence.import', { caseId, paths: [path] }));
  const { results } = await vault.call('jobs.importReport', { id: job.id });
  return { stored: results.filter(({ outcome }) => outcome === 'stored').length };
}

/** What a process may be asked about itself on Linux, in megabytes; null once it is gone. */
function highest(pid: number): number | null {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}

/** From now on the highest is counted anew (proc(5), clear_refs). */
function countAnew(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // It is gone, and so is its memory.
  }
}

/** The highest memory of the vault process and of each hidden window, from now until `stop`. */
function watchMemory(): { readonly stop: () => Record<'vault' | 'lab' | 'print', number> } {
  const most = { vault: 0, lab: 0, print: 0 };
  const seen = new Set<number>();
  const look = (name: keyof typeof most, pid: number): void => {
    if (!seen.has(pid)) countAnew(pid);
    seen.add(pid);
    most[name] = Math.max(most[name], highest(pid) ?? 0);
  };
  const vault = app.getAppMetrics().find(({ name }) => name === 'Holdfast vault')?.pid;
  if (vault === undefined) throw new Error('There is no vault process.');
  const all = (): void => {
    look('vault', vault);
    for (const window of BrowserWindow.getAllWindows()) {
      const url = window.webContents.getURL();
      if (url.startsWith('print:')) look('print', window.webContents.getOSProcessId());
      if (url.startsWith('lab:')) look('lab', window.webContents.getOSProcessId());
    }
  };
  all();
  const timer = setInterval(all, 40);
  return {
    stop: () => {
      clearInterval(timer);
      all();
      return most;
    },
  };
}

async function build({ caseId, what, saveTo }: Of<'build'>): Promise<object> {
  const { vault } = running();
  const items = await vault.call('evidence.list', { caseId });
  const itemIds = items.filter(({ kind }) => what === 'all' || kind === 'image').map(({ id }) => id);
  const memory = watchMemory();
  const start = performance.now();
  const job = await watch.done(
    await vault.call('bundle.build', {
      caseId,
      options: {
        profile: 'general-2021',
        recipient: 'family-court',
        title: 'Hearing bundle',
        courtCase: '',
        includeChronology: what === 'all',
        includePatterns: what === 'all',
        itemIds,
      },
    }),
  );
  const ms = performance.now() - start;
  const peak = memory.stop();
  const { pages, bytes, sha256, plan } = await vault.call('bundle.get', { id: job.resultId ?? '' });
  if (plan.leftOut.length > 0)
    throw new Error('Not everything is in the bundle, so there is nothing to measure.');
  if (saveTo !== null) {
    await vault.call('leaving.classify', { caseId, itemIds, itemClass: 'own' });
    await vault.call('bundle.save', { id: job.resultId ?? '', path: saveTo });
  }
  return { ms, pages, bytes, sha256, peak };
}

async function run(command: Command): Promise<object> {
  switch (command.type) {
    case 'print':
      return print(command);
    case 'make':
      return make(command);
    case 'open':
      return open(command);
    case 'close':
      await engine?.end();
      engine = null;
      return {};
    case 'entries':
      return addEntries(command);
    case 'import':
      return importAll(command);
    case 'settle':
      await settle(running().vault, watch, { readAllText: false });
      return {};
    case 'build':
      return build(command);
  }
}

void app.whenReady().then(() => {
  process.on('message', (message) => {
    run(commandSchema.parse(message)).then(
      (answer) => process.send?.({ ok: true, answer }),
      (error: unknown) =>
        process.send?.({
          ok: false,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
    );
  });
  process.send?.({ ok: true, answer: {} });
});
