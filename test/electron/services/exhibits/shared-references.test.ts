import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { readItem } from '../../../../electron/services/items/item-rows';
import { takeNumber } from '../../../../electron/services/items/producers';
import { ensureOfficeKeys } from '../../../../electron/services/offices/office';
import { searchHandlers } from '../../../../electron/services/search/handlers';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { readRecords } from '../../../../electron/services/transfer/records';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { projections } from '../../../../electron/vault-process/projections';
import { recordIdAbout } from '../../../../electron/vault/records/record-id';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { codeOf } from '../../../helpers/code-of';
import { copiedCase, takeVersions } from '../../../helpers/copied-case';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { narrowTables, scrambleExhibits } from '../../../helpers/narrow-tables';
import { meet } from '../../../helpers/offices';
import { recordsOf } from '../../../helpers/records-of';
import { useTempFolders } from '../../../helpers/temp-folder';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const tempFolder = useTempFolders();
let made: TestVault;
let caseId: string;
let first: string;
let second: string;

/** Two exhibits that bear WR/3, as an older Holdfast could give it in two offices, and one that bears WR/4. */
beforeEach(async () => {
  made = await makeTestVault();
  ({ id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase));
  first = await addItem(made.vault, caseId, 3, randomBytes(100), 'First');
  second = await addItem(made.vault, caseId, 3, randomBytes(100), 'Second');
  await addItem(made.vault, caseId, 4, randomBytes(100), 'Third');
  made.context.db.exec('UPDATE exhibit_series SET next = 5');
});
afterEach(() => made.close());

const exhibits = ({ context } = made) => exhibitHandlers(context);
const shared = async (vault = made) =>
  (await exhibits(vault)['exhibits.sharedReferences']({ caseId })).map(({ ref, files }) => [
    ref,
    files.map(({ item, left }) => (left ? `${item.title} left` : item.title)),
  ]);
const renumber = (id: string, vault = made) => exhibits(vault)['exhibits.renumber']({ id });
const borne = (id: string, { context } = made) => {
  const { exhibitRef, formerRefs } = readItem(context, id);
  return [exhibitRef, ...formerRefs];
};

/** A bundle that shows an exhibit under a reference, as it is kept once it was built. */
function build(itemId: string, exhibitRef: string): string {
  const { context } = made;
  const id = context.newId();
  const row = {
    kind: 'document',
    key: itemId,
    itemId,
    exhibitRef,
    title: '',
    date: '',
    firstPage: 3,
    lastPage: 3,
  };
  context.act({ action: 'bundle.build', subject: id, caseId }, () => {
    context.db
      .prepare(
        `INSERT INTO bundles (id, case_id, file_id, created_at, pages, options, plan, checks)
         SELECT ?, case_id, file_id, imported_at, 3, '{}', ?, '[]' FROM evidence WHERE id = ?`,
      )
      .run(id, JSON.stringify({ rows: [row], pages: 3, leftOut: [] }), itemId);
  });
  return id;
}
const save = (bundle: string): void => {
  made.context.act({ action: 'bundle.save', subject: bundle, caseId }, () => undefined);
};

describe('a reference that two exhibits bear', () => {
  it('is shown with both, and stays as it is until a person decides', async () => {
    expect(await shared()).toEqual([['WR/3', ['First', 'Second']]]);
    expect([borne(first), borne(second)]).toEqual([['WR/3'], ['WR/3']]);
  });

  it('is taken from the one that a person chooses: it gets the next of its producer, and says what it was formerly', async () => {
    expect(await renumber(second)).toMatchObject({
      exhibitRef: 'WR/5',
      formerRefs: ['WR/3'],
      title: 'Second',
    });
    expect([borne(first), borne(second)]).toEqual([['WR/3'], ['WR/5', 'WR/3']]);
    expect(await shared()).toEqual([]);
    const [newest] = (await recordsOf(made)['records.history']({ id: recordIdAbout('exhibit', second) }))
      .versions;
    expect(newest?.lines.map(({ label, text }) => `${label}: ${text}`)).toContain(
      'Our reference: WR/5, formerly WR/3',
    );
  });

  it('is left alone where no other exhibit bears it, or any more', async () => {
    await renumber(second);
    for (const id of [first, second]) expect(await codeOf(() => renumber(id))).toBe('not-found');
    expect([borne(first), borne(second)]).toEqual([['WR/3'], ['WR/5', 'WR/3']]);
  });

  it('stays with the exhibit that has left the office under it, once its bundle was saved', async () => {
    const bundle = build(first, 'WR/3');
    expect(await shared()).toEqual([['WR/3', ['First', 'Second']]]);
    save(bundle);
    expect(await shared()).toEqual([['WR/3', ['First left', 'Second']]]);
    expect(await codeOf(() => renumber(first))).toBe('in-use');
    expect(borne(first)).toEqual(['WR/3']);
    await renumber(second);
    expect(borne(second)).toEqual(['WR/5', 'WR/3']);
  });

  it('may be taken from an exhibit that left under another one, when it had that', async () => {
    save(build(second, 'WR/2'));
    await renumber(second);
    expect(borne(second)).toEqual(['WR/5', 'WR/3']);
  });

  it('is never given again, nor is any that an exhibit bore in between', async () => {
    await renumber(second);
    made.context.db.exec('UPDATE exhibit_series SET next = 3');
    const refs = [1, 2].map(() =>
      made.context.act({ action: 'test', subject: null }, () => takeNumber(made.context, caseId, null).ref),
    );
    expect(refs).toEqual(['WR/6', 'WR/7']);
    // Nor when only the earlier one is remembered.
    made.context.db.exec('UPDATE exhibit_series SET next = 3');
    made.context.db.prepare('DELETE FROM evidence WHERE id = ?').run(first);
    const { ref } = made.context.act({ action: 'test', subject: null }, () =>
      takeNumber(made.context, caseId, null),
    );
    expect(ref).toBe('WR/6');
  });
});

