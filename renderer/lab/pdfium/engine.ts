import { init } from '@embedpdf/pdfium';
import type { Methods } from '@embedpdf/pdfium';
import { LabProblem } from '../kit/problem';

/** What of the compiled module is used beside its functions. Its memory may move whenever it grows. */
interface Memory {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly wasmExports: { readonly malloc: (size: number) => number; readonly free: (at: number) => void };
}

/** PDFium, compiled. Pointers are numbers; nothing of it is used outside `renderer/lab/pdfium`. */
export interface Pdfium extends Methods {
  readonly memory: Memory;
}

/** Memory never shrinks: an engine that has grown beyond this is replaced by a fresh one when it is done. */
const mostMemory = 512 * 1024 * 1024;
/** FPDF_ERR_PASSWORD, and FPDF_ERR_SECURITY for a lock that is none of a password. */
const refused = { password: 4, lock: 5 } as const;

let loading: Promise<Pdfium> | null = null;
let source: () => Promise<ArrayBuffer> = async () => (await fetch('pdfium/pdfium.wasm')).arrayBuffer();

/** Where the compiled decoder comes from; a test that has no lab's page gives its own. */
export function takeDecoderFrom(other: () => Promise<ArrayBuffer>): void {
  source = other;
  loading = null;
}

async function load(): Promise<Pdfium> {
  const made = await init({ wasmBinary: await source() });
  // The library's types name Emscripten's, which are not installed; these two are all that is needed of them.
  const memory = made.pdfium as unknown as Memory;
  const engine: Pdfium = Object.assign(made, { memory });
  callDirectly(engine);
  engine.PDFiumExt_Init();
  return engine;
}

/** What is called for every letter or thing on a page. It takes numbers alone and gives one, or yes or no. */
const often = {
  number: [
    'FPDFFormObj_CountObjects',
    'FPDFFormObj_GetObject',
    'FPDFPageObj_GetType',
    'FPDFPage_CountObjects',
    'FPDFPage_GetObject',
    'FPDFTextObj_GetTextRenderMode',
    'FPDFText_GetFontSize',
    'FPDFText_GetTextObject',
    'FPDFText_GetUnicode',
  ],
  boolean: ['FPDFPageObj_GetMatrix', 'FPDFText_GetMatrix'],
} as const;

/** The library looks a function up, and copies what it is given, on every call: longer than these take. */
function callDirectly(engine: Pdfium): void {
  const compiled = engine.memory.wasmExports as unknown as Readonly<
    Record<string, ((...given: number[]) => number) | undefined>
  >;
  const direct: Record<string, (...given: number[]) => number | boolean> = {};
  for (const name of often.number) {
    const call = compiled[name];
    if (call !== undefined) direct[name] = call;
  }
  for (const name of often.boolean) {
    const call = compiled[name];
    if (call !== undefined) direct[name] = (...given) => call(...given) !== 0;
  }
  Object.assign(engine, direct);
}

/** An open document. It lies in the engine's memory until `work` is done with it. */
export interface PdfFile {
  readonly engine: Pdfium;
  readonly document: number;
  readonly pages: number;
  /** The pages that are worked on, from 1. */
  readonly range: { readonly from: number; readonly to: number };
  /** What is to be done before the document is closed. */
  readonly atEnd: (work: () => void) => void;
}

/**
 * Opens a document, with an empty password where none is given, for some of its pages, and closes it whatever happens. Throws
 * `encrypted-file` where the password is not that, `certificate-locked` and `unreadable-pdf`. An engine in which anything failed is thrown away: its memory may not be in order.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  work: (file: PdfFile) => T | Promise<T>,
  wanted: Partial<PdfFile['range']> = {},
  password = '',
): Promise<T> {
  const engine = await (loading ??= load());
  let isSound = false;
  let isOpen = false;
  const at = copyIn(engine, bytes);
  try {
    const document = engine.FPDF_LoadMemDocument(at, bytes.length, password);
    if (document === 0) throw new LabProblem(whyNot(engine.FPDF_GetLastError()));
    const pages = engine.FPDF_GetPageCount(document);
    if (pages < 1) throw new LabProblem('unreadable-pdf');
    isOpen = true;
    const ends: (() => void)[] = [];
    const range = { from: wanted.from ?? 1, to: Math.min(pages, wanted.to ?? pages) };
    const answer = await work({ engine, document, pages, range, atEnd: (end) => ends.push(end) });
    for (const end of ends) end();
    engine.FPDF_CloseDocument(document);
    isSound = true;
    return answer;
  } catch (error) {
    // Anything but a problem that has been named is the engine's own fault: the document may be somebody else's to open.
    if (error instanceof LabProblem) throw new LabProblem(error.code, isOpen);
    throw new LabProblem('unreadable-pdf');
  } finally {
    if (!isSound || engine.memory.HEAPU8.length > mostMemory) loading = null;
    else engine.memory.wasmExports.free(at);
  }
}

function whyNot(error: number): LabProblem['code'] {
  if (error === refused.password) return 'encrypted-file';
  return error === refused.lock ? 'certificate-locked' : 'unreadable-pdf';
}

/** Works with the engine itself. One in which anything failed is thrown away, as in `withPdf`. */
export async function withEngine<T>(work: (engine: Pdfium) => Promise<T>): Promise<T> {
  const engine = await (loading ??= load());
  let isSound = false;
  try {
    const answer = await work(engine);
    isSound = true;
    return answer;
  } catch (error) {
    if (error instanceof LabProblem) throw error;
    throw new LabProblem('unreadable-pdf');
  } finally {
    if (!isSound || engine.memory.HEAPU8.length > mostMemory) loading = null;
  }
}

export function copyIn({ memory }: Pdfium, bytes: Uint8Array): number {
  const at = memory.wasmExports.malloc(Math.max(1, bytes.length));
  if (at === 0) throw new LabProblem('file-too-large');
  memory.HEAPU8.set(bytes, at);
  return at;
}

/** Gives `work` room for numbers that the engine writes, and reads them: 32 bits each, as floating point or whole. */
export function withRoom<T>(
  engine: Pdfium,
  count: number,
  work: (at: readonly number[], read: { float(index: number): number; int(index: number): number }) => T,
  size = 4,
): T {
  const start = engine.memory.wasmExports.malloc(count * size);
  const at = Array.from({ length: count }, (_, index) => start + index * size);
  let last = new DataView(engine.memory.HEAPU8.buffer);
  const view = (): DataView => {
    const { buffer } = engine.memory.HEAPU8;
    return last.buffer === buffer ? last : (last = new DataView(buffer));
  };
  try {
    return work(at, {
      float: (index) =>
        size === 8
          ? view().getFloat64(at[index] ?? start, true)
          : view().getFloat32(at[index] ?? start, true),
      int: (index) => view().getInt32(at[index] ?? start, true),
    });
  } finally {
    engine.memory.wasmExports.free(start);
  }
}

/** The document as it now is, written anew. */
export function saveCopy(engine: Pdfium, document: number): Uint8Array {
  const writer = engine.PDFiumExt_OpenFileWriter();
  try {
    if (engine.PDFiumExt_SaveAsCopy(document, writer) === 0) throw new LabProblem('unreadable-pdf');
    const size = engine.PDFiumExt_GetFileWriterSize(writer);
    const at = engine.memory.wasmExports.malloc(Math.max(1, size));
    engine.PDFiumExt_GetFileWriterData(writer, at, size);
    const bytes = engine.memory.HEAPU8.slice(at, at + size);
    engine.memory.wasmExports.free(at);
    return bytes;
  } finally {
    engine.PDFiumExt_CloseFileWriter(writer);
  }
}
