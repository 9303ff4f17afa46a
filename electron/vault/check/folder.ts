import { readdir } from 'node:fs/promises';
import { readAttempts } from '../attempts';
import { isDraftName } from '../durable';
import {
  attemptsName,
  databaseName,
  databaseSideNames,
  evidenceName,
  keyFileName,
  litterNames,
  previousKeyFileName,
  scratchName,
  unfinishedNames,
} from '../names';
import type { Findings } from './findings';

const ours = new Set([
  attemptsName,
  databaseName,
  ...databaseSideNames,
  evidenceName,
  keyFileName,
  previousKeyFileName,
]);

/** What lies beside the database. */
export async function checkFolder(folder: string, findings: Findings): Promise<void> {
  for (const name of await readdir(folder)) {
    if (ours.has(name) || litterNames.has(name)) continue;
    const isLeftOver = isDraftName(name) || unfinishedNames.includes(name) || name === scratchName;
    findings.add(isLeftOver ? 'unfinished' : 'stranger', name);
  }
  if ((await readAttempts(folder)) === 'damaged') findings.add('attempts-damaged', attemptsName);
}
