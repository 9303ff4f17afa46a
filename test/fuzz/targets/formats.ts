import { exifFacts } from '../../../electron/formats/exif-facts';
import { headSize } from '../../../shared/models/identity';
import { identify } from '../../../electron/formats/identify';
import { readHeic } from '../../../electron/formats/heic';
import { inMemory } from '../../../electron/formats/random-access';
import { scanPdfInfo } from '../../../electron/formats/pdf-info';
import { cleanedPicture } from '../../../electron/formats/clean-picture';
import { readFileSaid } from '../../../electron/formats/worker/file-said';
import { fileSaidSchema } from '../../../shared/contract/picture-said';
import { readFacts } from '../../../electron/services/evidence/facts';
import { untagged } from '../../../shared/domain/pictures/untagged';
import { tiffPages } from '../../../shared/domain/pictures/tiff-directories';
import { evidenceKindSchema, factSchema } from '../../../shared/models/evidence';
import { exifDates, tiff } from '../../electron/services/evidence/files';
import { evidenceFixtures } from '../../helpers/evidence-fixtures';
import { WrongAnswer } from '../target';
import type { FuzzTarget, Started } from '../target';
import { fixture, fixturesOf, texts } from './made';

const simply = (read: Started['read']) => (): Promise<Started> => Promise.resolve({ read });
const now = new Date('2026-11-28T12:00:00Z');
const withoutId = factSchema.omit({ id: true });

/** Everything a picture says about itself: each place that reads it is in there, but for those that only the lab asks. */
const factsOf =
  (mime: string): Started['read'] =>
  async (input) => {
    const said = await readFileSaid(input, mime, null);
    if (!fileSaidSchema.safeParse(said).success) throw new WrongAnswer('what it says');
    const clean = await cleanedPicture(input, mime, 6);
    const plain = Buffer.from(untagged(input, mime)).toString('latin1');
    return { said, plain, clean: clean?.toString('latin1') ?? null };
  };

const picture = (
  name: string,
  mime: string,
  seeds: FuzzTarget['seeds'],
  words: readonly string[],
): FuzzTarget => ({
  ...{ name, about: `what a picture says about itself: ${mime}`, form: 'bytes', seeds, words },
  start: simply(factsOf(mime)),
});

