import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../shared/errors';
import type { OpeningAnswers } from '../../shared/models/opening';
import { awaitsRenewal, wantRenewal } from './series-renewal';
import { readSetting, writeSetting } from './settings';

/** When the folder that holds this vault was made, in nanoseconds since 1970 UTC. */
export const madeSetting = 'vault.folder-made';

/** What is to be noted about the folder, and what somebody said of it who was asked; null where nobody had to be. */
export interface PlaceAnswered {
  readonly made: string;
  readonly answer: OpeningAnswers['place'];
}

/**
 * Before a vault is opened: whether its folder is the one it was in. Copying makes a new folder, moving does not, but for a move to
 * another disk; the two look alike, so a person is asked, because two copies that both go on would give one reference twice. Null
 * where there is nothing to note. Throws `place-asked` until somebody has answered. A vault that was restored from a backup is
 * not asked about: it is a copy. Where the file system does not know when a folder was made, nothing is noticed.
 */
export function askAboutPlace(
  db: Database,
  folder: string,
  answer: OpeningAnswers['place'],
): PlaceAnswered | null {
  const made = whenMade(folder);
  const known = readSetting(db, madeSetting);
  if (made === null || known === made) return null;
  if (known === null || awaitsRenewal(db)) return { made, answer: null };
  if (answer === null) throw new HoldfastError('place-asked');
  return { made, answer };
}

/**
 * Null where the file system does not say: there Node gives 1970 or the time of the last change instead. A folder that holds a
 * vault was changed after it was made, so the two are never equal where they are known.
 */
export function whenMade(folder: string): string | null {
  const { birthtimeNs, ctimeNs } = statSync(folder, { bigint: true });
  return birthtimeNs === 0n || birthtimeNs === ctimeNs ? null : String(birthtimeNs);
}

/** Notes the folder; where this is a copy, its series of exhibit references end before anything else is done. */
export function settlePlace(db: Database, { made, answer }: PlaceAnswered): void {
  writeSetting(db, madeSetting, made);
  if (answer === 'copy') wantRenewal(db);
}
