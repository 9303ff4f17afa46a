import { depth, firstLetters } from './first-letters';

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

/** Where a word begins in a text, and a number for its first letters, the same in every text. */
interface Beginning {
  readonly at: number;
  readonly letters: number;
}
const numbers = new Map<string, number>();
/** The last texts remembered: one text is gone through for many. */
const begun = new Map<string, readonly Beginning[]>();
function beginnings(text: string): readonly Beginning[] {
  const known = begun.get(text);
  if (known !== undefined) return known;
  const found: Beginning[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && letterAt(text, at - 1)) continue;
    if (isGap.test(text.charAt(at))) continue;
    const letters = text.slice(at, at + depth);
    const number = numbers.get(letters) ?? numbers.size;
    numbers.set(letters, number);
    found.push({ at, letters: number });
  }
  if (begun.size > 7) begun.clear();
  begun.set(text, found);
  return found;
}

/** Patterns by name. */
export class Lexicon<Name> {
  private readonly byLetters = new Map<string, (readonly [Name, string])[]>();
  /** By the number of the letters that a word begins with. */
  private readonly tried: (readonly (readonly [Name, RegExp])[] | undefined)[] = [];
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
    for (const { at, letters } of beginnings(text)) {
      for (const [name, pattern] of this.tried[letters] ?? this.at(text, at, letters)) {
        if (found.has(name)) continue;
        pattern.lastIndex = at;
        if (pattern.test(text)) found.add(name);
      }
    }
    return found;
  }

  /** Whether a text has any. */
  has(text: string): boolean {
    for (const { at, letters } of beginnings(text)) {
      for (const [, pattern] of this.tried[letters] ?? this.at(text, at, letters)) {
        pattern.lastIndex = at;
        if (pattern.test(text)) return true;
      }
    }
    return false;
  }

  private at(text: string, at: number, number: number): readonly (readonly [Name, RegExp])[] {
    const letters = text.slice(at, at + depth);
    const keys = [letters, ...Array.from(`${letters} `, (_each, end) => `${letters.slice(0, end)}*`)];
    const all = keys.flatMap((key) => this.of(key));
    this.tried[number] = all;
    return all;
  }

  /** The patterns found by these letters, each made once, when such a word is first met. */
  private of(letters: string): readonly (readonly [Name, RegExp])[] {
    const known = this.made.get(letters);
    if (known !== undefined) return known;
    const made = (this.byLetters.get(letters) ?? []).map(
      ([name, pattern]) => [name, wholeWords(pattern)] as const,
    );
    this.made.set(letters, made);
    return made;
  }
}

const compiled = new Map<string, RegExp>();
function wholeWords(pattern: string): RegExp {
  const made =
    compiled.get(pattern) ?? new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'uy');
  compiled.set(pattern, made);
  return made;
}
