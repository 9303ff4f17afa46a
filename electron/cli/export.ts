/**
 * Unpacks a vault to plain files that need no Holdfast:
 *
 *   OUT/README.txt
 *   OUT/vault.json                     office, people, when it was made, head of the record of acts
 *   OUT/record-of-acts.jsonl           one act a line, with the fields its hash is made of
 *   OUT/tables/NAME.jsonl              every table as it is, one row a line (keys of files left out)
 *   OUT/cases/REFERENCE/case.json, chronology.json, exhibits.json
 *   OUT/cases/REFERENCE/exhibits/REF_DATE.ext   originals, bit for bit
 *   OUT/cases/REFERENCE/bundles/DAY-N.pdf            each bundle as a whole, and beside it its further files:
 *       DAY-N-volume-1-of-2-pA-B.pdf, DAY-N-part-1-of-3-pA-B.pdf, DAY-N-for-printing.pdf, DAY-N-added-pA-B.pdf
 *   OUT/cases/REFERENCE/producers.json, runs.json
 *   OUT/cases/REFERENCE/texts/REF_DATE.txt      what was read from it, corrected by people, a form feed between pages
 *   OUT/cases/REFERENCE/messages/REF_DATE.csv, .jsonl   rows of exports, as a table and with every field
 *   OUT/cases/REFERENCE/continuity/REF_DATE.json, provenance/REF_DATE.json
 *   OUT/cases/REFERENCE/redacted/REF_DATE-vN.ext        redacted copies
 *   OUT/manifest.sha256                for `sha256sum -c`
 *
 * What it writes is not encrypted. The database is read from a copy, so that the vault stays as it is.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { factName } from '../../shared/domain/facts/fact-names';
import { HoldfastError } from '../../shared/errors';
import type { BestDate, EvidenceItem } from '../../shared/models/evidence';
import { exportName } from '../services/items/export-name';
import { readItems } from '../services/items/item-rows';
import { readProducers } from '../services/items/producers';
import { readRuns } from '../services/likeness/runs';
import { allRows, parseJson } from '../vault/rows/rows';
import { auditHead } from '../vault/audit';
import { fileRow } from '../vault/check/files';
import { writeDurably } from '../vault/durable';
import { createFileStore } from '../vault/file-store';
import { readKeyFiles } from '../vault/key-file';
import { databaseName, evidenceName } from '../vault/names';
import { openWith } from '../vault/open-vault';
import { withScratch } from '../vault/scratch';
import { findKeyFor } from '../vault/slots';
import type { FoundKey } from '../vault/slots';
import { standingOf } from '../../shared/domain/records/heads';
import type { Body, Version } from '../../shared/domain/records/version';
import { withoutSecrets } from '../../shared/records/all';
import { bodySchema } from '../../shared/records/json';
import { versionsOf, versionsOfCase } from '../vault/records/version-rows';
import type { TableDeclaration } from '../vault/declared/declaration';
import { declaredTables } from '../vault/declared/tables';
import { asItIs } from '../vault/declared/usual';
import { listTables } from '../vault/tables';
import type { Table } from '../vault/tables';
import { writeAbout } from './export-about';
import { writeBundles } from './export-bundles';
import { plainName, uniqueName } from './plain-names';
import type { Writer } from './writer';

const readme = `These are the plain contents of a Holdfast vault. They are NOT encrypted: anybody can read them.

Originals lie in cases/*/exhibits, bit for bit as they were taken in. "sha256sum -c manifest.sha256" compares every file
with what was written here; exhibits.json has the SHA-256 recorded when each was taken in. Bundles lie in cases/*/bundles: each as
a whole, and beside it, where there are any, its volumes, its parts, the file for printing and pages that were added later.
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
  try {
    // In the folder that somebody chose for all of it, and nowhere else.
    return await withScratch(out, (scratch) => unpack(scratch, input, found, say));
  } finally {
    found.vaultKey.fill(0);
  }
}

async function unpack(
  scratch: string,
  { folder, out }: { readonly folder: string; readonly out: string },
  { vaultKey, file }: Pick<FoundKey, 'vaultKey' | 'file'>,
  say: (line: string) => void,
): Promise<number> {
  await copyFile(join(folder, databaseName), join(scratch, databaseName));
  await copyFile(join(folder, `${databaseName}-wal`), join(scratch, `${databaseName}-wal`)).catch(
    () => undefined,
  );
  const db = openWith(scratch, vaultKey, file.vaultId);
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
    lines: async (name, lines) => {
      const portions = inPortions(lines);
      const first = portions.next();
      if (first.done === true) return;
      const beginning = first.value;
      const hash = createHash('sha256');
      function* hashed(): Generator<Buffer> {
        hash.update(beginning);
        yield beginning;
        for (const bytes of portions) {
          hash.update(bytes);
          yield bytes;
        }
      }
      const path = join(out, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(path, hashed(), { flag: 'wx', mode: 0o600 });
      sums.push(`${hash.digest('hex')}  ${name}`);
    },
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

const portionLines = 2000;

function* inPortions(lines: Iterable<string>): Generator<Buffer> {
  let portion: string[] = [];
  for (const line of lines) {
    portion.push(`${line}\n`);
    if (portion.length < portionLines) continue;
    yield Buffer.from(portion.join(''));
    portion = [];
  }
  if (portion.length > 0) yield Buffer.from(portion.join(''));
}

/** How a table is declared to be written out; one of an older vault, which nobody declares any more, as it is. */
function declaredExport(table: string): TableDeclaration['exported'] {
  return declaredTables.find((each) => each.table === table)?.exported ?? asItIs;
}

