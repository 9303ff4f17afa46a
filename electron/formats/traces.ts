import { newFact } from '../../shared/domain/facts/new-fact';
import type { NewFact } from '../../shared/domain/facts/new-fact';
import type { FactCode } from '../../shared/models/fact-code';
import { jpegSegments } from './jpeg-segments';
import type { Buffer } from './node';

/** How a JPEG was written: which programs leave which segments (ITU-T T.81, annex B; JFIF; Adobe TN 5116). */
interface JpegMarks {
  /** Adobe's colour marker, APP14: Adobe's programs and a few libraries write it, cameras of phones do not. */
  readonly adobe: boolean;
  /** Photoshop's resource block (APP13), which also holds IPTC captions. */
  readonly photoshop: boolean;
  /** Facebook and Instagram put `FBMD` into the IPTC caption of what is downloaded from them. */
  readonly facebook: boolean;
  /** `Ducky` in APP12: Photoshop's "Save for Web". */
  readonly forWeb: boolean;
  readonly comments: readonly string[];
}

const mostSegments = 500;

/** Walks the segments before the picture's data. Never throws; what is cut or broken ends the walk. */
export function readJpegMarks(bytes: Buffer): JpegMarks {
  let adobe = false;
  let photoshop = false;
  let facebook = false;
  let forWeb = false;
  const comments: string[] = [];
  for (const { marker, body } of jpegSegments(bytes, mostSegments)) {
    const is = (wanted: number, begins: string): boolean => marker === wanted && startsWith(body, begins);
    if (is(0xee, 'Adobe')) adobe = true;
    if (is(0xec, 'Ducky')) forWeb = true;
    if (is(0xed, 'Photoshop 3.0')) {
      photoshop = true;
      if (body.includes('FBMD')) facebook = true;
    }
    if (marker === 0xfe && comments.length < 5) comments.push(printable(body));
  }
  return { adobe, photoshop, facebook, forWeb, comments: comments.filter((text) => text !== '') };
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.toString('latin1', 0, text.length) === text;
}

function printable(body: Buffer): string {
  return body
    .toString('latin1', 0, 200)
    .replace(/[^\x20-\x7e]+/gu, ' ')
    .trim();
}

/** Libraries that write pictures anew and sign them in a comment. */
const rewriters =
  /gd-jpeg|lavc|ffmpeg|imagemagick|libvips|mozjpeg|optimi[sz]ed|jpegoptim|compressed by|lead technologies|photoshop/iu;

const mark = (code: FactCode, raw: string, value: string): NewFact =>
  newFact({ field: 'edited', source: 'container', code, raw, value });

/** Traces that a JPEG was written by something else than a camera. `fromCamera`: it names a device. */
export function jpegTraces(bytes: Buffer, fromCamera: boolean): readonly NewFact[] {
  const marks = readJpegMarks(bytes);
  const facts: NewFact[] = [];
  if (marks.facebook) {
    facts.push(
      newFact({
        field: 'note',
        source: 'container',
        code: 'jpeg.Caption',
        raw: 'FBMD',
        value:
          'The file carries a mark of Facebook: it was downloaded from Facebook or Instagram, which make pictures anew.',
      }),
    );
  }
  if (marks.forWeb || (marks.photoshop && !marks.facebook)) {
    const raw = marks.forWeb ? 'Ducky' : 'Photoshop 3.0';
    facts.push(
      mark(
        marks.forWeb ? 'jpeg.APP12' : 'jpeg.APP13',
        raw,
        'The file has a block that Photoshop writes. Programs that add a caption write it too.',
      ),
    );
  }
  // Without a camera's name the marker says nothing: websites and scanners write it all the time.
  if (marks.adobe && fromCamera) {
    facts.push(
      mark(
        'jpeg.APP14',
        'Adobe',
        'The file names a camera but has a marker that programs write when they save a picture again.',
      ),
    );
  }
  for (const text of marks.comments.filter((comment) => rewriters.test(comment))) {
    facts.push(mark('jpeg.Comment', text, 'A program that makes pictures anew has signed the file.'));
  }
  return facts;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const shape = ({ width, height }: Size): number => Math.max(width, height) / Math.min(width, height);
const real = ({ width, height }: Size): boolean => width > 0 && height > 0;
const print = ({ width, height }: Size): string => `${width} × ${height}`;

/**
 * The size the camera wrote beside the size the picture has. A turned picture has the two sides changed over and is
 * no trace; a few pixels are the edge that decoders cut off.
 */
export function sizeTrace(written: Size, actual: Size): readonly NewFact[] {
  if (!real(written) || !real(actual)) return [];
  const [longest, shortest] = [Math.max, Math.min].map((pick) =>
    Math.abs(pick(written.width, written.height) - pick(actual.width, actual.height)),
  );
  if ((longest ?? 0) <= 16 && (shortest ?? 0) <= 16) return [];
  const smaller = actual.width * actual.height < written.width * written.height;
  return [
    newFact({
      field: 'edited',
      source: 'exif',
      code: 'exif.PixelDimensions',
      raw: print(written),
      value: `The camera wrote ${print(written)} pixels, the picture has ${print(actual)}: it was ${smaller ? 'made smaller or cropped' : 'made larger'} afterwards.`,
    }),
  ];
}

/** Cameras keep their preview at 4 to 3 whatever the picture is, with bars: that shape says nothing. */
const usualThumbnail = ({ width, height }: Size): boolean =>
  Math.abs(shape({ width, height }) - 4 / 3) < 0.02;

/** The small preview inside a file keeps the shape from before a program cropped the picture and left it alone. */
export function thumbnailTrace(thumbnail: Size, actual: Size): readonly NewFact[] {
  if (!real(thumbnail) || !real(actual)) return [];
  const differs = Math.abs(shape(thumbnail) - shape(actual)) / shape(actual) > 0.08;
  const common = [4 / 3, 3 / 2, 16 / 9, 1].some((each) => Math.abs(shape(actual) - each) < 0.03);
  if (!differs || (usualThumbnail(thumbnail) && common)) return [];
  return [
    newFact({
      field: 'edited',
      source: 'exif',
      code: 'exif.Thumbnail',
      raw: print(thumbnail),
      value: `The small preview inside the file (${print(thumbnail)}) has another shape than the picture (${print(actual)}): it may have been cropped. Some cameras make such previews too.`,
    }),
  ];
}

/** Every later save of a PDF may leave an end mark behind the last; a file made for the web has two from the start. */
export function pdfTraces(bytes: Buffer): readonly NewFact[] {
  let ends = 0;
  for (let at = bytes.indexOf('%%EOF'); at >= 0 && ends < 1000; at = bytes.indexOf('%%EOF', at + 5))
    ends += 1;
  const linearised = bytes.toString('latin1', 0, 2048).includes('/Linearized');
  const added = ends - (linearised ? 2 : 1);
  if (added <= 0) return [];
  const value = `Something was added to the PDF after it was first saved, ${added === 1 ? 'once' : `${added} times`}. Signatures, forms and comments do this too.`;
  return [mark('pdf.EndMarks', String(ends), value)];
}
