import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertFile } from '../../../electron/services/items/file-rows';
import { runBackup } from '../../../electron/vault/backup/run';
import { peopleHandlers } from '../../../electron/vault/people/handlers';
import { makeEarlierVault } from '../../helpers/earlier-vault';
import { fillEveryTable } from '../../helpers/every-table';
import { fillVault } from '../../helpers/filled-vault';
import type { Filled } from '../../helpers/filled-vault';
import { makeTestVault, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

const root = join(import.meta.dirname, '../../..');
const control = { signal: new AbortController().signal, progress: () => undefined };
let work: string;
let made: TestVault;
let filled: Filled;
let sheets: readonly string[];
let stored: number;
let fileOfVolume: string;
let bundleFiles: ReadonlyMap<string, string>;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'holdfast-test-'));
  await build({
    entryPoints: [join(root, 'electron/cli/main.ts')],
    outfile: join(work, 'cli.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3', '@node-rs/argon2'],
    logLevel: 'error',
  });
  made = await makeTestVault();
  filled = await fillVault(made.vault);
  const [item = '', other = ''] = filled.items;
  const entryId = made.context.db.prepare('SELECT id FROM entries LIMIT 1').pluck().get() as string;
  await fillEveryTable(made.context, { item, other, entryId }, (place) => `=${place} of "Wren"`);
  bundleFiles = await addBundleFiles();
  const kit = await peopleHandlers(made.vault)['recovery.make']({ own: testPassphrase, kind: 'shares' });
  sheets = kit.sheets.map(({ words }) => words.join(' '));
  await runBackup(made.vault, join(work, 'stick'), control);
  stored = Number(made.context.db.prepare('SELECT count(*) FROM files').pluck().get());
  made.vault.close();
  writeFileSync(join(work, 'passphrase'), `${testPassphrase}\n`);
});
afterAll(async () => {
  await made.close();
  rmSync(work, { recursive: true, force: true });
});

/** A bundle in several files. Gives the SHA-256 of each under what it ends in. */
async function addBundleFiles(): Promise<ReadonlyMap<string, string>> {
  const { context } = made;
  const bundle = String(context.db.prepare('SELECT id FROM bundles LIMIT 1').pluck().get());
  const body = { number: 1, of: 1, pages: 2, firstPage: '1', lastPage: '2' };
  const late = { ...body, role: 'late', firstPage: 'A 2/1', lastPage: '12.1' };
  const bodies: readonly (readonly [string, object])[] = [
    ['volume-1-of-2-p1-2', { ...body, role: 'volume', of: 2 }],
    ['volume-2-of-2-p3-4', { ...body, role: 'volume', number: 2, of: 2, firstPage: '3', lastPage: '4' }],
    ['part-1-of-1-p1-2', { ...body, role: 'part' }],
    ['for-printing', { ...body, role: 'printable' }],
    ['added-pA21-12.1', late],
    ['added-pA21-12.1-2', late],
  ];
  const sums = new Map<string, string>();
  for (const [at, [ending, about]] of bodies.entries()) {
    const file = await context.files.write([Buffer.from(`further file ${ending}`)]);
    context.act({ action: 'test', subject: null }, () => {
      insertFile(context, file);
      context.db
        .prepare('INSERT INTO bundle_files (bundle_id, position, file_id, body) VALUES (?, ?, ?, ?)')
        .run(bundle, 10 + at, file.id, JSON.stringify(about));
    });
    if (at === 0) fileOfVolume = file.id;
    sums.set(ending, file.sha256);
  }
  return sums;
}

