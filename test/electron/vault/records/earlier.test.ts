import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { versionsOfEarlier } from '../../../../electron/services/transfer/records/earlier';
import type { Earlier } from '../../../../electron/services/transfer/records/earlier';
import { projections } from '../../../../electron/vault-process/projections';
import { openDatabase } from '../../../../electron/vault/database';
import { migrations } from '../../../../electron/vault/migrations/index';
import { runMigrations } from '../../../../electron/vault/migrations/runner';
import { versionsOfEntry, versionsOfState } from '../../../../electron/vault/records/earlier';
import type { EarlierEntry, EarlierState } from '../../../../electron/vault/records/earlier';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { formatHlc } from '../../../../shared/domain/hlc';
import type { Body } from '../../../../shared/domain/records/version';
import { narrowTables } from '../../../helpers/narrow-tables';
import { useTempFolders } from '../../../helpers/temp-folder';

const office = { office: 'office-1', author: 'Robin' };
const caseId = '01a0a971-c286-73d4-b1f2-90b42e419234';
const id = '01a0c331-8f4e-71fc-8cbb-2bb9fd14c738';
const asBody = (value: object): Body => value as Body;
const instant = (ms: number): string => new Date(ms).toISOString();

/** A person in the register as its row was after so many changes; each took the moment and the clock. */
const person = (changes: number, change: Partial<EarlierState> = {}): EarlierState => ({
  ...{ id, caseId, kind: 'register', removed: false, ...office },
  body: asBody({ kind: 'person', name: `Dean ${String(changes)}` }),
  createdAt: instant(1000),
  writtenAt: instant(1000 + changes * 5000),
  hlc: formatHlc({ wall: 1001 + changes * 5000, count: 0 }),
  ...change,
});
const entryBody = (title: string): Body => asBody({ ...nothingMore, edtf: '2026-03-01', time: null, title });
/** An entry as it stood after so many versions. */
const entry = (versions: number, change: Partial<EarlierEntry> = {}): EarlierEntry => ({
  ...{ id, caseId, removed: false, ...office },
  updatedAt: instant(versions * 60_000),
  hlc: formatHlc({ wall: versions * 60_000 + 3, count: 0 }),
  versions: Array.from({ length: versions }, (_, index) => ({
    version: index + 1,
    body: entryBody(`Title ${String(index + 1)}`),
    at: instant((index + 1) * 60_000),
    author: 'Robin',
  })),
  ...change,
});

