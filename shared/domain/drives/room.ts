import type { Drive } from '../../models/drive';

/** In bytes: what FAT32 holds in no one file. */
const partsFrom = 4 * 1024 ** 3;

/** How many bytes must be freed at the least before so many fit; null where they fit, or where nobody knows. */
export function missingOn({ freeBytes }: Pick<Drive, 'freeBytes'>, needs: number): number | null {
  return freeBytes === null || freeBytes >= needs ? null : needs - freeBytes;
}

/** Whether a package of so many bytes is one that some sticks hold only in parts. */
export function mayNeedParts(needs: number): boolean {
  return needs >= partsFrom;
}
