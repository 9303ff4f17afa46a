import { createHash } from 'node:crypto';
import { stringify } from 'uuid';

/**
 * The id of the one record of a kind about an exhibit: the same in every office, so that two that write about one exhibit without
 * knowing of each other make two versions of one record, and not two records. A UUIDv8 (RFC 9562, 5.8) of a SHA-256.
 */
export function recordIdAbout(kind: string, itemId: string): string {
  const bytes = createHash('sha256').update(`holdfast/record/${kind}/${itemId}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return stringify(bytes);
}
