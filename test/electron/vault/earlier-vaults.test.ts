import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chronologyHandlers } from '../../../electron/services/chronology/handlers';
import { keepSupportsCurrent } from '../../../electron/services/chronology/law-index';
import { searchEverything } from '../../../electron/services/search/everything';
import { digestCase } from '../../../electron/services/transfer/digest';
import { transferHandlers } from '../../../electron/services/transfer/handlers';
import { openPackage } from '../../../electron/services/transfer/open-package';
import { writePackage } from '../../../electron/services/transfer/write-package';
import { projections } from '../../../electron/vault-process/projections';
import type { VaultContext } from '../../../electron/vault/api';
import { verifyAudit } from '../../../electron/vault/audit';
import { checkOpenVault } from '../../../electron/vault/check/check-open';
import { codeOfLabel } from '../../../electron/vault/migrations/0280-earlier-labels';
import type { OpenVault } from '../../../electron/vault/open-vault';
import { correctionId, recordIdAbout } from '../../../electron/vault/records/record-id';
import { rebuildRecords } from '../../../electron/vault/records/rebuild';
import { versionsOfCase } from '../../../electron/vault/records/version-rows';
import { factName } from '../../../shared/domain/facts/fact-names';
import { formatHlc } from '../../../shared/domain/hlc';
import { historyOf } from '../../../shared/domain/records/history';
import { isStub } from '../../../shared/domain/records/version';
import type { Version } from '../../../shared/domain/records/version';
import { dateChoiceKind, dateOf } from '../../../shared/records/date-choice';
import { entryKind } from '../../../shared/records/entry';
import { newEntrySchema } from '../../../shared/models/chronology';
import { factPlaceSchema } from '../../../shared/models/evidence';
import type { FactPlace } from '../../../shared/models/evidence';
import { keptVaults, openKept, pathOfKept, readBefore, takeKept } from '../../helpers/earlier-vault/kept';
import { readTables } from '../../helpers/earlier-vault/read-back';
import type { Before, Row } from '../../helpers/earlier-vault/read-back';
import { narrowTables, scrambleExhibits } from '../../helpers/narrow-tables';
import { meet } from '../../helpers/offices';
import { makeTestVault } from '../../helpers/test-vault';

const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };
/** The case of which there are packages. */
const packed = 'EV-1';

/** A column of words. */
function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`${column} is no text`);
  return value;
}

/**
 * What a migration changed in rows on purpose, in the order of their numbers. All else must come through as it was: a new
 * line here is a decision about what somebody wrote.
 */
