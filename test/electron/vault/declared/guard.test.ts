import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/vault/database';
import { declaredTables, isPacked } from '../../../../electron/vault/declared/tables';
import { migrations } from '../../../../electron/vault/migrations/index';
import { runMigrations } from '../../../../electron/vault/migrations/runner';
import { useTempFolders } from '../../../helpers/temp-folder';
import { misfits } from './undeclared';

const tempFolder = useTempFolders();
let db: Database;
beforeEach(async () => {
  db = openDatabase(join(await tempFolder(), 'db'), randomBytes(32), randomBytes(16));
  runMigrations(db, migrations);
});
afterEach(() => db.close());

describe('the guard over tables', () => {
  it('finds every table, view and trigger of a freshly migrated vault declared, and none declared that is not there', () => {
    expect(misfits(db)).toEqual([]);
  });

  const undeclared = 'is not declared in electron/vault/declared';
  it.each([
    ['a table', 'CREATE TABLE scratch (id TEXT) STRICT', [`table scratch: ${undeclared}`]],
    ['a view', 'CREATE VIEW scratch AS SELECT id FROM cases', [`view scratch: ${undeclared}`]],
    [
      'an index of words, with all that it keeps its words in',
      'CREATE VIRTUAL TABLE scratch USING fts5 (text)',
      [
        ...[
          'scratch',
          'scratch_config',
          'scratch_content',
          'scratch_data',
          'scratch_docsize',
          'scratch_idx',
        ].map((name) => `table ${name}: ${undeclared}`),
        'table scratch: is virtual and not declared as such',
      ],
    ],
    [
      'a table that looks like one behind an index of words',
      'CREATE TABLE message_index_more (id TEXT) STRICT',
      [`table message_index_more: ${undeclared}`],
    ],
    [
      'a table that SQLite makes itself',
      'CREATE TABLE scratch (id INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE scratch',
      [`table sqlite_sequence: ${undeclared}`],
    ],
    [
      'a trigger',
      'CREATE TRIGGER scratch AFTER INSERT ON cases BEGIN UPDATE cases SET alias = NEW.alias; END',
      [`trigger scratch: ${undeclared}`],
    ],
    ['the loss of a table', 'DROP TABLE drafts', ['table drafts: is declared and not there']],
  ])('tells %s by name', (_what, sql, told) => {
    db.exec(sql);
    expect(misfits(db)).toEqual(told);
  });

  it('tells a trigger that does something else than it is declared to do', () => {
    db.exec(`
      DROP TRIGGER audit_no_update;
      CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN INSERT INTO drafts (id) VALUES (NEW.at); END;
      DROP TRIGGER text_pages_removed;
      CREATE TRIGGER text_pages_removed AFTER DELETE ON text_queue BEGIN DELETE FROM text_index WHERE rowid = 1; END;
    `);
    expect(misfits(db)).toEqual([
      'trigger audit_no_update: does not refuse to update',
      'trigger audit_no_update: writes drafts',
      'trigger text_pages_removed: hangs on text_queue, not on text_pages',
    ]);
  });
});

const gone: readonly unknown[] = ['deleted', 'cascades', 'by-trigger'];
const byName = new Map(declaredTables.map((each) => [each.table, each]));
const keysOf = (table: string): readonly { readonly table: string; readonly on_delete: string }[] =>
  db.prepare('SELECT "table", on_delete FROM pragma_foreign_key_list(?)').all(table) as {
    table: string;
    on_delete: string;
  }[];

describe('what is declared of erasing', () => {
  it.each(['withCase', 'withItem'] as const)('holds %s to the foreign keys and triggers', (when) => {
    const isGone = (table: string): boolean => gone.includes(byName.get(table)?.erased[when]);
    for (const { table, erased } of declaredTables) {
      if (erased[when] === 'cascades')
        expect(
          keysOf(table).filter((key) => key.on_delete === 'CASCADE' && isGone(key.table)),
          table,
        ).not.toEqual([]);
      if (erased[when] === 'by-trigger') {
        const feeds = declaredTables.filter(({ triggers = {} }) =>
          Object.values(triggers).some((each) => 'writes' in each && each.writes.includes(table)),
        );
        expect(
          feeds.filter((each) => isGone(each.table)),
          table,
        ).not.toEqual([]);
      }
    }
  });

  it('lets nothing stay untouched that names a case or an exhibit', () => {
    for (const { table, erased } of declaredTables) {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
      const targets = keysOf(table).map((key) => key.table);
      if (columns.includes('case_id') || targets.some((to) => to === 'cases' || to === 'evidence'))
        expect(erased.withCase, table).not.toBe('untouched');
      if (targets.includes('evidence')) expect(erased.withItem, table).not.toBe('untouched');
    }
  });
});

describe('what is declared of columns and sources', () => {
  it('packs no draft, and nothing of the vault itself but its sealed files', () => {
    const own = declaredTables.filter(({ what }) => what.sort === 'drafts' || what.sort === 'ground');
    expect(own.filter(isPacked).map(({ table }) => table)).toEqual(['files']);
  });

  it('names columns and tables that are there', () => {
    for (const declaration of declaredTables) {
      const { table, what, travels, exported } = declaration;
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
      const named = [
        ...('but' in travels ? Object.keys(travels.but) : []),
        ...(what.sort === 'file-set' ? what.asItWas : []),
        ...(exported.as === 'lines' ? Object.keys(exported.withoutColumns) : []),
      ];
      expect(columns, table).toEqual(expect.arrayContaining(named));
      if (what.sort === 'projection')
        expect([...byName.keys()], table).toEqual(expect.arrayContaining([...what.of]));
    }
  });

  it('has no projection that is made of itself, by whatever way', () => {
    const sources = (table: string, above: readonly string[]): void => {
      expect(above, `${table} by way of ${above.join()}`).not.toContain(table);
      const what = byName.get(table)?.what;
      if (what?.sort === 'projection') for (const of of what.of) sources(of, [...above, table]);
    };
    for (const { table } of declaredTables) sources(table, []);
  });
});
