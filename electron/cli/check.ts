import { writeFile } from 'node:fs/promises';
import type { CheckReport } from '../../shared/models/vault';
import { readClock } from '../clock';
import { checkBackup } from '../vault/backup/check';
import { findBackup } from '../vault/backup/inspect';
import { checkClosedVault } from '../vault/check/check-closed';
import { probeVault } from '../vault/vault-folder';

const words: Readonly<Record<CheckReport['findings'][number]['code'], string>> = {
  'key-file-damaged': 'both copies of the key file are damaged',
  'key-file-copy-damaged': 'a copy of the key file is damaged or missing',
  'database-page-damaged': 'a page of the database is not as it was written',
  'database-unreadable': 'the database cannot be read',
  'database-rows-wrong': 'rows of the database contradict each other',
  'database-schema-wrong': 'the database has not the tables it should have',
  'log-damaged': 'the log of the newest acts is damaged',
  'audit-broken': 'the record of acts has been changed',
  'file-missing': 'a stored file is missing',
  'file-damaged': 'a stored file is not as it was written',
  'file-unreferenced': 'a file belongs to nothing (harmless)',
  stranger: 'something lies there that Holdfast has not written',
  unfinished: 'a file was left unfinished by a crash (harmless)',
  'attempts-damaged': 'the list of failed unlocks is damaged',
  'snapshot-damaged': 'a snapshot of the backup is damaged',
};

/** Checks a vault or a backup and says what was found. Repairs nothing. Gives the exit code. */
export async function checkCommand(
  input: {
    readonly folder: string;
    readonly secret: string;
    readonly depth: CheckReport['depth'];
    readonly json: string | null;
  },
  say: (line: string) => void,
): Promise<number> {
  const now = readClock;
  const isVault = (await probeVault(input.folder)) === 'locked';
  const report = isVault
    ? await checkClosedVault(input.folder, input.secret, input.depth, { now })
    : await checkBackup(await findBackup(input.folder), input.secret, input.depth, { now });
  say(`${isVault ? 'vault' : 'backup'}, ${report.depth} check`);
  say(`${report.pages} pages, ${report.files} files of ${report.bytes} bytes, ${report.auditEntries} acts`);
  if (report.auditHead !== null) say(`head of the record of acts: ${report.auditHead}`);
  for (const { code, count, places, harm } of report.findings) {
    say(`${harm ? 'DAMAGE' : 'note'}: ${words[code]} (${code}, ${count})`);
    for (const place of places) say(`  ${place}`);
  }
  say(
    report.ok
      ? 'everything is as it was written'
      : 'something is not as it was written; nothing was repaired',
  );
  if (input.json !== null) await writeFile(input.json, `${JSON.stringify(report, null, 2)}\n`);
  return report.ok ? 0 : 1;
}
