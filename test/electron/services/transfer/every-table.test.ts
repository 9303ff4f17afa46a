import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import type { Records } from '../../../../electron/services/transfer/records';
import { shownOf } from '../../../../electron/services/transfer/records/versions';
import type { Version } from '../../../../shared/domain/records/version';
import { caseKind } from '../../../../shared/records/case';
import { entryKind } from '../../../../shared/records/entry';
import { registerKind } from '../../../../shared/records/register';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { codeOf } from '../../../helpers/code-of';
import { fillEveryTable, partnerName, places } from '../../../helpers/every-table';
import { meet } from '../../../helpers/offices';
import { faultyFs } from '../../../helpers/faulty-fs';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { openMembers, writeMembers } from '../../../helpers/package';
import type { Members } from '../../../helpers/package';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { nothingMore } from '../../../../shared/domain/entry-content';

let sender: TestVault;
let receiver: TestVault;
let folder: string;
let caseId: string;
let item: string;
let packagePath: string;
let members: Members;
/** File operations of the receiving vault, changed by the tests that break them. */
let layer: FsLayer | null = null;

const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };

async function newReceiver(): Promise<TestVault> {
  layer = null;
  const real = faultyFs(Number.MAX_SAFE_INTEGER, 'EIO').layer;
  const through = (name: keyof FsLayer) => (path: string, to: string) =>
    ((layer ?? real)[name] as (a: string, b: string) => Promise<unknown>)(path, to);
  return makeTestVault({
    officeName: 'South office',
    layer: {
      create: (path) => (layer ?? real).create(path),
      rename: through('rename'),
      syncFolder: through('syncFolder'),
      makeFolder: through('makeFolder'),
      remove: through('remove'),
    } as FsLayer,
  });
}

beforeAll(async () => {
  sender = await makeTestVault({ officeName: 'North office' });
  folder = await mkdtemp(join(tmpdir(), 'holdfast-transfer-'));
  const { context } = sender;
  caseId = (await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'ALL-1' })).id;
  item = await addItem(sender.vault, caseId, 1, randomBytes(100_000), 'archive.zip');
  const other = await addItem(sender.vault, caseId, 2, randomBytes(70_000), 'child.txt');
  const entry = await chronologyHandlers(context)['chronology.create']({
    caseId,
    ...nothingMore,
    edtf: '2026-11-03',
    time: null,
    title: 'Entry',
    description: '',
    quote: '',
    behaviours: [],
    channel: null,
    place: '',
    dateSource: '',
    reported: null,
    evidenceIds: [other, item],
    messageKeys: [],
  });
  context.db.exec(`UPDATE evidence SET producer_id = case_id; UPDATE producers SET next_exhibit = 3`);
  await fillEveryTable(context, { item, other, entryId: entry.id }, (place) => `canary-${place}`);
  await exhibitHandlers(context)['exhibits.addProducer']({ caseId, name: 'Pat Quill', initials: 'PQ' });
});
beforeEach(async () => {
  receiver = await newReceiver();
  await meet(sender.context, receiver.context);
  const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
  packagePath = join(folder, 'case.hfcase');
  await writePackage(
    sender.context,
    { caseId, path: packagePath, lock: { type: 'recipient', recipient } },
    control,
  );
  members = await openMembers(await readFile(packagePath), receiver.context);
});
afterEach(() => receiver.close());
afterAll(async () => {
  await sender.close();
  await rm(folder, { recursive: true, force: true });
});

const receive = (path = packagePath) =>
  openPackage(receiver.context, { path, passphrase: null, seen: null }, control);
