/** A piece of an XML file, in its order. */
export type XmlPart =
  /** A whole tag. `isBroken`: it ended where the next one began, or never. */
  | { readonly type: 'tag'; readonly text: string; readonly isBroken: boolean }
  /** Text that is not blank, outside of tags; its beginning when it is long. */
  | { readonly type: 'text'; readonly text: string }
  /** A value that is given out as it comes. `tag` is its tag as far as it has come. */
  | { readonly type: 'data-start'; readonly tag: string }
  | { readonly type: 'data'; readonly text: string }
  | { readonly type: 'data-end' };

/** No tag without its pictures is longer; kept of text between tags. */
const longestTag = 1024 * 1024;
const longestText = 10_000;

/**
 * Cuts XML into its tags, in little memory however long the file or a picture in it is: the value of `data` in a `part`
 * (domain 6.3) is never held. A document type is stepped over like a comment: nothing in it is ever followed or expanded. A
 * `<` cannot stand within a tag, so a damaged tag ends where the next one begins and takes nothing with it.
 */
export async function* xmlParts(pieces: AsyncIterable<string>): AsyncGenerator<XmlPart> {
  const source = pieces[Symbol.asyncIterator]();
  let buffer = '';
  let at = 0;
  let isOver = false;

  /** More text behind what is there; what was dealt with goes. False at the end. */
  async function more(): Promise<boolean> {
    if (isOver) return false;
    const next = await source.next();
    if (next.done === true) {
      isOver = true;
      return false;
    }
    buffer = buffer.slice(at) + next.value;
    at = 0;
    return true;
  }

  /** Steps behind `mark`, wherever it comes. False when it never does. */
  async function stepBehind(mark: string): Promise<boolean> {
    for (;;) {
      const end = buffer.indexOf(mark, at);
      if (end >= 0) {
        at = end + mark.length;
        return true;
      }
      at = Math.max(at, buffer.length - mark.length + 1);
      if (!(await more())) return false;
    }
  }

  async function has(length: number): Promise<void> {
    while (buffer.length - at < length && (await more()));
  }

  async function* tag(): AsyncGenerator<XmlPart> {
    // `at` stands on its `<`; `seen` is how far it was looked at.
    let seen = 1;
    let text = '';
    for (;;) {
      const quote = findAny(buffer, at + seen);
      if (quote < 0) {
        seen = buffer.length - at;
        if (text.length + seen > longestTag || !(await more())) {
          yield { type: 'tag', text: text + buffer.slice(at), isBroken: true };
          at = buffer.length;
          return;
        }
        continue;
      }
      const character = buffer.charAt(quote);
      if (character === '>' || character === '<') {
        const end = character === '>' ? quote + 1 : quote;
        yield { type: 'tag', text: text + buffer.slice(at, end), isBroken: character === '<' };
        at = end;
        return;
      }
      text += buffer.slice(at, quote + 1);
      at = quote + 1;
      if (isData(text)) {
        yield { type: 'data-start', tag: text.slice(0, -1) };
        yield* data(character);
        yield { type: 'data-end' };
        text += character;
        seen = 0;
        continue;
      }
      const value = await quoted(character, longestTag - text.length);
      text += value.text;
      seen = 0;
      if (value.isBroken) {
        yield { type: 'tag', text, isBroken: true };
        return;
      }
    }
  }

  /** Up to and with the closing quote. */
  async function quoted(
    quote: string,
    room: number,
  ): Promise<{ readonly text: string; readonly isBroken: boolean }> {
    let seen = 0;
    for (;;) {
      const end = buffer.indexOf(quote, at + seen);
      const stop = buffer.indexOf('<', at + seen);
      if (stop >= 0 && (end < 0 || stop < end)) return { text: takeTo(stop), isBroken: true };
      if (end >= 0) return { text: takeTo(end + 1), isBroken: false };
      seen = buffer.length - at;
      if (seen > room || !(await more())) return { text: takeTo(buffer.length), isBroken: true };
    }
  }

  function takeTo(end: number): string {
    const text = buffer.slice(at, end);
    at = end;
    return text;
  }

  async function* data(quote: string): AsyncGenerator<XmlPart> {
    for (;;) {
      const end = buffer.indexOf(quote, at);
      const stop = buffer.indexOf('<', at);
      const to = stop >= 0 && (end < 0 || stop < end) ? stop : end;
      const text = takeTo(to < 0 ? buffer.length : to);
      if (text !== '') yield { type: 'data', text };
      if (to >= 0) {
        if (to === end) at += 1;
        return;
      }
      if (!(await more())) return;
    }
  }

  for (;;) {
    const open = buffer.indexOf('<', at);
    if (open < 0 || open > at) {
      const text = takeTo(open < 0 ? buffer.length : open);
      if (text.trim() !== '') yield { type: 'text', text: text.trim().slice(0, longestText) };
      if (open < 0 && !(await more())) return;
      continue;
    }
    await has(9);
    const start = buffer.slice(at, at + 9);
    if (
      start.startsWith('<!--') ||
      start === '<![CDATA[' ||
      start.startsWith('<?') ||
      start.startsWith('<!')
    ) {
      const mark = start.startsWith('<!--')
        ? '-->'
        : start === '<![CDATA['
          ? ']]>'
          : start.startsWith('<?')
            ? '?>'
            : '>';
      at += 2;
      // What never ends would hide the rest of the file.
      if (!(await stepBehind(mark))) yield { type: 'text', text: start };
      continue;
    }
    yield* tag();
  }
}

function findAny(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // `"`, `'`, `<`, `>`
    if (code === 0x22 || code === 0x27 || code === 0x3c || code === 0x3e) return at;
  }
  return -1;
}

/** The value that begins now is the content of a part of a message. */
function isData(text: string): boolean {
  return /^<part\s/u.test(text) && /\sdata\s*=\s*["']$/u.test(text.slice(-40));
}
