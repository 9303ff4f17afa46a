/** Names of what lies in a vault folder. */
export const keyFileName = 'vault.json';
export const previousKeyFileName = 'vault.prev.json';
export const databaseName = 'vault.db';
export const databaseSideNames: readonly string[] = [
  `${databaseName}-wal`,
  `${databaseName}-shm`,
  `${databaseName}-journal`,
];
export const evidenceName = 'evidence';
/** Times of failed unlocks since the last good one. */
export const attemptsName = 'attempts.json';
/** There from the first to the last moment of making a vault: says that what lies beside it may be cleared away. */
export const creatingName = 'vault.creating';
/** The same while a vault is made of a backup: then the sealed files beside it may be cleared away too. */
export const restoringName = 'vault.restoring';
/** While one of these lies there, the folder holds no vault yet. */
export const unfinishedNames: readonly string[] = [creatingName, restoringName];
/** Room for what is needed only while something is done: see scratch.ts. */
export const scratchName = 'scratch';

/** What file managers put into any folder they show; never ours, never in the way. */
export const litterNames: ReadonlySet<string> = new Set([
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  '.directory',
]);