describe('an exhibit with a new reference', () => {
  it('is found by both, in the list, everywhere, and in the entries that cite it', async () => {
    const chronology = chronologyHandlers(made.context);
    const entry = await chronology['chronology.create']({
      ...{
        ...nothingMore,
        caseId,
        title: 'At the door',
        edtf: '2026-03-04',
        time: null,
        evidenceIds: [second],
      },
    });
    const found = async (text: string) => {
      const { hits } = await searchHandlers(made.context)['search.everything']({ caseId, text });
      return hits.map(({ id }) => id).sort();
    };
    expect(await found('WR/5')).toEqual([]);
    await renumber(second);
    expect(await found('WR/5')).toEqual([second, entry.id].sort());
    expect(await found('WR/3')).toEqual([first, second, entry.id].sort());
    const list = await evidenceHandlers(made.context)['evidence.list']({
      ...{ caseId, search: 'wr/3', filter: 'all', sort: 'date' },
    });
    expect(list.map(({ id }) => id).sort()).toEqual([first, second].sort());
  });

  it('keeps it when an earlier title is brought back, and cannot lose it with its record', async () => {
    await evidenceHandlers(made.context)['evidence.update']({ id: second, title: 'The note' });
    await renumber(second);
    await evidenceHandlers(made.context)['evidence.update']({ id: second, title: 'The card' });
    const id = recordIdAbout('exhibit', second);
    const { versions } = await recordsOf(made)['records.history']({ id });
    await recordsOf(made)['records.bringBack']({ id, version: versions.at(-1)?.id ?? '' });
    expect(readItem(made.context, second)).toMatchObject({ title: 'The note', exhibitRef: 'WR/5' });
    expect(await codeOf(() => recordsOf(made)['records.remove']({ id }))).toBe('in-use');
    expect(borne(second)).toEqual(['WR/5', 'WR/3']);
  });

  it('gets none that somebody writes into its record by hand', async () => {
    await renumber(second);
    const id = recordIdAbout('exhibit', second);
    const [found] = await recordsOf(made)['records.list']({ caseId, kind: 'exhibit' });
    const body = {
      itemId: second,
      title: 'x',
      policeRef: '',
      renumbered: { ref: 'WR/1', formerly: ['WR/3'] },
    };
    await recordsOf(made)['records.change']({ id, version: found?.version ?? '', body });
    expect(readItem(made.context, second)).toMatchObject({ title: 'x', exhibitRef: 'WR/5' });
    await evidenceHandlers(made.context)['evidence.update']({ id: first, title: 'y' });
    expect(borne(first)).toEqual(['WR/3']);
  });

  it('comes out the same when it is made again from the versions', async () => {
    await renumber(second);
    const { context } = made;
    const there = narrowTables(context.db);
    context.act({ action: 'test', subject: null }, () => {
      scrambleExhibits(context.db);
      expect(narrowTables(context.db)).not.toEqual(there);
      rebuildRecords(context.db, projections);
    });
    expect(narrowTables(context.db)).toEqual(there);
  });

  it('has it in another office, whose numbers go on behind every reference that was ever borne', async () => {
    await renumber(second);
    const south = await makeTestVault({ officeName: 'South office' });
    try {
      await meet(made.context, south.context);
      const path = join(await tempFolder(), 'case.hfcase');
      const control = { id: 'test', signal: new AbortController().signal, progress: () => undefined };
      const { office } = await ensureOfficeKeys(south.context);
      await writePackage(
        made.context,
        { caseId, path, lock: { type: 'recipient', recipient: office.recipient }, purpose: 'handover' },
        control,
      );
      await openPackage(south.context, { path, passphrase: null, seen: null }, control);
      expect(borne(second, south)).toEqual(['WR/5', 'WR/3']);
      expect(readRecords(south.context, caseId)).toEqual(readRecords(made.context, caseId));
      const { ref } = south.context.act({ action: 'test', subject: null }, () =>
        takeNumber(south.context, caseId, null),
      );
      expect(ref).toBe('WR/6');
    } finally {
      await south.close();
    }
  });

  it('is asked about where two offices gave it one each, and what was not chosen is remembered', async () => {
    const other = await copiedCase(made.context, caseId);
    try {
      await renumber(second);
      await renumber(second, other);
      const theirs = readItem(other.context, second).exhibitRef;
      expect(theirs).not.toBe('WR/5');
      takeVersions(made.context, other.context, caseId);
      const id = recordIdAbout('exhibit', second);
      const { heads, sides } = await recordsOf(made)['records.question']({ id });
      const side = sides.findIndex(({ isOurs }) => !isOurs);
      await recordsOf(made)['records.join']({ id, heads, keep: true, choices: { renumbered: side } });
      expect(borne(second)).toEqual([theirs, 'WR/3', 'WR/5']);
    } finally {
      await other.close();
    }
  });
});
