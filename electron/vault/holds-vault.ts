import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  databaseName,
  databaseSideNames,
  evidenceName,
  keyFileName,
  litterNames,
  previousKeyFileName,
  unfinishedNames,
} from './names';

/**
 * Whether a folder holds a vault, without a passphrase: true also for one that has lost files, so that nobody is offered
 * to make a new one over it. False for what an attempt to make one has left when it was cut off.
 */
export function holdsVault(folder: string): boolean {
  const names = new Set(namesIn(folder));
  if (names.has(keyFileName) || names.has(previousKeyFileName)) return true;
  if (!names.has(databaseName) || unfinishedNames.some((name) => names.has(name))) return false;
  return !isHollow(folder);
}

/**
 * True when all there is of a vault is a database without a byte: whatever left it there, nothing can be lost with it, and
 * it must not be in the way of a new one.
 */
export function isHollow(folder: string): boolean {
  const names = namesIn(folder);
  if (names.includes(keyFileName) || names.includes(previousKeyFileName)) return false;
  const databases = names.filter((name) => name === databaseName || databaseSideNames.includes(name));
  return (
    databases.length > 0 &&
    databases.every((name) => sizeOf(join(folder, name)) === 0) &&
    namesIn(join(folder, evidenceName)).every((name) => litterNames.has(name))
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return -1;
  }
}
