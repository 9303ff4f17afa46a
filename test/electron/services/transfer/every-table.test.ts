import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { provenanceHandlers } from '../../../../electron/services/provenance/handlers';
import { readSeries } from '../../../../electron/services/items/series-rows';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { packageFormat } from '../../../../electron/services/transfer/manifest';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import type { Records } from '../../../../electron/services/transfer/records';
import { shownOf } from '../../../../electron/services/transfer/records/versions';
import { compareIds } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { caseKind } from '../../../../shared/records/case';
import { dateChoiceKind } from '../../../../shared/records/date-choice';
import { anyKind } from '../../../../shared/records/define';
import type { AnyKind } from '../../../../shared/records/define';
import { entryKind } from '../../../../shared/records/entry';
import { exhibitKind } from '../../../../shared/records/exhibit';
import { handoverKind } from '../../../../shared/records/handover';
import { languagesKind } from '../../../../shared/records/languages';
import { pairKind } from '../../../../shared/records/pair';
import { producerKind } from '../../../../shared/records/producer';
import { provenanceKind } from '../../../../shared/records/provenance';
import { redactionKind } from '../../../../shared/records/redaction';
import { registerKind } from '../../../../shared/records/register';
import { runKind } from '../../../../shared/records/run';
import { correctionKind } from '../../../../shared/records/text-correction';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { shownAbout } from '../../../../electron/vault/records/shown-about';
import { codeOf } from '../../../helpers/code-of';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { declaredTables, isPacked } from '../../../../electron/vault/declared/tables';
import type { TableDeclaration, Travel } from '../../../../electron/vault/declared/declaration';
import { emptyTables, fillEveryTable, places, tableOfPlace } from '../../../helpers/every-table';
import { partnerName } from '../../../helpers/office-tables';
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
    behaviours: ['a'],
    channel: null,
    place: '',
    dateSource: '',
    reported: null,
    evidenceIds: [other, item],
    messageKeys: [],
  });
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
    { caseId, path: packagePath, lock: { type: 'recipient', recipient }, purpose: 'copy' },
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

const tablesThat = (travel: (travels: Travel) => boolean): readonly TableDeclaration[] =>
  declaredTables.filter(({ travels }) => travel(travels));
/** Tables whose rows arrive; stored files are looked at by themselves, since others' files stay behind. */
const packed = declaredTables.filter((each) => isPacked(each) && each.travels.by !== 'files');
const onArrival = tablesThat((travels) => travels.by === 'made-anew' && travels.when === 'on-arrival');
const stays = tablesThat((travels) => travels.by === 'stays-here');
/** What is written to when a package comes in. */
const written = [...packed, ...onArrival].map(({ table }) => table).concat('files', 'transfers');

const columnsOf = (declaration: TableDeclaration): readonly string[] =>
  'but' in declaration.travels ? Object.keys(declaration.travels.but) : [];

/** Every row of a table as a text, without these columns. */
function rowsOf({ context }: TestVault, table: string, without: readonly string[] = []): readonly string[] {
  // Records of the office itself (its address book) stay where they are.
  const ofCases = ['record_versions', 'records'].includes(table) ? 'WHERE case_id IS NOT NULL' : '';
  return context.db
    .prepare(`SELECT * FROM "${table}" ${ofCases}`)
    .all()
    .map((row) => {
      const kept = Object.entries(row as object).filter(([name]) => !without.includes(name));
      return JSON.stringify(Object.fromEntries(kept));
    })
    .sort();
}
/** Everything a package could change in the receiving vault. */
const everything = async (): Promise<readonly unknown[]> => [
  ...written.map((table) => [table, rowsOf(receiver, table)]),
  await storedFiles(receiver),
];
const nothingThere = async (): Promise<void> => {
  for (const table of written) expect(rowsOf(receiver, table), table).toEqual([]);
  expect(await storedFiles(receiver)).toBe(0);
};

