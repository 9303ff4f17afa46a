import * as z from 'zod';
import type { MediaRequest, VaultOutput } from '../../../shared/contract/vault-methods';
import { largestDrawn, shownFirst } from '../../../shared/domain/pictures/shown-first';
import { HoldfastError } from '../../../shared/errors';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { StoredFile, VaultContext } from '../../vault/api';
import { oneRow } from '../../vault/rows/rows';
import { readRedactedFile } from '../redaction/rows';
import {
  labSource,
  readDerivative,
  readFile,
  readItem,
  readOrientation,
  readOriginal,
} from '../items/item-rows';
import { straightenedOf } from '../items/made-straight';
import { readShown } from '../items/shown-as';
import { drawPicture } from './draw-picture';
import { readAgain } from './read-again/read-again';
import { isDrawnToShow, largestShown } from '../../../shared/domain/pictures/copy-needed';

const largestPdf = 256 * 1024 * 1024;
/** Drawn pages kept, so that going back and forth does not draw again. */
const keptPages = 24;
/** A PDF up to this size stays in memory while its pages are asked for one after the other. */
const keptPdf = 64 * 1024 * 1024;
const pageDpi = 110;
/** Drawn without loss; what else is drawn comes from a camera or a scanner. */
const drawnSharp = new Set(['image/png', 'image/gif', 'image/webp', 'image/bmp']);
/** A drawing above this is not kept. */
const largestKept = 12 * 1024 * 1024;

type Media = VaultOutput<'media.read'>;

/** How a picture is drawn: not larger than this. */
interface Wanted {
  readonly width: number;
  readonly height: number;
}

const whole: Wanted = { width: largestDrawn, height: largestDrawn };

function drawnAs(mime: string, { width, height }: Wanted): NonNullable<Parameters<typeof drawPicture>[2]> {
  const format = drawnSharp.has(mime) ? 'png' : 'jpeg';
  return { maxWidth: Math.ceil(width), maxHeight: Math.ceil(height), format };
}

/** What is shown of a picture before anybody looks closely. */
function firstOf({ width, height }: EvidenceItem): Wanted {
  const first = width === null || height === null ? null : shownFirst({ width, height });
  return first === null || first.width === width ? whole : first;
}

/**
 * Bytes for the screens: thumbnails, pictures, drawn pages. All of it was decoded and encoded anew by the lab: nothing that a
 * stranger encoded is decoded where the page holds the vault's port.
 */
