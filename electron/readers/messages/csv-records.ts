import { parse } from 'csv-parse/sync';
import { fileLines } from './file-lines';
import type { FileLine } from './file-lines';
import type { ReaderFile } from '../kit/reader';

export interface CsvRecord {
  readonly fields: readonly string[];
  readonly firstLine: number;
  readonly lastLine: number;
  readonly raw: string;
  /** A quotation mark that was opened and never closed, or a line too long to keep: what the fields are is not certain. */
  readonly isFaulty: boolean;
}

export type Delimiter = ',' | ';' | '\t' | '|';
const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
/** A cell with line breaks in it; one that is longer has lost its quotation mark. */
const mostLines = 60;
const longestRecord = 100_000;
const mostFields = 100;
const atATime = 500;

interface Assembled {
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly isFaulty: boolean;
}

/**
 * The records of a table (RFC 4180), each with the lines it takes: together they are all lines of the file. Which lines make
 * a record is decided by quotation marks alone, so that no answer of a person can move one.
 */
export async function* csvRecords(
  file: ReaderFile,
  delimiter: Delimiter,
): AsyncGenerator<readonly CsvRecord[]> {
  let open: FileLine[] = [];
  let length = 0;
  let isBalanced = true;
  let ready: Assembled[] = [];

  /** The opening line stands alone, as it is; what was taken for the rest of it is looked at anew. */
  function giveUp(): readonly FileLine[] {
    const [first, ...rest] = open;
    if (first !== undefined) ready.push(whole([first], true));
    open = [];
    length = 0;
    isBalanced = true;
    return rest;
  }

  function take(line: FileLine): void {
    const waiting: FileLine[] = [line];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      open.push(next);
      length += next.text.length + 1;
      if (quotes(next.text) % 2 === 1) isBalanced = !isBalanced;
      if (isBalanced) {
        ready.push(
          whole(
            open,
            open.some(({ isCut }) => isCut),
          ),
        );
        open = [];
        length = 0;
      } else if (open.length > mostLines || length > longestRecord) {
        waiting.unshift(...giveUp());
      }
    }
  }

  for await (const lines of fileLines(file)) {
    for (const line of lines) take(line);
    while (ready.length >= atATime) {
      yield parseRecords(ready.slice(0, atATime), delimiter);
      ready = ready.slice(atATime);
    }
  }
  while (open.length > 0) for (const line of giveUp()) take(line);
  for (let at = 0; at < ready.length; at += atATime)
    yield parseRecords(ready.slice(at, at + atATime), delimiter);
}

function whole(lines: readonly FileLine[], isFaulty: boolean): Assembled {
  return {
    text: lines.map(({ text }) => text).join('\n'),
    firstLine: lines[0]?.number ?? 0,
    lastLine: lines.at(-1)?.number ?? 0,
    isFaulty,
  };
}

function quotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

/** Parsed together where each gives one record, which is quicker; else one by one. */
function parseRecords(records: readonly Assembled[], delimiter: Delimiter): readonly CsvRecord[] {
  const together = records.some(({ isFaulty }) => isFaulty)
    ? null
    : tryParse(records.map(({ text }) => text).join('\n'), delimiter);
  return records.map(({ text, firstLine, lastLine, isFaulty }, index) => {
    const parsed = together?.length === records.length ? together[index] : tryParse(text, delimiter)?.[0];
    return {
      fields: (parsed ?? text.split(delimiter)).slice(0, mostFields),
      firstLine,
      lastLine,
      raw: text,
      isFaulty: isFaulty || (parsed === undefined && text !== ''),
    };
  });
}

function tryParse(text: string, delimiter: Delimiter): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      bom: false,
      skip_empty_lines: false,
    });
  } catch {
    return null;
  }
}

/** What keeps the cells apart: what is there equally often in most of the first lines. Some files say so in a first line. */
export async function findDelimiter(file: ReaderFile): Promise<Delimiter> {
  const lines: string[] = [];
  for await (const some of fileLines(file)) {
    lines.push(...some.slice(0, 40 - lines.length).map(({ text }) => text));
    if (lines.length >= 40) break;
  }
  return delimiterOf(lines);
}

/** The same of the first lines of a table. */
export function delimiterOf(lines: readonly string[]): Delimiter {
  const said = /^sep=(.)$/iu.exec(lines[0] ?? '')?.[1];
  const known = delimiters.find((each) => each === said);
  if (known !== undefined) return known;
  const scores = delimiters.map((delimiter) => {
    const counts = lines
      .filter((line) => line.trim() !== '')
      .map((line) => line.replaceAll(/"[^"]*"/gu, '').split(delimiter).length - 1);
    const most = Math.max(0, ...counts);
    const usual = counts.filter((count) => count === mode(counts) && count > 0).length;
    return { delimiter, score: usual * 1000 + most };
  });
  scores.sort((a, b) => b.score - a.score);
  return scores[0]?.delimiter ?? ',';
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
