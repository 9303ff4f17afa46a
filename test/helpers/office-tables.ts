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
    const mapping = { name: 'Phone bill', header: '["date","number"]', mapping: {} };
    context.records.create('column-mapping', { id: context.newId(), caseId: null, body: mapping });
    const receipt = { id: context.newId(), direction: 'in', package_id: context.newId() };
    putRow(db, 'receipts', { ...receipt, at, body: '{}', text: 'signed' });
    putRow(db, 'backup_places', { id: context.newId(), folder: '/media/stick' });
    const card = {
      ...{ name: partnerName, made: '2026-07-09', recipient: `age1${'q'.repeat(58)}` },
      ...{ signingKey: 'ab'.repeat(32), signature: 'cd'.repeat(64) },
    };
    context.records.create('partner-office', {
      ...{ id: context.newId(), caseId: null },
      body: { ...card, standing: 'retired', addedAt: at, addedBy: 'Robin', compared: null },
    });
  });
}