describe('versions of what an older Holdfast kept', () => {
  it('are to the last field those that another office has, however many it wrote since', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 5 }), (count, more) => {
        const [sooner, later] = [versionsOfEntry(entry(count)), versionsOfEntry(entry(count + more))];
        expect(later.slice(0, count)).toEqual(sooner);
      }),
    );
  });

  it('of an entry end with its removal, which the entry before it does not have', () => {
    const there = versionsOfEntry(entry(2));
    const gone = versionsOfEntry(entry(2, { removed: true, updatedAt: instant(500_000) }));
    expect(gone.slice(0, 2)).toEqual(there);
    expect(gone[2]).toMatchObject({ removed: true, parents: [there[1]?.id], at: instant(500_000) });
  });

  it('of a person begin with what was made, which an office that has not changed it has whole', () => {
    const [made] = versionsOfState(person(0));
    const [stub, changed] = versionsOfState(person(1));
    expect(made).toMatchObject({ parents: [], body: { name: 'Dean 0' } });
    expect(stub).toMatchObject({ id: made?.id, body: null });
    expect(changed).toMatchObject({ parents: [made?.id], body: { name: 'Dean 1' } });
  });

  it('of a case are the same whatever was done in it since, for its row moves with all of that', () => {
    const row = (hlc: number): EarlierState => ({
      ...person(0, { kind: 'case', id: caseId, writtenAt: null }),
      hlc: formatHlc({ wall: hlc, count: 0 }),
    });
    expect(versionsOfState(row(1002))).toHaveLength(1);
    expect(versionsOfState(row(90_000))).toHaveLength(2);
    expect(versionsOfState(row(90_000))[1]?.at).toBe(instant(90_000));
  });

  it('of a person who was removed, and brought back without a word of when, are two', () => {
    const ids = [true, false].map((removed) => versionsOfState(person(1, { removed }))[1]?.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('have the fields that came later, as a package of them has', () => {
    const { comment: _c, marks: _m, kind: _k, links: _l, ...old } = entryBody('As it was');
    const [filled] = versionsOfEntry(
      entry(1, { versions: [{ version: 1, body: old, at: instant(60_000), author: 'Robin' }] }),
    );
    expect(filled?.body).toEqual(entryBody('As it was'));
    const spoiled = { spoiled: 'not JSON' };
    const [kept] = versionsOfEntry(
      entry(1, { versions: [{ version: 1, body: spoiled, at: instant(60_000), author: 'Robin' }] }),
    );
    expect(kept).toMatchObject({ body: spoiled, refs: [] });
  });

  it('of an entry in a package of which no version was kept say what it says itself', () => {
    const messages = [{ itemId: id, position: 3 }];
    const body = { ...nothingMore, edtf: '2026-03-01', time: null, title: 'Alone' };
    const earlier = {
      case: {
        ...{ id: caseId, reference: 'A', alias: 'B', exhibitInitials: 'AB', nextExhibit: 1, ...office },
        ...{ status: 'active', safeContact: { rule: '' }, hlc: formatHlc({ wall: 1002, count: 0 }) },
        ...{ createdAt: instant(1000), updatedAt: instant(1000) },
      },
      register: [],
      entries: [{ ...entry(1, { versions: [] }), version: 1, createdAt: instant(1), body, messages }],
    };
    const versions = versionsOfEarlier(earlier as unknown as Earlier);
    expect(versions.find(({ kind }) => kind === 'entry')).toMatchObject({
      recordId: id,
      body: { title: 'Alone', messageKeys: messages },
      refs: [id],
    });
  });
});

describe('a vault that was left right after its last act', () => {
  const tempFolder = useTempFolders();
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  it('has rows that come out the same when they are made again, though two clocks were read in one act', async () => {
    const db = openDatabase(join(await tempFolder(), 'db'), randomBytes(32), randomBytes(16));
    closing.push(() => db.close());
    runMigrations(db, migrations, 230);
    const stamp = {
      ...office,
      created: instant(1000),
      at: instant(90_000),
      hlc: formatHlc({ wall: 90_004, count: 0 }),
    };
    db.prepare(
      `INSERT INTO cases (id, reference, alias, exhibit_initials, status, safe_contact, created_at, updated_at, office, author, hlc)
       VALUES (@id, 'A', 'B', 'AB', 'active', @contact, @created, @at, @office, @author, @hlc)`,
    ).run({ ...stamp, id: caseId, contact: JSON.stringify({ rule: 'Text first' }) });
    db.prepare(
      `INSERT INTO register (id, case_id, kind, body, removed, created_at, updated_at, office, author, hlc)
       VALUES (@id, @caseId, 'person', '{"name":"Dean","notes":"","relation":"","orderType":null,"from":null,"until":null}', 1,
         @created, @at, @office, @author, @hlc)`,
    ).run({ ...stamp, id, caseId });
    runMigrations(db, migrations);
    // A case's answers are written out in full when it is made again.
    const { cases: _cases, ...there } = narrowTables(db);
    const moment = db.prepare('SELECT updated_at FROM cases').pluck();
    expect(moment.get()).toBe(instant(90_004));
    rebuildRecords(db, projections);
    const { cases: _again, ...again } = narrowTables(db);
    expect(again).toEqual(there);
    expect(moment.get()).toBe(instant(90_004));
  });
});
