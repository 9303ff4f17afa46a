import { ref, textString } from './syntax';
import type { ObjectNumber } from './syntax';
import type { FileWriter } from './file-writer';

export interface Bookmark {
  readonly title: string;
  readonly page: ObjectNumber;
  readonly below: readonly Bookmark[];
}

/** What of the bookmarks a later file that goes on behind this one needs to know. */
export interface OutlineLayout {
  readonly root: ObjectNumber;
  readonly first: ObjectNumber;
  readonly last: ObjectNumber;
  /** The last one of the uppermost, as it was written, without its end. */
  readonly lastText: string;
  readonly count: number;
}

/**
 * Writes bookmarks (ISO 32000-1, 12.3.3), each keeping the reader's own zoom, behind those of `before` where there are any. Null
 * where there are none at all.
 */
export function writeOutline(
  writer: FileWriter,
  bookmarks: readonly Bookmark[],
  before: OutlineLayout | null = null,
): OutlineLayout | null {
  if (bookmarks.length === 0) return before;
  const root = before?.root ?? writer.reserve();
  const { first, last, lastText } = writeLevel(writer, bookmarks, root, before?.last ?? null);
  if (before !== null) writer.put(before.last, `${before.lastText}/Next ${ref(first)}>>`);
  const layout = {
    root,
    first: before?.first ?? first,
    last,
    lastText,
    count: (before?.count ?? 0) + countOf(bookmarks),
  };
  writer.put(
    root,
    `<</Type/Outlines/First ${ref(layout.first)}/Last ${ref(layout.last)}/Count ${layout.count}>>`,
  );
  return layout;
}

/** All that are seen when everything is open. */
function countOf(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, { below }) => sum + 1 + countOf(below), 0);
}

function writeLevel(
  writer: FileWriter,
  bookmarks: readonly Bookmark[],
  parent: ObjectNumber,
  before: ObjectNumber | null = null,
): { readonly first: ObjectNumber; readonly last: ObjectNumber; readonly lastText: string } {
  const own = bookmarks.map(() => writer.reserve());
  let lastText = '';
  for (const [index, { title, page, below }] of bookmarks.entries()) {
    const number = own[index] ?? 0;
    const previous = own[index - 1] ?? before;
    const next = own[index + 1];
    const inner = below.length === 0 ? null : writeLevel(writer, below, number);
    lastText = [
      `<</Title ${textString(title)}/Parent ${ref(parent)}/Dest[${ref(page)}/XYZ null null null]`,
      previous === null ? '' : `/Prev ${ref(previous)}`,
      inner === null ? '' : `/First ${ref(inner.first)}/Last ${ref(inner.last)}/Count ${countOf(below)}`,
    ].join('');
    writer.put(number, `${lastText}${next === undefined ? '' : `/Next ${ref(next)}`}>>`);
  }
  return { first: own[0] ?? parent, last: own.at(-1) ?? parent, lastText };
}
