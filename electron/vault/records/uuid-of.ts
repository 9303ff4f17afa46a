import { createHash } from 'node:crypto';
import { stringify } from 'uuid';

/** A UUIDv8 (RFC 9562, 5.8) of the SHA-256 of a text: the same wherever it is worked out. */
export function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return stringify(bytes);
}
