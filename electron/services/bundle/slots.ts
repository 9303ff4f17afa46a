import { html } from '../print/html';
import type { Html } from '../print/html';
import { linkBase } from './links';

/** A link to a page of the bundle. */
export function link(key: string, text: string | Html): Html {
  return html`<a href="${linkBase}${key}">${text}</a>`;
}

/** Room for the number of a page, which is drawn there once it is known: nothing typeset depends on it. */
export function slot(key: string, points: number, side: 'l' | 'r' = 'r'): Html {
  return html`<a class="slot" href="${linkBase}${key}#${side}${points}">&nbsp;</a>`;
}

/** The size in which the numbers of pages stand in tables. */
export const slotSize = 11;

export const slotStyle = `.slot{display:inline-block;line-height:1;height:1em;font-size:${slotSize}pt;width:58pt;white-space:pre}`;

/**
 * The same document with no letters smaller than so many points: in its styles and in the room for numbers, and nowhere in what
 * anybody wrote.
 */
export function inTypeOf(document: string, least: number): string {
  const larger = (points: string): string => String(Math.max(Number(points), least));
  const end = document.indexOf('</style>');
  const style = document
    .slice(0, end)
    .replaceAll(/font-size:([\d.]+)pt/gu, (_, points: string) => `font-size:${larger(points)}pt`);
  const body = document
    .slice(end)
    .replaceAll(
      /(class="slot" href="[^"]*#[lr])([\d.]+)"/gu,
      (_, start: string, points: string) => `${start}${larger(points)}"`,
    );
  return style + body;
}

/** Rows in portions, because the time a printing takes grows with the square of its pages. */
export function inPortions<T>(rows: readonly T[], most: number): readonly (readonly T[])[] {
  const portions: (readonly T[])[] = [];
  for (let from = 0; from < rows.length; from += most) portions.push(rows.slice(from, from + most));
  return portions;
}
