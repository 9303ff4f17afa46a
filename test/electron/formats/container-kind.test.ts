import { describe, expect, it } from 'vitest';
import { headSize } from '../../../shared/models/identity';
import { identify } from '../../../electron/formats/identify';
import { inMemory } from '../../../electron/formats/random-access';
import { evidenceFixtures } from '../../helpers/evidence-fixtures';
import { zipOf } from '../../helpers/zip';

const office = 'application/vnd.openxmlformats-officedocument';

/** As an import sees a file: its beginning, and any part of the rest on demand. */
const look = (bytes: Buffer) => identify(bytes.subarray(0, headSize), inMemory(bytes));

/** A compound file whose directory lies in the sector behind the allocation table, with these streams. */
function compound(...streams: readonly string[]): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(1, 48);
  head.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  const directory = Buffer.alloc(512 * Math.ceil((streams.length + 1) / 4));
  for (let sector = 0; sector < directory.length / 512; sector += 1) {
    const isLast = (sector + 1) * 512 === directory.length;
    table.writeUInt32LE(isLast ? 0xfffffffe : sector + 2, (sector + 1) * 4);
  }
  ['Root Entry', ...streams].forEach((name, index) => {
    directory.write(name, index * 128, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, index * 128 + 64);
  });
  return Buffer.concat([head, table, directory]);
}

it('every kind of fixture is known for what it is', async () => {
  const found = await Promise.all(
    (await evidenceFixtures()).map(async ({ name, bytes }) => [name, (await look(bytes)).kind]),
  );
  expect(found).toEqual((await evidenceFixtures()).map(({ name, kind }) => [name, kind]));
});

describe('a zip is known by its directory', () => {
  const large = { name: 'media/photo.png', bytes: Buffer.alloc(200_000, 1), compress: false };
  it.each([
    ['word/document.xml', `${office}.wordprocessingml.document`],
    ['xl/workbook.xml', `${office}.spreadsheetml.sheet`],
    ['ppt/presentation.xml', `${office}.presentationml.presentation`],
  ])('also when what tells it comes last: %s', async (part, mime) => {
    const bytes = await zipOf([
      large,
      { name: part, bytes: 'x' },
      { name: '[Content_Types].xml', bytes: 'x' },
    ]);
    expect(await look(bytes)).toEqual({ kind: 'document', mime });
    expect(await look(await zipOf([large, { name: part, bytes: 'x' }]))).toEqual({
      kind: 'archive',
      mime: 'application/zip',
    });
  });

  it('with more than 4 GB of room, and when its end is missing', async () => {
    const parts = [
      { name: '[Content_Types].xml', bytes: 'x', compress: false },
      { name: 'word/document.xml', bytes: 'y', compress: false },
    ];
    const mime = `${office}.wordprocessingml.document`;
    expect((await look(await zipOf(parts, { zip64: true }))).mime).toBe(mime);
    const whole = await zipOf(parts);
    expect((await look(whole.subarray(0, whole.indexOf('PK\u0001\u0002', 0, 'latin1')))).mime).toBe(mime);
  });

  it('an app of a phone is none to unpack', async () => {
    const bytes = await zipOf([{ name: 'AndroidManifest.xml', bytes: 'x' }]);
    expect(await look(bytes)).toEqual({ kind: 'other', mime: 'application/vnd.android.package-archive' });
  });
});

describe('a compound file is known by its streams', () => {
  it.each([
    ['WordDocument', 'document', 'application/msword'],
    ['Workbook', 'document', 'application/vnd.ms-excel'],
    ['PowerPoint Document', 'document', 'application/vnd.ms-powerpoint'],
    ['__properties_version1.0', 'email', 'application/vnd.ms-outlook'],
    ['EncryptedPackage', 'document', 'application/x-encrypted-office'],
    ['Contents', 'other', 'application/x-cfb'],
  ])('%s', async (stream, kind, mime) => {
    expect(await look(compound('1', '2', '3', '4', '5', stream))).toEqual({ kind, mime });
  });

  it('and one that leads in a circle, or nowhere, is just that', async () => {
    const bytes = compound('1', '2', '3', '4', '5', '6', '7');
    bytes.writeUInt32LE(1, 512 + 4);
    expect((await look(bytes)).mime).toBe('application/x-cfb');
    bytes.writeUInt32LE(0x00ffffff, 48);
    expect((await look(bytes)).mime).toBe('application/x-cfb');
  });
});
