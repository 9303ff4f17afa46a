import { HoldfastError } from '../../../shared/errors';
import { readPictureHeader } from '../../formats/picture-header';
import { readPng } from '../../formats/png';

/** A page that is one picture: its size in points and the picture as PNG (three colours) or JPEG. */
export interface PicturePage {
  readonly points: { readonly width: number; readonly height: number };
  readonly bytes: Buffer;
  readonly mime: string;
}

const catalog = 1;
const tree = 2;
/** Objects of a page: itself, what is drawn on it, its picture. */
const perPage = 3;

/**
 * A PDF of pictures and nothing else, given out piece by piece: one page is in memory at a time, however many there are. It
 * has no information dictionary, no metadata, no identifier, no font, no annotation. ISO 32000-1, 7.5.
 */
export async function* writePicturePdf(pages: AsyncIterable<PicturePage>): AsyncGenerator<Uint8Array> {
  const places = new Map<number, number>();
  let at = 0;
  const text = (part: string): Buffer => {
    const bytes = Buffer.from(part, 'latin1');
    at += bytes.length;
    return bytes;
  };
  const open = (object: number): string => {
    places.set(object, at);
    return `${object} 0 obj\n`;
  };

  yield text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  let count = 0;
  for await (const page of pages) {
    const [self, content, image] = [0, 1, 2].map((offset) => tree + 1 + count * perPage + offset) as [
      number,
      number,
      number,
    ];
    count += 1;
    const [width, height] = [number(page.points.width), number(page.points.height)];
    yield text(
      `${open(self)}<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] ` +
        `/Resources << /XObject << /P ${image} 0 R >> >> /Contents ${content} 0 R >>\nendobj\n`,
    );
    const drawn = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
    yield text(`${open(content)}<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream\nendobj\n`);
    const { dictionary, data } = imageOf(page);
    yield text(
      `${open(image)}<< /Type /XObject /Subtype /Image ${dictionary} /Length ${data.length} >>\nstream\n`,
    );
    at += data.length;
    yield data;
    yield text('\nendstream\nendobj\n');
  }
  if (count === 0) throw new HoldfastError('unreadable-pdf');
  const kids = Array.from({ length: count }, (_, index) => `${tree + 1 + index * perPage} 0 R`).join(' ');
  yield text(`${open(catalog)}<< /Type /Catalog /Pages ${tree} 0 R >>\nendobj\n`);
  yield text(`${open(tree)}<< /Type /Pages /Count ${count} /Kids [${kids}] >>\nendobj\n`);
  const start = at;
  const size = tree + count * perPage + 1;
  const rows = Array.from({ length: size - 1 }, (_, index) => {
    return `${String(places.get(index + 1) ?? 0).padStart(10, '0')} 00000 n \n`;
  });
  yield text(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`);
  yield text(`trailer\n<< /Size ${size} /Root ${catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`);
}

/** PDF knows no exponents. */
function number(value: number): string {
  return value.toFixed(4).replace(/\.?0+$/u, '');
}

/** The picture's data goes in as it was encoded: JPEG as DCTDecode, PNG rows as FlateDecode with its predictors. */
function imageOf({ bytes, mime }: PicturePage): { readonly dictionary: string; readonly data: Buffer } {
  const head = (width: number, height: number): string =>
    `/Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  if (mime === 'image/jpeg') {
    const header = readPictureHeader(bytes, mime);
    if (header?.jpegComponents !== 3) throw new HoldfastError('unreadable-image');
    return { dictionary: `${head(header.width, header.height)} /Filter /DCTDecode`, data: bytes };
  }
  const png = readPng(bytes);
  if (png.colourType !== 2 || png.bitDepth !== 8 || png.interlaced || !png.complete) {
    throw new HoldfastError('unreadable-image');
  }
  const rows = `/DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns ${png.width} >>`;
  return {
    dictionary: `${head(png.width, png.height)} /Filter /FlateDecode ${rows}`,
    data: Buffer.concat(png.data),
  };
}