const storedFiles = async (vault: TestVault): Promise<number> =>
  (await readdir(join(vault.folder, 'evidence'), { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  ).length;

const ofPackage = [
  'cases',
  'producers',
  'evidence',
  'entries',
  'record_versions',
  'entry_evidence',
  'entry_messages',
  'register',
  'entry_register',
  'chronology_views',
  'provenance',
  'continuity',
  'inside',
  'readings',
  'text_pages',
  'text_corrections',
  'text_queue',
  'text_case_choices',
  'text_item_choices',
  'date_choices',
  'readings',
  'inside',
  'text_index',
  'message_sources',
  'messages',
  'picture_prints',
  'likeness_decisions',
  'runs',
  'run_pieces',
  'redactions',
] as const;

/** Every row of a table, without what names stored files of that vault. */
function rowsOf({ context }: TestVault, table: string): readonly string[] {
  return context.db
    .prepare(`SELECT * FROM ${table}`)
    .all()
    .map((row) => JSON.stringify({ ...(row as object), file_id: null }))
    .sort();
}
/** Everything a package could change in the receiving vault. */
const everything = async (): Promise<readonly unknown[]> => [
  ...[...ofPackage, 'files', 'transfers'].map((table) => [table, rowsOf(receiver, table)]),
  await storedFiles(receiver),
];
const nothingThere = async (): Promise<void> => {
  for (const table of [...ofPackage, 'files', 'transfers'])
    expect(rowsOf(receiver, table), table).toEqual([]);
  expect(await storedFiles(receiver)).toBe(0);
};

describe('a package of a case with something in every table', () => {
  it('carries every row as it is, and the files of redacted copies', async () => {
    await receive();
    for (const table of ofPackage) {
      expect(rowsOf(receiver, table), table).toEqual(rowsOf(sender, table));
      expect(rowsOf(sender, table).length, table).toBeGreaterThan(0);
    }
    const digest = (vault: TestVault) => transferHandlers(vault.context)['case.digest']({ id: caseId });
    const [ours, theirs] = [await digest(sender), await digest(receiver)];
    expect(theirs.parts).toEqual(ours.parts);
    expect(ours.parts.map(({ name }) => name)).toContain(`messages of ${item}`);
    const hits = receiver.context.db
      .prepare('SELECT p.page FROM text_index i JOIN text_pages p ON p.id = i.rowid WHERE text_index MATCH ?')
      .pluck();
    expect(hits.all('"canary-correction"')).toEqual([1]);
    // How files came into the first office is that computer's own business.
    expect(rowsOf(receiver, 'imports')).toEqual([]);
    expect(rowsOf(receiver, 'import_results')).toEqual([]);
    // What somebody chose to let out there decides nothing here.
    for (const table of ['leaving_choices', 'leaving_items']) {
      expect(rowsOf(sender, table).length, table).toBeGreaterThan(0);
      expect(rowsOf(receiver, table), table).toEqual([]);
    }
    // Offices go with no case: here there is only the one whose card was compared.
    expect(rowsOf(receiver, 'partner_offices')).toHaveLength(1);
  });

  it('has all of its words in the digest by which two offices compare their copies', async () => {
    await receive();
    const { db } = receiver.context;
    const digest = () => transferHandlers(receiver.context)['case.digest']({ id: caseId });
    const before = await digest();
    const changes: readonly (readonly [string, string])[] = [
      ['producers', "UPDATE producers SET name = 'x'"],
      ['items', "UPDATE evidence SET police_ref = 'x'"],
      ['items', 'UPDATE evidence SET parent_id = NULL'],
      ['provenance', "UPDATE provenance SET body = '{}'"],
      ['continuity', 'DELETE FROM continuity'],
      ['text', "UPDATE text_pages SET text = 'x'"],
      ['text', "UPDATE text_corrections SET text = 'x'"],
      ['languages', 'DELETE FROM text_case_choices'],
      ['dateChoices', "UPDATE date_choices SET reason = 'x'"],
      ['readings', "UPDATE inside SET name = 'x'"],
      ['messageSources', "UPDATE message_sources SET body = '{}'"],
      [`messages of ${item}`, "UPDATE messages SET body = 'x'"],
      ['versions', "DELETE FROM record_versions WHERE kind = 'entry'"],
      ['prints', "UPDATE picture_prints SET phash = 'x'"],
      ['decisions', "UPDATE likeness_decisions SET decision = 'x'"],
      ['runs', 'UPDATE run_pieces SET top = 1'],
      ['redactions', "UPDATE redactions SET boxes = '[]'"],
    ];
    for (const [name, sql] of changes) {
      db.exec('SAVEPOINT change');
      db.exec(sql);
      const after = await digest();
      db.exec('ROLLBACK TO change; RELEASE change');
      const differing = after.parts.filter(({ sha256 }, index) => sha256 !== before.parts[index]?.sha256);
      expect(
        differing.map((part) => part.name),
        sql,
      ).toEqual([name]);
    }
  });

  it('is signed as a whole, each part named by what it is', () => {
    const names = [...members.keys()];
    const source = members.get(names.find((name) => name.startsWith('messages/')) ?? '') ?? Buffer.alloc(0);
    expect(names.slice(0, 5)).toEqual([
      'manifest.json',
      'manifest.sig',
      'records.json',
      'text.jsonl',
      'prints.jsonl',
    ]);
    expect(names[5]).toBe(`messages/${createHash('sha256').update(source).digest('hex')}.jsonl`);
    const lines = source.toString('utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { position: number }).position)).toEqual([0, 1, 2]);
    const everything = Buffer.concat([...members.values()]).toString('latin1');
    const carried = places.filter((place) => everything.includes(`canary-${place}`));
    expect(places.filter((place) => !carried.includes(place))).toEqual(['import-path', 'request', 'leaving']);
    expect(everything).not.toContain(partnerName);
  });

  it('leaves nothing beside it in the vault it was made from, also when it could not be written', async () => {
    const before = await storedFiles(sender);
    const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
    const path = join(folder, 'no-such-folder', 'case.hfcase');
    const input = { caseId, path, lock: { type: 'recipient' as const, recipient } };
    expect(await codeOf(() => writePackage(sender.context, input, control))).not.toBe('no error');
    expect(await storedFiles(sender)).toBe(before);
  });

  it('goes in whole or not at all, whichever file operation fails', async () => {
    let failures = 0;
    for (let nth = 1; nth < 200; nth += 1) {
      const faulty = faultyFs(nth, 'ENOSPC');
      layer = faulty.layer;
      const code = await codeOf(() => receive());
      layer = null;
      if (code === 'no error') break;
      expect(code).toBe('disk-full');
      failures += 1;
      await nothingThere();
    }
    expect(failures).toBeGreaterThan(5);
    expect(rowsOf(receiver, 'messages')).toEqual(rowsOf(sender, 'messages'));
  });

  it('goes in whole or not at all, at whichever table the database fails', async () => {
    for (const table of ofPackage.filter((each) => each !== 'text_index')) {
      receiver.context.db.exec(
        `CREATE TEMP TRIGGER stop BEFORE INSERT ON main.${table} BEGIN SELECT RAISE(ABORT, 'stop'); END`,
      );
      expect(await codeOf(() => receive()), table).toBe('package-damaged');
      receiver.context.db.exec('DROP TRIGGER stop');
      await nothingThere();
    }
    expect(await codeOf(() => receive())).toBe('no error');
  });
});

/** The same as an older Holdfast wrote it, before packages carried versions. */
function earlierOf(records: Records) {
  const of = (kind: string) => shownOf(records.versions, kind);
  const [owner] = of('case');
  if (owner === undefined) throw new Error('no case');
  const stamp = ({ office, author, hlc }: Version) => ({ office, author, hlc });
  const times = ({ at }: Version) => ({ createdAt: at, updatedAt: at });
  const body = caseKind.body.parse(owner.body);
  return {
    case: { ...body, id: caseId, nextExhibit: 3, ...times(owner), ...stamp(owner) },
    register: of('register').map((each) => {
      const { kind, ...rest } = registerKind.body.parse(each.body);
      return { id: each.recordId, kind, body: rest, removed: false, ...times(each), ...stamp(each) };
    }),
    entries: of('entry').map((each) => {
      const entry = entryKind.body.parse(each.body);
      const { at, author } = each;
      return {
        ...{ id: each.recordId, version: 1, removed: false, body: entry, ...times(each), ...stamp(each) },
        versions: [{ version: 1, body: entry, at, author }],
      };
    }),
  };
}

/** Every version of every entry with some of its fields put otherwise. */
function inEntries({ versions }: Records, change: object) {
  return versions.map((each) =>
    each.kind === 'entry' ? { ...each, body: { ...each.body, ...change } } : each,
  );
}

describe('a package of an office with an older Holdfast', () => {
  it('opens, and its exhibits get the producers their references name', async () => {
    const records = JSON.parse((members.get('records.json') ?? Buffer.alloc(0)).toString('utf8')) as Records;
    const { items } = records;
    const { case: owner, entries } = earlierOf(records);
    const old = {
      case: { ...owner, exhibitInitials: 'WR', nextExhibit: 9 },
      items: items.map(
        (
          {
            producerId: _p,
            policeRef: _r,
            parentId: _i,
            parentPlace: _l,
            durationMs: _d,
            reading: _g,
            readingReason: _n,
            ...each
          },
          index,
        ) => ({ ...each, exhibitRef: index === 0 ? 'AB/1' : each.exhibitRef }),
      ),
      // It knew no people, places and orders either.
      entries: entries.map((entry) => ({
        ...entry,
        body: { ...entry.body, links: [] },
        versions: entry.versions.map((each) => ({ ...each, body: { ...each.body, links: [] } })),
      })),
    };
    const kept = [...members].filter(([name]) => !/jsonl$/.test(name));
    const path = join(folder, 'old.hfcase');
    const files = new Map([...kept, ['records.json', Buffer.from(JSON.stringify(old))] as const]);
    await writeMembers(path, files, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: 1,
    }));
    await receive(path);
    const producers = await exhibitHandlers(receiver.context)['exhibits.producers']({ caseId });
    expect(
      producers.map(({ initials, nextNumber, exhibits }) => [initials, nextNumber, exhibits]).sort(),
    ).toEqual([
      ['AB', 9, 1],
      ['WR', 9, 1],
    ]);
  });

  it('has no answer about safe contact where nobody gave one: it wrote a no there', async () => {
    const records = JSON.parse(String(members.get('records.json'))) as Records;
    const { versions: _v, caseId: _c, ...rest } = records;
    const { case: owner, ...lists } = earlierOf(records);
    const safeContact = { ...owner.safeContact, voicemailOk: false, textOk: true, emailOk: false };
    const path = join(folder, 'answers.hfcase');
    const old = { ...rest, ...lists, case: { ...owner, safeContact } };
    const files = new Map([...members, ['records.json', Buffer.from(JSON.stringify(old))] as const]);
    await writeMembers(path, files, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: 2,
    }));
    await receive(path);
    const { safeContact: got } = await caseHandlers(receiver.context)['cases.get']({ id: caseId });
    expect(got).toMatchObject({ voicemailOk: null, textOk: true, emailOk: null });
  });

  it('of today, a no that somebody gave arrives as a no, and what nobody answered as not known', async () => {
    const { context } = sender;
    context.act({ action: 'test', subject: caseId }, () => {
      const body = caseKind.body.parse(context.records.standing(caseId).shown?.body);
      const safeContact = { ...body.safeContact, voicemailOk: false, textOk: true, emailOk: null };
      context.records.change(caseId, { ...body, safeContact });
    });
    const path = join(folder, 'answers.hfcase');
    const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
    await writePackage(context, { caseId, path, lock: { type: 'recipient', recipient } }, control);
    await receive(path);
    const { safeContact: got } = await caseHandlers(receiver.context)['cases.get']({ id: caseId });
    expect(got).toMatchObject({ voicemailOk: false, textOk: true, emailOk: null });
  });

  it('is refused with the right word when it is of a newer one', async () => {
    const path = join(folder, 'new.hfcase');
    await writeMembers(path, members, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: 4,
    }));
    expect(await codeOf(() => receive(path))).toBe('package-newer');
  });
});

