import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { loadPdf } from '../pdf-write/load';
import { HoldfastError } from '../../../shared/errors';
import type { Printed } from '../../../shared/models/exhibit';
import { writeDurably } from '../../vault/durable';
import type { VaultContext } from '../../vault/api';

/**
 * Typesets a document. `title` stands in the file in clear, so it says what kind of paper it is and no more, and so does `maker`:
 * empty on what a client carries about.
 */
export async function printPdf(
  context: Pick<VaultContext, 'typeset' | 'now'>,
  html: string,
  title: string,
  maker = 'Holdfast',
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const document = await loadPdf(await context.typeset(html));
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setProducer(maker);
  document.setCreator(maker);
  document.setLanguage('en-GB');
  document.setCreationDate(context.now());
  document.setModificationDate(context.now());
  const bytes = await document.save({ useObjectStreams: true, updateFieldAppearances: false });
  return { bytes, pages: document.getPageCount() };
}

/**
 * Typesets a document and writes it to a path outside the vault: under a temporary name, read back through a fresh handle
 * and compared, then renamed.
 */
export async function printTo(
  context: Pick<VaultContext, 'typeset' | 'now'>,
  html: string,
  title: string,
  path: string,
  maker = 'Holdfast',
): Promise<Printed> {
  const { bytes, pages } = await printPdf(context, html, title, maker);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeDurably(path, [bytes], undefined, async (draft) => {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(draft)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== sha256) throw new HoldfastError('read-failed');
  });
  return { pages, bytes: bytes.length, sha256 };
}
