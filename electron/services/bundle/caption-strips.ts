import type { PDFDocument } from '@cantoo/pdf-lib';
import { caption, landscape, portrait } from '../../../shared/domain/bundle/sheet';
import { captionRoom } from '../../../shared/domain/bundle/caption';
import type { CaptionWords } from '../../../shared/domain/bundle/caption';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { Html, html } from '../print/html';
import { loadPdf } from '../pdf-write/load';
import { documentOf } from '../print/document';
import { codeUnlessStopping } from './stopping';

/** Strips in one printing: the time it takes grows with their square, and with some thousands it fails. */
const mostAtOnce = 200;

/** A caption that Chromium has to set, because its letters join, stack or run from right to left. */
export interface StripWanted {
  readonly key: string;
  readonly words: CaptionWords;
  readonly isFirst: boolean;
  readonly isLandscape: boolean;
}

/** A printed caption: one page of a printing. */
export interface Strip {
  readonly document: PDFDocument;
  readonly page: number;
}

export function stripHeight(isFirst: boolean): number {
  return caption.lineHeight * (isFirst ? 2 : 1) + 3;
}

/**
 * Prints captions, a page each. Where a printing fails it is halved until the one is found that cannot be printed; for that
 * one there is none, and what can be said in plain letters stands there.
 */
export async function printStrips(
  { typeset }: Pick<VaultContext, 'typeset'>,
  wanted: readonly StripWanted[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Strip>> {
  const strips = new Map<string, Strip>();
  const print = async (some: readonly StripWanted[]): Promise<void> => {
    if (some.length === 0) return;
    if (signal.aborted) throw new HoldfastError('cancelled');
    try {
      const document = await loadPdf(await typeset(stripsHtml(some)));
      if (document.getPageCount() === some.length) {
        for (const [page, { key }] of some.entries()) strips.set(key, { document, page });
        return;
      }
    } catch (error) {
      codeUnlessStopping(error);
    }
    if (some.length === 1) return;
    const half = Math.ceil(some.length / 2);
    await print(some.slice(0, half));
    await print(some.slice(half));
  };
  for (let at = 0; at < wanted.length; at += mostAtOnce) await print(wanted.slice(at, at + mostAtOnce));
  return strips;
}

function stripsHtml(wanted: readonly StripWanted[]): string {
  const sizes = [true, false].flatMap((isFirst) =>
    [true, false].map((isWide) => ({ name: nameOf(isFirst, isWide), ...sizeOf(isFirst, isWide) })),
  );
  const style = `${sizes.map(({ name, width, height }) => `@page ${name}{size:${width}pt ${height}pt;margin:0}.${name}{page:${name};width:${width}pt;height:${height}pt}`).join('')}
.strip{overflow:hidden;break-after:page;font-size:${caption.size}pt;line-height:${caption.lineHeight}pt;padding-top:1pt}
.strip:last-child{break-after:auto}
.strip p{display:flex;gap:8pt;margin:0;white-space:nowrap;height:${caption.lineHeight}pt}
.strip span{overflow:hidden;text-overflow:ellipsis;flex:0 1 auto}
.strip small{margin-left:auto;font-size:inherit;flex:none}`;
  const body = new Html(wanted.map((each) => stripOf(each).text).join(''));
  return documentOf(style, body);
}

function stripOf({ words, isFirst, isLandscape }: StripWanted): Html {
  const date = words.date === '' ? 'No date is known.' : `${words.date}. Date from: ${words.dateSource}.`;
  return html`<section class="strip ${nameOf(isFirst, isLandscape)}">
    <p>
      <b>${words.exhibitRef}</b>
      <span dir="auto">${words.title}</span>${words.part === '' ? null : html`<small>${words.part}</small>`}
    </p>
    ${
      isFirst
        ? html`<p>
            <span>${date}</span> <span dir="auto">${words.fileName}</span
            ><small>SHA-256 ${words.sha256.slice(0, 16)}…</small>
          </p>`
        : null
    }
  </section>`;
}

function nameOf(isFirst: boolean, isWide: boolean): string {
  return `${isFirst ? 'first' : 'next'}${isWide ? 'wide' : 'upright'}`;
}

function sizeOf(isFirst: boolean, isWide: boolean): { readonly width: number; readonly height: number } {
  return { width: captionRoom((isWide ? landscape : portrait).width), height: stripHeight(isFirst) };
}
