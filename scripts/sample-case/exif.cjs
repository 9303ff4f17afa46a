/** Writes the metadata blocks that phones write: EXIF (CIPA DC-008) into JPEG and PNG, text chunks into PNG. */
const { crc32 } = require('node:zlib');

const types = { ascii: 2, short: 3, long: 4, rational: 5, undefined: 7 };

function encode({ type, value }) {
  if (type === 'ascii') return Buffer.from(`${value}\0`, 'latin1');
  if (type === 'undefined') return Buffer.from(value);
  if (type === 'short') {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(value);
    return bytes;
  }
  if (type === 'long') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  }
  const bytes = Buffer.alloc(value.length * 8);
  for (const [index, [top, bottom]] of value.entries()) {
    bytes.writeUInt32LE(top, index * 8);
    bytes.writeUInt32LE(bottom, index * 8 + 4);
  }
  return bytes;
}

const unit = { ascii: 1, undefined: 1, short: 2, long: 4, rational: 8 };

/** One directory at a place in the block: its entries, and behind them what does not fit into four bytes. */
function directory(entries, at) {
  const sorted = [...entries].sort((a, b) => a.tag - b.tag);
  const head = Buffer.alloc(2 + sorted.length * 12 + 4);
  head.writeUInt16LE(sorted.length);
  const data = [];
  let next = at + head.length;
  for (const [index, entry] of sorted.entries()) {
    const bytes = encode(entry);
    const place = 2 + index * 12;
    head.writeUInt16LE(entry.tag, place);
    head.writeUInt16LE(types[entry.type], place + 2);
    head.writeUInt32LE(bytes.length / unit[entry.type], place + 4);
    if (bytes.length <= 4) {
      bytes.copy(head, place + 8);
    } else {
      head.writeUInt32LE(next, place + 8);
      const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
      data.push(padded);
      next += padded.length;
    }
  }
  return Buffer.concat([head, ...data]);
}

const ascii = (tag, value) => ({ tag, type: 'ascii', value });

function degrees(value) {
  const whole = Math.abs(value);
  const seconds = Math.round((whole * 3600 - Math.floor(whole * 60) * 60) * 100);
  return [
    [Math.floor(whole), 1],
    [Math.floor((whole * 60) % 60), 1],
    [seconds, 100],
  ];
}

/** A TIFF block. `taken` is `YYYY:MM:DD HH:MM:SS`, `offset` `+01:00`, `gps` [latitude, longitude]. */
function tiff({ make, model, software, orientation, taken, offset, comment, gps }) {
  const exif = [];
  if (taken) exif.push(ascii(0x9003, taken), ascii(0x9004, taken));
  if (offset) exif.push(ascii(0x9010, offset), ascii(0x9011, offset));
  if (comment)
    exif.push({ tag: 0x9286, type: 'undefined', value: Buffer.from(`ASCII\0\0\0${comment}`, 'latin1') });
  const place = gps
    ? [
        ascii(1, gps[0] < 0 ? 'S' : 'N'),
        { tag: 2, type: 'rational', value: degrees(gps[0]) },
        ascii(3, gps[1] < 0 ? 'W' : 'E'),
        { tag: 4, type: 'rational', value: degrees(gps[1]) },
      ]
    : [];
  const build = (exifAt, gpsAt) => {
    const ifd0 = [];
    if (make) ifd0.push(ascii(0x010f, make));
    if (model) ifd0.push(ascii(0x0110, model));
    if (software) ifd0.push(ascii(0x0131, software));
    if (orientation) ifd0.push({ tag: 0x0112, type: 'short', value: orientation });
    if (taken) ifd0.push(ascii(0x0132, taken));
    if (exif.length > 0) ifd0.push({ tag: 0x8769, type: 'long', value: exifAt });
    if (place.length > 0) ifd0.push({ tag: 0x8825, type: 'long', value: gpsAt });
    return directory(ifd0, 8);
  };
  const exifAt = 8 + build(0, 0).length;
  const exifBlock = exif.length > 0 ? directory(exif, exifAt) : Buffer.alloc(0);
  const gpsAt = exifAt + exifBlock.length;
  const gpsBlock = place.length > 0 ? directory(place, gpsAt) : Buffer.alloc(0);
  const header = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
  return Buffer.concat([header, build(exifAt, gpsAt), exifBlock, gpsBlock]);
}

/** Puts EXIF into a JPEG, right behind its first marker. */
function intoJpeg(jpeg, exif) {
  const block = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(exif)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)]);
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const bytes = Buffer.alloc(body.length + 12);
  bytes.writeUInt32BE(body.length);
  named.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(named), body.length + 8);
  return bytes;
}

/** Puts an eXIf chunk and tEXt chunks into a PNG, behind its header. */
function intoPng(png, exif, texts = {}) {
  const headerEnd = 33;
  const added = Object.entries(texts).map(([key, text]) =>
    chunk('tEXt', Buffer.from(`${key}\0${text}`, 'latin1')),
  );
  if (exif) added.push(chunk('eXIf', tiff(exif)));
  return Buffer.concat([png.subarray(0, headerEnd), ...added, png.subarray(headerEnd)]);
}

module.exports = { intoJpeg, intoPng, tiff };