describe('a package that somebody with a key has made by hand', () => {
  /** An exhibit of another case that the receiver has, to which rows could be tied. */
  let foreign = '';
  beforeEach(async () => {
    const { id } = await caseHandlers(receiver.context)['cases.create']({
      ...filledCase,
      reference: 'OTHER',
    });
    foreign = await addItem(receiver.vault, id, 1, randomBytes(10));
  });
  const editRecords = (edit: (records: Records) => unknown): Members =>
    new Map([
      ...members,
      [
        'records.json',
        Buffer.from(JSON.stringify(edit(JSON.parse(String(members.get('records.json'))) as Records))),
      ],
    ]);
  const editLine = (name: string, edit: (line: Record<string, unknown>) => unknown): Members => {
    const [first = '', ...rest] = String(members.get(name)).split('\n');
    const line = JSON.stringify(edit(JSON.parse(first) as Record<string, unknown>));
    return new Map([...members, [name, Buffer.from([line, ...rest].join('\n'))]]);
  };
  const without = (pattern: RegExp): Members => new Map([...members].filter(([name]) => !pattern.test(name)));

  it.each<readonly [string, () => Members]>([
    [
      'an entry that cites',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inEntries(r, { evidenceIds: [foreign] }),
        })),
    ],
    [
      'a message cited',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inEntries(r, { messageKeys: [{ itemId: foreign, position: 0 }] }),
        })),
    ],
    [
      'a parent',
      () => editRecords((r) => ({ ...r, items: r.items.map((i) => ({ ...i, parentId: foreign })) })),
    ],
    [
      'a producer',
      () => editRecords((r) => ({ ...r, items: r.items.map((i) => ({ ...i, producerId: foreign })) })),
    ],
    [
      'provenance',
      () => editRecords((r) => ({ ...r, provenance: r.provenance.map((p) => ({ ...p, itemId: foreign })) })),
    ],
    [
      'a handover',
      () => editRecords((r) => ({ ...r, continuity: r.continuity.map((c) => ({ ...c, itemId: foreign })) })),
    ],
    [
      'a correction',
      () =>
        editRecords((r) => ({ ...r, continuity: r.continuity.map((c) => ({ ...c, corrects: foreign })) })),
    ],
    [
      'an export',
      () =>
        editRecords((r) => ({
          ...r,
          messageSources: r.messageSources.map((s) => ({ ...s, itemId: foreign })),
        })),
    ],
    [
      'a decision',
      () => editRecords((r) => ({ ...r, decisions: r.decisions.map((d) => ({ ...d, itemB: foreign })) })),
    ],
    [
      'a run',
      () =>
        editRecords((r) => ({
          ...r,
          runs: r.runs.map((run) => ({ ...run, pieces: run.pieces.map((p) => ({ ...p, itemId: foreign })) })),
        })),
    ],
    [
      'a redacted copy',
      () => editRecords((r) => ({ ...r, redactions: r.redactions.map((d) => ({ ...d, itemId: foreign })) })),
    ],
    ['a page of text', () => editLine('text.jsonl', (line) => ({ ...line, itemId: foreign }))],
    ['a print', () => editLine('prints.jsonl', (line) => ({ ...line, itemId: foreign }))],
    [
      'a number that was given',
      () => editRecords((r) => ({ ...r, producers: r.producers.map((p) => ({ ...p, nextExhibit: 2 })) })),
    ],
    [
      'a case without its producer',
      () =>
        editRecords((r) => ({ ...r, producers: r.producers.filter(({ initials }) => initials !== 'PQ') })),
    ],
    ['a field nobody knows', () => editLine('text.jsonl', (line) => ({ ...line, more: 1 }))],
    ['an export without its rows', () => without(/^messages/)],
    [
      'an export with too few rows',
      () => editRecords((r) => ({ ...r, messageSources: r.messageSources.map((s) => ({ ...s, rows: 4 })) })),
    ],
    [
      'a redacted copy without its file',
      () =>
        editRecords((r) => ({
          ...r,
          redactions: r.redactions.map((d) => ({ ...d, sha256: 'a'.repeat(64) })),
        })),
    ],
    [
      'rows before the records',
      () =>
        new Map([
          ['text.jsonl', members.get('text.jsonl') ?? Buffer.alloc(0)],
          ...[...members].filter(([name]) => name !== 'text.jsonl'),
        ]),
    ],
    ['a line without its end', () => new Map([...members, ['prints.jsonl', Buffer.from('{"a":1')]])],
  ])('is refused and changes nothing, for %s from elsewhere or missing', async (_what, edit) => {
    const before = await everything();
    const path = join(folder, 'hand-made.hfcase');
    await writeMembers(path, edit(), sender.context, receiver.context);
    expect(await codeOf(() => receive(path))).toBe('package-damaged');
    expect(await everything()).toEqual(before);
    await writeMembers(path, members, sender.context, receiver.context);
    expect(await codeOf(() => receive(path))).toBe('no error');
  });
});
