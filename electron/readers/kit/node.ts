/**
 * What the readers use of Node, in one place: a process without Node needs another of this file alone.
 */
export { Buffer } from 'node:buffer';
export { Readable } from 'node:stream';
export { parentPort } from 'node:worker_threads';
export type { MessagePort } from 'node:worker_threads';
export { crc32, createGunzip } from 'node:zlib';
