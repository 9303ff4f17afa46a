/**
 * Reads a SQLCipher 4 file page by page and checks each page's own HMAC-SHA512, as `PRAGMA cipher_integrity_check` does in
 * SQLCipher itself (the build used here does not have it). SQLite's integrity_check never looks at free pages; this does.
 *
 * A page of 4096 bytes ends in 80 reserved ones: IV (16) and HMAC (64) over the encrypted part, the IV and the page number
 * (little-endian, 4 bytes). The key of the HMAC is PBKDF2-HMAC-SHA512 of the database key, 2 rounds, with the file's salt
 * (its first 16 bytes) XOR 0x3a. Source: zetetic.net/sqlcipher/design, crypto_impl.c of SQLCipher 4.
 */
import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';

export const pageSize = 4096;
const saltSize = 16;
const macSize = 64;
/** Pages read at once: 1 MiB. */
const batch = 256;

export function pageMacKey(databaseKey: Uint8Array, salt: Uint8Array): Buffer {
  const changed = Buffer.from(salt.subarray(0, saltSize)).map((byte) => byte ^ 0x3a);
  return pbkdf2Sync(databaseKey, changed, 2, 32, 'sha512');
}

/** True when the page is as it was written. `number` counts from 1. */
export function isWholePage(macKey: Uint8Array, page: Buffer, number: number): boolean {
  const start = number === 1 ? saltSize : 0;
  const count = Buffer.alloc(4);
  count.writeUInt32LE(number);
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(start, pageSize - macSize))
    .update(count)
    .digest();
  return timingSafeEqual(mac, page.subarray(pageSize - macSize));
}

export interface PageReport {
  readonly pages: number;
  /** Numbers of damaged pages; a cut last page counts as one. */
  readonly damaged: readonly number[];
}

/**
 * Checks every page. `read` fills a buffer from a byte on and gives how many bytes there were; `pause` lets other work go
 * on between two batches.
 */
export async function checkPages(
  databaseKey: Uint8Array,
  salt: Uint8Array,
  read: (target: Buffer, position: number) => number,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<PageReport> {
  const macKey = pageMacKey(databaseKey, salt);
  const buffer = Buffer.alloc(batch * pageSize);
  const damaged: number[] = [];
  let pages = 0;
  try {
    for (;;) {
      const length = read(buffer, pages * pageSize);
      for (let at = 0; at < length; at += pageSize) {
        pages += 1;
        const page = buffer.subarray(at, at + pageSize);
        const cut = length - at < pageSize;
        const salted = pages > 1 || page.subarray(0, saltSize).equals(Buffer.from(salt));
        if (cut || !salted || !isWholePage(macKey, page, pages)) damaged.push(pages);
      }
      if (length < buffer.length) return { pages, damaged };
      await pause();
    }
  } finally {
    macKey.fill(0);
  }
}
