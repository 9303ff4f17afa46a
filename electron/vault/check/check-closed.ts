/**
 * Checks a vault that nobody has open, and leaves its folder as it was to the byte: the database and its log are copied (they
 * stay encrypted) and the copy is opened, because opening would take the log in. The copy lies in the same folder while the
 * check runs: no row of a vault is ever outside it.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import type { CheckReport } from '../../../shared/models/vault';
import { createFileStore } from '../file-store';
import { readKeyFiles } from '../key-file';
import { deriveKey, saltLength } from '../keys';
import { databaseName, evidenceName } from '../names';
import { openWith } from '../open-vault';
import { withScratch } from '../scratch';
import { findKeyFor } from '../slots';
import { checkDatabase } from './database';
import { checkFiles } from './files';
import { createFindings } from './findings';
import type { Findings } from './findings';
import { checkFolder } from './folder';
import { checkKeyFiles } from './key-files';
import { readLog } from './log-file';
import { checkPages } from './pages';

/** Throws `wrong-passphrase`, `vault-missing`, or `vault-damaged` when no copy of the key file can be read. */
export async function checkClosedVault(
  folder: string,
  secret: string,
  depth: CheckReport['depth'],
  options: { readonly now: () => Date; readonly progress?: (done: number, total: number) => void },
): Promise<CheckReport> {
  const found = await findKeyFor(await readKeyFiles(folder), secret);
  if (found === null) throw new HoldfastError('wrong-passphrase');
  const { vaultKey, file } = found;
  const findings = createFindings();
  try {
    await checkKeyFiles(folder, vaultKey, findings);
    await checkFolder(folder, findings);
    const database = await checkDatabaseFile(
      join(folder, databaseName),
      { vaultKey, vaultId: file.vaultId },
      {
        findings,
        depth,
        evidence: join(folder, evidenceName),
        scratch: folder,
        ...(options.progress === undefined ? {} : { progress: options.progress }),
      },
    );
    const list = findings.list();
    return {
      depth,
      at: options.now().toISOString(),
      ok: list.every(({ harm }) => !harm),
      findings: list,
      ...database,
    };
  } finally {
    vaultKey.fill(0);
  }
}

const unread = { pages: 0, files: 0, bytes: 0, auditEntries: 0, auditHead: null };

/** A database file at rest with its log, and the stored files it knows. */
export async function checkDatabaseFile(
  path: string,
  secret: { readonly vaultKey: Uint8Array; readonly vaultId: string },
  options: {
    readonly findings: Findings;
    readonly depth: CheckReport['depth'];
    readonly evidence: string;
    /** The folder to which the database belongs: the copy lies in it, and is gone afterwards. */
    readonly scratch: string;
    readonly alone?: boolean;
    readonly progress?: (done: number, total: number) => void;
  },
): Promise<Pick<CheckReport, 'pages' | 'files' | 'bytes' | 'auditEntries' | 'auditHead'>> {
  const { findings } = options;
  const pages = await checkRawPages(path, secret, findings);
  const log = readLog(await readFile(`${path}-wal`).catch(() => Buffer.alloc(0)));
  if (log.damaged) findings.add('log-damaged', 'vault.db-wal');
  return withScratch(options.scratch, async (scratch) => {
    let db: ReturnType<typeof openWith> | null = null;
    try {
      await copyFile(path, join(scratch, databaseName));
      await copyFile(`${path}-wal`, join(scratch, `${databaseName}-wal`)).catch(() => undefined);
      db = openWith(scratch, secret.vaultKey, secret.vaultId);
      if (taken(db) < log.frames) findings.add('log-damaged', 'vault.db-wal');
      const audit = checkDatabase(db, findings);
      if (audit.auditHead === null) return { ...unread, pages };
      const store = createFileStore({ folder: options.evidence, newId: randomUUID, random: randomBytes });
      const files = await checkFiles(db, options.evidence, store, {
        full: options.depth === 'full',
        findings,
        ...(options.alone === undefined ? {} : { alone: options.alone }),
        ...(options.progress === undefined ? {} : { progress: options.progress }),
      });
      return { pages, ...files, ...audit };
    } catch (error) {
      // Whoever opens the vault meanwhile sweeps the scratch space: that is no damage.
      if (!existsSync(scratch)) throw new HoldfastError('vault-in-use', { cause: error });
      if (error instanceof HoldfastError && error.code === 'cancelled') throw error;
      findings.add('database-unreadable', databaseName);
      return { ...unread, pages };
    } finally {
      db?.close();
    }
  });
}

/** How many frames of the log SQLite has accepted. */
function taken(db: ReturnType<typeof openWith>): number {
  const [row] = db.pragma('wal_checkpoint(PASSIVE)') as readonly { log: number }[];
  return row?.log ?? 0;
}

async function checkRawPages(
  path: string,
  { vaultKey, vaultId }: { readonly vaultKey: Uint8Array; readonly vaultId: string },
  findings: Findings,
): Promise<number> {
  const key = deriveKey(vaultKey, vaultId, 'database');
  const salt = deriveKey(vaultKey, vaultId, 'database salt', saltLength);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    findings.add('database-unreadable', databaseName);
    return 0;
  }
  try {
    const { pages, damaged } = await checkPages(key, salt, (target, position) =>
      readSync(file, target, 0, target.length, position),
    );
    for (const page of damaged) findings.add('database-page-damaged', String(page));
    return pages;
  } finally {
    closeSync(file);
    key.fill(0);
  }
}
