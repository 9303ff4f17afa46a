import { spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyAudit } from '../../../electron/vault/audit';
import { createVault, unlockVault } from '../../../electron/vault/open-vault';
import { probeVault } from '../../../electron/vault/vault-folder';
import { projections } from '../../../electron/vault-process/projections';
import { rebuildRecords } from '../../../electron/vault/records/rebuild';
import { buildScript } from '../../helpers/build-script';
import { narrowTables } from '../../helpers/narrow-tables';
import { faults, testDeps, testPassphrase } from '../../helpers/test-vault';

/** More with HOLDFAST_KILLS=1000; each takes about a tenth of a second. */
const kills = Number(process.env.HOLDFAST_KILLS ?? 20);
const root = join(import.meta.dirname, '../../..');
let work: string;
let writer: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  writer = join(work, 'writer.cjs');
  await buildScript('vault-writer', writer);
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Lets the writer run until it has said `lines` lines and a random moment more, kills it, and gives what it said. */
async function runAndKill(folder: string, lines: number, mostDelay: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
  });
  const said: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const enough = new Promise<void>((resolve) => {
    reader.on('line', (line) => {
      said.push(line);
      if (said.length === lines) resolve();
    });
  });
  const closed = once(reader, 'close');
  await Promise.race([enough, closed]);
  // The moment is random on purpose: kills must fall into every part of a write.
  await after(randomInt(mostDelay + 1));
  child.kill('SIGKILL');
  await closed;
  return said;
}

/** Opens the vault, compares everything that was acknowledged, and closes it. */
async function expectWhole(folder: string, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const { context, status, close } = await unlockVault({ folder, passphrase: testPassphrase }, testDeps());
  try {
    expect(faults(status).filter((notice) => notice !== 'unreferenced-files')).toEqual([]);
    expect(verifyAudit(context.db).ok).toBe(true);
    expect(context.db.pragma('integrity_check', { simple: true })).toBe('ok');
    const rows = context.db.prepare('SELECT id, key, sha256, bytes FROM files').all() as {
      id: string;
      key: Buffer;
      sha256: string;
      bytes: number;
    }[];
    const known = new Map(rows.map((row) => [row.id, row]));
    const version = context.db.prepare('SELECT 1 FROM record_versions WHERE id = ?').pluck();
    for (const [id, sha256] of acknowledged) {
      if (sha256 === 'version') expect(version.get(id)).toBe(1);
      else expect(known.get(id)?.sha256).toBe(sha256);
    }
    // A version and what is worked out from it are written in one act: neither is ever there alone.
    const narrow = narrowTables(context.db);
    context.db.transaction(() => rebuildRecords(context.db, projections))();
    expect(narrowTables(context.db)).toEqual(narrow);
    for (const row of rows) {
      const plain = await context.files.readAll(row);
      expect(createHash('sha256').update(plain).digest('hex')).toBe(row.sha256);
    }
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((name) => name.endsWith('.part') || name.endsWith('.creating'))).toEqual([]);
  } finally {
    close();
  }
}

it('keeps everything it acknowledged when its process is killed at random moments', async () => {
  let folder = '';
  let acknowledged = new Map<string, string>();
  for (let kill = 0; kill < kills; kill += 1) {
    // A new vault now and then, so that checking all of it stays quick.
    if (kill % 20 === 0) {
      folder = join(work, `v${kill}`);
      acknowledged = new Map();
      (
        await createVault({ folder, passphrase: testPassphrase, name: 'A', officeName: 'B' }, testDeps())
      ).close();
    }
    for (const line of await runAndKill(folder, randomInt(1, 9), 12)) {
      const [id, sha256] = line.split(' ');
      if (id === 'version' && sha256 !== undefined) acknowledged.set(sha256, 'version');
      else if (id !== undefined && sha256 !== undefined) acknowledged.set(id, sha256);
    }
    await expectWhole(folder, acknowledged);
  }
  expect(acknowledged.size).toBeGreaterThan(0);
}, 600_000);

it('is whole or not there when its process is killed while it is made', async () => {
  let notThere = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = join(work, `new${kill}`);
    await runAndKill(folder, 1, 30);
    if ((await probeVault(folder)) === 'none') {
      notThere += 1;
      (
        await createVault({ folder, passphrase: testPassphrase, name: 'A', officeName: 'B' }, testDeps())
      ).close();
    }
    const { close, context } = await unlockVault({ folder, passphrase: testPassphrase }, testDeps());
    expect(verifyAudit(context.db).ok).toBe(true);
    close();
    await rm(folder, { recursive: true });
  }
  expect(notThere).toBeGreaterThan(0);
}, 600_000);
