import { v7 } from 'uuid';

/** A UUIDv7 of the given moment: ids sort by the time they were made. */
export function newUuid(now: Date, random: (length: number) => Uint8Array): string {
  return v7({ msecs: now.getTime(), random: random(16) });
}
