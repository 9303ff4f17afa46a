/**
 * What formats and readers use of Node (kit/node.ts, formats/node.ts), where there is none: the build puts this file in the place of
 * both.
 */
export { Buffer } from 'buffer';
export { Readable } from 'readable-stream';
export { crc32 } from './crc32';
export { createGunzip, inflateSync } from './unpack';
/** The thread's own port of Node: a seat has another (seat.ts). */
export const parentPort = null;
