import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A tool of the system, its output as text. Throws when it fails. */
export function tool(name: string, ...args: readonly string[]): string {
  return execFileSync(name, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of every page in points, as poppler sees them. */
export function pageSizes(path: string): readonly PageSize[] {
  return [...tool('pdfinfo', '-f', '1', '-l', '100000', path).matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)].map(
    ([, width, height]) => ({ width: Number(width), height: Number(height) }),
  );
}

/** What is printed in the bottom right corner of a page, where the page number stands. */
export function corner(path: string, page: number, { width, height }: PageSize): string {
  const box = { x: width - 90, y: height - 62, w: 90, h: 62 };
  return tool(
    'pdftotext',
    ...['-f', String(page), '-l', String(page), '-r', '72'],
    ...['-x', String(Math.round(box.x)), '-y', String(Math.round(box.y))],
    ...['-W', String(box.w), '-H', String(box.h), path, '-'],
  ).trim();
}

export interface Link {
  readonly page: number;
  /** What stands on the line the link is on. */
  readonly line: string;
  /** What stands inside the link. */
  readonly text: string;
  readonly target: number;
}

export interface Outline {
  readonly title: string;
  readonly target: number;
}

export interface Structure {
  readonly links: readonly Link[];
  readonly outline: readonly Outline[];
  /** Zoom the file opens at: 1 is 100 %. */
  readonly openZoom: unknown;
}

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
}

/** Links, bookmarks and the opening view, read by a PDF reader that had no part in writing them. */
export async function readStructure(path: string): Promise<Structure> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const targetOf = async (dest: unknown): Promise<number> => {
    const explicit: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    if (!Array.isArray(explicit)) throw new Error('a destination leads nowhere');
    return (await pdf.getPageIndex(explicit[0] as Parameters<typeof pdf.getPageIndex>[0])) + 1;
  };
  const links: Link[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    const words: Word[] = content.items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , left, base] = item.transform as readonly number[];
      return left === undefined || base === undefined
        ? []
        : [{ text: item.str, left, right: left + item.width, base }];
    });
    const annotations = (await page.getAnnotations()) as readonly {
      subtype: string;
      dest: unknown;
      rect: readonly [number, number, number, number];
    }[];
    for (const { subtype, dest, rect } of annotations) {
      if (subtype !== 'Link') continue;
      const [left, bottom, right, top] = rect;
      const onLine = words.filter(({ base }) => base >= bottom - 1 && base <= top);
      const inside = onLine.filter((word) => word.left >= left - 1 && word.right <= right + 1);
      const join = (some: readonly Word[]): string =>
        [...some]
          .sort((a, b) => a.left - b.left)
          .map(({ text }) => text)
          .join(' ');
      links.push({ page: number, line: join(onLine), text: join(inside), target: await targetOf(dest) });
    }
  }
  const outline: Outline[] = [];
  const walk = async (nodes: Awaited<ReturnType<typeof pdf.getOutline>>): Promise<void> => {
    for (const node of nodes) {
      outline.push({ title: node.title, target: await targetOf(node.dest) });
      await walk(node.items as typeof nodes);
    }
  };
  await walk(await pdf.getOutline());
  const open = (await pdf.getOpenAction()) as ReadonlyMap<'dest', readonly unknown[]> | null;
  await pdf.loadingTask.destroy();
  return { links, outline, openZoom: open?.get('dest')?.[4] };
}
