import { decodeEntities } from './html-entities';

/** Elements that begin on a line of their own. */
const blocks = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
/** Elements whose content is nothing to read. */
const silent = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'svg']);

/**
 * The words of an HTML document. Nothing is run, drawn or fetched: tags are left out, and every character is looked at
 * once, so that no document takes longer than its length. Addresses of links are written behind their words where the
 * words do not say them, because a link that says one place and leads to another is worth seeing.
 */
export function htmlToText(html: string): string {
  const out: string[] = [];
  let at = 0;
  let headEnds = true;
  let link: { readonly address: string; readonly from: number } | null = null;

  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      out.push(words(html.slice(at)));
      break;
    }
    out.push(words(html.slice(at, open)));
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const close = endOfTag(html, open + 1);
    const tag = html.slice(open + 1, close);
    const [, slash = '', found = ''] = /^(\/?)([A-Za-z][A-Za-z0-9]*)/u.exec(tag) ?? [];
    const name = found.toLowerCase();
    at = close + 1;
    if (slash === '' && silent.has(name) && (name !== 'head' || headEnds)) {
      const after = afterElement(html, name, at);
      // A head that never ends would take the words with it.
      if (after === null && name === 'head') headEnds = false;
      else at = after ?? html.length;
      continue;
    }
    if (name === 'br') out.push('\n');
    else if (blocks.has(name)) out.push(name === 'td' || name === 'th' ? '\t' : '\n');
    else if (name === 'a' && slash === '') {
      const [, quoted, single, bare] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/iu.exec(tag) ?? [];
      link = { address: decodeEntities(quoted ?? single ?? bare ?? '').trim(), from: out.length };
    } else if (name === 'a' && link !== null) {
      const said = out.slice(link.from).join('');
      const { address } = link;
      if (
        /^(?:https?|mailto|tel):/iu.test(address) &&
        !said.includes(address.replace(/^(?:mailto|tel):/iu, ''))
      ) {
        out.push(` <${address}>`);
      }
      link = null;
    }
  }
  return inLines(out.join(''));
}

/** The end of a tag: the next `>` outside of quotes, or the next at all where a quote never ends. */
function endOfTag(html: string, from: number): number {
  const plain = html.indexOf('>', from);
  if (plain < 0) return html.length;
  let at = from;
  for (let turn = 0; turn < 200; turn += 1) {
    const end = html.indexOf('>', at);
    const quote = /["']/u.exec(html.slice(at, end < 0 ? html.length : end));
    if (end < 0) return plain;
    if (quote === null) return end;
    const begins = at + quote.index;
    const ends = html.indexOf(quote[0], begins + 1);
    if (ends < 0) return plain;
    at = ends + 1;
  }
  return plain;
}

function afterElement(html: string, name: string, from: number): number | null {
  const pattern = new RegExp(`</${name}[\\s/>]`, 'giu');
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  if (found === null) return null;
  const end = html.indexOf('>', found.index);
  return end < 0 ? html.length : end + 1;
}

function words(text: string): string {
  return text === '' ? '' : decodeEntities(text.replaceAll(/[ \t\r\n\f]+/gu, ' '));
}

/** No spaces at the ends of lines, and at most one empty line between two. */
function inLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim();
}
