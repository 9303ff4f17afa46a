/**
 * A JPEG without what it says about where and with what it was taken: the segments APP1 to APP15 (EXIF with GPS, XMP,
 * makers' notes) and comments are left out, but for the colour profile (APP2) and Adobe's colour marker (APP14). The
 * picture's own data is copied as it is. ITU-T T.81, annex B.
 */
export function withoutMetadata(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const personal =
      (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe;
    // APP2 also holds previews of multi-picture files; only a colour profile is kept.
    const profile = marker === 0xe2 && bytes.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE';
    if (!personal && (marker !== 0xe2 || profile)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  // Some phones put a video or a second picture behind the end of the first: it is cut off.
  const rest = bytes.subarray(at);
  const end = rest.lastIndexOf(Buffer.from([0xff, 0xd9]));
  kept.push(end < 0 ? rest : rest.subarray(0, end + 2));
  return Buffer.concat(kept);
}
