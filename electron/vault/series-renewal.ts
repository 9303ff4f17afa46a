import type { Database } from 'better-sqlite3';
import type { VaultContext } from './api';
import { forgetSetting, readSetting, requireSetting, writeSetting } from './settings';

/** What the marks of this vault's series are chosen with (services/items/series-rows.ts). */
export const seedSetting = 'series.seed';
/** JSON list of the age keys that this office has or had. */
export const recipientsSetting = 'office.recipients';
const waitingSetting = 'series.renew';
const renewedSetting = 'series.renewed';

/** Whether this vault was ever restored from a backup or is a copy of another. */
export function isRenewed(db: Database): boolean {
  return readSetting(db, renewedSetting) !== null;
}

/** Whether the series of this vault end when it is next opened. */
export function awaitsRenewal(db: Database): boolean {
  return readSetting(db, waitingSetting) !== null;
}

/** Notes in a database that was restored, of whatever version, or copied, that its series end when it is next opened. */
export function wantRenewal(db: Database): void {
  writeSetting(db, waitingSetting, 'restored');
}

/**
 * In a vault that was restored from a backup, or is a copy of another: others may have counted on from where this one stands. All
 * that this office counted on is closed for ever, and marks are chosen anew. An act of its own; nothing where none is waited for.
 */
export function renewSeries(context: Pick<VaultContext, 'db' | 'random' | 'act'>): void {
  const { db } = context;
  if (!awaitsRenewal(db)) return;
  context.act({ action: 'series.renew', subject: null }, () => {
    writeSetting(db, seedSetting, context.random(16).toString('hex'));
    writeSetting(db, renewedSetting, 'yes');
    forgetSetting(db, waitingSetting);
    db.prepare(
      `UPDATE exhibit_series SET state = 'closed'
       WHERE state = 'open' AND (owner = @office OR owner IN (SELECT value FROM json_each(@recipients)))`,
    ).run({
      office: requireSetting(db, 'office.id'),
      recipients: readSetting(db, recipientsSetting) ?? '[]',
    });
  });
}
