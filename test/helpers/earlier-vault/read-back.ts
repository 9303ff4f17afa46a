import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { EarlierOffice } from './office';

/** A value of a row as JSON has it: bytes in base64, and of a key its fingerprint alone. */
type Value = string | number | null | { readonly base64: string } | { readonly sha256: string };
export type Row = Readonly<Record<string, Value>>;

/** What a vault held, read by the Holdfast that made it. */
export interface Before {
  readonly commit: string;
  readonly madeAt: string;
  /** Number of its newest migration. */
  readonly migration: number;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Every entry, the newest version first, as the screens of then showed it. */
  readonly histories: readonly {
    readonly caseId: string;
    readonly entryId: string;
    readonly removed: boolean;
    readonly versions: readonly {
      readonly version: number;
      readonly at: string;
      readonly author: string;
      readonly entry: unknown;
    }[];
  }[];
  /** Every exhibit with its reference, its producer and the fingerprint that reading the original back gave. */
  readonly exhibits: readonly {
    readonly caseId: string;
    readonly exhibitRef: string;
    readonly sha256: string;
  }[];
}

function asJson(value: unknown): Value {
  if (Buffer.isBuffer(value)) return { base64: value.toString('base64') };
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** No key lies in the open, not even that of an office there never was. */
function asRow(table: string, row: Readonly<Record<string, unknown>>): Row {
  const isSecret = (column: string): boolean =>
    (table === 'files' && column === 'key') ||
    (table === 'settings' && column === 'value' && /key|identity/.test(String(row.name)));
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      isSecret(column)
        ? {
            sha256: createHash('sha256')
              .update(Buffer.from(value as string))
              .digest('hex'),
          }
        : asJson(value),
    ]),
  );
}

/** Tables of rows: an index of words keeps its own in tables named after it, which nobody else reads. */
const tablesSql = `
  SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'
    AND name NOT IN (SELECT v.name || s.part FROM sqlite_master v, (SELECT '_data' AS part UNION SELECT '_idx'
      UNION SELECT '_content' UNION SELECT '_docsize' UNION SELECT '_config') s WHERE v.sql LIKE 'CREATE VIRTUAL%')
  ORDER BY name`;

/** Every row of every table, in the order of their columns. */
export function readTables(db: Database): Before['tables'] {
  const names = db.prepare(tablesSql).pluck().all() as string[];
  const columnsOf = db.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  return Object.fromEntries(
    names.map((name) => {
      const order = (columnsOf.all(name) as string[]).map((column) => `"${column}"`).join();
      const rows = db.prepare(`SELECT * FROM "${name}" ORDER BY ${order}`).all() as Record<string, unknown>[];
      return [name, rows.map((row) => asRow(name, row))];
    }),
  );
}

/** Reads everything of a vault back. */
export async function readBack(office: EarlierOffice, commit: string): Promise<Before> {
  const { context } = office;
  const histories: Before['histories'][number][] = [];
  const exhibits: Before['exhibits'][number][] = [];
  const entryIds = context.db.prepare('SELECT id FROM entries WHERE case_id = ? ORDER BY id').pluck();
  for (const { id: caseId } of await office.ask('cases.list', {})) {
    for (const entryId of entryIds.all(caseId) as string[]) {
      const { removed, versions } = await office.ask('chronology.history', { id: entryId });
      histories.push({
        ...{ caseId, entryId, removed },
        versions: versions.map(({ version, at, author, entry }) => ({ version, at, author, entry })),
      });
    }
    const { files } = await office.ask('case.digest', { id: caseId });
    for (const { exhibitRef, reread } of files) exhibits.push({ caseId, exhibitRef, sha256: reread });
  }
  // Last: to look at a case is an act, and its row is a row as well.
  return {
    ...{ commit, madeAt: new Date().toISOString(), histories, exhibits },
    migration: Number(context.db.pragma('user_version', { simple: true })),
    tables: readTables(context.db),
  };
}