const onPurpose: readonly {
  readonly since: number;
  readonly table: string;
  readonly change: (row: Row) => Row;
}[] = [
  // Nobody knows who had given an answer about safe contact that was stored as a no.
  {
    since: 190,
    table: 'cases',
    change: (row) => ({
      ...row,
      safe_contact: textOf(row, 'safe_contact').replaceAll(/("(?:voicemail|text|email)Ok":)false/g, '$1null'),
    }),
  },
  // Which version of an entry kept its clock was a matter of what came later: each has that of the wall.
  {
    since: 240,
    table: 'entries',
    change: (row) => {
      const clock = { wall: Date.parse(textOf(row, 'updated_at')), count: Number(row.version) };
      return row.removed === 1 ? row : { ...row, hlc: formatHlc(clock) };
    },
  },
  // Where a producer's numbers stand is in their series, which is asked about below.
  {
    since: 260,
    table: 'producers',
    change: ({ initials: _i, next_exhibit: _n, ...row }) => ({ ...row, initials: null, next_exhibit: null }),
  },
  // Where a fact stands is a code now; that it is shown in the words of then is asked below.
  {
    since: 280,
    table: 'facts',
    change: (row) => {
      const { label: _label, ...rest } = row;
      return { ...rest, ...codeOfLabel(textOf(row, 'label')) };
    },
  },
  { since: 280, table: 'evidence', change: (row) => withCode(row, 'best_date') },
  // What was decided to be covered is a record, which is asked about below.
  { since: 390, table: 'redactions', change: ({ boxes: _boxes, ...row }) => ({ ...row, boxes: null }) },
  // Whether its picture was turned is stored beside the words of its steps, which say nothing of it there.
  {
    since: 420,
    table: 'redactions',
    change: (row) => ({
      ...row,
      pages: JSON.stringify({ ...(JSON.parse(textOf(row, 'pages')) as object), turned: false }),
    }),
  },
  // What a filter can ask for since is there, and asks for nothing.
  {
    since: 370,
    table: 'chronology_views',
    change: (row) => {
      const { filter, ...body } = JSON.parse(textOf(row, 'body')) as { readonly filter: object };
      const kept = Object.entries({ newer: [], ...filter }).filter(([name]) => name !== 'newer');
      const whole = { ...Object.fromEntries(kept), newer: 'newer' in filter ? filter.newer : [] };
      return { ...row, body: JSON.stringify(inOrder(body, whole)) };
    },
  },
];
/** A view's body with its filter in the place where it stands. */
function inOrder({ audience, ...body }: Readonly<Record<string, unknown>>, filter: object): object {
  return { audience, filter, ...body };
}
/** A date of then with a code in the place of words. */
function withCode(row: Row, column: string): Row {
  if (row[column] === null) return row;
  const { label, ...date } = JSON.parse(textOf(row, column)) as Readonly<Record<string, string>>;
  return { ...row, [column]: JSON.stringify({ ...date, ...codeOfLabel(label ?? '') }) };
}
/** Tables that are gone, and since when; where their rows are now is asked below. */
const gone: Readonly<Record<string, number>> = {
  entry_versions: 240,
  provenance: 290,
  date_choices: 310,
  text_corrections: 340,
  text_case_choices: 350,
  text_item_choices: 350,
};

function expected({ tables, migration }: Before, table: string): readonly Row[] {
  const changes = onPurpose.filter((each) => each.table === table && each.since > migration);
  return (tables[table] ?? []).map((row) => changes.reduce((now, { change }) => change(now), row));
}
/** The columns there were; the order of rows is no matter. */
function inColumnsOf(rows: readonly Row[], like: readonly Row[]): readonly string[] {
  const columns = Object.keys(like[0] ?? {});
  return rows.map((row) => JSON.stringify(columns.map((column) => [column, row[column] ?? null]))).sort();
}

const caseOf = ({ db }: VaultContext, reference: string): string =>
  String(db.prepare('SELECT id FROM cases WHERE reference = ?').pluck().get(reference));
const written = (versions: readonly Version[]): readonly Version[] =>
  historyOf(versions).filter((each) => !isStub(each) && !each.removed);
/** The versions of a date that was settled on for an exhibit. */
const choicesIn =
  ({ records }: VaultContext) =>
  (itemId: string, field: string): readonly Version[] =>
    historyOf(records.versions(recordIdAbout(`date-choice/${field}`, itemId)));

it('there are vaults from before records, one from the release before those, and one whose records the gate does not know', () => {
  expect(keptVaults).toEqual(expect.arrayContaining(['e74c9bd', 'e9f7690', '459eb68']));
});

