import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type {
  TableDeclaration,
  Trigger,
  ViewDeclaration,
} from '../../../../electron/vault/declared/declaration';
import { declaredTables, declaredViews, shadowsOf } from '../../../../electron/vault/declared/tables';

const part = z.object({
  type: z.enum(['table', 'view', 'trigger', 'index']),
  name: z.string(),
  tbl_name: z.string(),
  sql: z.string().nullable(),
});
type Part = z.infer<typeof part>;

interface Declared {
  readonly tables: readonly TableDeclaration[];
  readonly views: readonly ViewDeclaration[];
}

/**
 * What of a database and of its declarations does not fit, a line each: a table, view or trigger that nobody declared, one
 * that is declared and not there, a trigger that does something else than it says. An index holds nothing that its table
 * does not hold, and goes with it. SQLite's own tables (`sqlite_stat4` keeps samples of rows) are tables like any other.
 */
export function misfits(
  db: Database,
  { tables, views }: Declared = { tables: declaredTables, views: declaredViews },
): readonly string[] {
  const parts = z
    .array(part)
    .parse(db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name').all());
  const triggers = parts.filter(({ type }) => type === 'trigger');
  const triggersOf = new Map(
    tables.flatMap(({ table, triggers: own = {} }) =>
      Object.entries(own).map(([name, trigger]) => [name, { table, trigger }] as const),
    ),
  );
  const projections = new Set(
    tables.filter(({ what }) => what.sort === 'projection').map(({ table }) => table),
  );
  return [
    ...differences('table', namesOf(parts, 'table'), [
      ...tables.map(({ table }) => table),
      ...tables.flatMap(shadowsOf),
    ]),
    ...differences(
      'view',
      namesOf(parts, 'view'),
      views.map(({ view }) => view),
    ),
    ...differences('trigger', namesOf(parts, 'trigger'), [...triggersOf.keys()]),
    ...parts
      .filter(({ type, sql }) => type === 'table' && isVirtual(sql))
      .filter(({ name }) => tables.find(({ table }) => table === name)?.fts5 === undefined)
      .map(({ name }) => `table ${name}: is virtual and not declared as such`),
    ...triggers.flatMap((found) => {
      const declared = triggersOf.get(found.name);
      return declared === undefined ? [] : triggerMisfits(found, declared, projections);
    }),
  ];
}

const namesOf = (parts: readonly Part[], type: Part['type']): readonly string[] =>
  parts.filter((each) => each.type === type).map(({ name }) => name);
const isVirtual = (sql: string | null): boolean => /^CREATE VIRTUAL TABLE/i.test(sql ?? '');

function differences(what: string, there: readonly string[], declared: readonly string[]): readonly string[] {
  return [
    ...there
      .filter((name) => !declared.includes(name))
      .map((name) => `${what} ${name}: is not declared in electron/vault/declared`),
    ...declared
      .filter((name) => !there.includes(name))
      .map((name) => `${what} ${name}: is declared and not there`),
    ...declared
      .filter((name, index) => declared.indexOf(name) !== index)
      .map((name) => `${what} ${name}: is declared twice`),
  ];
}

/** A trigger hangs where it says, and either refuses or writes to projections alone: else it would be written twice. */
function triggerMisfits(
  { name, tbl_name: on, sql }: Part,
  { table, trigger }: { readonly table: string; readonly trigger: Trigger },
  projections: ReadonlySet<string>,
): readonly string[] {
  const text = sql ?? '';
  const written = new Set(
    [...text.matchAll(/\b(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) (?!OF\b)(\w+)/g)].flatMap(
      ([, target]) => (target === undefined || target === 'ON' ? [] : [target]),
    ),
  );
  const said = 'writes' in trigger ? trigger.writes : [];
  const refuses =
    'refuses' in trigger &&
    new RegExp(`BEFORE ${trigger.refuses} ON ${table}\\b[\\s\\S]*RAISE\\(ABORT`, 'i').test(text);
  return [
    ...(on === table ? [] : [`trigger ${name}: hangs on ${on}, not on ${table}`]),
    ...('refuses' in trigger && !refuses ? [`trigger ${name}: does not refuse to ${trigger.refuses}`] : []),
    ...[...written].filter((target) => !said.includes(target)).map((to) => `trigger ${name}: writes ${to}`),
    ...said.filter((to) => !written.has(to)).map((to) => `trigger ${name}: does not write ${to}`),
    ...said
      .filter((to) => !projections.has(to))
      .map((to) => `trigger ${name}: writes ${to}, which is no projection`),
  ];
}
