import { caseTables } from './cases';
import { chronologyTables } from './chronology';
import type { TableDeclaration, ViewDeclaration } from './declaration';
import { evidenceTables } from './evidence';
import { groundTables } from './ground';
import { leavingTables } from './leaving';
import { likenessTables } from './likeness';
import { messageTables, messageViews } from './messages';
import { officeTables } from './office';
import { provenanceTables } from './provenance';
import { recordTables } from './records';
import { textTables } from './text';

/** Every table of a vault. What is not here fails test/electron/vault/declared. */
export const declaredTables: readonly TableDeclaration[] = [
  ...groundTables,
  ...officeTables,
  ...caseTables,
  ...recordTables,
  ...evidenceTables,
  ...provenanceTables,
  ...textTables,
  ...messageTables,
  ...likenessTables,
  ...chronologyTables,
  ...leavingTables,
];

export const declaredViews: readonly ViewDeclaration[] = messageViews;

/** True when rows leave with a package: in records.json, as lines, or as sealed files. */
export function isPacked({ travels }: TableDeclaration): boolean {
  return travels.by === 'records' || travels.by === 'lines' || travels.by === 'files';
}

/** The tables behind an index of words, as FTS5 names them (sqlite.org/fts5.html, section 9). */
export function shadowsOf({ table, fts5 }: TableDeclaration): readonly string[] {
  if (fts5 === undefined) return [];
  const parts = ['data', 'idx', 'docsize', 'config', ...(fts5.content === 'own' ? ['content'] : [])];
  return parts.map((part) => `${table}_${part}`);
}
