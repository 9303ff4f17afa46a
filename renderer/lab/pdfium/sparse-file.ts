import { LabProblem } from '../kit/problem';
import type { Pdfium } from './engine';

/** Bytes of a file and where they stand. What is not given is read as nothing but zeros. */
export interface FilePart {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** What of the compiled module lends it a function of ours. */
interface Lending {
  readonly addFunction: (work: (...given: number[]) => number, signature: string) => number;
  readonly removeFunction: (at: number) => void;
}

/**
 * Opens a document of which only parts are here, for as long as `work` takes (FPDF_LoadCustomDocument): pictures of a large
 * file need not come along to have its pages read. Throws `unreadable-pdf`.
 */
export async function withSparseFile<T>(
  engine: Pdfium,
  size: number,
  parts: readonly FilePart[],
  work: (document: number) => T | Promise<T>,
): Promise<T> {
  // The library's types do not name them.
  const lending = engine.memory as unknown as Lending;
  const { malloc, free } = engine.memory.wasmExports;
  const read = lending.addFunction((_, position = 0, into = 0, count = 0) => {
    copyParts(engine, parts, position, into, count);
    return 1;
  }, 'iiiii');
  const access = malloc(12);
  const view = new DataView(engine.memory.HEAPU8.buffer);
  view.setUint32(access, size, true);
  view.setUint32(access + 4, read, true);
  view.setUint32(access + 8, 0, true);
  try {
    const document = engine.FPDF_LoadCustomDocument(access, '');
    if (document === 0) throw new LabProblem('unreadable-pdf');
    try {
      return await work(document);
    } finally {
      engine.FPDF_CloseDocument(document);
    }
  } finally {
    free(access);
    lending.removeFunction(read);
  }
}

function copyParts(
  engine: Pdfium,
  parts: readonly FilePart[],
  position: number,
  into: number,
  count: number,
): void {
  const target = engine.memory.HEAPU8.subarray(into, into + count);
  target.fill(0);
  for (let index = firstPart(parts, position); index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || part.at >= position + count) return;
    const from = Math.max(position, part.at);
    const to = Math.min(position + count, part.at + part.bytes.length);
    if (to > from) target.set(part.bytes.subarray(from - part.at, to - part.at), from - position);
  }
}

/** The first part that ends behind a position; parts stand in their order. */
function firstPart(parts: readonly FilePart[], position: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part !== undefined && part.at + part.bytes.length <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
