import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCommand } from '../../../../electron/cli/export';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { projections } from '../../../../electron/vault-process/projections';
import type { VaultContext } from '../../../../electron/vault/api';
import { verifyAudit } from '../../../../electron/vault/audit';
import { checkOpenVault } from '../../../../electron/vault/check/check-open';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { emptyCopy } from '../../../../shared/domain/merge/copy';
import { share } from '../../../../shared/domain/merge/share';
import type { Share } from '../../../../shared/domain/merge/share';
import { headsOf } from '../../../../shared/domain/records/heads';
import { isStub } from '../../../../shared/domain/records/version';
import type { Body, Version } from '../../../../shared/domain/records/version';
import { kindOf, recordKinds } from '../../../../shared/records/all';
import { anyBody } from '../../../helpers/any-body';
import { copiedCase } from '../../../helpers/copied-case';
import { narrowTables } from '../../../helpers/narrow-tables';
import { planter, wordsIn, wordsInTables } from '../../../helpers/planted-words';
import { recordStory, storyOptions } from '../../../helpers/record-story';
import type { RecordStory } from '../../../helpers/record-story';
import { seeded } from '../../../helpers/seeded';
import { makeTestVault, testPassphrase } from '../../../helpers/test-vault';
import type { TestVault, TestVaultOptions } from '../../../helpers/test-vault';
import { makeTwoOffices } from '../../../helpers/two-offices';
import type { TwoOffices } from '../../../helpers/two-offices';
import { legalHoldKind } from '../../../../shared/records/legal-hold';
import { listRecords } from '../../../../electron/services/records/read-records';

/** Stories that are told: a second or two each. `HOLDFAST_SEED` is the number of the first. */
const stories = Number(process.env.HOLDFAST_STORIES ?? 2);
const firstSeed = Number(process.env.HOLDFAST_SEED ?? 20_261_127);
/** Those that once found a fault which no other test would. */
const always = [49, 101];
const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };

/** What is worked out from versions; files lie under ids and keys of their own in every vault. */
function workedOut({ db }: VaultContext) {
  const { exhibits, ...rest } = narrowTables(db);
  return { ...rest, exhibits: exhibits?.map((row) => ({ ...(row as object), file_id: null })) };
}

const versionWords = ({ db }: VaultContext): ReadonlySet<string> =>
  wordsIn(db.prepare('SELECT body FROM record_versions').pluck().all().map(String).join(' '));

/** Nothing that no version says any more, or ever said, stands anywhere in a vault. */
function expectNoOtherWords(context: VaultContext): void {
  const said = versionWords(context);
  expect([...wordsInTables(context.db)].filter(([word]) => !said.has(word))).toEqual([]);
}

async function expectWhole({ vault, context }: TestVault): Promise<void> {
  expect((await checkOpenVault(vault, 'full', control)).findings).toEqual([]);
  expect(verifyAudit(context.db).ok).toBe(true);
  const kept = narrowTables(context.db);
  context.act({ action: 'test', subject: null }, () => rebuildRecords(context.db, projections));
  expect(narrowTables(context.db)).toEqual(kept);
}

