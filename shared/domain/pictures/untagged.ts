/**
 * The same picture, without the tags by which a decoder might turn it. Which of them Chromium follows depends on the format,
 * the place (an element of a page, a bitmap in a worker) and the version, and no option switches all of it off
 * (`imageOrientation: 'none'` turns a JPEG all the same). So what decodes never sees one: how a picture lies is read once,
 * when it is taken in, and whoever shows it turns it by that.
 *
 * HEIC and AVIF are not touched: the turns of these are part of their coding, every decoder must follow them, and their EXIF
 * turns nothing (ISO/IEC 23008-12, 6.5.10 and A.2.4).
 */
export function untagged(bytes: Uint8Array, mime: string): Uint8Array<ArrayBuffer> {
  const own = new Uint8Array(bytes);
  switch (mime) {
    case 'image/jpeg':
      blankJpeg(own);
      return own;
    case 'image/png':
      return withoutExifChunk(own);
    case 'image/webp':
      blankWebp(own);
      return own;
    default:
      return own;
  }
}

/** `FF E1`, two bytes of length, `Exif`: no coded data holds that (FF is followed by 00 there), so no walk is needed. */
function blankJpeg(own: Uint8Array): void {
  for (let at = own.indexOf(0xff); at >= 0 && at + 8 <= own.length; at = own.indexOf(0xff, at + 1)) {
    if (own[at + 1] === 0xe1 && nameAt(own, at + 4) === 'Exif') own[at + 4] = 0x78;
  }
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function withoutExifChunk(own: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(own.buffer);
  let to = 8;
  let at = 8;
  while (at + 12 <= own.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > own.length) break;
    if (nameAt(own, at + 4) !== 'eXIf') {
      if (to !== at) own.copyWithin(to, at, end);
      to += end - at;
    }
    at = end;
  }
  if (to === at) return own;
  own.copyWithin(to, at);
  return own.slice(0, to + own.length - at);
}

/** In VP8X: an EXIF chunk is promised (WebP container specification). */
const exifPromise = 0x08;

function blankWebp(own: Uint8Array): void {
  const view = new DataView(own.buffer);
  for (let at = 12; at + 8 <= own.length;) {
    const name = nameAt(own, at);
    const length = view.getUint32(at + 4, true);
    // A chunk of an unknown name is passed over.
    if (name === 'EXIF') own.set([0x78, 0x78, 0x78, 0x78], at);
    if (name === 'VP8X' && at + 8 < own.length) own[at + 8] = (own[at + 8] ?? 0) & ~exifPromise;
    at += 8 + length + (length % 2);
  }
}
