import { HoldfastError } from '../../../shared/errors';
import type { ReaderOutput } from '../kit/reader';
import { readXml } from './xml-words';
import type { ZipEntry } from '../archive/zip-file';

/** Empty cells and spaces are written as "so many of these": more of them is a trick. */
const mostRepeats = 200;
const enough = 32 * 1024;

/** Text, tables and slides of an OpenDocument file; each sheet and each slide a page (ODF 1.3, part 3). */
export async function giveOpenDocument(content: ZipEntry, out: ReaderOutput): Promise<string> {
  let format = 'opendocument';
  let page = 0;
  let held: string[] = [];
  let length = 0;
  let full = false;
  let inText = 0;
  let inCell = 0;
  let isPaged = false;
  let cell = '';
  let repeats = 1;
  let row: string[] = [];
  const pending: { readonly page: number; readonly text: string }[] = [];

  const add = (text: string): void => {
    if (inCell > 0) cell += text;
    else {
      held.push(text);
      length += text.length;
    }
  };
  const turn = (): void => {
    if (length > 0) pending.push({ page: Math.max(1, page), text: held.join('') });
    held = [];
    length = 0;
  };
  const flush = async (): Promise<boolean> => {
    if (length >= enough) turn();
    for (const each of pending.splice(0)) full = !(await out.text(each.page, each.text)) || full;
    return !full;
  };
  const count = (text: string | undefined): number =>
    Math.min(mostRepeats, Math.max(1, Number.parseInt(text ?? '1', 10) || 1));

  await readXml(
    content.content(),
    {
      open: (name, attributes) => {
        if (name === 'spreadsheet' || name === 'presentation') {
          format = name;
          isPaged = true;
        } else if ((name === 'table' && format === 'spreadsheet') || (name === 'page' && isPaged)) {
          turn();
          page += 1;
          if (attributes.name !== undefined && name === 'table') add(`${attributes.name}\n\n`);
        } else if (name === 'p' || name === 'h') inText += 1;
        else if (name === 's') add(' '.repeat(count(attributes.c)));
        else if (name === 'tab') add('\t');
        else if (name === 'line-break') add('\n');
        else if (name === 'table-row') row = [];
        else if (name === 'table-cell') {
          inCell += 1;
          if (inCell === 1) cell = '';
          repeats = count(attributes['number-columns-repeated']);
        }
      },
      text: (text) => {
        if (inText > 0) add(text);
      },
      close: (name) => {
        if (name === 'p' || name === 'h') {
          inText -= 1;
          add(inCell > 0 ? ' ' : '\n');
        } else if (name === 'table-cell') {
          inCell -= 1;
          if (inCell > 0) return;
          const text = cell.trim();
          row.push(text, ...Array<string>(text === '' ? repeats - 1 : 0).fill(''));
        } else if (name === 'table-row' && inCell === 0 && row.some((each) => each !== '')) {
          add(`${row.join('\t').trimEnd()}\n`);
        }
      },
    },
    flush,
  );
  turn();
  await flush();
  if (page === 0 && inText !== 0) throw new HoldfastError('unreadable-file');
  return format;
}