/** Both offices have the same versions of the case, and show and find the same. */
function expectAlike(one: VaultContext, other: VaultContext, caseId: string): void {
  expect(versionsOfCase(other.db, caseId)).toEqual(versionsOfCase(one.db, caseId));
  expect(ofCase(workedOut(other))).toEqual(ofCase(workedOut(one)));
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Without what is of each office itself; and without when people, places and the case were first written, which is known from their
 * first version alone: where that was erased, the rows that are there already keep it.
 */
function ofCase(tables: ReturnType<typeof workedOut>): object {
  const rows: Readonly<Record<string, unknown>> = tables;
  const { partner_offices: _offices, csv_mappings: _mappings, ...rest } = rows;
  const undated = (table: string): Rows => (rows[table] as Rows).map((row) => ({ ...row, created_at: null }));
  return {
    ...rest,
    records: (rows.records as Rows).filter(({ case_id: id }) => id !== null),
    ...{ register: undated('register'), cases: undated('cases') },
  };
}

/** Some of the records of a case, with the case itself, as they go to somebody else: each with some of its words covered. */
function shareSome(
  context: VaultContext,
  caseId: string,
  { random }: RecordStory,
): Share & { covered: Set<string> } {
  const versions = versionsOfCase(context.db, caseId);
  const ids = [...new Set(versions.map(({ recordId }) => recordId))];
  const chosen = new Set(ids.filter((id) => id === caseId || random.below(3) > 0));
  const told = versions.filter(({ recordId }) => chosen.has(recordId)).map(({ body }) => body);
  const covered = new Set([...wordsIn(told)].filter(() => random.below(3) === 0));
  const kinds = new Map(recordKinds.map((name) => [name, kindOf(name)?.schema ?? 0]));
  const of = ({ kind, body }: Version): { body: Body; refs: readonly string[] } | null => {
    const hidden = [...wordsIn(body)].filter((word) => covered.has(word));
    const text = hidden.reduce((left, word) => left.replaceAll(word, 'covered'), JSON.stringify(body));
    const said = JSON.parse(text) as Body;
    return { body: said, refs: kindOf(kind)?.refs(said) ?? [] };
  };
  const copy = { ...emptyCopy(caseId), versions: new Map(versions.map((each) => [each.id, each])) };
  const cover = { of, newId: context.newId };
  return { ...share(copy, chosen, { office: 'north', sentAt: 0 }, kinds, cover), covered };
}

/** A share brings the heads of what was chosen, without what is covered, and no word of anything else. */
async function tellOfShare(
  { north, caseId }: TwoOffices,
  story: RecordStory,
  options: TestVaultOptions,
): Promise<void> {
  const { casePackage, leftOut, covered } = shareSome(north.context, caseId, story);
  const heads = [...new Set(casePackage.versions.map(({ recordId }) => recordId))].flatMap((id) =>
    headsOf(north.context.records.versions(id)).filter((head) => !isStub(head) && !head.removed),
  );
  const may = [...wordsIn(heads)].filter((word) => !covered.has(word)).sort();
  expect(may.length).toBeGreaterThan(20);
  expect(covered.size).toBeGreaterThan(10);
  expect([...wordsIn(casePackage)].sort()).toEqual(may);
  expect([...leftOut.values()].filter((why) => why !== 'removed')).toEqual([]);
  const west = await makeTestVault({ ...options, officeName: 'West office' });
  try {
    const { context } = west;
    context.act({ action: 'test', subject: null }, () => context.records.receive(casePackage));
    expect([...wordsInTables(context.db).keys()].sort()).toEqual(may);
    await expectWhole(west);
  } finally {
    await west.close();
  }
}

/** Unpacked without the app, a vault says all that its versions say, and nothing that was erased. */
async function tellOfExport({ folder, context }: TestVault): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), 'holdfast-story-'));
  try {
    const lines: string[] = [];
    expect(
      await exportCommand({ folder, out, secret: testPassphrase }, (line) => lines.push(line)),
      lines.join(),
    ).toBe(0);
    const files = await readdir(out, { recursive: true, withFileTypes: true });
    const found = new Set<string>();
    for (const file of files.filter((each) => each.isFile()))
      for (const word of wordsIn(await readFile(join(file.parentPath, file.name), 'latin1'))) found.add(word);
    // What opens a file is written out nowhere.
    const passwords =
      "SELECT json_extract(body, '$.password') FROM record_versions WHERE kind = 'pdf-password'";
    const secret = wordsIn(context.db.prepare(passwords).pluck().all().map(String).join(' '));
    const told = [...versionWords(context)].filter((word) => !secret.has(word));
    expect([...found].sort()).toEqual(told.sort());
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** Takes away what says that nothing of the case may be erased: a story comes upon holds by chance. */
function endHolds(context: VaultContext, caseId: string): void {
  const held = listRecords(context, caseId, legalHoldKind.kind);
  context.act({ action: 'test', subject: caseId }, () => {
    for (const { id } of held) context.records.remove(id);
  });
}

/** A version, an exhibit and the case are erased in one office, which is given all that the other has after each. */
async function tellOfErasing(
  { north, south, caseId, items }: TwoOffices,
  { random }: RecordStory,
  options: TestVaultOptions,
): Promise<void> {
  const { context } = north;
  const { db, records } = context;
  const erase = eraseHandlers(north.vault);
  const after = async (gone: ReadonlySet<string>): Promise<void> => {
    const left = wordsInTables(db);
    expect([...gone].filter((word) => left.has(word))).toEqual([]);
    expectNoOtherWords(context);
    await expectWhole(north);
  };
  endHolds(context, caseId);
  const ours = versionsOfCase(db, caseId);
  const heads = new Set(ours.flatMap(({ recordId }) => records.standing(recordId).heads.map(({ id }) => id)));
  const earlier = ours.filter(({ id, body }) => !heads.has(id) && wordsIn(body).size > 0);
  const old = earlier[random.below(earlier.length)];
  if (old === undefined) throw new Error('nothing was changed in this story');
  await erase['erase.version']({ id: old.recordId, version: old.id, own: testPassphrase });
  const elsewhere = wordsIn(ours.filter(({ id }) => id !== old.id));
  const ofVersion = [...wordsIn(old.body)].filter((word) => !elsewhere.has(word));
  await after(new Set(ofVersion));

  const item = items[random.below(items.length)] ?? '';
  const about = ours.filter(({ kind, body }) => body !== null && kindOf(kind)?.about?.(body).includes(item));
  await erase['erase.item']({ id: item, reason: 'asked for' });
  const gone = new Set([...ofVersion, ...wordsIn(about)]);
  await after(gone);
  const theirs = versionsOfCase(south.context.db, caseId);
  context.act({ action: 'test', subject: null }, () =>
    records.receive({ caseId, office: 'south', versions: theirs }),
  );
  await after(gone);

  // Who is given the case after that has as much of it, and no more.
  const east = await copiedCase(context, caseId, options);
  try {
    expectAlike(context, east.context, caseId);
    expectNoOtherWords(east.context);
    await expectWhole(east);
  } finally {
    await east.close();
  }

  const { reference } = db.prepare('SELECT reference FROM cases WHERE id = ?').get(caseId) as {
    reference: string;
  };
  const all = wordsIn(versionsOfCase(db, caseId));
  endHolds(context, caseId);
  await erase['erase.case']({ id: caseId, reference, own: testPassphrase });
  await after(all);
}

async function tell(seed: number): Promise<void> {
  const options = storyOptions(seed);
  const offices = await makeTwoOffices(4, options);
  try {
    const { north, south, caseId, items } = offices;
    const story = recordStory(seed, caseId, [...items].sort());
    story.writeEveryKind(north.context);
    for (let step = 0; step < 60; step += 1) story.step(north.context);
    await offices.send();
    expectAlike(north.context, south.context, caseId);
    const ofOffice = wordsIn(
      north.context.db.prepare('SELECT body FROM record_versions WHERE case_id IS NULL').pluck().all(),
    );
    expect(ofOffice.size).toBeGreaterThan(2);
    for (let step = 0; step < 80; step += 1) {
      story.step(story.random.below(2) === 0 ? north.context : south.context);
      if (story.random.below(25) === 0) offices.exchange();
    }
    story.disagree(north.context, south.context);
    offices.exchange();
    expectAlike(north.context, south.context, caseId);
    for (const office of [north, south]) {
      expectNoOtherWords(office.context);
      await expectWhole(office);
    }
    const theirs = wordsInTables(south.context.db);
    expect([...ofOffice].filter((word) => theirs.has(word))).toEqual([]);
    await tellOfShare(offices, story, options);
    await tellOfErasing(offices, story, options);
    await tellOfExport(north);
    await tellOfExport(south);
  } finally {
    await offices.close();
  }
}

describe('two offices with all that people write, at random', () => {
  it.each(recordKinds)('have something to write of kind %s, made from its schema alone', (name) => {
    const random = seeded(27);
    const word = planter(random);
    const items = ['01', '02', '03', '04'].map((end) => `01a00000-0000-7000-8000-0000000000${end}`);
    const stuff = {
      random,
      word,
      newId: () => items[0] ?? '',
      items,
      producerId: items[1] ?? '',
      recordsOf: () => [],
    };
    for (let number = 0; number < 50; number += 1)
      expect(kindOf(name)?.isBody(anyBody(name, stuff))).toBe(true);
  });

  it.each([...always, ...Array.from({ length: stories }, (_, index) => firstSeed + index)])(
    'have the same after each package, share no word that was not chosen, and forget what was erased (story %i)',
    (seed) => tell(seed),
    60_000,
  );
});
