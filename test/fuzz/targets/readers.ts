import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { childSchema, fromSeatSchema } from '../../../electron/readers/kit/seat-messages';
import { inBlocks } from '../../../electron/readers/kit/in-blocks';
import type { ReaderChild, ReaderOutput } from '../../../electron/readers/kit/reader';
import { readFile } from '../../../electron/readers/registry';
import { HoldfastError } from '../../../shared/errors';
import { messageNotesSchema } from '../../../shared/models/message';
import type { MessageAnswers } from '../../../shared/models/message';
import type { EvidenceKind } from '../../../shared/models/evidence';
import { zipOf } from '../../helpers/zip';
import { tarOf } from '../../helpers/evidence-fixtures';
import { WrongAnswer } from '../target';
import type { FuzzTarget } from '../target';
import { fixture, fixturesOf, texts } from './made';

/** What may come of a file that somebody broke. */
const usual = new Set([
  ...['unreadable-file', 'encrypted-file', 'archive-unsafe', 'archive-too-large', 'file-too-large'],
  ...['unsupported-preview', 'unreadable-media'],
]);
/** Whoever takes it reads a piece of each file inside: how much may come out of all is not the reader's affair alone. */
const mostOfChild = 1024 * 1024;
const mostOfAll = 16 * 1024 * 1024;

interface ReaderTarget extends Pick<FuzzTarget, 'name' | 'about' | 'form' | 'seeds'> {
  readonly kind: EvidenceKind;
  readonly mime?: string;
  readonly fileName?: string;
  readonly words?: readonly string[];
  readonly options?: MessageAnswers;
  /** Puts what is broken into a whole file around it. */
  readonly within?: (input: Buffer) => Promise<Buffer>;
}

/** A reader by its registry, as the thread calls it: what crosses to the vault process is held to the schema of that border. */
function readerTarget({
  kind,
  mime = 'application/octet-stream',
  fileName = 'a',
  options,
  within,
  ...rest
}: ReaderTarget): FuzzTarget {
  return {
    ...rest,
    start: () =>
      Promise.resolve({
        read: async (input) => {
          const bytes = within === undefined ? input : await within(input);
          const file = inBlocks({ name: fileName, kind, mime, bytes: bytes.length }, (start, length) =>
            // The place that is asked for is not always inside the file.
            Promise.resolve(new Uint8Array(bytes.subarray(start, start + length))),
          );
          const taken = taker();
          try {
            const notes = await readFile(file, taken.out, options ?? null);
            taken.requireRight();
            if (kind === 'messages' || kind === 'table') requireNotes(notes);
            return [notes, taken.told()];
          } catch (error) {
            taken.requireRight();
            if (error instanceof HoldfastError && !usual.has(error.code))
              throw new WrongAnswer(`code ${error.code}`);
            throw error;
          }
        },
      }),
  };
}

function requireNotes(notes: unknown): void {
  const read = messageNotesSchema.safeParse(notes);
  if (!read.success) throw new WrongAnswer(`notes: ${read.error.issues[0]?.path.join('.') ?? ''}`);
}

/** Takes what a reader gives as the thread's other side does. */
function taker(): {
  readonly out: ReaderOutput;
  readonly told: () => unknown;
  readonly requireRight: () => void;
} {
  // The registry takes whatever is thrown at a reader for a file that cannot be read.
  let wrong: string | null = null;
  const hash = createHash('sha256');
  const places = new Set<string>();
  let [all, asked] = [0, 0];
  const tell = (message: object): Promise<void> => {
    asked += 1;
    const read = fromSeatSchema.safeParse({ run: 1, id: asked, ...message });
    if (!read.success) wrong ??= `what crosses: ${read.error.issues[0]?.path.join('.') ?? ''}`;
    hash.update(JSON.stringify(message));
    return Promise.resolve();
  };
  const place = (child: ReaderChild): void => {
    if (!childSchema.safeParse(child).success) wrong ??= 'a place inside';
    if (places.has(child.place)) wrong ??= 'a place inside twice';
    places.add(child.place);
  };
  const out: ReaderOutput = {
    text: async (page, text) => {
      await tell({ type: 'text', page, text });
      return true;
    },
    fact: (fact) => tell({ type: 'fact', fact }),
    rows: (rows) => tell({ type: 'rows', rows: [...rows] }),
    skipped: (child, code) => {
      place(child);
      return tell({ type: 'skipped', child, code });
    },
    child: async (child, content) => {
      place(child);
      await tell({ type: 'child', child });
      let [length, end] = [0, 'whole'];
      try {
        for await (const piece of content) {
          length += piece.length;
          all += piece.length;
          hash.update(piece);
          if (length > mostOfChild || all > mostOfAll) break;
        }
      } catch (error) {
        // What its library throws has no code; the thread gives it one.
        end = error instanceof HoldfastError ? error.code : 'unreadable-file';
      }
      hash.update(end);
    },
  };
  const requireRight = (): void => {
    if (wrong !== null) throw new WrongAnswer(wrong);
  };
  return { out, requireRight, told: () => ({ asked, children: places.size, all: hash.digest('hex') }) };
}

