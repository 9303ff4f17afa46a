import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { listHeld, takeHeld } from '../../../../renderer/lab/pdf-held';
import { openAnew } from '../../../../renderer/lab/pdf-open';
import { withPdf } from '../../../../renderer/lab/pdfium/engine';
import { lookBeside } from '../../../../renderer/lab/pdfium/held';
import { isLetter, lettersOf } from '../../../../renderer/lab/pdfium/letters';
import { withSheet } from '../../../../renderer/lab/pdfium/sheet';
import { fixturePdf, useDecoderOfPackage } from '../../../helpers/pdfium';

beforeAll(useDecoderOfPackage);

const word = 'Blue Door 7';

function textOf(bytes: Uint8Array): Promise<string> {
  return withPdf(bytes, async (file) => {
    const pages: string[] = [];
    for (let index = 0; index < file.pages; index += 1) {
      const text = await withSheet(file, index, (sheet) =>
        lettersOf(sheet)
          .filter(isLetter)
          .map((each) => each.text)
          .join(''),
      );
      pages.push(text ?? '');
    }
    return pages.join('\n');
  });
}

describe('a PDF that asks for its password', () => {
  test.each([
    ['rc4-40', word],
    ['rc4-128', word],
    ['aes-128', word],
    ['aes-256', word],
    ['aes-128-accents', 'Blaue Tür é'],
    ['aes-256-accents', 'Tür € ключ'],
  ])('is written anew without its lock: %s', async (name, password) => {
    const locked = fixturePdf(`locked/${name}.pdf`);
    await expect(textOf(locked)).rejects.toMatchObject({ code: 'encrypted-file' });
    const { bytes } = await openAnew({ type: 'pdf-open', bytes: locked, password, turns: [] });
    expect(await textOf(bytes)).toBe(await textOf(fixturePdf('locked/letter.pdf')));
    expect(Buffer.from(bytes).includes('/Encrypt')).toBe(false);
  });

  test.each(['Blue Door 8', '', 'blue door 7'])('stays locked for another one: %j', async (password) => {
    for (const name of ['rc4-40', 'rc4-128', 'aes-128', 'aes-256']) {
      const bytes = fixturePdf(`locked/${name}.pdf`);
      await expect(openAnew({ type: 'pdf-open', bytes, password, turns: [] })).rejects.toMatchObject({
        code: 'encrypted-file',
      });
    }
  });

  test('opens as it is where only its owner has one', async () => {
    expect(await textOf(fixturePdf('locked/owner-only.pdf'))).toContain('thelockwaschanged');
  });

  test('is named as what it is where it is locked to a certificate', async () => {
    const bytes = fixturePdf('locked/certificate.pdf');
    await expect(textOf(bytes)).rejects.toMatchObject({ code: 'certificate-locked' });
    await expect(openAnew({ type: 'pdf-open', bytes, password: word, turns: [] })).rejects.toMatchObject({
      code: 'certificate-locked',
    });
  });
});

test('turns the pages that it is told to, and no other', async () => {
  const { bytes } = await openAnew({
    type: 'pdf-open',
    bytes: fixturePdf('locked/letter.pdf'),
    password: null,
    turns: [
      { page: 2, by: 90 },
      { page: 9, by: 180 },
    ],
  });
  const sizes = await withPdf(bytes, async (file) => [
    await withSheet(file, 0, ({ width, height }) => ({ width, height })),
    await withSheet(file, 1, ({ width, height }) => ({ width, height })),
  ]);
  expect(sizes).toEqual([
    { width: 420, height: 300 },
    { width: 300, height: 420 },
  ]);
});

describe('files that a PDF holds', () => {
  test('are listed with their names, and taken out whole', async () => {
    const bytes = fixturePdf('two-files.pdf');
    const { files } = await listHeld({ type: 'pdf-held', bytes });
    expect(files).toEqual([
      { name: 'note.txt', mime: 'text/plain', bytes: 23, page: null },
      { name: '../up/sums:1.csv', mime: null, bytes: 19, page: null },
    ]);
    const taken = await takeHeld({ type: 'pdf-file', bytes, at: 0, most: 1000 });
    expect(Buffer.from(taken.bytes).toString()).toBe('To whom it may concern\n');
  });

  test('are those pinned to a page as well', async () => {
    const bytes = fixturePdf('pinned-and-marked.pdf');
    const { files } = await listHeld({ type: 'pdf-held', bytes });
    expect(files).toMatchObject([
      { name: 'whole.txt', page: null },
      { name: 'pinned.txt', page: 2 },
    ]);
    const pinned = await takeHeld({ type: 'pdf-file', bytes, at: 1, most: 1000 });
    expect(Buffer.from(pinned.bytes).toString()).toBe('Pinned to page 2');
  });

  test('are those of a portfolio', async () => {
    const { files } = await listHeld({ type: 'pdf-held', bytes: fixturePdf('g18-portfolio.pdf') });
    expect(files).toMatchObject([{ name: 'message1.pdf', mime: 'application/pdf' }]);
  });

  test('stay where they are when they unpack to more than may come out', async () => {
    const bytes = bomb();
    const { files } = await listHeld({ type: 'pdf-held', bytes });
    expect(files).toHaveLength(1);
    await expect(takeHeld({ type: 'pdf-file', bytes, at: 0, most: 1_000_000 })).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });

  test('are counted beside the pages that are marked for redaction', async () => {
    const beside = (name: string) => withPdf(fixturePdf(name), lookBeside);
    expect(await beside('pinned-and-marked.pdf')).toEqual({ files: 2, marked: [2] });
    expect(await beside('g06-redact-annotation-over-address.pdf')).toEqual({ files: 0, marked: [1] });
    expect(await beside('g03-annotations.pdf')).toEqual({ files: 0, marked: [] });
  });
});

/** A PDF with a file of four million zeros that says of itself that it is small. */
function bomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(4_000_000));
  const stream = Buffer.concat([
    Buffer.from(
      `<< /Type /EmbeddedFile /Params << /Size 12 >> /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream'),
  ]);
  const objects: readonly (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(big.bin) 4 0 R] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    '<< /Type /Filespec /F (big.bin) /UF (big.bin) /EF << /F 5 0 R >> >>',
    stream,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  objects.forEach((object, index) => {
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  });
  parts.push(Buffer.from(`trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n`));
  return Buffer.concat(parts);
}
