/**
 * Unpacks a vault to plain files that need no Holdfast:
 *
 *   OUT/README.txt
 *   OUT/vault.json                     office, people, when it was made, head of the record of acts
 *   OUT/record-of-acts.jsonl           one act a line, with the fields its hash is made of
 *   OUT/tables/NAME.jsonl              every table as it is, one row a line (keys of files left out)
 *   OUT/cases/REFERENCE/case.json, chronology.json, exhibits.json
 *   OUT/cases/REFERENCE/exhibits/REF_DATE.ext   originals, bit for bit
 *   OUT/cases/REFERENCE/bundles/DAY-N.pdf
 *   OUT/manifest.sha256                for `sha256sum -c`
 *
 * What it writes is not encrypted. The database is read from a copy, so that the vault stays as it is.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { HoldfastError } from '../../shared/errors';
import { exportName } from '../services/evidence/export-name';
import { readItems } from '../services/evidence/item-rows';
import { allRows } from '../services/rows';
import { auditHead } from '../vault/audit';
import { fileRow } from '../vault/check/files';
import { writeDurably } from '../vault/durable';
import { createFileStore } from '../vault/file-store';
import { readKeyFiles } from '../vault/key-file';
import { databaseName, evidenceName } from '../vault/names';
import { openWith } from '../vault/open-vault';
import { orderedTables } from '../vault/row-order';
import { findKeyFor } from '../vault/slots';

const readme = `These are the plain contents of a Holdfast vault. They are NOT encrypted: anybody can read them.

Originals lie in cases/*/exhibits, bit for bit as they were taken in. "sha256sum -c manifest.sha256" compares every file
with what was written here; exhibits.json has the SHA-256 recorded when each was taken in.
`;

/** Gives the exit code: 1 when a stored file could not be read; all others are there all the same. */
export async function exportCommand(
  input: { readonly folder: string; readonly out: string; readonly secret: string },
  say: (line: string) => void,
): Promise<number> {
  const { folder, out } = input;
  if ((await readdir(out).catch(() => [])).length > 0) throw new HoldfastError('folder-not-empty');
  const found = await findKeyFor(await readKeyFiles(folder), input.secret);
  if (found === null) throw new HoldfastError('wrong-passphrase');
  const scratch = await mkdtemp(join(tmpdir(), 'holdfast-export-'));
  try {
    await copyFile(join(folder, databaseName), join(scratch, databaseName));
    await copyFile(join(folder, `${databaseName}-wal`), join(scratch, `${databaseName}-wal`)).catch(
      () => undefined,
    );
    const db = openWith(scratch, found.vaultKey, found.file.vaultId);
    try {
      const writer = createWriter(out, folder);
      await writer.text('README.txt', readme);
      await writeTables(db, writer);
      const failed = await writeCases(db, writer);
      await writer.finish();
      say(`${writer.count()} files written, ${failed.length} could not be read`);
      for (const place of failed) say(`  ${place}`);
      return failed.length === 0 ? 0 : 1;
    } finally {
      db.close();
    }
  } finally {
    found.vaultKey.fill(0);
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Writer {
  text(name: string, text: string): Promise<void>;
  json(name: string, value: unknown): Promise<void>;
  /** Decrypts a stored file; false when it is not as it was stored, and then nothing is written. */
  stored(name: string, file: z.infer<typeof fileRow>): Promise<boolean>;
  finish(): Promise<void>;
  count(): number;
}

function createWriter(out: string, folder: string): Writer {
  const sums: string[] = [];
  const store = createFileStore({
    folder: join(folder, evidenceName),
    newId: randomUUID,
    random: randomBytes,
  });
  async function write(name: string, bytes: Uint8Array): Promise<void> {
    await mkdir(dirname(join(out, name)), { recursive: true, mode: 0o700 });
    await writeFile(join(out, name), bytes, { flag: 'wx', mode: 0o600 });
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
  }
  const text = (name: string, content: string): Promise<void> => write(name, Buffer.from(content));
  return {
    text,
    json: (name, value) => text(name, `${JSON.stringify(value, null, 2)}\n`),
    stored: async (name, file) => {
      const hash = createHash('sha256');
      async function* hashed(): AsyncGenerator<Uint8Array> {
        for await (const chunk of store.read(file)) {
          hash.update(chunk);
          yield chunk;
        }
      }
      await mkdir(dirname(join(out, name)), { recursive: true, mode: 0o700 });
      try {
        // Streamed, because a recording may be larger than the memory.
        await writeDurably(join(out, name), hashed(), undefined, () =>
          hash.digest('hex') === file.sha256
            ? Promise.resolve()
            : Promise.reject(new HoldfastError('evidence-damaged')),
        );
      } catch (error) {
        if (error instanceof HoldfastError && error.code === 'evidence-damaged') return false;
        throw error;
      }
      sums.push(`${file.sha256}  ${name}`);
      return true;
    },
    finish: () => writeFile(join(out, 'manifest.sha256'), `${sums.join('\n')}\n`, { mode: 0o600 }),
    count: () => sums.length,
  };
}

/** Secrets of the vault itself: exported data must not open anything. */
const secretSettings = new Set(['office.age-identity', 'office.signing-key']);

async function writeTables(db: Database, writer: Writer): Promise<void> {
  for (const { name: table, type, select } of orderedTables(db)) {
    // The index of words is made from the texts, which are in a table of their own.
    if (type === 'virtual') continue;
    const lines: string[] = [];
    for (const raw of db.prepare(select).iterate()) {
      const row = raw as Record<string, unknown>;
      if (table === 'settings' && secretSettings.has(String(row.name))) continue;
      const { key: _key, ...rest } = row;
      lines.push(`${JSON.stringify(table === 'files' ? rest : row)}\n`);
    }
    await writer.text(table === 'audit' ? 'record-of-acts.jsonl' : `tables/${table}.jsonl`, lines.join(''));
  }
  const setting = (name: string): unknown =>
    db.prepare('SELECT value FROM settings WHERE name = ?').pluck().get(name) ?? null;
  await writer.json('vault.json', { office: setting('office.name'), auditHead: auditHead(db) });
}

const caseRow = z.object({ id: z.string(), reference: z.string() }).loose();
const entryRow = z.object({ id: z.string(), body: z.string() }).loose();

async function writeCases(db: Database, writer: Writer): Promise<readonly string[]> {
  const failed: string[] = [];
  const taken = new Set<string>();
  const file = (id: string): z.infer<typeof fileRow> =>
    fileRow.parse(db.prepare('SELECT id, key, sha256, bytes FROM files WHERE id = ?').get(id));
  for (const row of allRows(db, caseRow, 'SELECT * FROM cases ORDER BY reference')) {
    const folder = `cases/${uniqueName(plainName(row.reference), taken)}`;
    await writer.json(`${folder}/case.json`, row);
    const entries = allRows(
      db,
      entryRow,
      'SELECT * FROM entries WHERE case_id = ? AND removed = 0 ORDER BY earliest, latest, id',
      row.id,
    );
    await writer.json(
      `${folder}/chronology.json`,
      entries.map(({ body, ...entry }) => ({ ...entry, ...(JSON.parse(body) as object) })),
    );
    const names = new Set<string>();
    const exhibits: unknown[] = [];
    for (const item of readItems({ db }, row.id, 'exhibit')) {
      const name = uniqueName(exportName(item), names);
      const [fileId] = db.prepare('SELECT file_id FROM evidence WHERE id = ?').pluck().all(item.id);
      const ok = await writer.stored(`${folder}/exhibits/${name}`, file(String(fileId)));
      if (!ok) failed.push(`${folder}/exhibits/${name}`);
      exhibits.push({ ...item, file: ok ? `exhibits/${name}` : null });
    }
    await writer.json(`${folder}/exhibits.json`, exhibits);
    const bundles = db
      .prepare('SELECT file_id, created_at FROM bundles WHERE case_id = ? ORDER BY id')
      .all(row.id);
    for (const [index, raw] of bundles.entries()) {
      const bundle = z.object({ file_id: z.string(), created_at: z.string() }).parse(raw);
      const name = `${folder}/bundles/${bundle.created_at.slice(0, 10)}-${index + 1}.pdf`;
      if (!(await writer.stored(name, file(bundle.file_id)))) failed.push(name);
    }
  }
  return failed;
}

/** A reference as a name that every file system takes. */
function plainName(reference: string): string {
  const plain = reference.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
  return plain === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) ? `case-${plain}` : plain;
}

function uniqueName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const dot = name.lastIndexOf('.');
    const tried =
      number === 1
        ? name
        : dot > 0
          ? `${name.slice(0, dot)}-${number}${name.slice(dot)}`
          : `${name}-${number}`;
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}
