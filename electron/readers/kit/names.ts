import { visible } from '../../../shared/domain/visible-text';
import { cutText } from './fit-fact';
import type { ReaderChild } from './reader';

const longest = 1024;
/** Names of devices of Windows, which no file there may bear, with any ending. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/**
 * The last part of a path as a name of its own. No file on any disk is called so here; but the person who later saves a
 * copy must get a name that their system takes and that does not mislead.
 */
export function cleanName(path: string): string {
  const last = path
    .split(/[/\\]/u)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .at(-1);
  const name = visible(last ?? '')
    .normalize('NFC')
    .replaceAll(/[<>:"|?*]/gu, '_')
    // Windows drops dots and spaces at the end, and then two names are one.
    .replace(/[. ]+$/u, '')
    .trim();
  if (name === '') return 'without a name';
  return cutText(devices.test(name) ? `_${name}` : name, 200);
}

/** True for a path that leads outside, starts at a root or a drive, or holds what would mislead. */
export function isUnsafe(path: string): boolean {
  const parts = path.split(/[/\\]/u);
  return (
    /^(?:[/\\]|[A-Za-z]:)/u.test(path) ||
    parts.includes('..') ||
    path.includes('\\') ||
    visible(path) !== path ||
    parts.some((part) => devices.test(part) || /[. ]$/u.test(part) || /[<>:"|?*]/u.test(part))
  );
}

/**
 * Gives everything in one parent a place that nothing else there has, even to a system that does not tell capitals or
 * ways to write an accent apart. A path stays as it is written where that is safe to show.
 */
export function createPlaces(): (path: string, modified?: string | null) => ReaderChild {
  const taken = new Set<string>();
  return (path, modified = null) => {
    const base = cutText(visible(path).trim() || 'without a name', longest - 12);
    let place = base;
    const key = (): string => place.normalize('NFKC').toLowerCase();
    for (let copy = 2; taken.has(key()); copy += 1) place = `${base} (${copy})`;
    taken.add(key());
    const name = cleanName(path);
    return { place, name, modified, ...(isUnsafe(path) ? { written: cutText(visible(path), 2000) } : {}) };
  };
}
