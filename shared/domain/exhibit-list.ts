import { parseExhibitRef } from './exhibit-ref';

interface Named {
  readonly id: string;
  readonly exhibitRef: string;
}

/** What a list of references means: the exhibits, each once and in the order written, and what names none. */
export interface ExhibitList {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
}

/** More than any statement refers to: what is longer is a slip of the finger. */
const longestRun = 500;

/** Reads `AB/1, AB/3 to AB/5`: references between commas, semicolons, lines or `and`, and runs of one series. */
export function readExhibitList(text: string, items: readonly Named[]): ExhibitList {
  const byRef = new Map(items.map(({ id, exhibitRef }) => [plain(exhibitRef), id]));
  const ids = new Set<string>();
  const unknown: string[] = [];
  for (const part of text.split(/[,;\n]|\band\b/iu).map((each) => each.trim())) {
    if (part === '') continue;
    const found = refsOf(part).flatMap((ref) => byRef.get(plain(ref)) ?? []);
    if (found.length === 0) unknown.push(part);
    for (const id of found) ids.add(id);
  }
  return { ids: [...ids], unknown };
}

/** `AB/1, AB/2` of what a list means; those that are gone are passed over. */
export function writeExhibitList(ids: readonly string[], items: readonly Named[]): string {
  const refs = new Map(items.map(({ id, exhibitRef }) => [id, exhibitRef]));
  return ids.flatMap((id) => refs.get(id) ?? []).join(', ');
}

/** The references of a run, or the one that is written. */
function refsOf(part: string): readonly string[] {
  const [, from = '', to = ''] = /^(\S+)\s*(?:to|[-–])\s*(\S+)$/iu.exec(part) ?? [];
  const [first, last] = [parseExhibitRef(from.toUpperCase()), parseExhibitRef(to.toUpperCase())];
  if (first === null || last?.initials !== first.initials) return [part];
  const length = Math.min(longestRun, last.number - first.number + 1);
  return Array.from(
    { length: Math.max(0, length) },
    (_, index) => `${first.initials}/${first.number + index}`,
  );
}

/** Case and spaces do not make another reference, nor do zeros before its number. */
function plain(ref: string): string {
  return ref
    .replaceAll(/\s/gu, '')
    .toUpperCase()
    .replace(/\/0+(?=\d)/u, '/');
}