function cli(args: readonly string[], input = ''): { readonly code: number | null; readonly said: string } {
  const done = spawnSync(process.execPath, [join(work, 'cli.cjs'), ...args], {
    cwd: work,
    input,
    encoding: 'utf8',
    // Names of files are taken from where npm was called.
    env: { ...process.env, NODE_PATH: join(root, 'node_modules'), HOLDFAST_CALLED_FROM: work },
  });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('the vault from the command line', () => {
  it('is checked with a passphrase from a file or from standard input, and ends with 0 when all is well', () => {
    const byFile = cli(['check', made.folder, '--passphrase-file', 'passphrase', '--json', 'report.json']);
    expect(byFile.said).toContain('everything is as it was written');
    expect(byFile.code).toBe(0);
    expect(JSON.parse(readFileSync(join(work, 'report.json'), 'utf8'))).toMatchObject({
      ok: true,
      files: stored,
    });
    expect(cli(['check', made.folder, '--quick'], `${testPassphrase}\n`).code).toBe(0);
    expect(cli(['check', join(work, 'stick')], testPassphrase).said).toMatch(/^backup, full check/);
  });

  it('ends with 1 and says what it found when a stored file is damaged', () => {
    const [first] = readdirSync(join(made.folder, 'evidence'), {
      recursive: true,
      withFileTypes: true,
    }).filter((each) => each.isFile());
    const path = join(first?.parentPath ?? '', first?.name ?? '');
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.alloc(whole.length));
    const checked = cli(['check', made.folder], testPassphrase);
    writeFileSync(path, whole);
    expect(checked.code).toBe(1);
    expect(checked.said).toContain(
      `DAMAGE: a stored file is not as it was written (file-damaged, 1)\n  ${first?.name}`,
    );
  });

  it('verifies sealed and salted acts of a vault that an earlier version made, and finds either changed', async () => {
    for (const sql of [
      null,
      "UPDATE audit SET author = 'x' WHERE seq = 2",
      'UPDATE audit SET salt = NULL WHERE seq = 6',
    ]) {
      const { vault } = await makeEarlierVault();
      if (sql !== null) vault.context.db.exec(`DROP TRIGGER audit_no_update; ${sql}`);
      vault.vault.close();
      const checked = cli(['check', vault.folder], testPassphrase);
      await vault.close();
      if (sql === null) {
        expect(checked).toMatchObject({ code: 0 });
        expect(checked.said).toContain(' 7 acts\n');
      } else {
        expect(checked).toMatchObject({ code: 1 });
        expect(checked.said).toContain('DAMAGE: the record of acts has been changed');
      }
    }
  });

  it('says only a code when the passphrase is wrong, and how it is used when it is called wrongly', () => {
    expect(cli(['check', made.folder], 'wrong and long enough')).toMatchObject({
      code: 1,
      said: 'failed: wrong-passphrase\n',
    });
    for (const args of [[], ['check'], ['mend', made.folder], ['check', made.folder, '--repair', 'x']]) {
      const called = cli(args);
      expect(called.code).toBe(2);
      expect(called.said).toContain('npm run vault -- check DIR');
    }
  });

  it('is unpacked to plain files whose hashes are those recorded at import, without any secret of the vault', () => {
    const exported = cli(['export', made.folder, 'out', '--passphrase-file', 'passphrase']);
    expect(exported).toMatchObject({ code: 0 });
    const out = join(work, 'out');
    const exhibits = JSON.parse(readFileSync(join(out, 'cases/FV-1/exhibits.json'), 'utf8')) as {
      file: string;
      sha256: string;
      bestDate: { code: string; from: string } | null;
    }[];
    // Beside a code its words: whoever unpacks a vault has nothing to look them up in.
    const dated = exhibits.flatMap(({ bestDate }) => (bestDate === null ? [] : [bestDate]));
    expect(dated.map(({ code, from }) => [code, from]).sort()).toEqual([
      ['png.text', 'PNG Creation Time'],
      ['typed.InWordsOf', 'Typed, in the words of the client'],
    ]);
    // In the order of their references: the first was given a new one, WR/8.
    const [renumbered, ...others] = filled.hashes;
    const inOrder = [...others, renumbered];
    expect(exhibits.map((each) => sha256(join(out, 'cases/FV-1', each.file)))).toEqual(inOrder);
    expect(exhibits.map((each) => each.sha256)).toEqual(inOrder);
    const sums = spawnSync('sha256sum', ['-c', '--quiet', 'manifest.sha256'], { cwd: out, encoding: 'utf8' });
    expect(sums).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(join(out, 'tables/files.jsonl'), 'utf8')).not.toContain('"key"');
    const record = readFileSync(join(out, 'record-of-acts.jsonl'), 'utf8').trimEnd().split('\n');
    expect(
      record.map((line) =>
        Object.keys(JSON.parse(line) as object)
          .sort()
          .join(),
      ),
    ).toEqual(
      record.map(() => 'action,at,author,case_id,case_number,detail,hash,previous,salt,seq,slot,subject'),
    );
    const entries = JSON.parse(readFileSync(join(out, 'cases/FV-1/chronology.json'), 'utf8')) as {
      title: string;
    }[];
    expect(entries.map(({ title }) => title)).toEqual(
      Array.from({ length: 9 }, (_, day) => `Entry ${day + 1}`),
    );
    const about = (name: string): string => readFileSync(join(out, 'cases/FV-1', name), 'utf8');
    expect(about('texts/WR-8_20260709.txt')).toBe('=correction of "Wren"\n\f=page of "Wren"\n');
    const [heading, first] = about('messages/WR-8_20260709.csv').split('\n');
    expect(heading).toBe('line,kind,local,zone,direction,sender,number,text,media,seconds,status');
    expect(first).toContain(`"'=body of ""Wren"""`);
    expect(about('messages/WR-8_20260709.jsonl').trimEnd().split('\n')).toHaveLength(3);
    expect(JSON.parse(about('continuity/WR-8_20260709.json'))).toMatchObject([
      { to: '=handover of "Wren"' },
      {},
    ]);
    expect(JSON.parse(about('provenance/WR-8_20260709.json'))).toMatchObject([
      { version: 1 },
      { version: 2 },
    ]);
    expect(JSON.parse(about('producers.json'))).toMatchObject([{ initials: 'WR' }]);
    expect(JSON.parse(about('runs.json'))).toMatchObject([{ pieces: [{ bottom: 100 }] }]);
    expect(readdirSync(join(out, 'cases/FV-1/redacted'))).toEqual(['WR-8_20260709-v1.png']);
    const prints = readFileSync(join(out, 'tables/picture_prints.jsonl'), 'utf8');
    expect(JSON.parse(prints)).toMatchObject({ rows: Buffer.from([1, 2, 3, 250]).toString('base64') });
    expect(readFileSync(join(out, 'tables/messages.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
    expect(readdirSync(join(out, 'tables')).filter((name) => name.startsWith('text_index'))).toEqual([]);
    expect(cli(['export', made.folder, 'out'], testPassphrase)).toMatchObject({
      code: 1,
      said: 'failed: folder-not-empty\n',
    });
  });

  it('is unpacked with every file of a bundle, under names that say which it is', () => {
    const folder = join(work, 'out/cases/FV-1/bundles');
    const names = readdirSync(folder);
    const [whole = ''] = names.filter((name) => /^\d{4}-\d{2}-\d{2}-1\.pdf$/u.test(name));
    const named = (ending: string): string => whole.replace('.pdf', `-${ending}.pdf`);
    // What says of itself less than it should is there by its place.
    const expected = [whole, named('file-3'), ...[...bundleFiles.keys()].map(named)];
    expect([...names].sort()).toEqual([...expected].sort());
    for (const [ending, sum] of bundleFiles) expect(sha256(join(folder, named(ending)))).toBe(sum);
    const listed = readFileSync(join(work, 'out/manifest.sha256'), 'utf8');
    for (const [ending, sum] of bundleFiles)
      expect(listed).toContain(`${sum}  cases/FV-1/bundles/${named(ending)}\n`);
  });

  it('is unpacked without the file of a bundle that is damaged, which it names', () => {
    const id = fileOfVolume;
    const path = join(made.folder, 'evidence', id.slice(-2), id);
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.alloc(whole.length));
    const exported = cli(['export', made.folder, 'out-damaged'], testPassphrase);
    writeFileSync(path, whole);
    expect(exported.code).toBe(1);
    expect(exported.said).toMatch(
      /1 could not be read\n {2}cases\/FV-1\/bundles\/[\d-]+-1-volume-1-of-2-p1-2\.pdf\n/u,
    );
    expect(readdirSync(join(work, 'out-damaged/cases/FV-1/bundles'))).toHaveLength(bundleFiles.size + 1);
  });

  it('is restored from a backup with two sheets of the recovery kit, and passes a check', () => {
    mkdirSync(join(work, 'empty'));
    const words = `${sheets[2]}\n${sheets[0]}\n`;
    expect(cli(['restore', 'stick', 'empty'], words)).toMatchObject({ code: 0 });
    expect(cli(['check', 'empty'], words)).toMatchObject({ code: 0 });
  });
});
