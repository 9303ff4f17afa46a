import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { AuditAct } from './api';

/** Tables whose rows have an id of their own and belong to a case: what the subject of an act may be. */
export const tablesOfCases = [
  'evidence',
  'entries',
  'register',
  'chronology_views',
  'bundles',
  'packs',
  'producers',
  'exhibit_series',
  'runs',
  'records',
  'record_versions',
] as const;

const sql = [
  'SELECT id FROM cases WHERE id = @subject',
  ...tablesOfCases.map((table) => `SELECT case_id FROM ${table} WHERE id = @subject`),
].join(' UNION ALL ');

/**
 * The case that an act is about: what the act says itself, else the case its subject belongs to at this moment. Null for an
 * act of the office, and for a subject that is not there yet or any more.
 */
export function caseOfAct(db: Database, { caseId, subject }: AuditAct): string | null {
  if (caseId !== undefined) return caseId;
  if (subject === null) return null;
  return z
    .string()
    .nullable()
    .parse(db.prepare(`${sql} LIMIT 1`).pluck().get({ subject }) ?? null);
}