const xmlWords = [
  '<!DOCTYPE a [<!ENTITY b "cc">]>',
  '&b;',
  '&#x41;',
  '&#0;',
  '&#xd800;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.1"?>',
];
const xmlIn =
  (path: string, more: readonly { readonly name: string; readonly bytes: string }[] = []) =>
  (input: Buffer): Promise<Buffer> =>
    zipOf([...more, { name: path, bytes: input, compress: false }]);
const tar = (): Promise<Buffer> =>
  tarOf([
    { name: 'photos/one.txt', bytes: 'One.' },
    { name: `${'long/'.repeat(30)}notes.txt`, bytes: 'He was outside again.' },
  ]);

const mailWords = [
  ...[
    'Content-Type: multipart/mixed; boundary="a"',
    'Content-Transfer-Encoding: base64',
    'quoted-printable',
    'charset=utf-7',
  ],
  ...[
    '=?utf-8?B?',
    '?=',
    '\r\n\r\n',
    '--a--',
    'message/rfc822',
    'Date: Tue, 3 Mar 2026 21:00:05 +0000',
    "filename*=UTF-8''%00",
    'text/calendar',
  ],
];
const answers: MessageAnswers = { order: 'dmy', mapping: null };

export const readerTargets: readonly FuzzTarget[] = [
  readerTarget({
    name: 'zip',
    about: 'archives: zip',
    form: 'bytes',
    kind: 'archive',
    seeds: () => fixturesOf(/\.zip$/u),
    words: ['PK\u0001\u0002', 'PK\u0005\u0006', '../', 'PK\u0006\u0006'],
  }),
  readerTarget({
    name: 'tar',
    about: 'archives: tar',
    form: 'bytes',
    kind: 'archive',
    seeds: async () => [await tar(), ...(await fixturesOf(/\.tar$/u))],
    words: ['ustar', '../../a', 'path=', '00000000000', '77777777777'],
  }),
  readerTarget({
    name: 'tar-gz',
    about: 'a tar that is packed whole',
    form: 'bytes',
    kind: 'archive',
    fileName: 'a.tar.gz',
    seeds: async () => [await tar()],
    within: (input) => Promise.resolve(gzipSync(input, { level: 1 })),
  }),
  readerTarget({
    name: 'gzip',
    about: 'archives: gzip',
    form: 'bytes',
    kind: 'archive',
    fileName: 'a.gz',
    seeds: () => fixturesOf(/\.gz$/u),
  }),
  readerTarget({
    name: 'office',
    about: 'documents of Office and LibreOffice, as zips',
    form: 'bytes',
    kind: 'document',
    seeds: () => fixturesOf(/\.(?:docx|xlsx|pptx|odt|ods|odp)$/u),
  }),
  readerTarget({
    name: 'word-xml',
    about: 'what is inside a document of Word',
    form: 'text',
    kind: 'document',
    words: [...xmlWords, '<w:p>', '</w:p>', '<w:t>', '<w:tab/>', '<w:br/>', '<w:del>'],
    seeds: () =>
      Promise.resolve(
        texts(
          '<w:document xmlns:w="a"><w:body><w:p><w:r><w:t xml:space="preserve">3 March</w:t><w:tab/><w:t>rang &amp; rang</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>',
        ),
      ),
    within: xmlIn('word/document.xml'),
  }),
  readerTarget({
    name: 'sheet-xml',
    about: 'what is inside a workbook of Excel',
    form: 'text',
    kind: 'document',
    words: [
      ...xmlWords,
      '<c t="s"><v>',
      '<c r="XFD1048576"><v>',
      '<c t="inlineStr"><is><t>',
      '<row r="1048576">',
    ],
    seeds: () =>
      Promise.resolve(
        texts(
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>14</v></c></row><row r="3"><c r="C3" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
        ),
      ),
    within: xmlIn('xl/worksheets/sheet1.xml', [
      {
        name: 'xl/workbook.xml',
        bytes: '<workbook><sheets><sheet name="Calls" sheetId="1"/></sheets></workbook>',
      },
      { name: 'xl/sharedStrings.xml', bytes: '<sst><si><t>Number</t></si></sst>' },
    ]),
  }),
  readerTarget({
    name: 'odf-xml',
    about: 'what is inside a document of LibreOffice',
    form: 'text',
    kind: 'document',
    words: [
      ...xmlWords,
      'table:number-columns-repeated="1048576"',
      'table:number-rows-repeated="1048576"',
      '<text:s text:c="100000000"/>',
    ],
    seeds: () =>
      Promise.resolve(
        texts(
          '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text><text:p>3 March<text:tab/><text:s text:c="3"/>rang</text:p><table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"><text:p>14</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>',
        ),
      ),
    within: xmlIn('content.xml'),
  }),
  readerTarget({
    name: 'rtf',
    about: 'documents: RTF',
    form: 'text',
    kind: 'document',
    words: ["\\'e9", '\\u8211?', '\\bin99999999 ', '{\\*\\fldinst ', '\\par', '\\uc2', '{\\pict', '}', '{'],
    seeds: () =>
      Promise.resolve(
        texts(
          "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\author Robin}{\\creatim\\yr2026\\mo3\\dy3}}\\f0 On 3 March\\par he rang 14 times \\u8211? caf\\'e9{\\*\\bkmkstart a}\\tab end}",
        ),
      ),
  }),
  readerTarget({
    name: 'mail',
    about: 'e-mails as servers write them',
    form: 'bytes',
    kind: 'email',
    seeds: () => fixturesOf(/\.eml$/u),
    words: mailWords,
  }),
  readerTarget({
    name: 'outlook',
    about: 'e-mails that Outlook saved',
    form: 'bytes',
    kind: 'email',
    seeds: () => fixturesOf(/\.msg$/u),
  }),
  readerTarget({
    name: 'contacts',
    about: 'contact files',
    form: 'text',
    kind: 'contact',
    seeds: () => fixturesOf(/\.vcf$/u),
    words: [
      'BEGIN:VCARD',
      'END:VCARD',
      'PHOTO;ENCODING=b:',
      'ENCODING=QUOTED-PRINTABLE:=C3',
      '\r\n ',
      'TEL;VALUE=uri:tel:',
      'CHARSET=UTF-16',
      ';;;;',
      '\\,\\;\\n',
    ],
  }),
  readerTarget({
    name: 'plain-text',
    about: 'texts in any writing',
    form: 'bytes',
    kind: 'text',
    mime: 'text/plain',
    seeds: () =>
      Promise.resolve([
        ...texts('On 3 March he rang.\r\nCafé – “no”.', ''),
        Buffer.from('\ufeffDays', 'utf16le'),
        Buffer.from('caf\u00e9 \u0093no\u0094', 'latin1'),
      ]),
  }),
  readerTarget({
    name: 'web-page',
    about: 'saved web pages',
    form: 'text',
    kind: 'text',
    mime: 'text/html',
    words: [
      '<script>',
      '</script>',
      '<!--',
      '<a href="',
      '&amp',
      '&#x110000;',
      '&#xd800;',
      '<![CDATA[',
      '<style',
      '<br',
      '"',
      "'",
      '<p',
    ],
    seeds: () =>
      Promise.resolve(
        texts(
          '<!doctype html><html><head><title>A</title><style>p{}</style></head><body><p>He was <b>outside</b> again.<br>See <a href="https://a.example/?q=1&amp;b">this</a></p><ul><li>1<li>2</ul><script>x</script><!-- no --></body></html>',
        ),
      ),
  }),
  readerTarget({
    name: 'whatsapp',
    about: 'chats that WhatsApp exported',
    form: 'text',
    kind: 'messages',
    mime: 'text/plain',
    fileName: 'WhatsApp Chat with R Example.txt',
    seeds: () => fixturesOf(/^WhatsApp.*\.txt$/u),
    words: [
      '03/03/2026, 21:00 - ',
      '[03/03/2026, 21:00:05] ',
      '\u200e',
      ': ',
      '<Media omitted>',
      'IMG-20260303-WA0001.jpg (file attached)',
      '13/13/2026, 25:61 - ',
      ' am',
      'a.m.',
      '3.3.26, ',
    ],
  }),
  readerTarget({
    name: 'whatsapp-answered',
    about: 'the same, once the order of its dates was said',
    form: 'text',
    kind: 'messages',
    mime: 'text/plain',
    options: answers,
    seeds: () => fixturesOf(/^WhatsApp.*\.txt$/u),
    words: ['03/03/2026, 21:00 - ', '[03/13/2026, 21:00:05] ', '\u200e', ': '],
  }),
  readerTarget({
    name: 'phone-xml',
    about: 'texts and calls of SMS Backup & Restore',
    form: 'text',
    kind: 'messages',
    mime: 'application/xml',
    seeds: () => fixturesOf(/\.xml$/u),
    words: [
      ...xmlWords,
      '<mms date="1772571605000" msg_box="1">',
      '<parts><part seq="0" ct="image/jpeg" name="a.jpg" data="/9j/" /></parts>',
      '<addrs><addr address="+447700900123" type="137" /></addrs></mms>',
      'date="99999999999999999"',
      'duration="-1"',
      '<sms ',
      ' />',
    ],
  }),
  readerTarget({
    name: 'csv',
    about: 'tables of calls and messages',
    form: 'bytes',
    kind: 'table',
    fileName: 'bill.csv',
    seeds: async () => [
      ...(await fixturesOf(/\.csv$/u)),
      ...(await Promise.all(
        [
          '01-two-dates.csv',
          '08-utf16le.csv',
          '11-win1252.csv',
          '13-sep.csv',
          '17-multiline.csv',
          '23-quote-mess.csv',
        ].map((name) => fixture('tables', name)),
      )),
    ],
    words: ['"', '""', ';', '\t', 'sep=;', '\r', '31/02/2026', '1:99', 'Incoming'],
  }),
  readerTarget({
    name: 'csv-answered',
    about: 'the same, once it was said what its columns are',
    form: 'text',
    kind: 'table',
    fileName: 'bill.csv',
    options: {
      order: 'dmy',
      mapping: {
        headingRecords: 1,
        roles: ['date', 'time', 'direction', 'number', 'duration'],
        rows: 'call',
        direction: 'unknown',
        durationUnit: 'minutes',
      },
    },
    seeds: () => fixturesOf(/\.csv$/u),
    words: ['"', ',', '31/02/2026', '25:61', '00:99:99', '+44', 'Outgoing'],
  }),
  readerTarget({
    name: 'iso-media',
    about: 'recordings: MP4, QuickTime, 3GPP',
    form: 'bytes',
    kind: 'video',
    mime: 'video/mp4',
    seeds: () => fixturesOf(/\.mp4$/u),
    words: ['moov', 'trak', 'meta', 'ilst', 'udta', 'mvhd', 'tkhd', 'keys', '\u00a9xyz', 'ftypqt  '],
  }),
  readerTarget({
    name: 'matroska',
    about: 'recordings: WebM, Matroska',
    form: 'bytes',
    kind: 'video',
    mime: 'video/webm',
    seeds: () => fixturesOf(/\.webm$/u),
  }),
  readerTarget({
    name: 'sound',
    about: 'recordings of other sorts',
    form: 'bytes',
    kind: 'audio',
    mime: 'audio/wav',
    seeds: async () => [
      ...(await fixturesOf(/\.wav$/u)),
      Buffer.from(
        'ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0015TIT2\u0000\u0000\u0000\u0006\u0000\u0000\u0000Song',
        'latin1',
      ),
      Buffer.from(
        'OggS\u0000\u0002\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001\u001e\u0001vorbis',
        'latin1',
      ),
      Buffer.from('fLaC\u0000\u0000\u0000\u0022', 'latin1'),
    ],
    words: [
      'RIFF',
      'LIST',
      'fmt ',
      'ID3',
      'OggS',
      'fLaC',
      'OpusHead',
      'ADIF',
      '#!AMR\n',
      'FORM',
      'AIFF',
      'MAC ',
      'TAG',
    ],
  }),
];
