import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { withoutMetadata } from '../../formats/jpeg-plain';
import { withoutDetails } from './jpeg-2000';

/** What a picture and a group need to be drawn (ISO 32000-1, 8.9.5 and 8.10.2). */
const imageKeys = [
  'Type',
  'Subtype',
  'Width',
  'Height',
  'ColorSpace',
  'BitsPerComponent',
  'Intent',
  'ImageMask',
  'Mask',
  'Decode',
  'Interpolate',
  'SMask',
  'SMaskInData',
  'Matte',
  'Filter',
  'DecodeParms',
  'Length',
];
const formKeys = [
  'Type',
  'Subtype',
  'FormType',
  'BBox',
  'Matrix',
  'Resources',
  'Group',
  'Filter',
  'DecodeParms',
  'Length',
];
/** What a page draws with (7.8.3). */
const resourceKeys = ['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font', 'ProcSet'];

/** What any other object may say beside what it is for: what it is about, what is to be done, what is attached. */
const beside = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'AF',
  'OPI',
  'Ref',
  'Alternates',
  'A',
  'AA',
  'JS',
  'URI',
  'EF',
  'Names',
  'Measure',
  'PtData',
  'StructParent',
  'StructParents',
  'OC',
  'OCProperties',
  'Properties',
  'Info',
  'Thumb',
];

/** Takes out of every object what is not needed to draw it, and out of pictures what they say beside their pixels. */
export function cleanObjects(context: PDFContext): void {
  const seen = new Set<PDFObject>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    clean(context, object, seen);
    if (!(object instanceof PDFRawStream) || !isImage(object.dict)) continue;
    const plain = plainImage(context, object);
    if (plain !== null) context.assign(ref, plain);
  }
}

function clean(context: PDFContext, object: PDFObject, seen: Set<PDFObject>): void {
  if (seen.has(object)) return;
  seen.add(object);
  if (object instanceof PDFArray) {
    for (const each of object.asArray()) clean(context, each, seen);
    return;
  }
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  const isNeeded = neededIn(dict);
  for (const key of dict.keys()) if (!isNeeded(key.decodeText())) dict.delete(key);
  keepOnly(dict.lookup(PDFName.of('Resources')), resourceKeys);
  for (const value of dict.values()) clean(context, value, seen);
}

/** Which keys of a dictionary are needed to draw with it. */
function neededIn(dict: PDFDict): (key: string) => boolean {
  if (isImage(dict)) return (key) => imageKeys.includes(key);
  return isForm(dict) ? (key) => formKeys.includes(key) : (key) => !beside.includes(key);
}

function keepOnly(object: unknown, keys: readonly string[]): void {
  if (!(object instanceof PDFDict)) return;
  for (const key of object.keys()) if (!keys.includes(key.decodeText())) object.delete(key);
}

function isImage(dict: PDFDict): boolean {
  return dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
}

function isForm(dict: PDFDict): boolean {
  return dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form');
}

const dct = PDFName.of('DCTDecode');

/** A photo on a page is a JPEG with all the camera wrote, place and device too, be it packed once more or not. */
function plainImage(context: PDFContext, stream: PDFRawStream): PDFRawStream | null {
  const filters = listOf(stream.dict.lookup(PDFName.of('Filter')));
  const last = filters.at(-1);
  if (!(last instanceof PDFName) || (last !== dct && last !== PDFName.of('JPXDecode'))) return null;
  const data = unpacked(context, stream, filters.slice(0, -1));
  const clean = last === dct ? withoutMetadata(data) : withoutDetails(data);
  const dict = stream.dict;
  const params = listOf(dict.lookup(PDFName.of('DecodeParms'))).at(filters.length - 1);
  dict.set(PDFName.of('Filter'), last);
  if (params instanceof PDFDict) dict.set(PDFName.of('DecodeParms'), params);
  else dict.delete(PDFName.of('DecodeParms'));
  dict.set(PDFName.of('Length'), context.obj(clean.length));
  return PDFRawStream.of(dict, clean);
}

function listOf(value: PDFObject | undefined): readonly (PDFObject | undefined)[] {
  if (value instanceof PDFArray)
    return Array.from({ length: value.size() }, (_, index) => value.lookup(index));
  return value === undefined ? [] : [value];
}

/** The data of a stream with the first of its filters taken off. */
function unpacked(
  context: PDFContext,
  stream: PDFRawStream,
  filters: readonly (PDFObject | undefined)[],
): Buffer {
  if (filters.length === 0) return Buffer.from(stream.contents);
  const dict = context.obj({});
  if (!(dict instanceof PDFDict)) throw new Error('no dictionary');
  dict.set(PDFName.of('Filter'), context.obj(filters.flatMap((each) => each ?? [])));
  const params = listOf(stream.dict.lookup(PDFName.of('DecodeParms'))).slice(0, filters.length);
  if (params.some((each) => each instanceof PDFDict))
    dict.set(PDFName.of('DecodeParms'), context.obj(params.map((each) => each ?? null)));
  return Buffer.from(decodePDFRawStream(PDFRawStream.of(dict, stream.contents)).decode());
}
