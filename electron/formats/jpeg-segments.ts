import type { Buffer } from './node';

/** A segment of a JPEG: its marker without the 0xff before it, and what it holds. */
export interface JpegSegment {
  readonly marker: number;
  readonly body: Buffer;
}

/** The segments before the picture's data (ITU-T T.81, annex B), at most so many. Never throws; what is cut or broken ends the walk. */
export function* jpegSegments(bytes: Buffer, most: number): Generator<JpegSegment> {
  for (let at = 2, count = 0; count < most && at + 4 <= bytes.length; count += 1) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes.readUInt8(at + 1);
    // Before a marker may stand any number of these.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return;
    const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    yield { marker, body: bytes.subarray(at + 4, end) };
    at = end;
  }
}
