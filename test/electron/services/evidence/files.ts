import { deflateSync } from 'node:zlib';
import { pngChunk } from '../../../helpers/png-chunk';

/** Small real files, built byte by byte so that tests can say what is in them. */

/** A grey PNG; `declared` may claim more pixels than there are. */
export function png(
  options: {
    readonly width?: number;
    readonly height?: number;
    readonly chunks?: readonly Buffer[];
    readonly shade?: number;
  } = {},
): Buffer {
  const { width = 6, height = 4, chunks = [], shade = 120 } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.alloc((width + 1) * Math.min(height, 20), shade))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngText(keyword: string, text: string): Buffer {
  return pngChunk('tEXt', Buffer.from(`${keyword}\u0000${text}`, 'latin1'));
}

/** An iTXt chunk, compressed when asked. */
export function pngInternationalText(keyword: string, text: string, compressed = false): Buffer {
  const body = compressed ? deflateSync(Buffer.from(text, 'utf8')) : Buffer.from(text, 'utf8');
  const head = Buffer.from(`${keyword}\u0000${compressed ? '\u0001' : '\u0000'}\u0000\u0000\u0000`, 'latin1');
  return pngChunk('iTXt', Buffer.concat([head, body]));
}

type Value = string | number | readonly (readonly [number, number])[] | Buffer;
export type Tags = readonly (readonly [tag: number, value: Value])[];

/** A little-endian TIFF structure: IFD0, and below it the EXIF and GPS directories. */
export function tiff(blocks: { readonly ifd0?: Tags; readonly exif?: Tags; readonly gps?: Tags }): Buffer {
  const parts: Buffer[] = [];
  let end = 8;
  const put = (bytes: Buffer): number => {
    const at = end;
    parts.push(bytes);
    end += bytes.length;
    return at;
  };
  const directory = (tags: Tags): number => {
    const rows = tags.map(([tag, value]) => {
      const row = Buffer.alloc(12);
      row.writeUInt16LE(tag, 0);
      if (typeof value === 'number') {
        row.writeUInt16LE(tag === 0x8769 || tag === 0x8825 ? 4 : 3, 2);
        row.writeUInt32LE(1, 4);
        row.writeUInt32LE(value, 8);
        return row;
      }
      const [type, count, data] = encode(value);
      row.writeUInt16LE(type, 2);
      row.writeUInt32LE(count, 4);
      if (data.length <= 4) data.copy(row, 8);
      else row.writeUInt32LE(put(data), 8);
      return row;
    });
    const count = Buffer.alloc(2);
    count.writeUInt16LE(rows.length);
    return put(Buffer.concat([count, ...rows, Buffer.alloc(4)]));
  };
  const pointers: [number, number][] = [];
  if (blocks.exif !== undefined) pointers.push([0x8769, directory(blocks.exif)]);
  if (blocks.gps !== undefined) pointers.push([0x8825, directory(blocks.gps)]);
  const head = Buffer.from('49492a0000000000', 'hex');
  head.writeUInt32LE(directory([...(blocks.ifd0 ?? []), ...pointers]), 4);
  return Buffer.concat([head, ...parts]);
}

function encode(value: Exclude<Value, number>): readonly [type: number, count: number, data: Buffer] {
  if (typeof value === 'string') {
    const data = Buffer.from(`${value}\u0000`, 'latin1');
    return [2, data.length, data];
  }
  if (Buffer.isBuffer(value)) return [7, value.length, value];
  const data = Buffer.alloc(value.length * 8);
  value.forEach(([over, under], index) => {
    data.writeUInt32LE(over, index * 8);
    data.writeUInt32LE(under, index * 8 + 4);
  });
  return [5, value.length, data];
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The frame of a JPEG with metadata; it has a header and an end, and no picture in between. */
export function jpeg(
  options: { readonly exif?: Buffer; readonly xmp?: string; readonly width?: number } = {},
): Buffer {
  const frame = Buffer.from([8, 0, 16, 0, 0, 3, 1, 17, 0, 2, 17, 0, 3, 17, 0]);
  frame.writeUInt16BE(options.width ?? 24, 3);
  const parts: Buffer[] = [Buffer.from([0xff, 0xd8])];
  if (options.exif !== undefined) {
    parts.push(segment(0xe1, Buffer.concat([Buffer.from('Exif\u0000\u0000', 'latin1'), options.exif])));
  }
  if (options.xmp !== undefined) {
    parts.push(segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\u0000${options.xmp}`, 'utf8')));
  }
  return Buffer.concat([
    ...parts,
    segment(0xc0, frame),
    segment(0xda, Buffer.alloc(10)),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function webp(chunks: readonly (readonly [type: string, body: Buffer])[]): Buffer {
  const parts = chunks.map(([type, body]) => {
    const head = Buffer.from(`${type}0000`, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  });
  const inside = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const head = Buffer.from('RIFF0000', 'latin1');
  head.writeUInt32LE(inside.length, 4);
  return Buffer.concat([head, inside]);
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.from(`0000${type}`, 'latin1');
  head.writeUInt32BE(body.length + 8, 0);
  return Buffer.concat([head, body]);
}

function numbers(...values: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      part.writeUIntBE(value, 0, bytes);
      return part;
    }),
  );
}

/** The boxes of a HEIC around one EXIF item: enough to find metadata and size, nothing to decode. */
export function heic(exif: Buffer, size: { readonly width: number; readonly height: number }): Buffer {
  const ftyp = box('ftyp', Buffer.from('heic\u0000\u0000\u0000\u0000mif1heic', 'latin1'));
  const item = Buffer.concat([numbers([6, 4]), Buffer.from('Exif\u0000\u0000', 'latin1'), exif]);
  const infe = box('infe', numbers([2, 1], [0, 3], [7, 2], [0, 2]), Buffer.from('Exif\u0000', 'latin1'));
  const iinf = box('iinf', numbers([0, 4], [1, 2]), infe);
  const ispe = box('ispe', numbers([0, 4], [size.width, 4], [size.height, 4]));
  const iprp = box('iprp', box('ipco', ispe));
  const withPlace = (offset: number): Buffer => {
    const iloc = box(
      'iloc',
      numbers([0, 4], [0x44, 1], [0, 1], [1, 2], [7, 2], [0, 2], [1, 2], [offset, 4], [item.length, 4]),
    );
    return box('meta', numbers([0, 4]), iinf, iloc, iprp);
  };
  const at = ftyp.length + withPlace(0).length + 8;
  return Buffer.concat([ftyp, withPlace(at), box('mdat', item)]);
}

/** A PDF of one empty page with an information dictionary. */
export function pdf(info: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< ${info} >>`,
  ];
  let text = '%PDF-1.7\n';
  const places: number[] = [];
  objects.forEach((object, index) => {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

export const exifDates = {
  ifd0: [
    [0x0110, 'Pixel 7'],
    [0x010f, 'Google'],
    [0x0132, '2026:03:03 21:00:10'],
  ],
  exif: [
    [0x9003, '2026:03:03 21:00:05'],
    [0x9011, '+00:00'],
  ],
} as const satisfies { readonly ifd0: Tags; readonly exif: Tags };

export { pngChunk };
