import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import type { CheckReport } from '../../../shared/models/vault';
import { checkDatabaseFile } from '../check/check-closed';
import { createFindings } from '../check/findings';
import { isDraftName } from '../durable';
import { evidenceName, litterNames, scratchName } from '../names';
import { findKeyFor } from '../slots';
import { findBackup, numberOf, readManifest } from './inspect';
import { readme, readmeName, snapshotDatabasePath, snapshotsName } from './layout';
import { isAuthenticManifest } from './manifest';

/** Checks every snapshot of a backup folder and every file they need. Throws `wrong-passphrase`, `backup-missing`. */
export async function checkBackup(
  chosen: string,
  secret: string,
  depth: CheckReport['depth'],
  options: { readonly now: () => Date },
): Promise<CheckReport> {
  const folder = await findBackup(chosen);
  const findings = createFindings();
  const known = new Set<string>();
  const names = await readdir(join(folder, snapshotsName));
  const sums = { pages: 0, files: 0, bytes: 0, auditEntries: 0 };
  let auditHead: string | null = null;
  let opened = false;
  // Oldest first, by their numbers, because the newest one decides.
  const ordered = names.sort(
    (one, other) => numberOf(idOf(one)) - numberOf(idOf(other)) || (one < other ? -1 : 1),
  );
  for (const name of ordered) {
    const id = idOf(name);
    if (name.endsWith('.db') && names.includes(`${id}.json`)) continue;
    if (!name.endsWith('.json')) {
      if (!litterNames.has(name))
        findings.add(isDraftName(name) || name.endsWith('.db') ? 'unfinished' : 'stranger', name);
      continue;
    }
    const manifest = await readManifest(folder, id).catch(() => null);
    if (manifest === null) {
      findings.add('snapshot-damaged', name);
      continue;
    }
    for (const [file] of manifest.files) known.add(file);
    const found = await findKeyFor([manifest.keyFile], secret);
    // A person who came later cannot open an older snapshot; the newest one decides.
    if (found === null) continue;
    opened = true;
    const { vaultKey } = found;
    try {
      const path = snapshotDatabasePath(folder, id);
      if (!isAuthenticManifest(vaultKey, manifest)) findings.add('snapshot-damaged', name);
      if ((await hashOf(path)) !== manifest.database.sha256) findings.add('snapshot-damaged', `${id}.db`);
      const report = await checkDatabaseFile(
        path,
        { vaultKey, vaultId: manifest.vaultId },
        { findings, depth, evidence: join(folder, evidenceName), scratch: folder, alone: false },
      );
      sums.pages += report.pages;
      sums.files = report.files;
      sums.bytes = report.bytes;
      sums.auditEntries = report.auditEntries;
      auditHead = report.auditHead;
    } finally {
      vaultKey.fill(0);
    }
  }
  if (!opened && known.size === 0 && findings.list().length === 0) throw new HoldfastError('backup-missing');
  if (!opened && !findings.list().some(({ harm }) => harm)) throw new HoldfastError('wrong-passphrase');
  await checkRest(folder, known, findings);
  const list = findings.list();
  return {
    depth,
    at: options.now().toISOString(),
    ok: list.every(({ harm }) => !harm),
    findings: list,
    ...sums,
    auditHead,
  };
}

const idOf = (name: string): string => name.replace(/\.(json|db)$/, '');

async function checkRest(
  folder: string,
  known: ReadonlySet<string>,
  findings: ReturnType<typeof createFindings>,
): Promise<void> {
  for (const name of await readdir(folder)) {
    if (![evidenceName, snapshotsName, readmeName].includes(name) && !litterNames.has(name)) {
      const isLeftOver = isDraftName(name) || name === scratchName;
      findings.add(isLeftOver ? 'unfinished' : 'stranger', name);
    }
  }
  if ((await readFile(join(folder, readmeName), 'utf8').catch(() => '')) !== readme) {
    findings.add('snapshot-damaged', readmeName);
  }
  for (const part of await readdir(join(folder, evidenceName), { withFileTypes: true })) {
    if (!part.isDirectory()) continue;
    for (const name of await readdir(join(folder, evidenceName, part.name))) {
      if (known.has(name) || litterNames.has(name)) continue;
      findings.add(isDraftName(name) ? 'unfinished' : 'file-unreferenced', name);
    }
  }
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
