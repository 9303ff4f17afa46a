import { randomBytes } from 'node:crypto';
import { insertFact, insertFile, insertFileAndDerivative } from '../../electron/services/items/file-rows';
import { fileUnder } from '../../electron/services/items/file-under';
import { readItem } from '../../electron/services/items/item-rows';
import { keepHeld } from '../../electron/services/transfer/held';
import { keepTransfer } from '../../electron/services/transfer/transfer-rows';
import type { VaultContext } from '../../electron/vault/api';
import { newFact } from '../../shared/domain/facts/new-fact';
import { putRow } from './put-row';

/** Puts rows about `item` into the tables of what is made of it, is still to be made, was typed, built or sent. */
export async function fillMadeTables(
  context: VaultContext,
  { item, entryId }: { readonly item: string; readonly entryId: string },
  word: (place: 'fact' | 'bundle' | 'pack' | 'draft' | 'transfer') => string,
): Promise<void> {
  const { db } = context;
  const { caseId, sha256 } = readItem(context, item);
  const at = context.now().toISOString();
  const thumb = await context.files.write([Buffer.from(`thumb of ${item}`), randomBytes(40)]);
  const pdf = await context.files.write([Buffer.from(`bundle of ${item}`), randomBytes(40)]);
  context.act({ action: 'test', subject: null }, () => {
    insertFact(context, item, {
      field: 'captured',
      source: 'exif',
      code: 'png.text',
      detail: 'Creation Time',
      raw: word('fact'),
      value: '2026-07-09',
      time: '21:05',
      zone: '+01:00',
      rank: 1,
    });
    // Another that disagrees with it.
    insertFact(
      context,
      item,
      newFact({
        field: 'captured',
        source: 'xmp',
        code: 'xmp.DateCreated',
        raw: '2026-07-11',
        time: '09:00',
      }),
    );
    fileUnder(db, item);
    const picture = { file: thumb, mime: 'image/webp', width: 3, height: 2 };
    insertFileAndDerivative(context, { itemId: item, sha256 }, 'thumb', picture, ['upright']);
    putRow(db, 'bundle_copies_wanted', { item_id: item, failed: 'file-too-large' });
    putRow(db, 'pictures_to_read', { item_id: item, failed: 'file-too-large' });
    putRow(db, 'texts_to_read', { item_id: item, failed: 'unreadable-file' });
    insertFile(context, pdf);
    const bundleId = context.newId();
    putRow(db, 'bundles', {
      id: bundleId,
      case_id: caseId,
      file_id: pdf.id,
      created_at: at,
      pages: 2,
      options: JSON.stringify({ title: word('bundle') }),
      plan: JSON.stringify({ exhibits: [item] }),
      checks: '[]',
      layout: JSON.stringify({ bytes: 9 }),
    });
    putRow(db, 'bundle_files', {
      bundle_id: bundleId,
      position: 2,
      file_id: pdf.id,
      body: JSON.stringify({ role: 'volume', number: 1 }),
    });
    putRow(db, 'packs', {
      id: context.newId(),
      case_id: caseId,
      made_at: at,
      body: JSON.stringify({ to: word('pack'), files: [{ itemId: item, exhibitRef: 'WR/1' }] }),
    });
    const draft = { case_id: caseId, at, slot: context.slot };
    putRow(db, 'drafts', {
      ...draft,
      id: context.newId(),
      form: 'title',
      subject: item,
      body: 'Title',
    });
    putRow(db, 'drafts', {
      ...draft,
      id: context.newId(),
      form: 'entry',
      subject: entryId,
      body: JSON.stringify({ title: word('draft'), evidenceIds: [item] }),
    });
    const packageId = context.newId();
    const held = { versions: [], stubs: [], items: [item], redactions: [], sources: [] };
    keepHeld(context, packageId, caseId, held, null);
    putRow(db, 'transfer_drafts', {
      ...{ case_id: caseId, path: '/stick/case.hfcase', draft: 'holdfast-000000000000.part', part_bytes: 9 },
      ...{ package_id: context.newId(), created_at: at, audit_head: 'a'.repeat(64) },
      ...{ manifest_sha256: 'b'.repeat(64), header: Buffer.alloc(9), file_key: Buffer.alloc(16) },
      nonce: Buffer.alloc(16),
    });
    keepTransfer(context, {
      id: context.newId(),
      direction: 'out',
      packageId,
      caseId,
      caseReference: word('transfer'),
      at,
      files: 2,
      entries: 1,
      bytes: 3,
      sha256: 'a'.repeat(64),
      senderFingerprint: 'ab',
      verified: true,
      manifestSha256: 'b'.repeat(64),
      purpose: 'copy',
      sealed: 'key',
      partner: null,
      alsoFor: [],
      note: null,
      brought: null,
    });
  });
}
