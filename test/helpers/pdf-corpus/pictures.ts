import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallJpeg } from '../small-media';
import { RawPdf, letter, line } from './raw-pdf';
import type { CorpusPdf } from './kinds';

const [width, height] = [64, 48];

/** A picture with colours that change across and down, so that a turn or a wrong channel shows. */
function samples(channels: number): Buffer {
  const data = Buffer.alloc(width * height * channels);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < channels; channel += 1)
        data[(y * width + x) * channels + channel] =
          channel === 0 ? x * 4 : channel === 1 ? y * 5 : ((x >> 3) + (y >> 3)) % 2 === 0 ? 200 : 40;
  return data;
}

/** One bit a pixel: a chequered field with a solid corner. */
function bits(): Buffer {
  const data = Buffer.alloc((width / 8) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width / 8; x += 1)
      data[y * (width / 8) + x] = y < 12 && x < 3 ? 0xff : (y >> 2) % 2 === 0 ? 0xf0 : 0x0f;
  return data;
}

interface Made {
  readonly entries: string;
  readonly data: Buffer;
  /** Where it is not the usual one. */
  readonly size?: readonly [number, number];
}

const sizedAs = (across: number, down: number): string =>
  `/Type/XObject/Subtype/Image/Width ${across}/Height ${down}`;
const sized = sizedAs(width, height);

/** A page with a picture 300 points wide, under a line of text. */
function shown(name: string, make: (pdf: RawPdf) => Made, before = ''): CorpusPdf {
  const pdf = new RawPdf();
  const { entries, data, size = [width, height] } = make(pdf);
  const image = pdf.stream(`${sizedAs(...size)}${entries}`, data);
  const content = `${line(name, 50, 790)}\n${before}\nq 300 0 0 225 80 480 cm /Im Do Q\n${letter(420, 6)}`;
  pdf.page({ content, resources: `/XObject<</Im ${image} 0 R>>` });
  return { name: `picture-${name}`, bytes: pdf.bytes() };
}

const flat = (space: string, data: Buffer, more = ''): Made => ({
  entries: `/ColorSpace ${space}/BitsPerComponent 8/Filter/FlateDecode${more}`,
  data: deflateSync(data),
});

/** LZW as PDF has it, of codes of nine bits alone: the table is cleared before they would grow. */
function lzw(data: Buffer): Buffer {
  const codes: number[] = [];
  for (const [index, byte] of data.entries()) {
    if (index % 200 === 0) codes.push(256);
    codes.push(byte);
  }
  codes.push(257);
  const out: number[] = [];
  let [held, count] = [0, 0];
  for (const code of codes) {
    held = (held << 9) | code;
    count += 9;
    while (count >= 8) {
      out.push((held >> (count - 8)) & 255);
      count -= 8;
    }
    held &= (1 << count) - 1;
  }
  if (count > 0) out.push((held << (8 - count)) & 255);
  return Buffer.from(out);
}

/** Runs of PackBits: all literal. */
function runs(data: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < data.length; at += 128) {
    const part = data.subarray(at, at + 128);
    parts.push(Buffer.from([part.length - 1]), part);
  }
  return Buffer.concat([...parts, Buffer.from([128])]);
}

const hexed = (data: Buffer): Buffer => Buffer.from(`${data.toString('hex')}>`, 'latin1');

/** Of a TIFF of the fixtures, coded by Group 4: its first strip as it is. */
function groupFour(): { readonly data: Buffer; readonly columns: number; readonly rows: number } {
  const tiff = readFileSync(join(import.meta.dirname, '../../fixtures/pictures/tiff-3-pages-g4.tif'));
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = u32(4);
  const value = (tag: number): number => {
    for (let index = 0; index < u16(directory); index += 1) {
      const at = directory + 2 + index * 12;
      if (u16(at) === tag) return u16(at + 2) === 3 ? u16(at + 8) : u32(at + 8);
    }
    throw new Error(`the TIFF has no tag ${tag}`);
  };
  const strips = value(273);
  const data = tiff.subarray(strips, strips + value(279));
  return { data, columns: value(256), rows: value(278) };
}

function faxed(): CorpusPdf {
  const pdf = new RawPdf();
  const { data, columns, rows } = groupFour();
  const parameters = `/DecodeParms<</K -1/Columns ${columns}/Rows ${rows}>>`;
  const image = pdf.stream(
    `/Type/XObject/Subtype/Image/Width ${columns}/Height ${rows}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode${parameters}`,
    data,
  );
  pdf.page({ content: 'q 480 0 0 600 50 150 cm /Im Do Q', resources: `/XObject<</Im ${image} 0 R>>` });
  return { name: 'picture-fax-group-4', bytes: pdf.bytes() };
}