export const formatTargets: readonly FuzzTarget[] = [
  {
    name: 'identify',
    about: 'what a file is by its content',
    form: 'bytes',
    seeds: async () => (await evidenceFixtures()).map(({ bytes }) => bytes),
    words: [
      'ftypheic',
      'ftypmif1',
      'RIFF',
      'WEBP',
      '%PDF-',
      'PK\u0003\u0004',
      '{\\rtf',
      '<?xml ',
      '<html',
      'BEGIN:VCARD',
      'From: ',
      'II*\u0000',
      'MM\u0000*',
      'ID3',
      'OggS',
    ],
    start: simply(async (input) => {
      const found = await identify(input.subarray(0, headSize), inMemory(input));
      if (!evidenceKindSchema.safeParse(found.kind).success || found.mime === '')
        throw new WrongAnswer('a kind');
      return found;
    }),
  },
  picture('png', 'image/png', () => fixturesOf(/\.png$/u), [
    'IHDR',
    'iTXt',
    'zTXt',
    'tEXt',
    'eXIf',
    'tIME',
    'IEND',
    'acTL',
    'XML:com.adobe.xmp',
  ]),
  picture('jpeg', 'image/jpeg', () => fixturesOf(/\.jpg$/u), [
    'Exif\u0000\u0000',
    'JFIF\u0000',
    'MPF\u0000',
    'http://ns.adobe.com/xap/1.0/\u0000',
    'II*\u0000',
    'MM\u0000*',
    'Photoshop 3.0\u00008BIM',
  ]),
  picture('webp', 'image/webp', () => fixturesOf(/\.webp$/u), [
    'RIFF',
    'WEBP',
    'VP8 ',
    'VP8L',
    'VP8X',
    'EXIF',
    'XMP ',
    'ANIM',
    'ANMF',
  ]),
  picture('gif', 'image/gif', () => fixturesOf(/\.gif$/u), [
    'GIF87a',
    'GIF89a',
    'NETSCAPE2.0',
    '!\u00f9\u0004',
  ]),
  picture(
    'tiff',
    'image/tiff',
    async () => [...(await fixturesOf(/\.tif$/u)), await fixture('pictures', 'tiff-3-pages-g4.tif')],
    ['II*\u0000', 'MM\u0000*'],
  ),
  picture(
    'heic',
    'image/heic',
    async () => (await fixturesOf(/\.HEIC$/u)).map((bytes) => bytes.subarray(0, 8192)),
    ['meta', 'iprp', 'ipco', 'ipma', 'iloc', 'iinf', 'infe', 'irot', 'imir', 'ispe', 'pitm', 'ftypavif'],
  ),
  picture('bmp', 'image/bmp', () => fixturesOf(/\.bmp$/u), ['BM']),
  {
    name: 'exif',
    about: 'the EXIF block by itself',
    form: 'bytes',
    seeds: () => Promise.resolve([tiff(exifDates)]),
    words: [
      'II*\u0000',
      'MM\u0000*',
      'ASCII\u0000\u0000\u0000',
      'UNICODE\u0000',
      '2026:02:30 25:61:61',
      '    :  :     :  :  ',
    ],
    start: simply(async (input) => {
      const { facts, written, thumbnail } = await exifFacts(input);
      return { facts, written, thumbnail, pages: tiffPages(input) };
    }),
  },
  {
    name: 'heic-header',
    about: 'how large a HEIC or AVIF says it is',
    form: 'bytes',
    seeds: async () => (await fixturesOf(/\.HEIC$/u)).map((bytes) => bytes.subarray(0, 8192)),
    words: ['meta', 'iprp', 'ipco', 'ispe', 'irot'],
    start: simply((input) => Promise.resolve(readHeic(input))),
  },
  {
    name: 'pdf-info',
    about: 'what a PDF says of itself, before the lab looks',
    form: 'bytes',
    seeds: async () => [
      ...(await fixturesOf(/\.pdf$/u)),
      ...texts("/Info << /CreationDate (D:20260303210005+01'00') /Title <FEFF0041> >>"),
    ],
    words: [
      '/CreationDate (D:',
      '/Title <FEFF',
      '/Info 6 0 R',
      '\\(',
      '\\377',
      '%%EOF',
      'startxref',
      '/Encrypt',
    ],
    start: simply(async (input) => {
      const said = await readFileSaid(input, 'application/pdf', null);
      if (!fileSaidSchema.safeParse(said).success) throw new WrongAnswer('what it says');
      return { pdf: scanPdfInfo(input), said };
    }),
  },
  {
    name: 'file-name',
    about: 'what the name of a file says',
    form: 'text',
    seeds: () =>
      Promise.resolve(
        texts(
          'IMG_20260303_210005.jpg',
          'Screenshot 2026-03-03 at 21.00.05.png',
          'WhatsApp Image 2026-03-03 at 21.00.05 (1).jpeg',
          'PXL_20260303_210005123~2.jpg',
          'signal-2026-03-03-210005_002.png',
        ),
      ),
    words: [
      'IMG_',
      'Screenshot_',
      ' at ',
      '.png',
      '20260230',
      '_256161',
      'WhatsApp Image ',
      'VID-20260303-WA0001',
    ],
    start: simply((input) => {
      const identity = { kind: 'other' as const, mime: 'application/octet-stream' };
      const facts = readFacts({ name: input.toString('utf8'), identity, said: [], modified: null, now });
      for (const fact of facts) if (!withoutId.safeParse(fact).success) throw new WrongAnswer('a fact');
      return Promise.resolve(facts);
    }),
  },
];
