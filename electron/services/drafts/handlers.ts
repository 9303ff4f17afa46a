import * as z from 'zod';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { draftSchema } from '../../../shared/models/vault';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

const row = draftSchema.omit({ caseId: true }).extend({ case_id: z.string().nullable() });

/**
 * What was being typed when the vault was locked, one for each form and thing, each seen only by whoever typed it. Drafts
 * leave no entry in the record of acts: they are no act, and there may be many.
 */
export function draftHandlers({
  db,
  newId,
  now,
  slot,
}: VaultContext): Pick<VaultHandlers, 'drafts.list' | 'drafts.save' | 'drafts.remove'> {
  const remove = db.prepare(
    `DELETE FROM drafts WHERE slot = ? AND form = ? AND ifnull(case_id, '') = ifnull(?, '')
       AND ifnull(subject, '') = ifnull(?, '')`,
  );
  return {
    'drafts.list': () =>
      allRows(db, row, 'SELECT * FROM drafts WHERE slot = ? ORDER BY rowid DESC', slot).map(
        ({ case_id: caseId, ...draft }) => ({ ...draft, caseId }),
      ),
    'drafts.save': ({ caseId, form, subject, body }) => {
      db.transaction(() => {
        remove.run(slot, form, caseId, subject);
        db.prepare(
          'INSERT INTO drafts (id, case_id, form, subject, body, at, slot) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ).run(newId(), caseId, form, subject, body, now().toISOString(), slot);
      })();
      return {};
    },
    'drafts.remove': ({ caseId, form, subject }) => {
      remove.run(slot, form, caseId, subject);
      return {};
    },
  };
}
