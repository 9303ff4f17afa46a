import { HoldfastError } from '../../../shared/errors';
import { decoderOf, tidy } from '../kit/decode-text';
import { largestInMemory } from '../kit/limits';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { Buffer } from '../kit/node';

/** Groups whose content is not part of the text (RTF 1.9.1); those that begin with `\*` are none either. */
const hidden = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl fldinst filetbl revtbl latentstyles'.split(
    ' ',
  ),
);
const marks: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};

interface Group {
  readonly isHidden: boolean;
  /** Characters that stand in for each `\u` for programs that do not know it. */
  readonly stand: number;
}

/** The words of a rich text file, without its looks, pictures and hidden parts. */
export async function readRtf(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  if (file.bytes > largestInMemory) throw new HoldfastError('file-too-large');
  const text = Buffer.from(await file.read(0, file.bytes)).toString('latin1');
  await out.text(1, rtfToText(text));
  return { format: 'rtf' };
}

/** One pass over the characters; a control is a word with a number, a hex code, or one character. */
export function rtfToText(rtf: string): string {
  const control =
    /\\(?:([A-Za-z]{1,32})(-?\d{1,10})? ?|'([0-9A-Fa-f]{2})|([^A-Za-z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+/gu;
  const out: string[] = [];
  const groups: Group[] = [];
  let now: Group = { isHidden: false, stand: 1 };
  let skip = 0;
  let codePage = 'windows-1252';
  let bytes: number[] = [];

  const give = (text: string): void => {
    if (bytes.length > 0) {
      const before = Uint8Array.from(bytes);
      bytes = [];
      out.push(decode(before, codePage));
    }
    out.push(text);
  };
  const byte = (value: number): void => {
    if (skip > 0) skip -= 1;
    else if (!now.isHidden) bytes.push(value);
  };

  for (const [, word, number, hex, symbol, brace, plain] of rtf.matchAll(control)) {
    if (brace === '{') {
      groups.push(now);
      skip = 0;
    } else if (brace === '}') {
      now = groups.pop() ?? now;
      skip = 0;
    } else if (hex !== undefined) {
      byte(Number.parseInt(hex, 16));
    } else if (plain !== undefined) {
      const kept = plain.slice(skip);
      skip = Math.max(0, skip - plain.length);
      if (!now.isHidden && kept !== '') give(kept);
    } else if (symbol !== undefined) {
      if (symbol === '*') now = { ...now, isHidden: true };
      else if (!now.isHidden) give({ '~': '\u00a0', _: '-', '-': '' }[symbol] ?? symbol);
    } else if (word !== undefined) {
      if (word === 'u' && number !== undefined) {
        if (!now.isHidden) give(String.fromCharCode(Number(number) & 0xffff));
        skip = now.stand;
      } else if (word === 'uc') now = { ...now, stand: Math.min(10, Math.max(0, Number(number ?? 1))) };
      else if (word === 'ansicpg') codePage = `windows-${number ?? '1252'}`;
      else if (word === 'bin') throw new HoldfastError('unsupported-preview');
      else if (hidden.has(word)) now = { ...now, isHidden: true };
      else if (Object.hasOwn(marks, word) && !now.isHidden) give(marks[word] ?? '');
    }
  }
  give('');
  return tidy(out.join('')).trim();
}

function decode(bytes: Uint8Array, codePage: string): string {
  try {
    return decoderOf(codePage).decode(bytes);
  } catch {
    return decoderOf('windows-1252').decode(bytes);
  }
}
