import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { keptLandmarks, landmarksOf, mostKept, signsOf } from '../../../shared/domain/likeness/landmarks';
import type { Landmark } from '../../../shared/domain/likeness/landmarks';
import { coarseRows } from '../../../shared/domain/likeness/near-pairs';
import { bands, mostRows, resampleToBytes } from '../../../shared/domain/likeness/descriptor';
import type { Descriptor } from '../../../shared/domain/likeness/descriptor';

/**
 * A descriptor as one run of bytes, so that what is needed to find candidates can be read from its beginning alone: version (1),
 * number of landmarks (2), 64 coarse rows, each landmark as token (4) and row (2), then the rows, each as its difference
 * from the one above, deflated. Numbers are big-endian. Tables, migrations and packages call it a print.
 */
const version = 1;
const coarseBytes = coarseRows * bands;
const landmarksAt = 3 + coarseBytes;
const landmarkBytes = 6;
/** So many bytes hold everything but the rows. */
export const headBytes = landmarksAt + mostKept * landmarkBytes;

export interface DescriptorHead {
  readonly coarse: Uint8Array;
  readonly landmarks: readonly Landmark[];
}

export function packDescriptor({ rows }: Descriptor): Buffer {
  const landmarks = keptLandmarks(landmarksOf(signsOf(rows)));
  const head = Buffer.alloc(landmarksAt + landmarks.length * landmarkBytes);
  head.writeUInt8(version, 0);
  head.writeUInt16BE(landmarks.length, 1);
  head.set(resampleToBytes(rows, coarseRows), 3);
  for (const [index, { token, row }] of landmarks.entries()) {
    const at = landmarksAt + index * landmarkBytes;
    head.writeInt32BE(token, at);
    head.writeUInt16BE(row, at + 4);
  }
  const steps = Uint8Array.from(rows, (value, at) => value - (rows[at - bands] ?? 0));
  return Buffer.concat([head, deflateRawSync(steps, { level: 4 })]);
}

/** Null for bytes that are no descriptor: they may come from another office. */
export function unpackHead(bytes: Buffer): DescriptorHead | null {
  if (bytes.length < landmarksAt || bytes.readUInt8(0) !== version) return null;
  const count = bytes.readUInt16BE(1);
  if (count > mostKept || bytes.length < landmarksAt + count * landmarkBytes) return null;
  return {
    coarse: new Uint8Array(bytes.subarray(3, landmarksAt)),
    landmarks: Array.from({ length: count }, (_, index) => {
      const at = landmarksAt + index * landmarkBytes;
      return { token: bytes.readInt32BE(at), row: bytes.readUInt16BE(at + 4) };
    }),
  };
}

/** The rows of a picture of that height, or null for bytes that are no descriptor of it. */
export function unpackRows(bytes: Buffer, height: number): Uint8Array | null {
  const head = unpackHead(bytes);
  if (head === null || height < 1 || height > mostRows) return null;
  try {
    const packed = bytes.subarray(landmarksAt + head.landmarks.length * landmarkBytes);
    const rows = new Uint8Array(inflateRawSync(packed, { maxOutputLength: height * bands }));
    if (rows.length !== height * bands) return null;
    for (let at = bands; at < rows.length; at += 1) rows[at] = (rows[at] ?? 0) + (rows[at - bands] ?? 0);
    return rows;
  } catch {
    return null;
  }
}