/** In the content itself (inline image). */
function inline(): CorpusPdf {
  const pdf = new RawPdf();
  const data = samples(3).toString('hex');
  const content = `${letter()}\nq 200 0 0 150 80 300 cm BI /W ${width} /H ${height} /CS /RGB /BPC 8 /F /AHx ID ${data}> EI Q`;
  pdf.page({ content });
  return { name: 'picture-inline', bytes: pdf.bytes() };
}

/** Scanned, with the words that were read of it under it. */
function scanned(): CorpusPdf {
  const pdf = new RawPdf();
  const image = pdf.pressed(`${sized}/ColorSpace/DeviceGray/BitsPerComponent 8`, samples(1));
  const words = 'q 3 Tr BT /F1 14 Tf 60 700 Td (words that were read off the scan) Tj ET Q';
  pdf.page({ content: `q 595 0 0 842 0 0 cm /Im Do Q ${words}`, resources: `/XObject<</Im ${image} 0 R>>` });
  return { name: 'picture-scan-with-words-under-it', bytes: pdf.bytes() };
}

/** Pictures in all the ways in which a PDF may hold them. */
export function picturePdfs(): readonly CorpusPdf[] {
  const wide = Buffer.concat([...samples(3)].map((value) => Buffer.from([value, 0])));
  return [
    shown('jpeg', () => ({
      entries: '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode',
      data: smallJpeg,
      size: [32, 24],
    })),
    shown('rgb', () => flat('/DeviceRGB', samples(3))),
    shown('grey', () => flat('/DeviceGray', samples(1))),
    shown('cmyk', () => flat('/DeviceCMYK', samples(4))),
    shown('cal-rgb', () => flat('[/CalRGB<</WhitePoint[0.9505 1 1.089]/Gamma[2.2 2.2 2.2]>>]', samples(3))),
    shown('lab', () => flat('[/Lab<</WhitePoint[0.9505 1 1.089]/Range[-100 100 -100 100]>>]', samples(3))),
    shown('sixteen-bits', () => ({
      entries: '/ColorSpace/DeviceRGB/BitsPerComponent 16/Filter/FlateDecode',
      data: deflateSync(wide),
    })),
    shown('palette-of-four', () => ({
      entries: `/ColorSpace[/Indexed/DeviceRGB 3<ff0000 00a000 0000ff ffff00>]/BitsPerComponent 2`,
      data: Buffer.alloc((width / 4) * height, 0b00011011),
    })),
    shown('inverted', () => flat('/DeviceGray', samples(1), '/Decode[1 0]')),
    shown(
      'stencil',
      () => ({ entries: '/ImageMask true/BitsPerComponent 1', data: bits() }),
      '0.1 0.4 0.2 rg',
    ),
    shown('one-bit', () => ({ entries: '/ColorSpace/DeviceGray/BitsPerComponent 1', data: bits() })),
    shown(
      'see-through',
      (pdf) => {
        const mask = pdf.pressed(`${sized}/ColorSpace/DeviceGray/BitsPerComponent 8`, samples(1));
        return flat('/DeviceRGB', samples(3), `/SMask ${mask} 0 R`);
      },
      '0.9 0.9 0.4 rg 60 460 340 270 re f',
    ),
    shown(
      'cut-out',
      (pdf) => {
        const mask = pdf.stream(`${sized}/ImageMask true/BitsPerComponent 1`, bits());
        return flat('/DeviceRGB', samples(3), `/Mask ${mask} 0 R`);
      },
      '0.6 0.8 1 rg 60 460 340 270 re f',
    ),
    shown('lzw', () => ({
      entries: '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/LZWDecode',
      data: lzw(samples(3)),
    })),
    shown('runs', () => ({
      entries: '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/RunLengthDecode',
      data: runs(samples(1)),
    })),
    shown('two-filters', () => ({
      entries: '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter[/ASCIIHexDecode/FlateDecode]',
      data: hexed(deflateSync(samples(3))),
    })),
    shown('predicted', () => {
      const rows = Array.from({ length: height }, (_, y) =>
        Buffer.concat([Buffer.from([0]), samples(3).subarray(y * width * 3, (y + 1) * width * 3)]),
      );
      return {
        entries: `/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3/Columns ${width}>>`,
        data: deflateSync(Buffer.concat(rows)),
      };
    }),
    faxed(),
    inline(),
    scanned(),
  ];
}
