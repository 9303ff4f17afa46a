import type { PdfInfo } from '../../../shared/contract/picture-said';
import type { PdfFile } from './engine';

const longest = 500;

/** What the document says about itself; nothing where it says nothing or cannot be asked. */
export function infoOf(file: PdfFile | null): PdfInfo {
  const text = (key: string): string | null => (file === null ? null : metaText(file, key));
  return {
    title: text('Title'),
    creator: text('Creator'),
    producer: text('Producer'),
    created: text('CreationDate'),
    modified: text('ModDate'),
  };
}

/** Two bytes a letter, with two at the end. */
function metaText({ engine, document }: PdfFile, key: string): string | null {
  const size = engine.FPDF_GetMetaText(document, key, 0, 0);
  if (size <= 2 || size > 1_000_000) return null;
  const at = engine.memory.wasmExports.malloc(size);
  engine.FPDF_GetMetaText(document, key, at, size);
  const bytes = engine.memory.HEAPU8.slice(at, at + size - 2);
  engine.memory.wasmExports.free(at);
  const clean = new TextDecoder('utf-16le').decode(bytes).replaceAll('\u0000', '').trim().slice(0, longest);
  return clean === '' ? null : clean;
}
