import { createHash } from 'node:crypto';

/** SHA-256 of bytes that are in memory, in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
