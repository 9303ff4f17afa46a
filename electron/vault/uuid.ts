import { v7 } from 'uuid';

export interface IdSources {
  readonly now: () => Date;
  readonly random: (length: number) => Uint8Array;
}

/** The counter has 32 bits; a start with the first one clear leaves room for two thousand million ids in a millisecond. */
const startMask = 0x7fffffff;

/**
 * Makes UUIDv7s that sort in the order in which they were made, within one millisecond and over a clock that is put back
 * too: then the counter goes on from the latest moment there was (RFC 9562, 6.2, method 1).
 */
export function createNewId({ now, random }: IdSources): () => string {
  let latest = -Infinity;
  let counter = 0;
  return () => {
    const moment = now().getTime();
    if (moment > latest) {
      latest = moment;
      counter = Buffer.from(random(4)).readUInt32BE() & startMask;
    } else {
      counter += 1;
    }
    return v7({ msecs: latest, seq: counter, random: random(16) });
  };
}
