import type { ReaderOutput } from '../kit/reader';
import { readXml } from './xml-words';
import type { ZipEntry } from '../archive/zip-file';
import type { Parts } from './parts';

/** Text is handed on when so much of it has come together. */
const enough = 32 * 1024;
/** Shared strings of a workbook are kept in memory up to so many characters. */
const mostStrings = 20_000_000;

interface Page {
  add(text: string): void;
  /** Gives out what has come together; false when no more is kept. */
  flush(always?: boolean): Promise<boolean>;
}

function pageOf(out: ReaderOutput, number: number): Page {
  let held: string[] = [];
  let length = 0;
  let going = true;
  return {
    add: (text) => {
      held.push(text);
      length += text.length;
    },
    flush: async (always = false) => {
      if (length === 0 || (!always && length < enough)) return going;
      const text = held.join('');
      held = [];
      length = 0;
      going = await out.text(number, text);
      return going;
    },
  };
}

/** The body, then notes and comments, which are easily overlooked in print (ECMA-376-1, 17). */
export async function giveWord(parts: Parts, out: ReaderOutput): Promise<string> {
  const page = pageOf(out, 1);
  const sections = [
    ['word/document.xml', ''],
    ['word/footnotes.xml', '\nFootnotes\n'],
    ['word/endnotes.xml', '\nEndnotes\n'],
    ['word/comments.xml', '\nComments\n'],
  ] as const;
  for (const [path, heading] of sections) {
    const part = parts.get(path);
    if (part === undefined) continue;
    if (heading !== '') page.add(heading);
    await giveParagraphs(part, page);
  }
  await page.flush(true);
  return 'word';
}

/** Paragraphs of WordprocessingML and DrawingML: both have `t` in `r` in `p`. */
async function giveParagraphs(part: ZipEntry, page: Page): Promise<void> {
  let inText = false;
  let inCell = 0;
  let inLooks = 0;
  await readXml(
    part.content(),
    {
      open: (name) => {
        if (name === 'delText') page.add('[deleted: ');
        if (name === 't' || name === 'delText') inText = true;
        else if (name === 'pPr') inLooks += 1;
        else if (name === 'tab' && inLooks === 0) page.add('\t');
        else if (name === 'br' || name === 'cr') page.add('\n');
        else if (name === 'tc') inCell += 1;
      },
      text: (text) => {
        if (inText) page.add(text);
      },
      close: (name) => {
        if (name === 'delText') page.add(']');
        if (name === 't' || name === 'delText') inText = false;
        else if (name === 'pPr') inLooks -= 1;
        else if (name === 'p') page.add(inCell > 0 ? ' ' : '\n');
        else if (name === 'tc') {
          inCell -= 1;
          page.add('\t');
        } else if (name === 'tr') page.add('\n');
      },
    },
    () => page.flush(),
  );
}

/** Each slide a page, its speaker's notes below it. */
export async function giveSlides(parts: Parts, out: ReaderOutput): Promise<string> {
  const numbers = [...parts.keys()].flatMap((path) => {
    const found = /^ppt\/slides\/slide(\d{1,5})\.xml$/u.exec(path);
    return found === null ? [] : [Number(found[1])];
  });
  for (const [index, number] of numbers.sort((a, b) => a - b).entries()) {
    const page = pageOf(out, index + 1);
    const slide = parts.get(`ppt/slides/slide${String(number)}.xml`);
    const notes = parts.get(`ppt/notesslides/notesslide${String(number)}.xml`);
    if (slide !== undefined) await giveParagraphs(slide, page);
    if (notes !== undefined) {
      page.add('\nNotes\n');
      await giveParagraphs(notes, page);
    }
    if (!(await page.flush(true))) break;
  }
  return 'powerpoint';
}

/** Each sheet a page: cells with tabs between them, as they are stored (a date is a number there: ECMA-376-1, 18.17.4). */
export async function giveWorkbook(parts: Parts, out: ReaderOutput): Promise<string> {
  const shared = parts.get('xl/sharedstrings.xml');
  const strings = shared === undefined ? [] : await readStrings(shared);
  const names = await readSheetNames(parts);
  const numbers = [...parts.keys()].flatMap((path) => {
    const found = /^xl\/worksheets\/sheet(\d{1,5})\.xml$/u.exec(path);
    return found === null ? [] : [Number(found[1])];
  });
  for (const [index, number] of numbers.sort((a, b) => a - b).entries()) {
    const page = pageOf(out, index + 1);
    const sheet = parts.get(`xl/worksheets/sheet${String(number)}.xml`);
    if (sheet === undefined) continue;
    page.add(`${names[index] ?? `Sheet ${String(number)}`}\n\n`);
    await giveCells(sheet, strings, page);
    if (!(await page.flush(true))) break;
  }
  return 'excel';
}

async function readSheetNames(parts: Parts): Promise<readonly string[]> {
  const names: string[] = [];
  const book = parts.get('xl/workbook.xml');
  if (book === undefined) return names;
  await readXml(book.content(), {
    open: (name, { name: title }) => {
      if (name === 'sheet' && title !== undefined) names.push(title);
    },
  });
  return names;
}

async function readStrings(part: ZipEntry): Promise<readonly string[]> {
  const strings: string[] = [];
  let now: string[] | null = null;
  let inText = false;
  let total = 0;
  await readXml(
    part.content(),
    {
      open: (name) => {
        if (name === 'si') now = [];
        // What is read out for Japanese names is not the name.
        else if (name === 'rPh') now = null;
        else if (name === 't') inText = true;
      },
      text: (text) => {
        if (!inText || now === null) return;
        now.push(text);
        total += text.length;
      },
      close: (name) => {
        if (name === 't') inText = false;
        else if (name === 'si') {
          strings.push((now ?? []).join(''));
          now = null;
        }
      },
    },
    () => total < mostStrings,
  );
  return strings;
}

async function giveCells(part: ZipEntry, strings: readonly string[], page: Page): Promise<void> {
  let type = '';
  let inValue = false;
  let value = '';
  let row: string[] = [];
  await readXml(
    part.content(),
    {
      open: (name, attributes) => {
        if (name === 'row') row = [];
        else if (name === 'c') {
          type = attributes.t ?? '';
          value = '';
          // A cell that is left out between two others is empty all the same.
          for (const at = columnOf(attributes.r); row.length < at;) row.push('');
        } else if (name === 'v' || name === 't') inValue = true;
      },
      text: (text) => {
        if (inValue) value += text;
      },
      close: (name) => {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'c') row.push(type === 's' ? (strings[Number(value)] ?? '') : value);
        else if (name === 'row' && row.some((cell) => cell !== '')) page.add(`${row.join('\t')}\n`);
      },
    },
    () => page.flush(),
  );
}

/** Place of a cell in its row, from 0: `C7` is 2; none that no sheet has (16,384 columns). */
function columnOf(reference: string | undefined): number {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0] ?? '';
  let column = -1;
  for (let at = 0; at < letters.length; at += 1) column = (column + 1) * 26 + letters.charCodeAt(at) - 65;
  return column < 16_384 ? column : -1;
}
