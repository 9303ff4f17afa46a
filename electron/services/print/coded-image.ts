import { HoldfastError } from '../../../shared/errors';
import { readPictureHeader } from '../../formats/picture-header';
import { readPng } from '../../formats/png';
import { withoutMetadata } from '../../formats/jpeg-plain';

/** A picture as a PDF takes it: its data as it lies in the file, without being decoded. */
export interface CodedImage {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** Red, green and blue of each colour where it has a palette. */
  readonly colour: 'DeviceGray' | 'DeviceRGB' | { readonly palette: Buffer };
  /** JPEG, or pressed rows with PNG's predictors (ISO 32000-1, 7.4.4.4 and 7.4.8). */
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly data: readonly Buffer[];
}

/** A JPEG, or a PNG without transparency. Throws `unreadable-image` for what cannot go in as it is. */
export function codedImage(bytes: Buffer, mime: string): CodedImage {
  if (mime === 'image/jpeg') return codedJpeg(bytes);
  if (mime === 'image/png') return codedPng(bytes);
  throw new HoldfastError('unreadable-image');
}

function codedJpeg(bytes: Buffer): CodedImage {
  const header = readPictureHeader(bytes, 'image/jpeg');
  if (header === null || (header.jpegComponents !== 1 && header.jpegComponents !== 3))
    throw new HoldfastError('unreadable-image');
  return {
    width: header.width,
    height: header.height,
    bits: 8,
    colour: header.jpegComponents === 1 ? 'DeviceGray' : 'DeviceRGB',
    filter: 'DCTDecode',
    data: [withoutMetadata(bytes)],
  };
}

function codedPng(bytes: Buffer): CodedImage {
  const png = readPng(bytes);
  const { width, height, bitDepth, colourType } = png;
  if (png.transparent || png.interlaced || bitDepth > 8 || !png.complete)
    throw new HoldfastError('unreadable-image');
  return {
    width,
    height,
    bits: bitDepth,
    colour: colourType === 3 ? paletteOf(png.palette) : colourType === 2 ? 'DeviceRGB' : 'DeviceGray',
    filter: 'FlateDecode',
    data: png.data,
  };
}

function paletteOf(palette: Buffer | null): { readonly palette: Buffer } {
  if (palette === null || palette.length < 3) throw new HoldfastError('unreadable-image');
  return { palette };
}

/** The entries of its dictionary but for the length, as they are written. */
export function imageEntries({ width, height, bits, colour, filter }: CodedImage): string {
  const space =
    typeof colour === 'string'
      ? `/${colour}`
      : `[/Indexed/DeviceRGB ${Math.floor(colour.palette.length / 3) - 1}<${colour.palette.toString('hex')}>]`;
  const parts =
    filter === 'FlateDecode'
      ? `/DecodeParms<</Predictor 15/Colors ${colour === 'DeviceRGB' ? 3 : 1}/BitsPerComponent ${bits}/Columns ${width}>>`
      : '';
  return `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent ${bits}/ColorSpace${space}/Filter/${filter}${parts}`;
}
