/**
 * What the formats use of Node, in one place: a process without Node needs another of this file alone.
 */
export { Buffer } from 'node:buffer';
export { crc32, inflateSync } from 'node:zlib';
