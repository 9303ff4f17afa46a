import { describe, expect, it } from 'vitest';
import { identify } from '../../../../electron/formats/identify';
import { chooseBestDate } from '../../../../shared/domain/facts/best-date';
import { factName } from '../../../../shared/domain/facts/fact-names';
import {
  exifDates,
  heic,
  jpeg,
  pdf,
  png,
  pngChunk,
  pngInternationalText,
  pngText,
  tiff,
  webp,
} from './files';
import { fileFacts } from '../../../helpers/said-lab';
import { cpuTime } from '../../../helpers/cpu-time';

const now = new Date('2026-11-01T12:00:00Z');

async function read(name: string, bytes: Buffer, modified: Date | null = null) {
  const identity = await identify(bytes);
  return fileFacts({ name, identity, bytes, modified, now });
}
const wherever = (found: Awaited<ReturnType<typeof read>>, field: string) =>
  found.facts
    .filter((fact) => fact.field === field)
    .map((fact) =>
      [factName(fact), fact.value, fact.time, fact.zone].filter((part) => part !== null).join(' '),
    );

describe('EXIF is read the same wherever a format keeps it', () => {
  const block = tiff(exifDates);
  it.each([
    ['JPEG', jpeg({ exif: block })],
    ['PNG', png({ chunks: [pngChunk('eXIf', block)] })],
    [
      'WebP',
      webp([
        ['VP8X', Buffer.alloc(10)],
        ['EXIF', block],
      ]),
    ],
    [
      'WebP with the mark of JPEG',
      webp([['EXIF', Buffer.concat([Buffer.from('Exif\u0000\u0000', 'latin1'), block])]]),
    ],
    ['HEIC', heic(block, { width: 40, height: 30 })],
  ])('%s', async (_name, bytes) => {
    const found = await read('a', bytes);
    expect(wherever(found, 'captured')).toEqual(['EXIF DateTimeOriginal 2026-03-03 21:00:05 +00:00']);
    expect(wherever(found, 'modified')).toEqual(['EXIF DateTime 2026-03-03 21:00:10']);
    expect(wherever(found, 'device')).toEqual(['EXIF Make and Model Google Pixel 7']);
  });
});

describe('EXIF', () => {
  it('gives the orientation, the place, and the time of the satellites', async () => {
    const gps = [
      [1, 'N'],
      [
        2,
        [
          [51, 1],
          [30, 1],
          [0, 1],
        ],
      ],
      [3, 'W'],
      [
        4,
        [
          [0, 1],
          [7, 1],
          [30, 1],
        ],
      ],
      [
        7,
        [
          [20, 1],
          [59, 1],
          [58, 1],
        ],
      ],
      [29, '2026:03:03'],
    ] as const;
    const found = await read('a.jpg', jpeg({ exif: tiff({ ifd0: [[0x0112, 6]], gps }) }));
    expect(found.layout?.orientation).toBe(6);
    expect(wherever(found, 'location')).toEqual(['EXIF GPS 51.50000, -0.12500']);
    expect(wherever(found, 'note').join()).toContain('2026-03-03 20:59:58 UTC');
  });

  it('knows the mark of a screenshot, in ASCII and in UTF-16', async () => {
    const ascii = Buffer.concat([Buffer.from('ASCII\u0000\u0000\u0000'), Buffer.from('Screenshot')]);
    const wide = Buffer.concat([Buffer.from('UNICODE\u0000'), Buffer.from('Screenshot', 'utf16le')]);
    for (const comment of [ascii, wide]) {
      const found = await read(
        'IMG_0123.PNG',
        png({ chunks: [pngChunk('eXIf', tiff({ exif: [[0x9286, comment]] }))] }),
      );
      expect(wherever(found, 'screenshot')).toEqual(['EXIF UserComment yes']);
    }
  });

  it('takes no date that no calendar or clock has', async () => {
    for (const date of [
      '0000:00:00 00:00:00',
      '2026:02:30 10:00:00',
      '2026:03:03 25:00:00',
      '    :  :     :  :  ',
      '1904:01:01 00:00:00',
    ]) {
      const found = await read('a.jpg', jpeg({ exif: tiff({ exif: [[0x9003, date]] }) }));
      expect(wherever(found, 'captured')).toEqual([]);
    }
  });

  it('says nothing for a place at zero, which is a receiver without a fix', async () => {
    const zero = [
      [0, 1],
      [0, 1],
      [0, 1],
    ] as const;
    const gps = [
      [1, 'N'],
      [2, zero],
      [3, 'E'],
      [4, zero],
    ] as const;
    const found = await read('a.jpg', jpeg({ exif: tiff({ gps }) }));
    expect(wherever(found, 'location')).toEqual([]);
  });

  it('with counts beyond all bounds is let be, at once', async () => {
    const block = tiff({ ifd0: [[0x0110, 'a model name']], exif: [[0x9003, '2026:03:03 21:00:05']] });
    const bad = Buffer.from(block);
    for (let at = 8; at + 12 < bad.length; at += 2) bad.writeUInt32LE(0xffff_fff0, at);
    const before = cpuTime();
    await read('a.jpg', jpeg({ exif: bad }));
    expect(cpuTime() - before).toBeLessThan(2000);
  });
});

