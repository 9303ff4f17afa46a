import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { Job } from '../../../shared/models/job';
import { backupFolderName } from '../../vault/backup/layout';
import { backupState, hasGoodBackup, keepResult, placeOf, setReminder } from '../../vault/backup/places';
import { runBackup } from '../../vault/backup/run';
import type { OpenVault } from '../../vault/open-vault';
import { changeOne, oneRow } from '../../vault/rows/rows';

type Methods = 'backup.state' | 'backup.remind' | 'backup.startAt' | 'backup.again' | 'backup.forget';

/** Backups: where they go, when the next is due, and making one. */
export function backupHandlers(vault: OpenVault): Pick<VaultHandlers, Methods> {
  const { context } = vault;
  const { db } = context;
  const state = () => backupState(db, context.now());

  function start(placeId: string, folder: string, known: boolean): Job {
    return context.jobs.start('backup', null, async (control) => {
      try {
        if (known) await refuseAbsent(folder, placeId);
        const { files, bytes, copied, others } = await runBackup(vault, folder, control);
        context.act({ action: 'backup.run', subject: placeId, detail: { files, bytes, copied } }, () => {
          keepResult(db, placeId, context.now().toISOString(), { files, bytes, others });
        });
        return { resultId: placeId };
      } catch (error) {
        const { code } = reportError(error);
        context.act({ action: 'backup.run-failed', subject: placeId, detail: { code } }, () => {
          keepResult(db, placeId, context.now().toISOString(), code);
        });
        throw error;
      } finally {
        context.changed('backup', null);
      }
    });
  }

  /**
   * Where a stick is not plugged in, its folder may be there all the same, empty and on the computer's own disk. A place
   * that had good backups and has none now is not the place it was.
   */
  async function refuseAbsent(folder: string, placeId: string): Promise<void> {
    if (!hasGoodBackup(db, placeId)) return;
    const found = await stat(join(folder, backupFolderName(vault.vaultId))).catch(() => null);
    if (found === null) throw new HoldfastError('backup-place-gone');
  }

  return {
    'backup.state': state,
    'backup.remind': ({ everyDays }) => {
      context.act({ action: 'backup.remind', subject: null, detail: { days: everyDays } }, () => {
        setReminder(db, everyDays);
      });
      context.changed('backup', null);
      return state();
    },
    'backup.startAt': ({ target }) => {
      const folder = context.pathOf(target);
      return start(placeOf(db, folder, context.newId), folder, false);
    },
    'backup.again': ({ id }) => {
      const { folder } = oneRow(
        db,
        z.object({ folder: z.string() }),
        'SELECT folder FROM backup_places WHERE id = ?',
        id,
      );
      return start(id, folder, true);
    },
    'backup.forget': ({ id }) => {
      context.act({ action: 'backup.forget', subject: id }, () => {
        changeOne(db, 'DELETE FROM backup_places WHERE id = ?', id);
      });
      context.changed('backup', null);
      return state();
    },
  };
}
