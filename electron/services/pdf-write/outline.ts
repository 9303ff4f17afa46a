import { ref, textString } from './syntax';
import type { ObjectNumber } from './syntax';
import type { FileWriter } from './file-writer';

export interface Bookmark {
  readonly title: string;
  readonly page: ObjectNumber;
  readonly below: readonly Bookmark[];
}

/** Writes bookmarks (ISO 32000-1, 12.3.3), each keeping the reader's own zoom. Gives the root; null where there are none. */
export function writeOutline(writer: FileWriter, bookmarks: readonly Bookmark[]): ObjectNumber | null {
  if (bookmarks.length === 0) return null;
  const root = writer.reserve();
  const { first, last } = writeLevel(writer, bookmarks, root);
  writer.put(root, `<</Type/Outlines/First ${ref(first)}/Last ${ref(last)}/Count ${countOf(bookmarks)}>>`);
  return root;
}

/** All that are seen when everything is open. */
function countOf(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, { below }) => sum + 1 + countOf(below), 0);
}

function writeLevel(
  writer: FileWriter,
  bookmarks: readonly Bookmark[],
  parent: ObjectNumber,
): { readonly first: ObjectNumber; readonly last: ObjectNumber } {
  const own = bookmarks.map(() => writer.reserve());
  for (const [index, { title, page, below }] of bookmarks.entries()) {
    const number = own[index] ?? 0;
    const [previous, next] = [own[index - 1], own[index + 1]];
    const inner = below.length === 0 ? null : writeLevel(writer, below, number);
    writer.put(
      number,
      [
        `<</Title ${textString(title)}/Parent ${ref(parent)}/Dest[${ref(page)}/XYZ null null null]`,
        previous === undefined ? '' : `/Prev ${ref(previous)}`,
        next === undefined ? '' : `/Next ${ref(next)}`,
        inner === null ? '' : `/First ${ref(inner.first)}/Last ${ref(inner.last)}/Count ${countOf(below)}`,
        '>>',
      ].join(''),
    );
  }
  return { first: own[0] ?? parent, last: own.at(-1) ?? parent };
}