describe('XMP', () => {
  const packet = (inside: string) => `<x:xmpmeta><rdf:RDF><rdf:Description ${inside}</rdf:RDF></x:xmpmeta>`;

  it('marks an iPhone screenshot that keeps its comment and date there', async () => {
    const xmp = packet(
      'photoshop:DateCreated="2026-03-03T21:00:05"><exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">Screenshot</rdf:li></rdf:Alt></exif:UserComment></rdf:Description>',
    );
    for (const compressed of [false, true]) {
      const chunk = pngInternationalText('XML:com.adobe.xmp', xmp, compressed);
      const found = await read('IMG_0123.PNG', png({ chunks: [chunk] }));
      expect(wherever(found, 'screenshot')).toEqual(['XMP UserComment yes']);
      expect(wherever(found, 'captured')).toEqual(['XMP date created 2026-03-03 21:00:05']);
    }
  });

  it('shows which program edited the picture, and its history', async () => {
    const xmp = packet(
      'xmp:CreatorTool="Adobe Photoshop 25.1"><xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved"/></rdf:Seq></xmpMM:History></rdf:Description>',
    );
    const found = await read('a.jpg', jpeg({ xmp }));
    expect(wherever(found, 'edited')).toHaveLength(2);
  });

  it('does not look like a conflict when it repeats the clock of EXIF with a zone', async () => {
    const exif = tiff({ exif: [[0x9003, '2026:07:03 21:00:05']] });
    const xmp = packet('xmp:CreateDate="2026-07-03T21:00:05-07:00" />');
    const { facts } = await read('a.jpg', jpeg({ exif, xmp }));
    expect(chooseBestDate(facts).conflict).toBe(false);
    expect(facts.map(({ value }) => value).join()).toContain('UTC-07:00');
  });

  it('takes time in proportion to its length, whatever it says', async () => {
    const before = cpuTime();
    for (const part of [
      '<xmp:CreateDate',
      ' xmp:CreateDate=',
      '<xmpMM:History stEvt:action>',
      '&amp;',
      '<<<<<<',
    ]) {
      await read('a.png', png({ chunks: [pngInternationalText('XML:com.adobe.xmp', part.repeat(20_000))] }));
    }
    expect(cpuTime() - before).toBeLessThan(3000);
  });
});

describe('PNG', () => {
  it('gives the time it was last changed, who made it and when', async () => {
    const time = Buffer.from([0x07, 0xea, 3, 3, 21, 0, 5]);
    const found = await read(
      'a.png',
      png({
        chunks: [
          pngChunk('tIME', time),
          pngText('Software', 'gnome-screenshot'),
          pngText('Creation Time', '2026-03-03T21:00:05+00:00'),
        ],
      }),
    );
    expect(wherever(found, 'modified')).toEqual(['PNG tIME 2026-03-03 21:00:05 Z']);
    expect(wherever(found, 'captured')).toEqual(['PNG Creation Time 2026-03-03 21:00:05 +00:00']);
    expect(wherever(found, 'screenshot')).toEqual(['PNG Software yes']);
  });

  it('unpacks no text beyond what a text has', async () => {
    const bomb = pngInternationalText('XML:com.adobe.xmp', ' '.repeat(50_000_000), true);
    const before = process.memoryUsage().heapUsed;
    await read('a.png', png({ chunks: [bomb] }));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40_000_000);
  });

  it('made of millions of empty chunks is read in a moment', async () => {
    const many = Buffer.concat(Array.from({ length: 400_000 }, () => pngChunk('aaAa', Buffer.alloc(0))));
    const before = cpuTime();
    await read('a.png', png({ chunks: [many] }));
    expect(cpuTime() - before).toBeLessThan(3000);
  });
});

