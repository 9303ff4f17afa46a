import type { Database } from 'better-sqlite3';
import { verifyAudit } from '../audit';
import { migrations } from '../migrations/index';
import { versionOf } from '../migrations/runner';
import type { Findings } from './findings';

/** What SQLite and the record of acts say about an open database. */
export function checkDatabase(
  db: Database,
  findings: Findings,
): { readonly auditEntries: number; readonly auditHead: string | null } {
  try {
    const said = db.pragma('integrity_check(20)') as readonly { integrity_check: string }[];
    for (const { integrity_check: line } of said) {
      // What SQLite says may name tables and pages, never content.
      if (line !== 'ok') findings.add('database-rows-wrong', line);
    }
    for (const row of db.pragma('foreign_key_check') as readonly { table: string }[]) {
      findings.add('database-rows-wrong', row.table);
    }
    if (versionOf(db) !== migrations.at(-1)?.version) findings.add('database-schema-wrong', 'version');
    const { entries, ok, head } = verifyAudit(db);
    if (!ok) findings.add('audit-broken', 'audit');
    return { auditEntries: entries, auditHead: head };
  } catch {
    findings.add('database-unreadable', 'vault.db');
    return { auditEntries: 0, auditHead: null };
  }
}
