import { Buffer } from './node';

/** Segments that say how to decode: frame, tables, restarts, scans, number of lines (ITU-T T.81, table B.1). */
function decodes(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xdf);
}

/** Colour profile, Adobe's colour marker, and JFIF's shape of pixels: what a picture needs to look as it does. */
function shows(marker: number, body: Buffer): boolean {
  const begins = (text: string): boolean => body.toString('latin1', 0, text.length) === text;
  // JFIF may carry a small preview (as does JFXX), from before the picture was cropped.
  if (marker === 0xe0) return begins('JFIF\0') && body.length === 14;
  // APP2 also holds previews of multi-picture files; only a colour profile is kept.
  if (marker === 0xe2) return begins('ICC_PROFILE\0');
  return marker === 0xee && begins('Adobe');
}

/**
 * A JPEG without what it says about where and with what it was taken: EXIF with GPS, XMP, makers' notes, captions,
 * comments, previews, and whatever lies behind its end (phones put a video or a second picture there, with details of
 * its own). The picture's own data is copied as it is. What is no segment is skipped, as decoders skip it. ITU-T T.81,
 * annex B.
 */
export function withoutMetadata(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  for (let at = nextMarker(bytes, 2); at >= 0;) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2));
      break;
    }
    const single = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (single || at + 4 > bytes.length) {
      at = nextMarker(bytes, at + 2);
      continue;
    }
    const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    if (decodes(marker) || shows(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    if (marker === 0xda) {
      const scan = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, scan));
      at = nextMarker(bytes, scan);
    } else {
      at = nextMarker(bytes, end);
    }
  }
  return Buffer.concat(kept);
}

/** The next marker from a place on; fill bytes before it are passed over. -1 at the end. */
function nextMarker(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0x00 && next !== 0xff) return at;
  }
  return -1;
}

/** Where the coded data of a scan ends: at the first marker that is no restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = nextMarker(bytes, from); at >= 0; at = nextMarker(bytes, at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    if (marker < 0xd0 || marker > 0xd7) return at;
  }
  return bytes.length;
}
