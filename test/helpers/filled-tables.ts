import { randomBytes } from 'node:crypto';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../electron/services/chronology/handlers';
import type { OpenVault } from '../../electron/vault/open-vault';
import { nothingMore } from '../../shared/domain/entry-content';
import { addItem, filledCase } from './filled-vault';
import { fillEveryTable } from './every-table';

/** A case with something in every table there is, and the tables of the office and the vault filled beside it. */
export async function fillAllTables(vault: OpenVault): Promise<void> {
  const { context } = vault;
  const { id } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'ALL-1' });
  const item = await addItem(vault, id, 1, randomBytes(100), 'archive.zip');
  const other = await addItem(vault, id, 2, randomBytes(100), 'child.txt');
  const entry = await chronologyHandlers(context)['chronology.create']({
    caseId: id,
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
    evidenceIds: [item],
    messageKeys: [],
  });
  await fillEveryTable(context, { item, other, entryId: entry.id }, (place) => `word of ${place}`);
  // For a moment of each erasing there is one of these too.
  context.db.prepare('INSERT INTO erased_files (id) VALUES (?)').run(context.newId());
}
