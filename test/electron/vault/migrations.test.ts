import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { openDatabase } from '../../../electron/vault/database';
import { earlierProducerId } from '../../../electron/vault/migrations/0080-producers';
import { migrations } from '../../../electron/vault/migrations/index';
import { runMigrations, versionOf } from '../../../electron/vault/migrations/runner';
import { correctionId } from '../../../electron/vault/records/record-id';
import { codeOf } from '../../helpers/code-of';
import { useTempFolders } from '../../helpers/temp-folder';

const tempFolder = useTempFolders();
const opened: Database[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});
async function empty(): Promise<Database> {
  const db = openDatabase(join(await tempFolder(), 'db'), randomBytes(32), randomBytes(16));
  opened.push(db);
  return db;
}
const schemaOf = (db: Database): unknown =>
  db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all();

/** Puts a row into every table, as a vault in use has, by the columns the table has at that version. */
function fill(db: Database): void {
  db.pragma('foreign_keys=OFF');
  const tables = db.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'text_index%'",
  );
  for (const table of tables.pluck().all() as string[]) {
    if ((db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number) > 0) continue;
    const columns = db.pragma(`table_info("${table}")`) as { name: string; type: string }[];
    const values = columns.map(({ name, type }) => {
      if (type === 'BLOB') return Buffer.alloc(32, 1);
      if (type === 'INTEGER' || type === 'REAL') return 1;
      return name === 'sha256' ? 'a'.repeat(64) : `a ${name}`;
    });
    db.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join()})`).run(...values);
  }
  db.pragma('foreign_keys=ON');
}
/** Words that nobody knows stay, whole, as detail. */
function withCode(row: unknown): object {
  const { label, ...rest } = row as { readonly label?: string };
  return label === undefined ? rest : { ...rest, code: 'other', detail: label };
}
function rowsOf(db: Database): Record<string, unknown[]> {
  const tables = db.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'text_index%'",
  );
  return Object.fromEntries(
    (tables.pluck().all() as string[]).map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]),
  );
}

describe('the migrations', () => {
  const steps = migrations.map(({ version }, index) => ({
    from: migrations[index - 1]?.version ?? 0,
    to: version,
  }));

  it.each(steps)('lead from version $from to $to without losing a row', async ({ from, to }) => {
    const db = await empty();
    runMigrations(db, migrations, from);
    expect(versionOf(db)).toBe(from);
    fill(db);
    // What is about an exhibit is about one that is there.
    if (to === 290) db.exec("UPDATE provenance SET item_id = 'a id'");
    if (to === 300) db.exec("UPDATE evidence SET id = 'a item_id'");
    if (to === 390) db.exec("UPDATE redactions SET item_id = 'a id', boxes = '[]'");
    if (to === 420) db.exec("UPDATE redactions SET pages = 'no JSON'");
    if (to === 330) db.exec("UPDATE likeness_decisions SET item_a = 'a id'");
    if (to === 340) db.exec("UPDATE text_corrections SET item_id = 'a id'");
    if (to === 350) db.exec("UPDATE text_item_choices SET item_id = 'a id'");
    const { entry_versions: versions, ...before } = rowsOf(db);
    runMigrations(db, migrations, to);
    expect(versionOf(db)).toBe(to);
    const { entry_versions: kept, ...after } = rowsOf(db);
    // Counters of producers became series.
    if (to === 260) {
      expect(after.producers).toHaveLength(1);
      delete before.producers;
      expect(after.settings).toEqual([
        ...(before.settings ?? []),
        expect.objectContaining({ name: 'series.seed' }),
      ]);
      delete before.settings;
    }
    // Dates that were settled on became records, and their rows versions.
    if (to === 310) {
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'date-choice', at: 'a at', author: 'a author', hlc: 'a hlc' }),
      );
      expect(JSON.stringify(after.record_versions)).toContain('a reason');
      delete before.date_choices;
    }
    if (to === 320) {
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'exhibit', author: 'a author', hlc: 'a hlc', at: 'a imported_at' }),
      );
      expect(JSON.stringify(after.record_versions)).toContain('a police_ref');
    }
    // Views became records: what is worked out from versions is worked out anew.
    if (to === 270) {
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'view', record_id: 'a id' }),
      );
    }
    if (to === 290) {
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'provenance', refs: '["a id"]', at: 'a at', hlc: 'a hlc' }),
      );
      delete before.provenance;
    }
    if (to === 300)
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'handover', record_id: 'a id', at: 'a recorded_at', hlc: 'a hlc' }),
      );
    if (to === 330)
      for (const kind of ['pair', 'run'])
        expect(after.record_versions).toContainEqual(expect.objectContaining({ kind, hlc: 'a hlc' }));
    // Of their table what is shown is left, by the id of the record.
    if (to === 340) {
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'text-correction', refs: '["a id"]', at: 'a at', hlc: 'a hlc' }),
      );
      expect(after.text_corrections).toEqual([
        {
          ...{ id: correctionId('a id', 1), item_id: 'a id', page: 1, version: 1 },
          ...{ text: 'a text', at: 'a at', author: 'a author' },
        },
      ]);
      delete before.text_corrections;
    }
    if (to === 350) {
      for (const refs of ['[]', '["a id"]'])
        expect(after.record_versions).toContainEqual(expect.objectContaining({ kind: 'languages', refs }));
      delete before.text_case_choices;
      delete before.text_item_choices;
    }
    if (to === 360)
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'producer', hlc: 'a hlc' }),
      );
    if (to === 380)
      for (const kind of ['partner-office', 'column-mapping'])
        expect(after.record_versions).toContainEqual(expect.objectContaining({ kind, record_id: 'a id' }));
    if (to === 390) {
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'redaction', record_id: 'a id', at: 'a created_at' }),
      );
      expect(after.redactions).toHaveLength(1);
      delete before.redactions;
    }
    const isWorkedOut = (name: string): boolean =>
      (to === 430 && /^record_index/u.test(name)) ||
      ([270, 290, 300, 310, 320, 330, 340, 350, 360, 380, 390].includes(to) &&
        /^record(?:s|_versions|_index\w*)$/u.test(name));
    const untouched = Object.fromEntries(Object.entries(before).filter(([name]) => !isWorkedOut(name)));
    expect(after).toMatchObject(
      to === 280 ? { ...untouched, facts: before.facts?.map(withCode) } : untouched,
    );
    // Versions of entries became versions of records.
    if (to < 240) expect(kept).toEqual(versions ?? kept);
    else if (versions !== undefined)
      expect(after.record_versions).toContainEqual(
        expect.objectContaining({ kind: 'entry', record_id: 'a id', at: 'a updated_at' }),
      );
  });

  it('give a case whose initials were edited a producer for each, and begin later ones after every number given', async () => {
    const db = await empty();
    runMigrations(db, migrations, 70);
    fill(db);
    db.exec(`
      UPDATE cases SET id = 'case-1', exhibit_initials = 'CD', next_exhibit = 6;
      DELETE FROM evidence;
    `);
    db.pragma('foreign_keys=OFF');
    for (const [index, ref] of ['AB/1', 'AB/3', 'CD/4'].entries()) {
      db.prepare(
        `INSERT INTO evidence (id, case_id, file_id, exhibit_ref, exhibit_number, file_name, title, kind, mime, imported_at,
           preview, office, author, hlc) VALUES (?, 'case-1', 'f', ?, ?, '', '', 'other', '', '', 'none', '', '', '')`,
      ).run(`item-${index}`, ref, Number(ref.slice(3)));
    }
    runMigrations(db, migrations);
    const series = db.prepare('SELECT id, producer_id, initials, next FROM exhibit_series ORDER BY initials');
    const earlier = earlierProducerId('case-1', 'AB');
    expect(series.all()).toEqual([
      { id: earlier, producer_id: earlier, initials: 'AB', next: 6 },
      { id: 'case-1', producer_id: 'case-1', initials: 'CD', next: 6 },
    ]);
    expect(db.prepare('SELECT producer_id FROM evidence ORDER BY id').pluck().all()).toEqual([
      earlier,
      earlier,
      'case-1',
    ]);
    expect(z.uuid().safeParse(earlier).success).toBe(true);
  });

  it('make of an answer about safe contact that nobody gave one that is not known, and keep a yes', async () => {
    const db = await empty();
    runMigrations(db, migrations, 170);
    db.pragma('foreign_keys=OFF');
    const stored = (values: object): string =>
      JSON.stringify({ rule: 'Text first', voicemailOk: false, textOk: true, emailOk: false, ...values });
    const addCase = db.prepare(
      `INSERT INTO cases (id, reference, alias, exhibit_initials, next_exhibit, status, safe_contact, created_at, updated_at,
         office, author, hlc) VALUES (?, ?, '', 'AB', 1, 'active', ?, '', '', '', '', '')`,
    );
    const given = [stored({}), stored({ textOk: false }), stored({ voicemailOk: true }), '{}', 'spoiled'];
    for (const [index, text] of given.entries()) addCase.run(`case-${index}`, `K-${index}`, text);
    const addDraft = db.prepare("INSERT INTO drafts (id, form, body, at, slot) VALUES (?, ?, ?, '', '')");
    addDraft.run(
      'draft-1',
      'case',
      JSON.stringify({ alias: 'x', safeContact: JSON.parse(stored({})) as unknown }),
    );
    addDraft.run('draft-2', 'entry', JSON.stringify({ textOk: false }));
    runMigrations(db, migrations);
    const texts = db.prepare('SELECT safe_contact FROM cases ORDER BY id').pluck().all() as string[];
    const kept = (values: object): unknown => ({
      rule: 'Text first',
      voicemailOk: null,
      textOk: true,
      emailOk: null,
      ...values,
    });
    expect(texts.slice(0, 4).map((text) => JSON.parse(text) as unknown)).toEqual([
      kept({}),
      kept({ textOk: null }),
      kept({ voicemailOk: true }),
      {},
    ]);
    expect(texts[4]).toBe('spoiled');
    const drafts = db.prepare('SELECT body FROM drafts ORDER BY id').pluck().all() as string[];
    expect(drafts.map((body) => JSON.parse(body) as unknown)).toEqual([
      { alias: 'x', safeContact: kept({}) },
      { textOk: false },
    ]);
  });

  it('give a fact, and the dates that repeat it, a code for the words it was stored with, and keep words that are not known', async () => {
    const db = await empty();
    runMigrations(db, migrations, 250);
    db.pragma('foreign_keys=OFF');
    const words = [
      'EXIF DateTimeDigitized',
      'PNG cReAtIoN time ',
      'Typed, in the words of Typed by the advocate',
      'Read on page 3: the clock: upper right',
      // No word of ours may be taken for a code, nor a code for one of our words.
      'exif.GPS',
      'Container, place',
      'toString',
      '',
    ];
    const date = { edtf: '2026-03-03', time: null, zone: null, source: 'exif', chosen: true };
    const addFact = db.prepare(
      `INSERT INTO facts (id, item_id, field, source, label, raw, value, rank) VALUES (?, 'i', 'note', 'exif', ?, 'r', 'v', 1)`,
    );
    const addItem = db.prepare(
      `INSERT INTO evidence (id, case_id, file_id, exhibit_ref, exhibit_number, file_name, title, kind, mime, imported_at,
         preview, office, author, hlc, best_date) VALUES (?, 'c', 'f', ?, 1, '', '', 'other', '', '', 'none', '', '', '', ?)`,
    );
    const addChoice = db.prepare(
      `INSERT INTO date_choices (id, item_id, field, date, reason, at, office, author, hlc) VALUES (?, 'i', 'captured', ?, '', '', '', '', '')`,
    );
    for (const [index, label] of words.entries()) {
      addFact.run(`id-${index}`, label);
      addItem.run(`id-${index}`, `AB/${index}`, JSON.stringify({ ...date, label }));
      addChoice.run(`id-${index}`, JSON.stringify({ ...date, label }));
    }
    addItem.run('none', 'AB/90', null);
    addItem.run('spoiled', 'AB/91', '{');
    runMigrations(db, migrations, 280);
    const expected = [
      { code: 'exif.DateTimeDigitized', detail: '' },
      { code: 'png.text', detail: 'cReAtIoN time ' },
      { code: 'typed.InWordsOf', detail: 'Typed by the advocate' },
      { code: 'ocr.Page', detail: '3: the clock: upper right' },
      ...words.slice(4).map((label) => ({ code: 'other', detail: label })),
    ];
    expect(db.prepare('SELECT code, detail FROM facts ORDER BY id').all()).toEqual(expected);
    const dates = (sql: string): unknown[] =>
      (db.prepare(sql).pluck().all() as string[]).map((text) => JSON.parse(text) as unknown);
    const coded = expected.map((place) => ({ ...date, ...place }));
    expect(dates("SELECT best_date FROM evidence WHERE id GLOB 'id-*' ORDER BY id")).toEqual(coded);
    expect(dates('SELECT date FROM date_choices ORDER BY id')).toEqual(coded);
    expect(
      db.prepare("SELECT best_date FROM evidence WHERE id IN ('none', 'spoiled') ORDER BY id").pluck().all(),
    ).toEqual([null, '{']);
  });

  it('end in the same tables in one go and step by step', async () => {
    const [once, stepwise] = [await empty(), await empty()];
    runMigrations(once, migrations);
    for (const { to } of steps) runMigrations(stepwise, migrations, to);
    expect(schemaOf(stepwise)).toEqual(schemaOf(once));
    expect(versionOf(once)).toBe(migrations.at(-1)?.version);
  });

  it('change nothing when run again', async () => {
    const db = await empty();
    runMigrations(db, migrations);
    fill(db);
    const before = [schemaOf(db), rowsOf(db)];
    runMigrations(db, migrations);
    expect([schemaOf(db), rowsOf(db)]).toEqual(before);
  });

  it('make strict tables only', async () => {
    const db = await empty();
    runMigrations(db, migrations);
    const lists = db.pragma('table_list') as { name: string; type: string; strict: number }[];
    const loose = lists.filter(({ type, strict }) => type === 'table' && strict === 0);
    expect(loose.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'))).toEqual([]);
  });

  it('leave everything as it was when a step fails', async () => {
    const db = await empty();
    runMigrations(db, migrations, 20);
    fill(db);
    const before = [schemaOf(db), rowsOf(db)];
    const failing = [
      ...migrations.filter(({ version }) => version <= 30),
      {
        version: 31,
        migrate: () => {
          throw new Error('no');
        },
      },
    ];
    expect(() => {
      runMigrations(db, failing);
    }).toThrow('no');
    expect([schemaOf(db), rowsOf(db)]).toEqual(before);
    expect(versionOf(db)).toBe(20);
  });

  it('refuse a vault that a newer app has migrated, and a list out of order', async () => {
    const db = await empty();
    db.pragma('user_version=1000');
    expect(
      await codeOf(() => {
        runMigrations(db, migrations);
      }),
    ).toBe('vault-newer');
    const shuffled = [...migrations].reverse();
    const other = await empty();
    expect(
      await codeOf(() => {
        runMigrations(other, shuffled);
      }),
    ).toBe('internal');
    expect(versionOf(other)).toBe(0);
  });
});
