/** Any letter. */
const any = '*';
/** How many letters at the beginning of a word patterns are found by. */
export const depth = 4;

/** Beginnings: letters, then a star where anything may follow. Shorter ones without a star have ended. */
type Beginnings = ReadonlySet<string>;

const isOpen = (text: string): boolean => text.length < depth && !text.endsWith(any);

function joined(before: Beginnings, after: Beginnings): Beginnings {
  const found = new Set<string>();
  for (const each of before) {
    if (isOpen(each)) for (const next of after) found.add(`${each}${next}`.slice(0, depth));
    else found.add(each);
  }
  return found;
}

/** Reads the beginnings of what a pattern may match; only what this folder's patterns are made of. */
class Reader {
  private at = 0;
  constructor(private readonly source: string) {}

  alternatives(): Beginnings {
    const found = new Set<string>();
    do {
      this.at += this.source[this.at] === '|' ? 1 : 0;
      for (const each of this.sequence()) found.add(each);
    } while (this.source[this.at] === '|');
    return found;
  }

  private sequence(): Beginnings {
    let found: Beginnings = new Set(['']);
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      found = joined(found, this.counted(this.atom()));
    }
    return found;
  }

  private atom(): Beginnings {
    const [char = ''] = this.source.slice(this.at, this.at + 1);
    if (char === '(') return this.group();
    this.at += 1;
    if (char === '\\') return this.escape();
    if (char === '[') return this.charClass();
    if (char === '.') return new Set([any]);
    return new Set([char === '^' || char === '$' ? '' : char]);
  }

  private escape(): Beginnings {
    const char = this.source[this.at] ?? '';
    this.at += 1;
    if ('pP'.includes(char)) {
      this.at = this.source.indexOf('}', this.at) + 1;
      return new Set([any]);
    }
    if (char === 'd') return new Set('0123456789'.split(''));
    if ('DwWsS'.includes(char)) return new Set([any]);
    return new Set([char === 'b' ? '' : char]);
  }

  private charClass(): Beginnings {
    while (this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1;
    this.at += 1;
    return new Set([any]);
  }

  private group(): Beginnings {
    const [head = '('] = /^\((?:\?(?:<?[=!]|:))?/u.exec(this.source.slice(this.at)) ?? [];
    this.at += head.length;
    const found = this.alternatives();
    this.at += 1;
    // What is only looked at takes no letter.
    return /[=!]$/u.test(head) ? new Set(['']) : found;
  }

  private counted(atom: Beginnings): Beginnings {
    const [count = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/u.exec(this.source.slice(this.at)) ?? [];
    this.at += count.length;
    if (count === '') return atom;
    const isOnce = count.startsWith('?');
    const found = new Set(
      [...atom].map((each) => (isOnce || !isOpen(each) || each === '' ? each : `${each}${any}`)),
    );
    if (/^(?:[?*]|\{0)/u.test(count)) found.add('');
    return found;
  }
}

/** The first letters of what a pattern may match: `knoc`, `a*` where any may follow, `*` where the first may be any. */
export function firstLetters(source: string): readonly string[] {
  return [...new Reader(source).alternatives()].map((each) => (isOpen(each) ? `${each}${any}` : each));
}
