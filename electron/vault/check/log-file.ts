/**
 * Reads a write-ahead log as it lies on disk after a crash, without SQLite: how many of its frames belong to acts that were
 * finished. When SQLite takes in fewer, some of them are damaged and the acts in them would be lost without a word.
 * Format: sqlite.org/fileformat2.html, section 4. A frame is 24 bytes (page, size after commit, two salts, two checksums)
 * and a page.
 */
import { pageSize } from './pages';

const headerSize = 32;
const frameSize = 24 + pageSize;

export interface LogReport {
  /** Frames up to the last finished act. */
  readonly frames: number;
  /** True when something in it cannot have been left by a crash. */
  readonly damaged: boolean;
}

export function readLog(bytes: Buffer): LogReport {
  if (bytes.length < headerSize) return { frames: 0, damaged: bytes.length > 0 };
  const magic = bytes.readUInt32BE(0);
  const headerOk =
    (magic === 0x377f0682 || magic === 0x377f0683) &&
    bytes.readUInt32BE(8) === pageSize &&
    checksum(bytes.subarray(0, 24), magic === 0x377f0683).equals(bytes.subarray(24, 32));
  if (!headerOk) return { frames: 0, damaged: true };
  const salts = bytes.subarray(16, 24);
  let frames = 0;
  let damaged = false;
  for (let number = 1; headerSize + number * frameSize <= bytes.length; number += 1) {
    const frame = bytes.subarray(headerSize + (number - 1) * frameSize);
    const first = frame.subarray(8, 12).equals(salts.subarray(0, 4));
    const second = frame.subarray(12, 16).equals(salts.subarray(4, 8));
    // Frames of an earlier round have both salts different: they are what was there before, and mean nothing.
    if (first !== second) damaged = true;
    if (first && second && frame.readUInt32BE(4) > 0) frames = number;
  }
  return { frames, damaged };
}

/** SQLite's checksum of the log's header. */
function checksum(bytes: Buffer, bigEndian: boolean): Buffer {
  let one = 0;
  let two = 0;
  for (let at = 0; at < bytes.length; at += 8) {
    const a = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const b = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    one = (one + a + two) >>> 0;
    two = (two + b + one) >>> 0;
  }
  const sum = Buffer.alloc(8);
  sum.writeUInt32BE(one, 0);
  sum.writeUInt32BE(two, 4);
  return sum;
}
