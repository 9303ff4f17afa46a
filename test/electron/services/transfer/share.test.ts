import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { readEntries } from '../../../../electron/services/chronology/entry-rows';
import { readItems } from '../../../../electron/services/items/item-rows';
import { forecast } from '../../../../electron/services/transfer/forecast';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { viewFor } from '../../../../shared/domain/export/audiences';
import type { PackageChosen } from '../../../../shared/models/package-purpose';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { filledCase } from '../../../helpers/filled-vault';
import { caseToFill } from '../../../helpers/case-to-fill';
import type { CaseToFill } from '../../../helpers/case-to-fill';
import { fillEveryTable } from '../../../helpers/every-table';
import { meet } from '../../../helpers/offices';
import { openMembers } from '../../../helpers/package';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { control } from './setting';

let sender: TestVault;
let receiver: TestVault;
let folder: string;
let made: CaseToFill;
let redactionId: string;
const places: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-share-'));
  sender = await makeTestVault({ officeName: 'North office' });
  receiver = await makeTestVault({ officeName: 'South office' });
  await meet(sender.context, receiver.context);
  made = await caseToFill(sender.vault, { bytes: [5000, 4000], citesBoth: true });
  await fillEveryTable(sender.context, made, (place) => {
    places.push(place);
    return `canary-${place}`;
  });
  redactionId = String(
    sender.context.db.prepare('SELECT id FROM redactions WHERE item_id = ?').pluck().get(made.item),
  );
});
afterAll(async () => {
  await Promise.all([sender.close(), receiver.close()]);
  await rm(folder, { recursive: true, force: true });
});

async function share(chosen: PackageChosen, name: string): Promise<string> {
  const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
  const path = join(folder, name);
  const lock = { type: 'recipient' as const, recipient };
  await writePackage(sender.context, { caseId: made.caseId, path, lock, purpose: 'share', chosen }, control);
  return path;
}

/** All that can be read in a package, file contents included. */
async function textOf(path: string): Promise<string> {
  const members = await openMembers(await readFile(path), receiver.context);
  return [...members].map(([name, bytes]) => `${name}\n${bytes.toString('latin1')}`).join('\n');
}

const view = { ...viewFor('police'), fields: ['date' as const, 'title' as const], covering: [] };

describe('a share', () => {
  it('of a redacted copy holds not a word of anything else, in any file of the package', async () => {
    const path = await share(
      { exhibits: [{ itemId: made.item, redactionId }], chronology: view },
      'redacted.hfcase',
    );
    const text = await textOf(path);
    const told = [...new Set(places)].filter((place) => text.includes(`canary-${place}`));
    // The name of the person who produces the exhibits stands in every certificate about them.
    expect(told).toEqual(['producer']);
    const manifest = JSON.parse(
      (await openMembers(await readFile(path), receiver.context)).get('manifest.json')?.toString() ?? '{}',
    ) as { readonly counts: unknown; readonly files: readonly { readonly path: string }[] };
    expect(manifest.counts).toEqual({ items: 1, entries: 1 });
    expect(manifest.files.filter((file) => file.path.startsWith('files/'))).toHaveLength(1);
  });

  it('needs at most the room that the finished package takes, and at least that of its files', async () => {
    const chosen = { exhibits: [{ itemId: made.item, redactionId: null }], chronology: null };
    const { bytes, needs } = forecast(sender.context, { caseId: made.caseId, purpose: 'share', chosen });
    const { size } = await stat(await share(chosen, 'room.hfcase'));
    expect(bytes).toBeGreaterThan(0);
    expect(needs).toBeGreaterThan(bytes);
    expect(needs).toBeLessThanOrEqual(size);
  });

  it('of no exhibits and one view holds its entries, and no file', async () => {
    const path = await share({ exhibits: [], chronology: view }, 'entries.hfcase');
    const members = await openMembers(await readFile(path), receiver.context);
    expect([...members.keys()].filter((name) => name.startsWith('files/'))).toEqual([]);
    expect(members.get('records.json')?.toString()).toContain('"title":"Entry"');
  });

  it('of nothing is refused', async () => {
    await expect(share({ exhibits: [], chronology: null }, 'none.hfcase')).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('is taken in by the other office as what was chosen, with its own reference and citing the copy', async () => {
    const path = await share(
      {
        exhibits: [
          { itemId: made.item, redactionId },
          { itemId: made.other, redactionId: null },
        ],
        chronology: { ...view, fields: [...view.fields, 'exhibits'] },
      },
      'both.hfcase',
    );
    await openPackage(receiver.context, { path, passphrase: null, seen: null }, control);
    const [found] = await caseHandlers(receiver.context)['cases.list']({});
    expect(found?.id).toBe(made.caseId);
    const items = readItems(receiver.context, made.caseId, 'exhibit');
    expect(items.map(({ id }) => id).sort()).toEqual([made.other, redactionId].sort());
    const before = new Map(
      readItems(sender.context, made.caseId, 'exhibit').map(({ id, exhibitRef }) => [id, exhibitRef]),
    );
    expect(new Map(items.map(({ id, exhibitRef }) => [id, exhibitRef]))).toEqual(
      new Map([
        [made.other, before.get(made.other)],
        [redactionId, before.get(made.item)],
      ]),
    );
    const [entry] = [...readEntries(receiver.context, { caseId: made.caseId })];
    expect([...(entry?.evidenceIds ?? [])].sort()).toEqual([made.other, redactionId].sort());
    expect(entry?.title).toBe('Entry');
  });

  it('that comes back brings what was written there, and no second exhibit for a redacted copy of ours', async () => {
    const { recipient } = await transferHandlers(sender.context)['transfer.office']({});
    const [entry] = [...readEntries(receiver.context, { caseId: made.caseId })];
    if (entry === undefined) throw new Error('the share has an entry');
    await chronologyHandlers(receiver.context)['chronology.create']({
      caseId: made.caseId,
      ...nothingMore,
      ...{ edtf: '2026-11-09', time: null, title: 'Seen by them', behaviours: ['a'] },
      evidenceIds: [redactionId],
    });
    const path = join(folder, 'back.hfcase');
    const lock = { type: 'recipient' as const, recipient };
    await writePackage(receiver.context, { caseId: made.caseId, path, lock, purpose: 'copy' }, control);
    const before = readItems(sender.context, made.caseId, 'exhibit').map(({ id }) => id);
    const taken = await openPackage(sender.context, { path, passphrase: null, seen: null }, control);
    expect(taken.brought).toMatchObject({ joined: true, exhibits: 0 });
    expect(readItems(sender.context, made.caseId, 'exhibit').map(({ id }) => id)).toEqual(before);
    const titles = [...readEntries(sender.context, { caseId: made.caseId })].map(({ title }) => title);
    expect(titles.sort()).toEqual(['Entry', 'Seen by them']);
    // What is full here stays as it is: the covered copy of the case and the entry hides nothing.
    const [own] = await caseHandlers(sender.context)['cases.list']({});
    expect(own?.safeContact.rule).toBe(filledCase.safeContact.rule);
    expect(sender.context.db.pragma('foreign_key_check')).toEqual([]);
  });
});
