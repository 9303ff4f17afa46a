import { randomBytes } from 'node:crypto';
import { insertFile } from '../../electron/services/items/file-rows';
import type { VaultContext } from '../../electron/vault/api';
import { putRow } from './put-row';

/** The other office in the address book: no part of any case, so that it neither travels nor goes with one. */
export const partnerName = 'Partner of the office';

/** Puts rows into every table that belongs to the office, or to the vault, and to no case. */
export async function fillOfficeTables(context: VaultContext): Promise<void> {
  const { db } = context;
  const at = context.now().toISOString();
  const trained = await context.files.write([Buffer.from('trained data'), randomBytes(40)]);
  context.act({ action: 'test', subject: null }, () => {
    insertFile(context, trained);
    putRow(db, 'text_languages', { code: 'pol', name: 'Polish', file_id: trained.id, at });
    putRow(db, 'csv_mappings', {
      id: context.newId(),
      name: 'Phone bill',
      header: '["date","number"]',
      body: '{}',
      at,
    });
    putRow(db, 'backup_places', { id: context.newId(), folder: '/media/stick' });
    putRow(db, 'partner_offices', {
      id: context.newId(),
      name: partnerName,
      name_key: partnerName,
      recipient: 'age1',
      signing_key: 'ab',
      signature: 'cd',
      made: '2026-07-09',
      standing: 'retired',
      added_at: at,
      added_by: 'Robin',
      compared_at: null,
      compared_by: null,
      ...context.stamp(),
    });
  });
}
