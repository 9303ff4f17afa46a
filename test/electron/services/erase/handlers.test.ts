import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { draftHandlers } from '../../../../electron/services/drafts/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { auditHandlers } from '../../../../electron/services/audit/handlers';
import { checkClosedVault } from '../../../../electron/vault/check/check-closed';
import { codeOf } from '../../../helpers/code-of';
import { addItem, fillVault, filledCase } from '../../../helpers/filled-vault';
import { decryptAllPages } from '../../../helpers/raw-pages';
import { makeTestVault, testPassphrase } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { everyEntry } from '../../../../shared/models/entry-filter';

const canaries = [
  'Quetzalcoatlus',
  'Ypsilanti-canary',
  'Zinfandel-canary',
  'xylophone-draft',
  'Wolpertinger.png',
];
let made: TestVault;

beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.close());

const storedFiles = (): readonly string[] =>
  readdirSync(join(made.folder, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name);

const keysOf = (caseId: string): readonly Buffer[] =>
  made.context.db
    .prepare('SELECT f.key FROM files f JOIN evidence e ON e.file_id = f.id WHERE e.case_id = ?')
    .pluck()
    .all(caseId) as Buffer[];

/** A case that holds a canary in every place where text can be. */
async function caseOfCanaries(): Promise<string> {
  const { context } = made;
  const { id } = await caseHandlers(context)['cases.create']({
    ...filledCase,
    reference: 'GONE-1',
    alias: 'Quetzalcoatlus',
    safeContact: {
      ...filledCase.safeContact,
      rule: 'Ypsilanti-canary',
      notes: 'Quetzalcoatlus '.repeat(800),
    },
  });
  const item = await addItem(made.vault, id, 1, Buffer.from('plain'), 'Wolpertinger.png');
  await evidenceHandlers(context)['evidence.update']({ id: item, title: 'Zinfandel-canary' });
  const entry = await chronologyHandlers(context)['chronology.create']({
    caseId: id,
    ...nothingMore,
    edtf: '2026-11-03',
    time: null,
    title: 'Ypsilanti-canary',
    description: 'Quetzalcoatlus '.repeat(1_000),
    quote: '',
    behaviours: [],
    channel: null,
    place: 'Zinfandel-canary',
    dateSource: '',
    reported: null,
    evidenceIds: [item],
    messageKeys: [],
  });
  await draftHandlers(context)['drafts.save']({
    caseId: id,
    form: 'entry',
    subject: entry.id,
    body: JSON.stringify({ text: 'xylophone-draft' }),
  });
  return id;
}

describe('erasing a case', () => {
  it('leaves no byte of its texts and keys in any page, free space or log of the vault', async () => {
    const other = await fillVault(made.vault);
    const id = await caseOfCanaries();
    const keys = keysOf(id);
    expect(keys.length).toBeGreaterThan(0);
    const before = decryptAllPages(made.vault);
    // If the search did not find them while they are there, not finding them later would prove nothing.
    for (const word of canaries) expect(before.includes(word), word).toBe(true);
    for (const key of keys) expect(before.includes(key)).toBe(true);

    await eraseHandlers(made.vault)['erase.case']({ id, reference: 'GONE-1', own: testPassphrase });

    const after = decryptAllPages(made.vault);
    for (const word of canaries) expect(after.includes(word), word).toBe(false);
    for (const key of keys) expect(after.includes(key)).toBe(false);
    expect(storedFiles()).toHaveLength(other.items.length);
    const left = await caseHandlers(made.context)['cases.list']({});
    expect(left.map(({ reference }) => reference)).toEqual(['FV-1']);
    made.vault.close();
    const report = await checkClosedVault(made.folder, testPassphrase, 'full', { now: () => new Date() });
    expect(report.findings).toEqual([]);
  });

  it('leaves one entry in the record of acts, with numbers and no content', async () => {
    const id = await caseOfCanaries();
    await eraseHandlers(made.vault)['erase.case']({ id, reference: 'GONE-1', own: testPassphrase });
    const { entries } = await auditHandlers(made.context)['audit.list']({
      group: 'deleted',
      search: '',
      offset: 0,
      limit: 10,
    });
    expect(entries).toMatchObject([
      { action: 'erase.case', subject: id, detail: { items: 1, entries: 1, bundles: 0, files: 1 } },
    ]);
  });

  it('needs the reference typed again and the passphrase, else nothing is gone', async () => {
    const id = await caseOfCanaries();
    const { 'erase.case': erase } = eraseHandlers(made.vault);
    expect(await codeOf(() => erase({ id, reference: 'GONE-2', own: testPassphrase }))).toBe('not-confirmed');
    expect(await codeOf(() => erase({ id, reference: 'GONE-1', own: 'not my passphrase' }))).toBe(
      'wrong-passphrase',
    );
    expect(await caseHandlers(made.context)['cases.list']({})).toHaveLength(1);
    expect(storedFiles()).toHaveLength(1);
  });

  it('that is cut off before the files are removed is finished at the next unlock', async () => {
    const id = await caseOfCanaries();
    const stuck = {
      ...made.vault,
      context: {
        ...made.context,
        files: { ...made.context.files, remove: () => Promise.reject(new Error('gone')) },
      },
    };
    await codeOf(() => eraseHandlers(stuck)['erase.case']({ id, reference: 'GONE-1', own: testPassphrase }));
    expect(storedFiles()).toHaveLength(1);
    made = await made.reopen();
    expect(storedFiles()).toHaveLength(0);
  });
});

describe('erasing one exhibit', () => {
  it('takes the file, its key and its names, and leaves the entries that cited it', async () => {
    const filled = await fillVault(made.vault);
    const [first = ''] = filled.items;
    const { 'erase.preview': preview, 'erase.item': erase } = eraseHandlers(made.vault);
    expect(await preview({ type: 'item', id: first })).toMatchObject({
      items: 1,
      files: 1,
      citedBy: 9,
      entries: 0,
    });
    await erase({ id: first, reason: 'Sent by mistake' });
    expect(storedFiles()).toHaveLength(filled.items.length - 1);
    expect(decryptAllPages(made.vault).includes('file-1.bin')).toBe(false);
    const { rows: entries } = await chronologyHandlers(made.context)['chronology.page']({
      caseId: filled.caseId,
      filter: everyEntry,
      order: 'oldest',
      offset: 0,
      limit: 200,
    });
    expect(entries).toHaveLength(9);
    expect(entries[0]?.exhibits.map(({ exhibitRef }) => exhibitRef)).toEqual(['WR/2']);
    expect(await codeOf(() => preview({ type: 'item', id: first }))).toBe('not-found');
  });
});

describe('erasing what one version of a record said', () => {
  it('leaves no word of it in any page, keeps what is shown, and asks for one’s own passphrase', async () => {
    const made = await makeTestVault();
    const { context } = made;
    const { id: caseId } = await caseHandlers(context)['cases.create'](filledCase);
    const { id } = await chronologyHandlers(context)['chronology.create']({
      caseId,
      ...nothingMore,
      ...{ edtf: '2026-03-01', time: null, title: 'Ours', description: 'Pasted zyzzyva of another client' },
    });
    const [first] = context.records.versions(id);
    const erase = eraseHandlers(made.vault)['erase.version'];
    const target = { id, version: first?.id ?? '', own: testPassphrase };
    expect(await codeOf(() => erase(target))).toBe('version-shown');
    await chronologyHandlers(context)['chronology.update']({
      ...nothingMore,
      ...{ edtf: '2026-03-01', time: null, title: 'Ours', description: 'Put right', id, version: 1 },
    });
    expect(await codeOf(() => erase({ ...target, own: 'another passphrase' }))).toBe('wrong-passphrase');
    expect(decryptAllPages(made.vault).includes('zyzzyva')).toBe(true);
    await erase(target);
    expect(decryptAllPages(made.vault).includes('zyzzyva')).toBe(false);
    expect(context.records.standing(id)).toMatchObject({ shown: { body: { description: 'Put right' } } });
    expect(context.records.versions(id).map(({ body }) => body === null)).toEqual([true, false]);
    await made.close();
  });
});
