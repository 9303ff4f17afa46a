import { PDFDict, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { HoldfastError } from '../../../shared/errors';
import { readPictureHeader } from '../../formats/picture-header';
import { readPng } from '../../formats/png';
import { withoutMetadata } from './jpeg';

/** A picture as an object of the PDF; its data goes in as it lies in the file, without being decoded. */
export interface ImageObject {
  readonly ref: PDFRef;
  readonly width: number;
  readonly height: number;
}

/** Adds a JPEG (DCTDecode) or a PNG without transparency (FlateDecode with PNG predictors, ISO 32000-1, 7.4.4.4). */
export function addImage(context: PDFContext, bytes: Buffer, mime: string): ImageObject {
  if (mime === 'image/jpeg') return addJpeg(context, bytes);
  if (mime === 'image/png') return addPng(context, bytes);
  throw new HoldfastError('unreadable-image');
}

function addStream(
  context: PDFContext,
  data: Buffer,
  entries: Readonly<Record<string, PDFObject | string | number>>,
): PDFRef {
  const dict = context.obj({ Type: 'XObject', Subtype: 'Image' });
  if (!(dict instanceof PDFDict)) throw new HoldfastError('internal');
  for (const [key, value] of Object.entries(entries)) {
    dict.set(
      PDFName.of(key),
      typeof value === 'string' ? PDFName.of(value) : typeof value === 'number' ? context.obj(value) : value,
    );
  }
  dict.set(PDFName.of('Length'), context.obj(data.length));
  return context.register(PDFRawStream.of(dict, data));
}

function addJpeg(context: PDFContext, bytes: Buffer): ImageObject {
  const header = readPictureHeader(bytes, 'image/jpeg');
  if (header === null || (header.jpegComponents !== 1 && header.jpegComponents !== 3)) {
    throw new HoldfastError('unreadable-image');
  }
  const { width, height } = header;
  const ref = addStream(context, withoutMetadata(bytes), {
    Width: width,
    Height: height,
    ColorSpace: header.jpegComponents === 1 ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  });
  return { ref, width, height };
}

function addPng(context: PDFContext, bytes: Buffer): ImageObject {
  const png = readPng(bytes);
  const { width, height, bitDepth, colourType } = png;
  if (png.transparent || png.interlaced || bitDepth > 8 || !png.complete)
    throw new HoldfastError('unreadable-image');
  const colors = colourType === 2 ? 3 : 1;
  const ref = addStream(context, Buffer.concat(png.data), {
    Width: width,
    Height: height,
    ColorSpace:
      colourType === 3 ? indexed(context, png.palette) : colourType === 2 ? 'DeviceRGB' : 'DeviceGray',
    BitsPerComponent: bitDepth,
    Filter: 'FlateDecode',
    DecodeParms: context.obj({ Predictor: 15, Colors: colors, BitsPerComponent: bitDepth, Columns: width }),
  });
  return { ref, width, height };
}

function indexed(context: PDFContext, palette: Buffer | null): PDFObject {
  if (palette === null || palette.length < 3) throw new HoldfastError('unreadable-image');
  return context.obj([
    'Indexed',
    'DeviceRGB',
    Math.floor(palette.length / 3) - 1,
    PDFHexString.of(palette.toString('hex')),
  ]);
}