export function mediaReader(context: VaultContext): (request: MediaRequest) => Promise<Media> {
  const pages = new Map<string, Promise<Media>>();
  let lastPdf: { readonly id: string; readonly bytes: Promise<Buffer> } | null = null;

  function pdf(file: StoredFile): Promise<Buffer> {
    if (lastPdf?.id === file.id) return lastPdf.bytes;
    const bytes = context.files.readAll(file, largestPdf);
    lastPdf = file.bytes > keptPdf ? null : { id: file.id, bytes };
    bytes.catch(() => {
      if (lastPdf?.id === file.id) lastPdf = null;
    });
    return bytes;
  }

  /** The page kept from before, or drawn now; two screens that ask at once share one drawing. */
  function page(file: StoredFile, number: number): Promise<Media> {
    return kept(`${file.id} ${number}`, () => draw(file, number));
  }

  function kept(key: string, drawn: () => Promise<Media>): Promise<Media> {
    const before = pages.get(key);
    const media = before ?? drawn();
    pages.delete(key);
    pages.set(key, media);
    if (before === undefined) {
      const forget = (): void => {
        if (pages.get(key) === media) pages.delete(key);
      };
      media.then(({ bytes }) => {
        if (bytes.length > largestKept) forget();
      }, forget);
    }
    const oldest = pages.keys().next();
    if (pages.size > keptPages && oldest.done !== true) pages.delete(oldest.value);
    return media;
  }

  /** A picture, or a page of several, drawn upright: kept like a page of a PDF. */
  function picture(item: EvidenceItem, number: number, wanted = whole): Promise<Media> {
    const file = readOriginal(context, item.id);
    // Turned otherwise it is another picture.
    const lies = readOrientation(context, item.id, number);
    const level = straightenedOf(context, item.id, number);
    const as = drawnAs(item.mime, wanted);
    return kept(`${file.id} ${number} ${lies} ${level} ${as.maxWidth}`, async () => {
      const source = labSource(context, item, await pdf(file), number);
      const drawn = await drawPicture(context.lab, source, as);
      return { mime: drawn.mime, bytes: drawn.bytes };
    });
  }

  async function draw(file: StoredFile, number: number): Promise<Media> {
    const bytes = await pdf(file);
    const drawn = await context.lab.ask({
      type: 'pdf-page',
      bytes,
      page: number,
      dpi: pageDpi,
      format: 'png',
    });
    return { mime: drawn.mime, bytes: drawn.bytes };
  }

  async function derivative(itemId: string, kind: 'thumb' | 'rendition'): Promise<Media> {
    const found = readDerivative(context, itemId, kind);
    if (found === null) throw new HoldfastError('not-found');
    return { mime: found.mime, bytes: await allOf(found.file) };
  }

  /** In memory of its own: a part of a shared buffer would take its neighbours along to the other process. */
  async function allOf(file: StoredFile): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await context.files.readAll(file, largestShown));
  }

  async function preview(itemId: string): Promise<Media> {
    await readAgain(context, itemId);
    const item = readItem(context, itemId);
    if (item.preview !== 'ready') throw new HoldfastError('unsupported-preview');
    const original = readOriginal(context, itemId);
    if (item.kind === 'pdf') return page(readShown(context, itemId), 1);
    if (isDrawnToShow(item.mime, original.bytes)) return picture(item, 1, firstOf(item));
    const kind = readDerivative(context, itemId, 'rendition') === null ? 'thumb' : 'rendition';
    return derivative(itemId, kind);
  }

  /** Page 1 of a picture is the picture itself, standing still. */
  async function pageOfItem(itemId: string, number: number): Promise<Media> {
    await readAgain(context, itemId);
    const item = readItem(context, itemId);
    if (item.kind === 'pdf') return page(readShown(context, itemId), number);
    if (item.kind !== 'image' || item.preview !== 'ready') throw new HoldfastError('unsupported-preview');
    if (number > (item.pages ?? 1)) throw new HoldfastError('not-found');
    return picture(item, number);
  }

  async function pageOfRedacted(redactionId: string, number: number): Promise<Media> {
    const { file, mime } = readRedactedFile(context, redactionId);
    if (mime === 'application/pdf') return page(file, number);
    return kept(`${file.id} ${number}`, () => drawRedacted(file, mime));
  }

  /** It may have been made in another office: then it is a stranger's file like any other. It lies as it is seen. */
  async function drawRedacted(file: StoredFile, mime: string): Promise<Media> {
    const source = { bytes: await context.files.readAll(file, largestPdf), mime, page: null, orientation: 1 };
    const drawn = await drawPicture(context.lab, source, drawnAs(mime, whole));
    return { mime: drawn.mime, bytes: drawn.bytes };
  }

  function pageOfBundle(bundleId: string, number: number): Promise<Media> {
    const row = z.object({ file_id: z.string() });
    const { file_id } = oneRow(context.db, row, 'SELECT file_id FROM bundles WHERE id = ?', bundleId);
    return page(readFile(context, file_id), number);
  }

  return async (request) => {
    switch (request.type) {
      case 'thumb':
        await readAgain(context, request.id);
        return derivative(request.id, 'thumb');
      case 'preview':
        return preview(request.id);
      case 'page':
        return pageOfItem(request.id, request.page);
      case 'redacted':
        return pageOfRedacted(request.id, request.page);
      case 'bundle-page':
        return pageOfBundle(request.id, request.page);
    }
  };
}
