import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenVault } from '../../electron/vault/open-vault';
import { deriveKey } from '../../electron/vault/keys';

const pageSize = 4096;
const reserved = 80;

/**
 * Every page of the database file and of its log, decrypted: live rows, free pages and what lies between the cells. So a
 * search sees what somebody with the key and much patience would.
 */
export function decryptAllPages({ folder, keys, vaultId }: OpenVault): Buffer {
  const key = keys.withKey((vaultKey) => deriveKey(vaultKey, vaultId, 'database'));
  const decrypt = (page: Buffer, salt: number): Buffer => {
    const iv = page.subarray(pageSize - reserved, pageSize - reserved + 16);
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(page.subarray(salt, pageSize - reserved)), decipher.final()]);
  };
  const file = readFileSync(join(folder, 'vault.db'));
  const pages: Buffer[] = [];
  for (let at = 0; at < file.length; at += pageSize) {
    pages.push(decrypt(file.subarray(at, at + pageSize), at === 0 ? 16 : 0));
  }
  const log = readFileSync(join(folder, 'vault.db-wal'));
  for (let at = 32; at + 24 + pageSize <= log.length; at += 24 + pageSize) {
    const page = log.subarray(at + 24, at + 24 + pageSize);
    pages.push(decrypt(page, log.readUInt32BE(at) === 1 ? 16 : 0));
  }
  return Buffer.concat(pages);
}