describe('a package of a case with something in every table', () => {
  it('is made of a case that has something in every column that travels', () => {
    expect(emptyTables(sender.context)).toEqual(['erased_files']);
    // What a row could do without, a package could forget: its columns that may be null or have something usual in them.
    const unfilled = packed.flatMap((declaration) =>
      sender.context.db
        .prepare(
          'SELECT name, dflt_value AS usual FROM pragma_table_info(?) WHERE "notnull" = 0 OR dflt_value IS NOT NULL',
        )
        .all(declaration.table)
        .map((row) => row as { readonly name: string; readonly usual: string | null })
        .filter(({ name, usual }) => {
          const other = `SELECT 1 FROM "${declaration.table}" WHERE "${name}" IS NOT NULL AND "${name}" IS NOT ${usual ?? 'NULL'}`;
          return sender.context.db.prepare(other).get() === undefined;
        })
        .map(({ name }) => `${declaration.table}.${name}`),
    );
    expect(unfilled).toEqual([]);
  });

  it('carries every row of what is declared to travel as it is, but for the columns that are declared not to', async () => {
    await receive();
    for (const declaration of packed) {
      const { table } = declaration;
      const but = columnsOf(declaration);
      expect(rowsOf(receiver, table, but), table).toEqual(rowsOf(sender, table, but));
      for (const column of but) {
        const others = but.filter((name) => name !== column);
        expect(rowsOf(receiver, table, others), `${table}.${column}`).not.toEqual(
          rowsOf(sender, table, others),
        );
      }
    }
    const digest = (vault: TestVault) => transferHandlers(vault.context)['case.digest']({ id: caseId });
    const [ours, theirs] = [await digest(sender), await digest(receiver)];
    expect(theirs.parts).toEqual(ours.parts);
    expect(ours.parts.map(({ name }) => name)).toContain(`messages of ${item}`);
  });

  it('carries the stored files that exhibits, derivatives and redacted copies name, and no others', async () => {
    await receive();
    const named = ['evidence', 'derivatives', 'redactions'].flatMap(
      (table) => sender.context.db.prepare(`SELECT file_id FROM ${table}`).pluck().all() as string[],
    );
    const [files] = tablesThat((travels) => travels.by === 'files');
    if (files === undefined) throw new Error('no table of files is declared');
    const but = columnsOf(files);
    const ids = new Set(named);
    const sent = sender.context.db
      .prepare('SELECT id, sha256, bytes FROM files')
      .all()
      .map((row) => row as { readonly id: string; readonly sha256: string; readonly bytes: number });
    expect(rowsOf(receiver, 'files', but)).toEqual(
      sent
        .filter(({ id }) => ids.has(id))
        .map(({ sha256, bytes }) => JSON.stringify({ sha256, bytes }))
        .sort(),
    );
    expect(sent.length).toBeGreaterThan(ids.size);
    expect(await storedFiles(receiver)).toBe(ids.size);
  });

  it('lets everything else stay where it is or be made anew, as it is declared', async () => {
    const before = new Map(stays.map(({ table }) => [table, rowsOf(receiver, table)]));
    await receive();
    for (const { table } of stays) {
      const came = rowsOf(receiver, table).filter((row) => !before.get(table)?.includes(row));
      const sent = rowsOf(sender, table);
      expect(
        came.filter((row) => sent.includes(row)),
        table,
      ).toEqual([]);
    }
    // Coming in is an act, and what was done; nothing else that stays there gets a row.
    const grown = stays.filter(
      ({ table }) => rowsOf(receiver, table).length > (before.get(table)?.length ?? 0),
    );
    expect(grown.map(({ table }) => table)).toEqual(['audit', 'transfers']);
    for (const { table } of onArrival) expect(rowsOf(receiver, table).length, table).toBeGreaterThan(0);
    for (const { table } of tablesThat(
      (travels) => travels.by === 'made-anew' && travels.when === 'when-wanted',
    ))
      expect(rowsOf(receiver, table), table).toEqual([]);
    // What words are found by is made of the same rows.
    for (const { table, fts5 } of onArrival)
      if (fts5 !== undefined) expect(rowsOf(receiver, table), table).toEqual(rowsOf(sender, table));
    const hits = receiver.context.db
      .prepare('SELECT p.page FROM text_index i JOIN text_pages p ON p.id = i.rowid WHERE text_index MATCH ?')
      .pluck();
    expect(hits.all('"canary-correction"')).toEqual([1]);
  });

  it('is refused whole where the case is there already: nothing is merged yet', async () => {
    await receive();
    expect(new Set(declaredTables.map(({ merges }) => merges.now))).toEqual(new Set(['not-at-all']));
    const before = await everything();
    const again = join(folder, 'again.hfcase');
    await writeMembers(again, members, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      packageId: receiver.context.newId(),
    }));
    expect(await codeOf(() => receive(again))).toBe('package-already-here');
    expect(await everything()).toEqual(before);
  });

  it('has all of its words in the digest by which two offices compare their copies', async () => {
    await receive();
    const { db } = receiver.context;
    const digest = () => transferHandlers(receiver.context)['case.digest']({ id: caseId });
    const before = await digest();
    const changes: Readonly<Record<string, string>> = {
      record_versions: "DELETE FROM record_versions WHERE kind = 'entry'",
      exhibit_series: "UPDATE exhibit_series SET owner = 'x'",
      evidence: "UPDATE evidence SET file_name = 'x'",
      facts: "UPDATE facts SET raw = 'x'",
      derivatives: "UPDATE derivatives SET operations = '[]'",
      text_pages: "UPDATE text_pages SET text = 'x'",
      text_queue: "UPDATE text_queue SET reason = 'x'",
      readings: "UPDATE readings SET notes = '{}'",
      inside: "UPDATE inside SET name = 'x'",
      message_sources: "UPDATE message_sources SET body = '{}'",
      messages: "UPDATE messages SET body = 'x'",
      picture_prints: "UPDATE picture_prints SET phash = 'x'",
      redactions: "UPDATE redactions SET checks = '[]'",
    };
    const partOf = ({ travels }: TableDeclaration): string => {
      if (travels.by === 'records') return travels.section;
      if (travels.by !== 'lines') throw new Error('not in the digest');
      const parts = {
        'text.jsonl': 'text',
        'prints.jsonl': 'prints',
        'messages/SHA256.jsonl': `messages of ${item}`,
      };
      return parts[travels.member];
    };
    expect(Object.keys(changes).sort()).toEqual(packed.map(({ table }) => table).sort());
    for (const declaration of packed) {
      const sql = changes[declaration.table] ?? '';
      const name = partOf(declaration);
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
    const travelling = packed.map(({ table }) => table);
    expect(carried).toEqual(places.filter((place) => travelling.includes(tableOfPlace[place])));
    expect(places.filter((place) => !carried.includes(place))).toEqual([
      'import-path',
      'request',
      'leaving',
      'bundle',
      'draft',
      'transfer',
    ]);
    expect(everything).not.toContain(partnerName);
  });

  it('leaves nothing beside it in the vault it was made from, also when it could not be written', async () => {
    const before = await storedFiles(sender);
    const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
    const path = join(folder, 'no-such-folder', 'case.hfcase');
    const input = { caseId, path, lock: { type: 'recipient' as const, recipient }, purpose: 'copy' as const };
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
    // No trigger can hang on an index of words.
    const virtual = onArrival.filter(({ fts5 }) => fts5 !== undefined).map(({ table }) => table);
    for (const table of written.filter((each) => !virtual.includes(each))) {
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

/** The section for producers that packages had until format 4. */
function producersOf({ versions }: Records) {
  return shownOf(versions, 'producer').map(({ body, at, office, author, hlc }) => {
    const { producerId: id, name } = producerKind.body.parse(body);
    return { id, name, createdAt: at, office, author, hlc };
  });
}

/** What an exhibit was filed under, as packages until format 4 carried it. */
function earlierFiling({ versions }: Records, itemId: string) {
  const choice = shownOf(versions, dateChoiceKind.kind)
    .map(({ body }) => dateChoiceKind.body.parse(body))
    .find((each) => each.itemId === itemId && each.field === 'captured');
  return { bestDate: choice?.date ?? null, dateConflict: false, dateReason: choice?.reason ?? null };
}

function earlierItems(records: Records) {
  const called = shownOf(records.versions, exhibitKind.kind).map(({ body }) => exhibitKind.body.parse(body));
  return records.items.map(({ suggestedTitle, ...each }) => {
    const { title, policeRef } = called.find(({ itemId }) => itemId === each.id) ?? {};
    const name = { title: title ?? suggestedTitle, policeRef: policeRef ?? '' };
    return { ...each, ...earlierFiling(records, each.id), ...name };
  });
}

/** The same as an older Holdfast wrote it, before packages carried versions. */
function earlierOf(records: Records) {
  const of = (kind: string) => shownOf(records.versions, kind);
  const [owner] = of('case');
  if (owner === undefined) throw new Error('no case');
  const stamp = ({ office, author, hlc }: Version) => ({ office, author, hlc });
  const times = ({ at }: Version) => ({ createdAt: at, updatedAt: at });
  const body = caseKind.body.parse(owner.body);
  return {
    items: earlierItems(records),
    producers: producersOf(records).map((producer) => ({
      ...producer,
      initials: records.series.find(({ producerId }) => producerId === producer.id)?.initials,
      nextExhibit: 9,
    })),
    redactions: withBoxes(records),
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

/** Kinds whose versions stood elsewhere in a package of format 4. */
const sectioned: readonly string[] = [
  ...['provenance', 'handover', 'pair', 'run', 'producer'],
  ...['text-correction', 'languages', 'date-choice', 'exhibit', 'redaction'],
];

/** Corrections as an older Holdfast wrote them among the lines of text. */
function linesOf(records: Records): readonly object[] {
  return records.versions
    .filter(({ kind }) => kind === 'text-correction')
    .sort((a, b) => compareIds(a.hlc, b.hlc))
    .map(({ body, at, office, author, hlc }, index) => ({
      ...{ type: 'correction', ...correctionKind.body.parse(body), version: index + 1, at },
      ...{ office, author, hlc },
    }));
}

/** Redacted copies as they travelled with what was decided to be covered beside them. */
function withBoxes({ redactions, versions }: Records) {
  return redactions.map((copy) => {
    const decided = versions.find(({ recordId }) => recordId === copy.id);
    return { ...copy, boxes: redactionKind.body.parse(decided?.body).boxes };
  });
}

/** The same as an older Holdfast wrote it, with sections of their own for what people wrote about exhibits. */
function sectionedOf(records: Records) {
  const of = (kind: string) =>
    records.versions.filter((each) => each.kind === kind).sort((a, b) => compareIds(a.hlc, b.hlc));
  const stamp = ({ office, author, hlc }: Version) => ({ office, author, hlc });
  return {
    ...records,
    items: earlierItems(records),
    versions: records.versions.filter(({ kind }) => !sectioned.includes(kind)),
    redactions: withBoxes(records),
    producers: producersOf(records),
    decisions: of('pair').map((each) => {
      const { a: itemA, b: itemB, decision } = pairKind.body.parse(each.body);
      return { itemA, itemB, decision, at: each.at, ...stamp(each) };
    }),
    runs: of('run').map((each) => {
      const { title, pieces } = runKind.body.parse(each.body);
      const placed = pieces.map((piece, position) => ({ ...piece, position }));
      return { id: each.recordId, title, createdAt: each.at, pieces: placed, ...stamp(each) };
    }),
    dateChoices: of('date-choice').map((each) => ({
      ...dateChoiceKind.body.parse(each.body),
      ...{ id: each.id, at: each.at, ...stamp(each) },
    })),
    provenance: of('provenance').map((each, index) => {
      const { itemId, ...body } = provenanceKind.body.parse(each.body);
      return { itemId, version: index + 1, body, at: each.at, ...stamp(each) };
    }),
    continuity: of('handover').map((each) => {
      const { itemId, handoverId, corrects, ...body } = handoverKind.body.parse(each.body);
      const row = { id: each.recordId, itemId, handoverId, corrects, body };
      return { ...row, recordedAt: each.at, ...stamp(each) };
    }),
    languages: of('languages').map((each) => {
      const { itemId, languages } = languagesKind.body.parse(each.body);
      return { itemId, languages: languages.join('+') };
    }),
  };
}

/** Every version of a kind with some of its fields put otherwise, and what it says it names. */
function inVersionsOf(kind: AnyKind, { versions }: Records, change: object) {
  return versions.map((each) => {
    const body = { ...each.body, ...change };
    return each.kind === kind.kind ? { ...each, body, refs: kind.refs(body) } : each;
  });
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
    const { case: owner, entries, items } = earlierOf(records);
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
    // The other office may still count on under those, so that here each goes on with a mark of its own.
    const series = readSeries(receiver.context, caseId);
    expect(series.map(({ initials, next }) => [initials, next]).sort()).toEqual([
      ['AB', 9],
      ['WR', 9],
    ]);
    expect(producers.map(({ others, exhibits }) => [others, exhibits]).sort()).toEqual([
      [['AB'], 1],
      [['WR'], 1],
    ]);
    for (const { initials, nextNumber } of producers) {
      expect(initials).toMatch(/^(A[A-Z]B|W[A-Z]R)$/);
      expect(nextNumber).toBe(1);
    }
  });

  it('of format 4 brings where exhibits came from, their handovers, dates, names, corrected texts and languages, with every version', async () => {
    const records = JSON.parse(String(members.get('records.json'))) as Records;
    const old = sectionedOf(records);
    expect([old.provenance.length, old.continuity.length, old.dateChoices.length]).toEqual([2, 2, 2]);
    expect(old.languages.length).toBe(2);
    const path = join(folder, 'sections.hfcase');
    const lines = linesOf(records).map((line) => `${JSON.stringify(line)}\n`);
    expect(lines).toHaveLength(2);
    const text = Buffer.from(`${String(members.get('text.jsonl'))}${lines.join('')}`);
    const files = new Map([
      ...members,
      ['records.json', Buffer.from(JSON.stringify(old))] as const,
      ['text.jsonl', text] as const,
    ]);
    await writeMembers(path, files, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: 4,
    }));
    // In one of today there are no such sections, and no such lines.
    const withLines = join(folder, 'lines-today.hfcase');
    await writeMembers(
      withLines,
      new Map([...members, ['text.jsonl', text] as const]),
      sender.context,
      receiver.context,
    );
    expect(await codeOf(() => receive(withLines))).toBe('package-damaged');
    const today = join(folder, 'sections-today.hfcase');
    await writeMembers(today, files, sender.context, receiver.context);
    expect(await codeOf(() => receive(today))).toBe('package-damaged');
    await receive(path);
    for (const table of [
      'continuity',
      'likeness_decisions',
      'runs',
      'run_pieces',
      'text_corrections',
      'text_index',
    ])
      expect(rowsOf(receiver, table), table).toEqual(rowsOf(sender, table));
    const named = ({ context: { db } }: TestVault) =>
      db.prepare('SELECT id, name, author FROM producers ORDER BY id').all();
    expect(named(receiver)).toEqual(named(sender));
    for (const { itemId, languages } of old.languages)
      expect(shownAbout(receiver.context.db, 'languages', itemId ?? caseId)?.body).toEqual({
        itemId,
        languages: languages.split('+'),
      });
    const said = (vault: TestVault) => provenanceHandlers(vault.context)['provenance.get']({ id: item });
    expect(await said(receiver)).toEqual(await said(sender));
    const exhibits =
      'SELECT id, title, police_ref, best_date, sort_date, date_conflict, date_reason FROM evidence ORDER BY id';
    expect(receiver.context.db.prepare(exhibits).all()).toEqual(sender.context.db.prepare(exhibits).all());
    const versions = ({ context }: TestVault, kind: string) =>
      versionsOfCase(context.db, caseId)
        .filter((each) => each.kind === kind)
        .map(({ body, at, author, hlc }) => ({ body, at, author, hlc }))
        .sort((a, b) => compareIds(a.hlc, b.hlc));
    expect(versions(receiver, 'date-choice')).toEqual(versions(sender, 'date-choice'));
  });

  it('has no answer about safe contact where nobody gave one: it wrote a no there', async () => {
    const records = JSON.parse(String(members.get('records.json'))) as Records;
    const { versions: _v, caseId: _c, series: _s, ...rest } = records;
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
    await writePackage(
      context,
      { caseId, path, lock: { type: 'recipient', recipient }, purpose: 'copy' },
      control,
    );
    await receive(path);
    const { safeContact: got } = await caseHandlers(receiver.context)['cases.get']({ id: caseId });
    expect(got).toMatchObject({ voicemailOk: false, textOk: true, emailOk: null });
  });

  it('is refused with the right word when it is of a newer one', async () => {
    const path = join(folder, 'new.hfcase');
    await writeMembers(path, members, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: packageFormat + 1,
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
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(provenanceKind), r, { itemId: foreign }),
        })),
    ],
    [
      'a second record about an exhibit',
      () => {
        const recordId = receiver.context.newId();
        return editRecords((r) => ({
          ...r,
          versions: r.versions.map((each) => (each.kind === 'provenance' ? { ...each, recordId } : each)),
        }));
      },
    ],
    [
      'a date that was settled on',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(dateChoiceKind), r, { itemId: foreign }),
        })),
    ],
    [
      'the record of a date that was settled on',
      () =>
        editRecords((r) => ({
          ...r,
          versions: r.versions.map((v) => (v.kind === 'date-choice' ? { ...v, recordId: v.id } : v)),
        })),
    ],
    [
      'a handover',
      () =>
        editRecords((r) => ({ ...r, versions: inVersionsOf(anyKind(handoverKind), r, { itemId: foreign }) })),
    ],
    [
      'a correction',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(handoverKind), r, { corrects: foreign }),
        })),
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
      () => editRecords((r) => ({ ...r, versions: inVersionsOf(anyKind(pairKind), r, { b: foreign }) })),
    ],
    [
      'a run',
      () => {
        const pieces = [{ itemId: foreign, top: 0, bottom: 1 }];
        return editRecords((r) => ({ ...r, versions: inVersionsOf(anyKind(runKind), r, { pieces }) }));
      },
    ],
    [
      'a redacted copy',
      () => editRecords((r) => ({ ...r, redactions: r.redactions.map((d) => ({ ...d, itemId: foreign })) })),
    ],
    [
      'a corrected text',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(correctionKind), r, { itemId: foreign }),
        })),
    ],
    [
      'the languages of an exhibit',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(languagesKind), r, { itemId: foreign }),
        })),
    ],
    ['a page of text', () => editLine('text.jsonl', (line) => ({ ...line, itemId: foreign }))],
    ['a print', () => editLine('prints.jsonl', (line) => ({ ...line, itemId: foreign }))],
    [
      'a number that was given',
      () => editRecords((r) => ({ ...r, series: r.series.map((s) => ({ ...s, first: 1, next: 2 })) })),
    ],
    [
      'a case without its producer',
      () => editRecords((r) => ({ ...r, series: r.series.filter(({ initials }) => initials !== 'PQ') })),
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
