import { mostHeldFiles } from '../../../shared/contract/lab';
import type { HeldFile } from '../../../shared/contract/lab';
import { LabProblem } from '../kit/problem';
import { withRoom } from './engine';
import type { Pdfium, PdfFile } from './engine';

/** Kinds of annotations (fpdf_annot.h): a file that is pinned to a place on a page, and a mark that it is to be redacted. */
const kinds = { file: 17, redact: 28 } as const;
/** Annotations of a page that are looked at, and pages of a document. */
const most = { annotations: 2000, pages: 5000, name: 1000, kind: 200 } as const;

/** A file in an open PDF; the pointer is PDFium's and dies with the document. */
interface Held {
  readonly at: number;
  readonly page: number | null;
}

/** What a PDF holds that is no part of what its pages show. */
export interface Beside {
  readonly files: number;
  /** Pages with marks for redaction that were never applied, from 1. */
  readonly marked: readonly number[];
}

/** Counts the files of a document, and names the pages that are marked for redaction. Reads no page's content. */
export function lookBeside(file: PdfFile): Beside {
  let pinned = 0;
  const marked: number[] = [];
  for (let page = 1; page <= Math.min(file.pages, most.pages); page += 1) {
    eachAnnotation(file, page, (annotation, kind) => {
      if (kind === kinds.file && file.engine.FPDFAnnot_GetFileAttachment(annotation) !== 0) pinned += 1;
      if (kind === kinds.redact && marked.at(-1) !== page) marked.push(page);
    });
  }
  return { files: Math.min(mostHeldFiles, ofDocument(file) + pinned), marked };
}

/** Of some pages, those with marks for redaction. */
export function markedIn(file: PdfFile, from: number, to: number): readonly number[] {
  const marked = new Set<number>();
  for (let page = from; page <= Math.min(to, file.pages); page += 1) {
    eachAnnotation(file, page, (_annotation, kind) => {
      if (kind === kinds.redact) marked.add(page);
    });
  }
  return [...marked];
}

/** Names every file of a document, those of the whole first, then page by page. Nothing is taken out. */
export function namesOfHeld(file: PdfFile): readonly HeldFile[] {
  const files: HeldFile[] = [];
  eachHeld(file, ({ at, page }) => {
    files.push({ ...aboutHeld(file.engine, at), page });
    return files.length < mostHeldFiles;
  });
  return files;
}

/** The bytes of one of them. Throws `file-too-large` where they are more than `largest`, and `unreadable-pdf`. */
export function bytesOfHeld(file: PdfFile, index: number, largest: number): Uint8Array {
  const { engine } = file;
  const found: Uint8Array[] = [];
  let passed = 0;
  eachHeld(file, ({ at }) => {
    if (passed === index) found.push(contentOf(engine, at, largest));
    passed += 1;
    return found.length === 0;
  });
  const [bytes] = found;
  if (bytes === undefined) throw new LabProblem('unreadable-pdf');
  return bytes;
}

function ofDocument({ engine, document }: PdfFile): number {
  return Math.min(mostHeldFiles, Math.max(0, engine.FPDFDoc_GetAttachmentCount(document)));
}

/** Visits every file until `visit` has enough. */
function eachHeld(file: PdfFile, visit: (held: Held) => boolean): void {
  const { engine, document } = file;
  const state = { isWanted: true };
  for (let index = 0; index < ofDocument(file) && state.isWanted; index += 1) {
    const at = engine.FPDFDoc_GetAttachment(document, index);
    if (at !== 0) state.isWanted = visit({ at, page: null });
  }
  for (let page = 1; page <= Math.min(file.pages, most.pages) && state.isWanted; page += 1) {
    eachAnnotation(file, page, (annotation, kind) => {
      if (!state.isWanted || kind !== kinds.file) return;
      const at = engine.FPDFAnnot_GetFileAttachment(annotation);
      if (at !== 0) state.isWanted = visit({ at, page });
    });
  }
}

/** Annotations of a page, without its content being read: that a page is damaged does not hide what is pinned to it. */
function eachAnnotation(
  { engine, document }: PdfFile,
  page: number,
  visit: (annotation: number, kind: number) => void,
): void {
  const count = Math.min(most.annotations, engine.EPDFPage_GetAnnotCountRaw(document, page - 1));
  for (let index = 0; index < count; index += 1) {
    const annotation = engine.EPDFPage_GetAnnotRaw(document, page - 1, index);
    if (annotation === 0) continue;
    visit(annotation, engine.FPDFAnnot_GetSubtype(annotation));
    engine.FPDFPage_CloseAnnot(annotation);
  }
}

function aboutHeld(engine: Pdfium, at: number): Omit<HeldFile, 'page'> {
  const name = wideText(engine, (room, size) => engine.FPDFAttachment_GetName(at, room, size));
  const mime = wideText(engine, (room, size) => engine.FPDFAttachment_GetSubtype(at, room, size));
  // What the file claims: to know better it would have to be unpacked, which is done only when it is taken out.
  const bytes = withRoom(engine, 1, ([room = 0], read) =>
    engine.EPDFAttachment_GetIntegerValue(at, 'Size', room) ? read.int(0) : null,
  );
  return {
    name: name.slice(0, most.name),
    mime: mime === '' ? null : mime.slice(0, most.kind),
    bytes: bytes === null || bytes < 0 ? null : bytes,
  };
}

/** Text that PDFium writes with two bytes a letter and two at the end. */
function wideText(engine: Pdfium, write: (at: number, size: number) => number): string {
  const size = write(0, 0);
  if (size <= 2 || size > 1_000_000) return '';
  const at = engine.memory.wasmExports.malloc(size);
  try {
    write(at, size);
    const bytes = engine.memory.HEAPU8.slice(at, at + size - 2);
    return new TextDecoder('utf-16le').decode(bytes).replaceAll('\u0000', '');
  } finally {
    engine.memory.wasmExports.free(at);
  }
}

function contentOf(engine: Pdfium, held: number, largest: number): Uint8Array {
  return withRoom(engine, 1, ([sizeAt = 0], read) => {
    if (!engine.FPDFAttachment_GetFile(held, 0, 0, sizeAt)) throw new LabProblem('unreadable-pdf');
    const size = read.int(0) >>> 0;
    if (size > largest) throw new LabProblem('file-too-large');
    if (size === 0) return new Uint8Array();
    const at = engine.memory.wasmExports.malloc(size);
    if (at === 0) throw new LabProblem('file-too-large');
    try {
      if (!engine.FPDFAttachment_GetFile(held, at, size, sizeAt)) throw new LabProblem('unreadable-pdf');
      return engine.memory.HEAPU8.slice(at, at + size);
    } finally {
      engine.memory.wasmExports.free(at);
    }
  });
}