describe('PDF', () => {
  it('gives when and with what it was made', async () => {
    const found = await read(
      'letter.pdf',
      pdf(
        "/CreationDate (D:20260303210005+01'00') /ModDate (D:20260304080000Z) /Producer (A printer) /Title (A letter)",
      ),
    );
    expect(wherever(found, 'captured')).toEqual(['PDF CreationDate 2026-03-03 21:00:05 +01:00']);
    expect(wherever(found, 'modified')).toEqual(['PDF ModDate 2026-03-04 08:00:00 Z']);
    expect(wherever(found, 'software')).toEqual(['PDF Producer A printer']);
    expect(wherever(found, 'note')).toEqual(['PDF Title A letter']);
  });

  it('takes a date without a time, and none that no calendar has', async () => {
    expect(wherever(await read('a.pdf', pdf('/CreationDate (D:20260303)')), 'captured')).toEqual([
      'PDF CreationDate 2026-03-03',
    ]);
    expect(wherever(await read('a.pdf', pdf('/CreationDate (D:20260231101010Z)')), 'captured')).toEqual([]);
  });
});

describe('what is said of a file as a whole', () => {
  it('keeps the name and the content as two claims that disagree', async () => {
    const exif = tiff({ exif: [[0x9003, '2026:03:03 22:00:05']] });
    const { facts } = await read('Screenshot_20260303-210005_WhatsApp.jpg', jpeg({ exif }));
    const { best, conflict } = chooseBestDate(facts);
    expect(conflict).toBe(true);
    expect(best).toMatchObject({ time: '22:00:05', code: 'exif.DateTimeOriginal' });
  });

  it('falls back on the file system only when nothing else names a day', async () => {
    const disk = new Date('2026-05-05T10:00:00Z');
    expect(wherever(await read('a.txt', Buffer.from('words'), disk), 'captured')).toEqual([
      'File date on disk 2026-05-05 10:00:00 Z',
    ]);
    const dated = await read('Screenshot_20260303-210005.png', png(), disk);
    expect(
      dated.facts.filter(({ field, source }) => field === 'captured' && source === 'file-system'),
    ).toEqual([]);
  });

  it('says when a date lies after the day the file came in', async () => {
    const found = await read('Screenshot_20270303-210005.png', png());
    expect(wherever(found, 'note').join()).toContain('lies after the day');
  });

  it('counts the day a file came in as the UK does, and gives every zone a day of grace', async () => {
    const at = async (now: string, day: string) => {
      const bytes = png();
      const identity = await identify(bytes);
      const name = `Screenshot_${day}-210005.png`;
      const file = { name, identity, bytes, modified: null, now: new Date(now) };
      return wherever(await fileFacts(file), 'note').join();
    };
    // Ten to midnight, and ten past: in summer the day has turned before that of UTC.
    expect(await at('2026-06-30T22:50:00Z', '20260702')).toContain('lies after the day');
    expect(await at('2026-06-30T23:10:00Z', '20260702')).toBe('');
    expect(await at('2026-06-30T23:10:00Z', '20260703')).toContain('lies after the day');
    expect(await at('2026-12-31T23:50:00Z', '20270102')).toContain('lies after the day');
    expect(await at('2027-01-01T00:10:00Z', '20270102')).toBe('');
  });

  it('holds facts to their lengths, whatever a file says', async () => {
    const long = 'x'.repeat(9000);
    const found = await read(`${'ü'.repeat(100)}.png`, png({ chunks: [pngText('Software', long)] }));
    expect(Math.max(...found.facts.map(({ value }) => value.length))).toBeLessThanOrEqual(2000);
    const half = await read('a\ud83d.jpg', png());
    expect(JSON.stringify(half.facts)).not.toContain('\\ud83d');
  });
});
