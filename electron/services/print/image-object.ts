import { PDFDict, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { HoldfastError } from '../../../shared/errors';
import { codedImage } from './coded-image';
import type { CodedImage } from './coded-image';

/** A picture as an object of the PDF. */
export interface ImageObject {
  readonly ref: PDFRef;
  readonly width: number;
  readonly height: number;
}

/** Adds a JPEG, or a PNG without transparency, as it is coded. Throws `unreadable-image`. */
export function addImage(context: PDFContext, bytes: Buffer, mime: string): ImageObject {
  const image = codedImage(bytes, mime);
  const { width, height } = image;
  const data = Buffer.concat(image.data);
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: image.bits,
    Filter: image.filter,
    Length: data.length,
  });
  if (!(dict instanceof PDFDict)) throw new HoldfastError('internal');
  dict.set(PDFName.of('ColorSpace'), colourOf(context, image));
  if (image.filter === 'FlateDecode') {
    const Colors = image.colour === 'DeviceRGB' ? 3 : 1;
    dict.set(
      PDFName.of('DecodeParms'),
      context.obj({ Predictor: 15, Colors, BitsPerComponent: image.bits, Columns: width }),
    );
  }
  return { ref: context.register(PDFRawStream.of(dict, data)), width, height };
}

function colourOf(context: PDFContext, { colour }: CodedImage): PDFObject {
  if (typeof colour === 'string') return PDFName.of(colour);
  const { palette } = colour;
  return context.obj([
    'Indexed',
    'DeviceRGB',
    Math.floor(palette.length / 3) - 1,
    PDFHexString.of(palette.toString('hex')),
  ]);
}
