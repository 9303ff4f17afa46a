import type { OpenVault } from '../../electron/vault/open-vault';
import { caseToFill } from './case-to-fill';
import { fillEveryTable } from './every-table';

/** A case with something in every table there is, and the tables of the office and the vault filled beside it. */
export async function fillAllTables(vault: OpenVault): Promise<void> {
  const { context } = vault;
  const { item, other, entryId } = await caseToFill(vault, { bytes: [100, 100] });
  await fillEveryTable(context, { item, other, entryId }, (place) => `word of ${place}`);
  // For a moment of each erasing there is one of these too.
  context.db.prepare('INSERT INTO erased_files (id) VALUES (?)').run(context.newId());
}
