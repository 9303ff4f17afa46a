import { firstLetters } from './first-letters';

/*
 * Thousands of patterns are looked for in each entry. All of them stand as whole words, so each is tried only where a word begins with
 * its letters: a text is gone through once, whatever the number of patterns.
 */

/** Looked for in a text as whole words. */
export interface Words {
  readonly test: (text: string) => boolean;
}

const isLetter = /[\p{L}\p{N}]/u;
const isGap = /\s/u;

function letterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
  return isLetter.test(text.charAt(at));
}

/** Where words begin in a text, the last texts remembered: one text is gone through for many. */
const begun = new Map<string, readonly number[]>();
function beginnings(text: string): readonly number[] {
  const known = begun.get(text);
  if (known !== undefined) return known;
  const found: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && letterAt(text, at - 1)) continue;
    if (!isGap.test(text.charAt(at))) found.push(at);
  }
  if (begun.size > 7) begun.clear();
  begun.set(text, found);
  return found;
}

/** Patterns by name. */
export class Lexicon<Name> {
  private readonly byLetters = new Map<string, (readonly [Name, string])[]>();
  private readonly tried = new Map<string, readonly (readonly [Name, RegExp])[]>();
  private readonly made = new Map<string, readonly (readonly [Name, RegExp])[]>();

  constructor(entries: readonly (readonly [Name, readonly string[]])[]) {
    for (const [name, patterns] of entries)
      for (const pattern of patterns)
        for (const letters of firstLetters(pattern)) {
          const before = this.byLetters.get(letters);
          if (before === undefined) this.byLetters.set(letters, [[name, pattern]]);
          else before.push([name, pattern]);
        }
  }

  /** The names whose patterns a text has. */
  in(text: string): ReadonlySet<Name> {
    const found = new Set<Name>();
    for (const at of beginnings(text)) {
      for (const [name, pattern] of this.startingWith(text.charAt(at), text.charAt(at + 1))) {
        if (found.has(name)) continue;
        pattern.lastIndex = at;
        if (pattern.test(text)) found.add(name);
      }
    }
    return found;
  }

  /** Whether a text has any. */
  has(text: string): boolean {
    return beginnings(text).some((at) =>
      this.startingWith(text.charAt(at), text.charAt(at + 1)).some(([, pattern]) => {
        pattern.lastIndex = at;
        return pattern.test(text);
      }),
    );
  }

  private startingWith(first: string, second: string): readonly (readonly [Name, RegExp])[] {
    const key = first + second;
    const known = this.tried.get(key);
    if (known !== undefined) return known;
    const all = [key, `${first}*`, '*'].flatMap((letters) => this.of(letters));
    this.tried.set(key, all);
    return all;
  }

  /** The patterns found by these letters, one for each name, made when such a word is first met. */
  private of(letters: string): readonly (readonly [Name, RegExp])[] {
    const known = this.made.get(letters);
    if (known !== undefined) return known;
    const byName = new Map<Name, Set<string>>();
    for (const [name, pattern] of this.byLetters.get(letters) ?? [])
      byName.set(name, (byName.get(name) ?? new Set()).add(pattern));
    const made = [...byName].map(
      ([name, all]) =>
        [name, new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...all].join('|')})(?![\\p{L}\\p{N}])`, 'uy')] as const,
    );
    this.made.set(letters, made);
    return made;
  }
}