describe.each(keptVaults)('the vault kept from %s', (name) => {
  const before = readBefore(name);
  /** Asks of tables or columns that a migration took away, of vaults alone that were kept before it. */
  const askedBefore = (migration: number) => it.runIf(before.migration < migration);
  let vault: OpenVault;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ vault, close } = await openKept(name));
  });
  afterAll(() => close());

  askedBefore(260)('counts on where each producer stood', () => {
    const series = vault.context.db.prepare(
      'SELECT producer_id, initials, next, owner, state FROM exhibit_series',
    );
    const then = before.tables.producers ?? [];
    expect(then.length).toBeGreaterThan(3);
    expect(series.all()).toHaveLength(then.length);
    for (const { id, initials, next_exhibit: next, office: owner } of then)
      expect(series.all()).toContainEqual({ producer_id: id, initials, next, owner, state: 'open' });
  });

  it('holds every row of every table', () => {
    const all = readTables(vault.context.db);
    // Made at the unlock, of this very folder, and by a migration, from nothing that was there.
    const made = ['vault.folder-made', ...(before.migration < 260 ? ['series.seed'] : [])];
    const kept = (rows: readonly Row[] | undefined): readonly Row[] =>
      rows?.filter((row) => !made.includes(textOf(row, 'name'))) ?? [];
    const now: typeof all = { ...all, settings: kept(all.settings) };
    const tables = { ...before.tables, settings: kept(before.tables.settings) };
    const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0);
    expect(filled.length).toBeGreaterThan(25);
    for (const [table, then] of filled) {
      if (before.migration < (gone[table] ?? 0)) continue;
      // What was done since it was read back is added to the record of acts, and nothing in it changes.
      const rows = table === 'audit' ? now.audit?.slice(0, then.length) : now[table];
      const wanted = expected({ ...before, tables }, table);
      expect(inColumnsOf(rows ?? [], wanted), table).toEqual(inColumnsOf(wanted, wanted));
    }
  });

  it('has every version of every entry, in order, by whom, when, and with what it names', () => {
    const { context } = vault;
    expect(before.histories.some(({ removed }) => removed)).toBe(true);
    expect(Math.max(...before.histories.map(({ versions }) => versions.length))).toBeGreaterThan(3);
    for (const { entryId, caseId, ...then } of before.histories) {
      const now = chronologyHandlers(context)['chronology.history']({ id: entryId });
      expect(now).toMatchObject(then);
      const versions = written(context.records.versions(entryId));
      expect(versions.map(({ refs }) => refs)).toEqual(
        [...then.versions].reverse().map(({ entry }) => entryKind.refs(newEntrySchema.parse(entry))),
      );
      expect(new Set(versions.map((each) => `${each.caseId ?? ''} ${each.kind}`))).toEqual(
        new Set([`${caseId} entry`]),
      );
    }
    for (const row of before.tables.entry_versions ?? [])
      expect(
        context.records
          .versions(textOf(row, 'entry_id'))
          .filter(({ at, author, removed }) => at === row.at && author === row.author && !removed)
          .map(({ body }) => body),
      ).toEqual([JSON.parse(textOf(row, 'body'))]);
  });

  askedBefore(390)('has what was decided to be covered in each redacted copy, by whom and when', () => {
    const { records } = vault.context;
    const then = before.tables.redactions ?? [];
    expect(then.length).toBeGreaterThan(0);
    for (const row of then)
      expect(records.versions(textOf(row, 'id'))).toMatchObject([
        {
          ...{ office: row.office, author: row.author, hlc: row.hlc, at: row.created_at },
          body: { itemId: row.item_id, boxes: JSON.parse(textOf(row, 'boxes')) as unknown },
        },
      ]);
  });

  askedBefore(290)('has every version of where an exhibit came from, in order, by whom and when', () => {
    const { records } = vault.context;
    const then = before.tables.provenance ?? [];
    expect(then.length).toBeGreaterThan(2);
    for (const itemId of new Set(then.map((row) => textOf(row, 'item_id')))) {
      const said = then
        .filter((row) => row.item_id === itemId)
        .sort((a, b) => Number(a.version) - Number(b.version))
        .map((row) => ({
          ...{ office: row.office, author: row.author, hlc: row.hlc, at: row.at },
          body: { ...(JSON.parse(textOf(row, 'body')) as object), itemId },
        }));
      const versions = records.versions(recordIdAbout('provenance', itemId));
      expect(historyOf(versions)).toMatchObject(said);
      expect(records.standing(versions[0]?.recordId ?? '').shown).toMatchObject(said.at(-1) ?? {});
    }
  });

  it('has every handover, one that puts another right among them, by whom and when', () => {
    const then = before.tables.continuity ?? [];
    expect(then.some(({ corrects }) => corrects !== null)).toBe(true);
    for (const row of then) {
      const { item_id: itemId, handover_id: handoverId, corrects, office, author, hlc } = row;
      expect(vault.context.records.versions(textOf(row, 'id'))).toMatchObject([
        {
          ...{ kind: 'handover', office, author, hlc, at: row.recorded_at, parents: [] },
          body: { ...(JSON.parse(textOf(row, 'body')) as object), itemId, handoverId, corrects },
        },
      ]);
    }
  });

  askedBefore(340)(
    'has every correction of the text of a page, by whom and when, and shows and finds it',
    () => {
      const { db, records } = vault.context;
      const then = before.tables.text_corrections ?? [];
      expect(then.length).toBeGreaterThan(1);
      for (const row of then) {
        const { item_id: itemId, page, text, at, office, author, hlc } = row;
        const id = correctionId(textOf(row, 'item_id'), Number(page));
        const version = { kind: 'text-correction', body: { itemId, page, text }, office, author, hlc, at };
        expect(written(records.versions(id))).toMatchObject([version]);
        expect(records.standing(id).shown).toMatchObject(version);
        const [shown] = narrowTables(db).text_corrections?.filter((each) => (each as Row).id === id) ?? [];
        expect(shown).toEqual({ id, item_id: itemId, page, version: 1, text, at, author });
        expect(narrowTables(db).pages).toContainEqual({ item_id: itemId, page, text });
      }
    },
  );

  askedBefore(350)('has the languages that each case is read in', () => {
    const then = before.tables.text_case_choices ?? [];
    expect(then.length).toBeGreaterThan(1);
    for (const row of then) {
      const caseId = textOf(row, 'case_id');
      const languages = textOf(row, 'languages').split('+');
      expect(vault.context.records.versions(recordIdAbout('languages', caseId))).toMatchObject([
        { kind: 'languages', caseId, parents: [], body: { itemId: null, languages } },
      ]);
    }
  });

  it('shows each case, person, place and order as it was, with whether it was removed', () => {
    const { records } = vault.context;
    for (const row of expected(before, 'register')) {
      const { shown, removed } = records.standing(textOf(row, 'id'));
      const body = { ...(JSON.parse(textOf(row, 'body')) as object), kind: row.kind };
      expect(shown).toMatchObject({ body, caseId: row.case_id, author: row.author, hlc: row.hlc });
      expect(removed).toBe(row.removed === 1);
    }
    for (const row of expected(before, 'cases'))
      expect(records.standing(textOf(row, 'id')).shown).toMatchObject({
        ...{ kind: 'case', office: row.office, author: row.author, hlc: row.hlc },
        body: {
          ...{ reference: row.reference, alias: row.alias, status: row.status },
          exhibitInitials: row.exhibit_initials,
          safeContact: JSON.parse(textOf(row, 'safe_contact')) as unknown,
        },
      });
  });

  askedBefore(280)('says where each fact and each date comes from in the words of then', () => {
    const { db } = vault.context;
    const choicesAbout = choicesIn(vault.context);
    const now = (sql: string, id: string): FactPlace =>
      factPlaceSchema.parse(db.prepare(`${sql} WHERE id = ?`).get(id));
    const of = (column: string, table: string): string =>
      `SELECT ${column} ->> 'code' AS code, ${column} ->> 'detail' AS detail FROM ${table}`;
    const said = (row: Row, column: string): string =>
      (JSON.parse(textOf(row, column)) as { readonly label: string }).label;
    for (const row of before.tables.facts ?? [])
      expect(factName(now('SELECT code, detail FROM facts', textOf(row, 'id')))).toBe(row.label);
    for (const row of before.tables.date_choices ?? []) {
      const [choice] = choicesAbout(textOf(row, 'item_id'), textOf(row, 'field')).filter(
        ({ hlc }) => hlc === row.hlc,
      );
      expect(factName(dateOf(dateChoiceKind.body.parse(choice?.body)))).toBe(said(row, 'date'));
    }
    for (const row of (before.tables.evidence ?? []).filter((each) => each.best_date !== null))
      expect(factName(now(of('best_date', 'evidence'), textOf(row, 'id')))).toBe(said(row, 'best_date'));
  });

  askedBefore(310)('has every date that was settled on, in order, by whom, when and why', () => {
    const choicesAbout = choicesIn(vault.context);
    const rows = before.tables.date_choices ?? [];
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const date = textOf(before.migration < 280 ? withCode(row, 'date') : row, 'date');
      const versions = choicesAbout(textOf(row, 'item_id'), textOf(row, 'field'));
      expect(versions.filter(({ hlc }) => hlc === row.hlc)).toMatchObject([
        {
          body: {
            ...{ itemId: row.item_id, field: row.field, reason: row.reason },
            date: JSON.parse(date) as unknown,
          },
          ...{ refs: [row.item_id], removed: false, kind: 'date-choice' },
          ...{ office: row.office, author: row.author, hlc: row.hlc, at: row.at ?? '' },
        },
      ]);
      expect(versions).toHaveLength(
        rows.filter((each) => each.item_id === row.item_id && each.field === row.field).length,
      );
    }
  });

  askedBefore(320)(
    'has what exhibits were called by a person as records, and nothing that was only suggested',
    () => {
      const { db, records } = vault.context;
      const called = (before.tables.evidence ?? []).filter((row) => row.police_ref === 'NP/44');
      expect(called).toHaveLength(2);
      for (const row of called) {
        const { id, title, police_ref: policeRef, office, author, hlc } = row;
        expect(records.versions(recordIdAbout('exhibit', textOf(row, 'id')))).toMatchObject([
          { body: { itemId: id, title, policeRef }, refs: [id], office, author, hlc },
        ]);
      }
      const kept = db.prepare("SELECT count(*) FROM records WHERE kind = 'exhibit'").pluck().get();
      expect(kept).toBe(called.length);
      const suggested = db.prepare('SELECT id, suggested_title FROM evidence').all();
      for (const { id, title } of before.tables.evidence ?? [])
        expect(suggested).toContainEqual({
          id,
          suggested_title: called.some((row) => row.id === id) ? 'Picture' : title,
        });
    },
  );

  askedBefore(400)('takes the reference that each exhibit bears for the one that it was given', () => {
    const now = vault.context.db
      .prepare('SELECT id, given_ref, given_number, former_refs, item_class FROM evidence')
      .all();
    const then = before.tables.evidence ?? [];
    expect(now).toHaveLength(then.length);
    for (const { id, exhibit_ref: ref, exhibit_number: number } of then)
      expect(now).toContainEqual({
        ...{ id, given_ref: ref, given_number: number, former_refs: '[]' },
        // Nobody was asked what an exhibit is: the gate asks before it leaves.
        item_class: null,
      });
  });

  askedBefore(430)('finds by their words people, handovers and where exhibits came from', () => {
    const found = (text: string): readonly string[] =>
      searchEverything(vault.context, caseOf(vault.context, packed), text).hits.map(
        ({ record, title }) => `${record ?? 'none'}: ${title}`,
      );
    expect(found('lock')).toEqual(['register: Quay Street, by the lock']);
    expect(found('Sent again')).toEqual(['provenance: Where it came from: Through a messaging app']);
    expect(found('Safe keeping')).toHaveLength(4);
    // One who was removed and brought back.
    expect(found('Saw the van')).toContain('register: Sam Neighbour');
  });

  it('gives back every original under its reference', async () => {
    const now: Before['exhibits'][number][] = [];
    for (const caseId of new Set(before.exhibits.map((each) => each.caseId)))
      for (const { exhibitRef, reread } of (await digestCase(vault.context, caseId)).files)
        now.push({ caseId, exhibitRef, sha256: reread });
    expect(now).toEqual(before.exhibits);
    expect(now.length).toBeGreaterThan(8);
  });

  it('is found whole by the check, and its record of acts follows from the first act on', async () => {
    expect(await checkOpenVault(vault, 'full', control)).toMatchObject({ ok: true, findings: [] });
    const { ok, entries } = verifyAudit(vault.context.db);
    expect(ok).toBe(true);
    expect(entries).toBeGreaterThan(before.tables.audit?.length ?? 0);
  });

  it('has narrow tables that come out the same when they are made again from the versions', () => {
    const { context } = vault;
    // As the app does when a vault was opened.
    keepSupportsCurrent(context);
    const there = narrowTables(context.db);
    context.act({ action: 'test', subject: null }, () => {
      context.db.exec(
        'DELETE FROM entries; DELETE FROM records; DELETE FROM continuity; DELETE FROM text_corrections',
      );
      scrambleExhibits(context.db);
      context.db.exec("UPDATE register SET body = json_set(body, '$.name', 'x'), removed = 1");
      rebuildRecords(context.db, projections);
    });
    expect(narrowTables(context.db)).toEqual(there);
  });

  it('can pack a case, and another office opens it with everything', async () => {
    const other = await makeTestVault({ officeName: 'East office' });
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-kept-'));
    try {
      await meet(vault.context, other.context);
      const { recipient } = await transferHandlers(other.context)['transfer.office']({});
      const path = join(folder, 'case.hfcase');
      const caseId = caseOf(vault.context, packed);
      await writePackage(
        vault.context,
        { caseId, path, lock: { type: 'recipient', recipient }, purpose: 'copy' },
        control,
      );
      await openPackage(other.context, { path, passphrase: null, seen: null }, control);
      expect((await digestCase(other.context, caseId)).parts).toEqual(
        (await digestCase(vault.context, caseId)).parts,
      );
    } finally {
      await other.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('has a package that opens in a new vault with all that the vault has', async () => {
    const other = await makeTestVault({ officeName: 'East office' });
    try {
      await takeKept(other.context, pathOfKept(name, 'last.hfcase'));
      const caseId = caseOf(other.context, packed);
      const [ours, theirs] = [vault.context, other.context];
      expect(versionsOfCase(theirs.db, caseId)).toEqual(versionsOfCase(ours.db, caseId));
      expect((await digestCase(theirs, caseId)).parts).toEqual((await digestCase(ours, caseId)).parts);
      expect((await checkOpenVault(other.vault, 'full', control)).findings).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe.each(keptVaults)('two offices that had one case, one of which went on with it, at %s', (name) => {
  const before = readBefore(name);
  /** What each has, and then gives to the other. */
  const exchange = (a: VaultContext, b: VaultContext, caseId: string): void => {
    const [ours, theirs] = [versionsOfCase(a.db, caseId), versionsOfCase(b.db, caseId)];
    const take = ({ act, records }: VaultContext, versions: readonly Version[]) =>
      act({ action: 'test', subject: null }, () =>
        records.receive({ caseId, office: 'the other', versions }),
      );
    take(a, theirs);
    take(b, ours);
  };

  it('arrive at the same versions, show the same, and decide only what was written over before', async () => {
    const { vault, close } = await openKept(name);
    const other = await makeTestVault({ officeName: 'East office' });
    try {
      const [ours, theirs] = [vault.context, other.context];
      await takeKept(theirs, pathOfKept(name, 'first.hfcase'));
      const caseId = caseOf(ours, packed);
      const ids = ({ db }: VaultContext) => versionsOfCase(db, caseId).map(({ id }) => id);
      expect(ids(theirs).filter((id) => ids(ours).includes(id)).length).toBeGreaterThan(15);
      const shown = [...new Set(versionsOfCase(ours.db, caseId).map(({ recordId }) => recordId))].map(
        (id) => ours.records.standing(id).shown,
      );
      exchange(ours, theirs, caseId);
      expect(versionsOfCase(theirs.db, caseId)).toEqual(versionsOfCase(ours.db, caseId));
      // Nothing that was written later is hidden by what the other office still had.
      for (const version of shown)
        for (const { records } of [ours, theirs])
          expect(records.standing(version?.recordId ?? '').shown).toEqual(version);
      // That the state before was the one it was made from, nobody wrote down then: a person says so.
      const undecided = ({ db }: VaultContext) =>
        db.prepare('SELECT kind FROM records WHERE undecided = 1 ORDER BY kind').pluck().all();
      const overwritten = before.migration < 240 ? ['case', 'entry', 'register'] : [];
      expect([undecided(ours), undecided(theirs)]).toEqual([overwritten, overwritten]);
    } finally {
      await other.close();
      await close();
    }
  });
});
