import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAuthentic, keyFileBytes, parseKeyFile } from '../key-file';
import { keyFileName, previousKeyFileName } from '../names';
import type { Findings } from './findings';

/** Both copies of the key file: whole to the byte, written with this vault's key, and one generation apart at most. */
export async function checkKeyFiles(folder: string, vaultKey: Uint8Array, findings: Findings): Promise<void> {
  for (const name of [keyFileName, previousKeyFileName]) {
    if (!(await isWholeCopy(join(folder, name), vaultKey))) findings.add('key-file-copy-damaged', name);
  }
}

async function isWholeCopy(path: string, vaultKey: Uint8Array): Promise<boolean> {
  try {
    const bytes = await readFile(path);
    const file = parseKeyFile(bytes);
    return keyFileBytes(file).equals(bytes) && isAuthentic(vaultKey, file);
  } catch {
    return false;
  }
}
