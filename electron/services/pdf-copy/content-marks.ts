/** Operators that mark a part of what is drawn and draw nothing (ISO 32000-1, 14.6). */
const marks = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);
const space = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set(Buffer.from('()<>[]{}/%', 'latin1'));
const deepest = 60;

export interface PlainContent {
  readonly bytes: Buffer;
  /** Every name in it, decoded: what it draws with is among them. */
  readonly names: ReadonlySet<string>;
}

/**
 * What a page draws, without its marks and comments: both can hold words that are nowhere seen (the "actual text" of a
 * picture, say) and that a reader takes out all the same. Null where it cannot be told apart into its parts.
 */
export function withoutMarks(content: Buffer): PlainContent | null {
  const kept: Buffer[] = [];
  /** What stands before the next operator. */
  let waiting: Buffer[] = [];
  let at = 0;
  while (at < content.length) {
    const byte = content[at] ?? 0;
    if (space.has(byte)) {
      at += 1;
      continue;
    }
    if (byte === 0x25) {
      at = endOfLine(content, at);
      continue;
    }
    const end = endOfToken(content, at);
    if (end === null) return null;
    const token = content.subarray(at, end);
    at = end;
    if (!isOperator(token)) {
      waiting.push(token);
      continue;
    }
    const name = token.toString('latin1');
    if (name === 'ID') {
      const data = inlineData(content, at);
      if (data === null) return null;
      kept.push(...waiting, token, data.bytes, Buffer.from('EI'));
      at = data.end;
    } else if (!marks.has(name)) {
      kept.push(...waiting, token);
    }
    waiting = [];
  }
  const tokens = [...kept, ...waiting];
  return { bytes: joined(tokens), names: new Set(tokens.flatMap(nameIn)) };
}

/** `/A#20b` is the name `A b` (ISO 32000-1, 7.3.5). */
function nameIn(token: Buffer): readonly string[] {
  if (token[0] !== 0x2f) return [];
  const raw = token.toString('latin1', 1);
  return [
    raw.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  ];
}

function joined(tokens: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  const gap = Buffer.from(' ');
  for (const token of tokens) parts.push(token, gap);
  return Buffer.concat(parts);
}

function isOperator(token: Buffer): boolean {
  const first = token[0] ?? 0;
  const isLetter = (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
  if (!isLetter && first !== 0x27 && first !== 0x22) return false;
  const name = token.toString('latin1');
  return name !== 'true' && name !== 'false' && name !== 'null';
}

function endOfLine(content: Buffer, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== 0x0a && content[at] !== 0x0d) at += 1;
  return at;
}

/** The end of the token that begins here; arrays and dictionaries are one token each. */
function endOfToken(content: Buffer, from: number, depth = 0): number | null {
  const byte = content[from];
  if (depth > deepest) return null;
  if (byte === 0x28) return endOfString(content, from);
  if (byte === 0x3c) {
    if (content[from + 1] === 0x3c) return endOfGroup(content, from + 2, '>>', depth);
    const end = content.indexOf(0x3e, from);
    return end < 0 ? null : end + 1;
  }
  if (byte === 0x5b) return endOfGroup(content, from + 1, ']', depth);
  if (byte === 0x7b || byte === 0x7d || byte === 0x5d || byte === 0x29 || byte === 0x3e) return from + 1;
  let at = from + 1;
  while (at < content.length && !space.has(content[at] ?? 0) && !delimiters.has(content[at] ?? 0)) at += 1;
  return at;
}

function endOfGroup(content: Buffer, from: number, close: string, depth: number): number | null {
  let at = from;
  while (at < content.length) {
    if (content.toString('latin1', at, at + close.length) === close) return at + close.length;
    const byte = content[at] ?? 0;
    if (space.has(byte)) at += 1;
    else if (byte === 0x25) at = endOfLine(content, at);
    else {
      const end = endOfToken(content, at, depth + 1);
      if (end === null) return null;
      at = end;
    }
  }
  return null;
}

function endOfString(content: Buffer, from: number): number | null {
  let open = 0;
  for (let at = from; at < content.length; at += 1) {
    const byte = content[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) open += 1;
    else if (byte === 0x29) {
      open -= 1;
      if (open === 0) return at + 1;
    }
  }
  return null;
}

/** The data of a picture that stands in what is drawn: up to an EI by itself, behind which no data goes on. */
function inlineData(content: Buffer, from: number): { readonly bytes: Buffer; readonly end: number } | null {
  const start = space.has(content[from] ?? 0) ? from + 1 : from;
  for (let at = content.indexOf('EI', start); at >= 0; at = content.indexOf('EI', at + 1)) {
    const before = content[at - 1] ?? 0x20;
    const after = content[at + 2];
    const isAlone = space.has(before) && (after === undefined || space.has(after));
    if (isAlone && isText(content.subarray(at + 2, at + 18)))
      return { bytes: content.subarray(start, at), end: at + 2 };
  }
  return null;
}

function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => space.has(byte) || (byte >= 0x20 && byte < 0x7f));
}
