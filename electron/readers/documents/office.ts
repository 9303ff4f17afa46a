import { newFact } from '../../../shared/domain/facts/new-fact';
import type { FactCode } from '../../../shared/models/fact-code';
import { HoldfastError } from '../../../shared/errors';
import { readIsoMoment } from '../../formats/date-text';
import { giveOpenDocument } from './open-document';
import { giveSlides, giveWord, giveWorkbook } from './open-xml';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { readXml } from './xml-words';
import { openZip } from '../archive/zip-file';
import type { ZipEntry } from '../archive/zip-file';
import type { Parts } from './parts';

/** Parts of a document that are text are at most this large unpacked; a larger one was made to fill memory. */
const largestPart = 256 * 1024 * 1024;

/** What is written in a document of Word, Excel, PowerPoint (ECMA-376) or LibreOffice (ODF 1.3), and when and by whom. */
export async function readOffice(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  const { entries, close } = await openZip(file);
  try {
    if (entries.some(({ bytes, path }) => path.endsWith('.xml') && bytes > largestPart)) {
      throw new HoldfastError('file-too-large');
    }
    const parts: Parts = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
    await giveAbout(parts, out);
    const format = await giveWords(parts, out);
    const pictures = entries.filter(({ path }) => /(?:^|\/)(?:media|pictures)\/[^/]+$/iu.test(path)).length;
    if (pictures > 0) {
      const value = `Holds ${pictures === 1 ? 'one picture' : `${String(pictures)} pictures`}: save a copy to see the document as it looks.`;
      await out.fact(
        newFact({ field: 'note', source: 'container', code: 'document.Pictures', raw: '', value }),
      );
    }
    return { format, pictures };
  } finally {
    close();
  }
}

async function giveWords(parts: Parts, out: ReaderOutput): Promise<string> {
  if (parts.has('word/document.xml')) return giveWord(parts, out);
  if (parts.has('xl/workbook.xml')) return giveWorkbook(parts, out);
  if (parts.has('ppt/presentation.xml')) return giveSlides(parts, out);
  const content = parts.get('content.xml');
  if (content === undefined) throw new HoldfastError('unsupported-preview');
  // Encrypted parts of an OpenDocument file are no XML any more (ODF 1.3, part 2, 3.4).
  const locked = parts.get('meta-inf/manifest.xml');
  if (locked !== undefined && (await isEncrypted(locked))) throw new HoldfastError('encrypted-file');
  return giveOpenDocument(content, out);
}

async function isEncrypted(manifest: ZipEntry): Promise<boolean> {
  let found = false;
  await readXml(manifest.content(), {
    open: (name) => {
      if (name === 'encryption-data') found = true;
    },
  });
  return found;
}

type Field = readonly [
  element: string,
  field: 'captured' | 'modified' | 'person' | 'software' | 'subject',
  code: FactCode,
];
/** Dublin Core and its neighbours, in both families; the part they stand in says which. */
const ooxml: readonly Field[] = [
  ['created', 'captured', 'document.Created'],
  ['modified', 'modified', 'document.Changed'],
  ['creator', 'person', 'document.Author'],
  ['lastModifiedBy', 'person', 'document.ChangedBy'],
  ['title', 'subject', 'document.Title'],
  ['Application', 'software', 'document.Program'],
];
const odf: readonly Field[] = [
  ['creation-date', 'captured', 'document.Created'],
  ['date', 'modified', 'document.Changed'],
  ['initial-creator', 'person', 'document.Author'],
  ['creator', 'person', 'document.ChangedBy'],
  ['title', 'subject', 'document.Title'],
  ['generator', 'software', 'document.Program'],
];

async function giveAbout(parts: Parts, out: ReaderOutput): Promise<void> {
  const places = [
    ['docprops/core.xml', ooxml],
    ['docprops/app.xml', ooxml],
    ['meta.xml', odf],
  ] as const;
  for (const [path, fields] of places) {
    const part = parts.get(path);
    if (part !== undefined) await givePart(part, fields, out);
  }
}

/** What cannot be read of it says nothing; the words of the document matter more. */
async function givePart(part: ZipEntry, fields: readonly Field[], out: ReaderOutput): Promise<void> {
  const found: { readonly field: Field; text: string }[] = [];
  let now: { readonly field: Field; text: string } | null = null;
  try {
    await readXml(part.content(), {
      open: (name) => {
        const field = fields.find(([element]) => element === name);
        now = field === undefined ? null : { field, text: '' };
        if (now !== null) found.push(now);
      },
      text: (text) => {
        if (now !== null) now.text += text;
      },
      close: () => {
        now = null;
      },
    });
  } catch {
    return;
  }
  for (const { field, text } of found) {
    const [, kind, code] = field;
    const raw = text.trim();
    if (raw === '') continue;
    if (kind === 'captured' || kind === 'modified') {
      const moment = readIsoMoment(raw.replace(/(\.\d{1,9})\d*/u, '$1'));
      if (moment !== null) {
        await out.fact(newFact({ field: kind, source: 'container', code, raw, ...moment }));
      }
    } else {
      await out.fact(newFact({ field: kind, source: 'container', code, raw }));
    }
  }
}
