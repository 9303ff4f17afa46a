import type { EvidenceKind } from '../../models/evidence';
import type { DocumentKind } from '../../models/item-document';

/** The files that every pack holds beside the exhibits; a chronology only where one was chosen. */
export const packPapers = {
  cover: '00_cover-note.pdf',
  schedule: '01_exhibit-schedule.pdf',
  table: '01_exhibit-schedule.csv',
  chronology: '02_chronology.pdf',
  continuity: '03_continuity.pdf',
  sums: 'SHA256SUMS',
  page: 'verify.html',
} as const;

/** The folder that a sealed pack unpacks to: nothing of whose it is. */
export const packFolder = 'evidence-pack';

/** Portals of forces cut or refuse longer ones (domain 8.3: short names of plain letters). */
export const longestName = 60;

/** What a file goes as: untouched, with parts covered, or as a picture that every computer shows. */
export type PackForm = 'original' | 'redacted' | 'viewing-copy';

export interface NamedFile {
  /** Null for a document of the case, which bears no reference. */
  readonly exhibitRef: string | null;
  /** What kind of document it is; null for an exhibit. */
  readonly document: DocumentKind | null;
  /** `2026-09-23`, or null for one without a whole date. */
  readonly day: string | null;
  readonly kind: EvidenceKind;
  readonly mime: string;
  /** The name it came under: of it, at most the ending is used, and that only where the content says nothing. */
  readonly fileName: string;
  readonly form: PackForm;
}

/** What sort of thing it is. A title or the file's own name may say too much, and are never used. */
const things: Readonly<Record<EvidenceKind, string>> = {
  image: 'picture',
  pdf: 'document',
  audio: 'recording',
  video: 'film',
  email: 'e-mail',
  messages: 'messages',
  table: 'table',
  text: 'text',
  contact: 'contact-card',
  document: 'document',
  archive: 'archive',
  other: 'file',
};

const endings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'image/jpeg': 'jpg',
    'image/jpg': 'jpg',
    'image/png': 'png',
    'image/webp': 'webp',
    'image/gif': 'gif',
    'image/heic': 'heic',
    'image/heif': 'heif',
    'image/avif': 'avif',
    'image/tiff': 'tif',
    'image/bmp': 'bmp',
    'image/svg+xml': 'svg',
    'image/x-canon-cr3': 'cr3',
    'video/mp4': 'mp4',
    'video/x-m4v': 'm4v',
    'video/quicktime': 'mov',
    'video/3gpp': '3gp',
    'video/3gpp2': '3g2',
    'video/webm': 'webm',
    'video/x-matroska': 'mkv',
    'video/x-ms-asf': 'wmv',
    'video/ogg': 'ogv',
    'video/vnd.avi': 'avi',
    'audio/mp4': 'm4a',
    'audio/x-m4a': 'm4a',
    'audio/mpeg': 'mp3',
    'audio/ogg': 'ogg',
    'audio/wav': 'wav',
    'audio/webm': 'weba',
    'audio/flac': 'flac',
    'audio/aac': 'aac',
    'audio/amr': 'amr',
    'audio/3gpp': '3gp',
    'application/pdf': 'pdf',
    'application/zip': 'zip',
    'application/gzip': 'gz',
    'application/rtf': 'rtf',
    'application/msword': 'doc',
    'application/vnd.ms-excel': 'xls',
    'application/vnd.ms-powerpoint': 'ppt',
    'application/vnd.ms-outlook': 'msg',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
    'application/vnd.oasis.opendocument.text': 'odt',
    'application/vnd.oasis.opendocument.spreadsheet': 'ods',
    'application/vnd.oasis.opendocument.presentation': 'odp',
    'application/epub+zip': 'epub',
    'application/json': 'json',
    'application/xml': 'xml',
    'message/rfc822': 'eml',
    'text/plain': 'txt',
    'text/html': 'html',
    'text/csv': 'csv',
    'text/calendar': 'ics',
    'text/vcard': 'vcf',
  }),
);

/** Endings of files whose content tells nothing and which no program opens under another one: those of recorders, above all. */
const keptEndings: ReadonlySet<string> = new Set(
  (
    'asf avi dav dv4 exo g64 h264 h265 264 265 mkv mts m2ts mxg ts vob wmv amr awb caf opus wma gpx kml kmz ' +
    'db sqlite plist xml json log eml mbox pst ost msg txt csv html mht mhtml pages numbers key rar 7z tar gz'
  ).split(' '),
);

function endingOf({ mime, fileName }: NamedFile): string {
  const known = endings.get(mime);
  if (known !== undefined) return known;
  const own = /\.([A-Za-z0-9]{1,5})$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return keptEndings.has(own) ? own : 'bin';
}

/** Letters, digits and hyphens of the plain alphabet, and nothing else. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/** Room for the day, the longest thing with `redacted`, a number that tells two apart, and the ending. */
const longestRef = 20;

/** What a document is called in place of a reference. */
const documentThings: Readonly<Record<DocumentKind, string>> = {
  statement: 'statement',
  order: 'order',
  application: 'application',
  report: 'report',
  other: 'paper',
};

function stemOf({ exhibitRef, document, day, kind, form }: NamedFile): string {
  const ref = plain(exhibitRef ?? 'DOCUMENT')
    .slice(0, longestRef)
    .replace(/-+$/u, '');
  const when = day === null ? 'undated' : day.replace(/\D+/gu, '').slice(0, 8);
  const what = document === null ? things[kind] : documentThings[document];
  const thing = form === 'redacted' ? `redacted-${what}` : what;
  const copy = form === 'viewing-copy' ? '_viewing-copy' : '';
  return `${ref === '' ? 'EXHIBIT' : ref}_${when === '' ? 'undated' : when}_${thing}${copy}`;
}

/** Windows opens a device under these, whatever the ending. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/iu;

/** Whether a file of this name can lie in any folder of any computer: no more is promised of a name of a pack. */
export function isPlainName(name: string): boolean {
  return (
    /^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$/u.test(name) &&
    name.length <= longestName &&
    !reserved.test(name.split('.')[0] ?? '')
  );
}

/**
 * `RW-3_20260923_picture.heic`: a name for each file, in their order. No two are the same where capital letters count for
 * nothing, and none is one of the pack's own papers. The same files give the same names, and another one behind them changes none.
 */
export function packNames(files: readonly NamedFile[]): readonly string[] {
  const taken = new Set(Object.values(packPapers).map((name) => name.toLowerCase()));
  return files.map((file) => {
    const stem = stemOf(file);
    const ending = endingOf(file);
    let name = `${stem}.${ending}`;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}.${ending}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Kinds of pictures that many computers do not show, so that one that they do show goes beside them (domain 8.3). */
const needCopies: readonly string[] = ['image/heic', 'image/heif', 'image/avif'];

export function needsViewingCopy({ mime }: Pick<NamedFile, 'mime'>): boolean {
  return needCopies.includes(mime);
}
