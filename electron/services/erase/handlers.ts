import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import { removeErased } from '../../vault/erased-files';
import type { OpenVault } from '../../vault/open-vault';
import { caseReference } from '../cases/reference';
import { eraseRows, forgetReferences, previewErase } from './erase-rows';
import type { EraseTarget } from './erase-rows';
import { refuseHeld } from '../retention/holds';
import { caseOfItem } from '../items/case-of-item';

/**
 * Erasing for good: rows and keys go in one transaction (the database overwrites what it frees), the log is emptied, the
 * sealed files are removed. What stays is one entry in the record of acts, with an id and numbers and no content.
 */
export function eraseHandlers({
  context,
  keys,
}: OpenVault): Pick<VaultHandlers, 'erase.preview' | 'erase.item' | 'erase.case' | 'erase.version'> {
  const { db } = context;

  /** Alone: a backup reads the very files that go, and would keep the rows of what is gone. */
  const erase = (target: EraseTarget): Promise<void> => context.alone(() => eraseNow(target));

  async function eraseNow(target: EraseTarget): Promise<void> {
    const { items, entries, bundles, files } = previewErase(db, target);
    const detail = { items, entries, bundles, files };
    // Backups from before this act are taken away by the next one: see backup/lineage.ts, which knows it by its number.
    context.act({ action: `erase.${target.type}`, subject: target.id, detail }, () => {
      const owner: unknown = db.prepare('SELECT case_id FROM evidence WHERE id = ?').pluck().get(target.id);
      context.records.forget(eraseRows(db, target, context.now().toISOString()));
      // Entries that cited it stand on what is left, and are not found by its reference any more.
      if (typeof owner === 'string') context.records.anew(owner, [target.id]);
    });
    // The log still holds the pages as they were before.
    db.pragma('wal_checkpoint(TRUNCATE)');
    await removeErased(db, context.files);
    db.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** What is shown, and what waits to be decided, stays: a record would say nothing any more. */
  function eraseVersion(id: string, version: string): void {
    if (context.records.standing(id).heads.some((head) => head.id === version))
      throw new HoldfastError('version-shown');
    refuseHeld(context, context.records.versions(id)[0]?.caseId ?? null);
    context.act({ action: 'erase.version', subject: id }, () => {
      context.records.eraseVersion(id, version);
      forgetReferences(db, id);
    });
    db.pragma('wal_checkpoint(TRUNCATE)');
  }

  return {
    'erase.preview': (target) => previewErase(db, target),
    // The reason is asked for so that nobody erases in passing; it may name people, so the record does not keep it.
    'erase.item': async ({ id }) => {
      const caseId = caseOfItem(context, id);
      refuseHeld(context, caseId);
      await erase({ type: 'item', id });
      for (const area of ['evidence', 'chronology', 'bundles'] as const) context.changed(area, caseId);
      return {};
    },
    'erase.version': async ({ id, version, own }) => {
      await keys.confirm(own);
      await context.alone(() => {
        eraseVersion(id, version);
        return Promise.resolve();
      });
      context.changed('records', null);
      return {};
    },
    'erase.case': async ({ id, reference, own }) => {
      if (caseReference(context, id).trim() !== reference.trim()) throw new HoldfastError('not-confirmed');
      refuseHeld(context, id);
      await keys.confirm(own);
      await erase({ type: 'case', id });
      context.changed('cases', null);
      context.changed('drafts', null);
      return {};
    },
  };
}