async function writeTables(db: Database, writer: Writer): Promise<void> {
  for (const table of listTables(db)) {
    // The index of words is made from texts that are written out anyway; what it is kept in is no text.
    if (table.type !== 'table') continue;
    const exported = declaredExport(table.name);
    if (exported.as === 'nothing') continue;
    await writer.lines(exported.file ?? `tables/${table.name}.jsonl`, rowsOf(db, table, exported));
  }
  const setting = (name: string): unknown =>
    db.prepare('SELECT value FROM settings WHERE name = ?').pluck().get(name) ?? null;
  await writer.json('vault.json', { office: setting('office.name'), auditHead: auditHead(db) });
}

/** Every row as it is, but for what is declared to be held back; bytes in base64. */
function* rowsOf(
  db: Database,
  { name: table, order }: Table,
  {
    withoutColumns,
    withoutRows,
    withoutSecrets: held,
  }: Extract<TableDeclaration['exported'], { as: 'lines' }>,
): Generator<string> {
  const [key] = db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0').pluck().all(table);
  for (const raw of db.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`).iterate()) {
    const row = raw as Record<string, unknown>;
    if (Object.hasOwn(withoutRows, String(row[String(key)]))) continue;
    const plain = Object.entries(row)
      .filter(([name]) => !Object.hasOwn(withoutColumns, name))
      .map(([name, value]): readonly [string, unknown] => [
        name,
        value instanceof Buffer ? value.toString('base64') : value,
      ]);
    const told = held === undefined ? plain : plain.map((pair) => withoutSecret(row, pair));
    yield JSON.stringify(Object.fromEntries(told));
  }
}

/** The body of a record without what is never written out: what it opens is unpacked beside it, locked as it came. */
function withoutSecret(
  { kind }: Readonly<Record<string, unknown>>,
  pair: readonly [name: string, value: unknown],
): readonly [name: string, value: unknown] {
  const [name, value] = pair;
  if (name !== 'body' || typeof value !== 'string') return pair;
  return [name, JSON.stringify(withoutSecrets(String(kind), parseJson(bodySchema, value)))];
}

/** What a person wrote in a record, as it is shown. */
function shownBody(db: Database, recordId: string): Body {
  return standingOf(versionsOf(db, recordId), 'ask').shown?.body ?? {};
}

function plainVersion(version: Version): Version {
  const { kind, body } = version;
  return body === null ? version : { ...version, body: withoutSecrets(kind, body) };
}

function* jsonLines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield JSON.stringify(value);
}

const caseRow = z.object({ id: z.string(), reference: z.string() }).loose();
const entryRow = z.object({ id: z.string(), body: z.string() }).loose();

/** Whoever has no Holdfast has no words for a code either. */
function inWords({ bestDate }: EvidenceItem): (BestDate & { readonly from: string }) | null {
  return bestDate === null ? null : { ...bestDate, from: factName(bestDate) };
}

async function writeCases(db: Database, writer: Writer): Promise<readonly string[]> {
  const failed: string[] = [];
  const taken = new Set<string>();
  const file = (id: string): z.infer<typeof fileRow> =>
    fileRow.parse(db.prepare('SELECT id, key, sha256, bytes FROM files WHERE id = ?').get(id));
  for (const row of allRows(db, caseRow, 'SELECT * FROM cases ORDER BY reference')) {
    const folder = `cases/${uniqueName(plainName(row.reference), taken)}`;
    await writer.json(`${folder}/case.json`, { ...row, ...shownBody(db, row.id) });
    await writer.lines(`${folder}/versions.jsonl`, jsonLines(versionsOfCase(db, row.id).map(plainVersion)));
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
      exhibits.push({ ...item, bestDate: inWords(item), file: ok ? `exhibits/${name}` : null });
      for (const redacted of await writeAbout(db, writer, folder, item, name)) failed.push(redacted);
    }
    await writer.json(`${folder}/exhibits.json`, exhibits);
    await writer.json(`${folder}/producers.json`, readProducers({ db }, row.id));
    await writer.json(`${folder}/runs.json`, readRuns({ db }, 'case', row.id));
    failed.push(...(await writeBundles(db, writer, folder, row.id)));
  }
  return failed;
}
