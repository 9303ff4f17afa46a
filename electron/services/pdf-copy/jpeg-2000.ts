/** What a JPEG 2000 file needs to be shown: signature, kind, header, the coded picture (ISO/IEC 15444-1, annex I). */
const shown = ['jP  ', 'ftyp', 'jp2h', 'jp2c'];

/** A JPEG 2000 file without what it says beside its picture (XMP, GPS, addresses). A bare coded picture stays as it is. */
export function withoutDetails(bytes: Buffer): Buffer {
  if (bytes.length < 12 || bytes.toString('latin1', 4, 8) !== 'jP  ') return bytes;
  const kept: Buffer[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const long = short === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    // No length: to the end of the file.
    const end = long === 0 ? bytes.length : at + long;
    if (end <= at + 7 || end > bytes.length) break;
    if (shown.includes(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return kept.length > 0 ? Buffer.concat(kept) : bytes;
}
