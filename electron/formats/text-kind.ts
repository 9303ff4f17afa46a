import type { EvidenceKind } from '../../shared/models/evidence';

export interface TextKind {
  readonly kind: EvidenceKind;
  readonly mime: string;
}

/** Longest line that is looked at: no heading, header or row that tells a kind is longer. */
const longestLine = 2000;
const mostLines = 400;

/** What a text is, by how it begins. `head` is its first part; its last line may be cut. */
export function textKind(head: string): TextKind {
  const text = head.replace(/^\uFEFF/u, '').trimStart();
  const lines = firstLines(text);
  if (/^BEGIN:VCARD\s*$/iu.test(lines[0] ?? '')) return { kind: 'contact', mime: 'text/vcard' };
  if (/^BEGIN:VCALENDAR\s*$/iu.test(lines[0] ?? '')) return { kind: 'text', mime: 'text/calendar' };
  if (text.startsWith('<')) return markup(text);
  if (isEmail(lines)) return { kind: 'email', mime: 'message/rfc822' };
  if (isConversation(lines)) return { kind: 'messages', mime: 'text/plain' };
  if (isJson(text)) return { kind: 'text', mime: 'application/json' };
  if (isTable(lines)) return { kind: 'table', mime: 'text/csv' };
  return { kind: 'text', mime: 'text/plain' };
}

function firstLines(text: string): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length && lines.length < mostLines) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/u, '');
    lines.push(line.slice(0, longestLine));
    if (end < 0) break;
    at = end + 1;
  }
  return lines;
}

/** Exports of SMS Backup & Restore are known by their root element (domain 6.3); HTML by its own or a doctype. */
function markup(text: string): TextKind {
  const { root, doctype } = rootElement(text.slice(0, 8192));
  if (root === 'smses' || root === 'calls') return { kind: 'messages', mime: 'application/xml' };
  if (root === 'html' || doctype === 'html') return { kind: 'text', mime: 'text/html' };
  if (root === 'svg') return { kind: 'other', mime: 'image/svg+xml' };
  if (text.startsWith('<?xml')) return { kind: 'text', mime: 'application/xml' };
  return { kind: 'text', mime: 'text/plain' };
}

/** Skips what may come before the first element: declaration, comments, instructions, a doctype. */
function rootElement(text: string): { readonly root: string | null; readonly doctype: string | null } {
  let doctype: string | null = null;
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    if (start < 0) break;
    const skip = (mark: string): number => {
      const end = text.indexOf(mark, start);
      return end < 0 ? text.length : end + mark.length;
    };
    if (text.startsWith('<!--', start)) at = skip('-->');
    else if (text.startsWith('<?', start)) at = skip('?>');
    else if (text.startsWith('<!', start)) {
      doctype =
        /^<!doctype\s+([\w-]{1,40})/iu.exec(text.slice(start, start + 80))?.[1]?.toLowerCase() ?? null;
      at = skip('>');
    } else {
      const name = /^<([A-Za-z_][\w.:-]{0,60})/u.exec(text.slice(start, start + 64))?.[1];
      return { root: name?.toLowerCase() ?? null, doctype };
    }
  }
  return { root: null, doctype };
}

/** Fields that mail programs write (RFC 5322, 3.6); a letter that begins with "To:" alone is no e-mail. */
const mailFields = new Set([
  'from',
  'to',
  'cc',
  'date',
  'subject',
  'message-id',
  'received',
  'return-path',
  'delivered-to',
  'mime-version',
  'content-type',
  'reply-to',
  'sender',
  'in-reply-to',
  'dkim-signature',
  'authentication-results',
]);
/** At least one of these, which people do not type. */
const machineFields = ['message-id', 'received', 'return-path', 'mime-version', 'delivered-to'];

function isEmail(lines: readonly string[]): boolean {
  const seen = new Set<string>();
  // A mailbox of one letter may begin with the line that keeps letters apart (RFC 4155).
  for (const line of lines.slice(/^From \S+ /u.test(lines[0] ?? '') ? 1 : 0)) {
    if (line === '') break;
    if (/^[ \t]/u.test(line)) continue;
    const field = /^([!-9;-~]{1,76}):/u.exec(line)?.[1]?.toLowerCase();
    if (field === undefined) return false;
    seen.add(field);
  }
  const known = [...seen].filter((field) => mailFields.has(field)).length;
  const written = seen.has('from') && known >= 3;
  return written && (known >= 4 || machineFields.some((field) => seen.has(field)));
}

// Marks of direction stand before lines, and other spaces than the usual one before AM and PM (domain 6.2).
const invisible = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const spaces = /[\u00A0\u2007\u2009\u202F]/gu;
const arabicDigits = /[\u0660-\u0669\u06F0-\u06F9]/gu;
const date = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?`;
const time = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[\p{L}.]{1,8}(?: ?[\p{L}.]{1,8})?)?`;
/** iOS puts date and time in brackets, Android a dash behind them; all words differ by language, the form does not. */
const headers = [
  new RegExp(String.raw`^\[${date}[,\u060C]? ${time}\] ?\S`, 'u'),
  new RegExp(String.raw`^${date}[,\u060C]? ${time} - \S`, 'u'),
];

function isConversation(lines: readonly string[]): boolean {
  const isHeader = (line: string): boolean => {
    const plain = line
      .slice(0, 120)
      .replace(invisible, '')
      .replace(spaces, ' ')
      .replace(arabicDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
    return headers.some((header) => header.test(plain));
  };
  // It begins with one; that a note quotes one later makes it no export.
  if (!isHeader(lines[0] ?? '')) return false;
  return lines.filter(isHeader).length >= 2;
}

function isJson(text: string): boolean {
  return /^\{\s*"|^\[\s*[[{"]/u.test(text.slice(0, 200));
}

const fewestColumns = { ',': 3, ';': 3, '\t': 2, '|': 3 } as const;
const delimiters = [',', ';', '\t', '|'] as const;
/** Rows that are compared. */
const rowsLookedAt = 40;

/** A table: the same delimiter equally often in each row, in text that is no prose. */
function isTable(lines: readonly string[]): boolean {
  // The last line may be cut by the end of what is looked at.
  const rows = lines.slice(0, rowsLookedAt).filter((line) => line.trim() !== '');
  const whole = rows.length > 2 ? rows.slice(0, -1) : rows;
  if (whole.length < 2) return false;
  return delimiters.some((delimiter) => {
    const fields = whole.map((line) => splitRow(line, delimiter));
    const columns = mostCommon(fields.map(({ length }) => length));
    if (columns < fewestColumns[delimiter]) return false;
    const even = fields.filter(({ length }) => length === columns).length;
    if (even / whole.length < 0.8) return false;
    if (delimiter !== ',') return true;
    // In prose a space follows each comma; in a table hardly any, unless its author writes all of them so.
    const after = whole.join('\n');
    const commas = after.split(',').length - 1;
    const spaced = after.split(', ').length - 1;
    return spaced / commas < 0.5 || (columns >= 4 && even === whole.length && whole.length >= 3);
  });
}

/** Fields of a row; a delimiter within quotes is none (RFC 4180). */
function splitRow(line: string, delimiter: string): readonly string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      fields.push(field);
      field = '';
      continue;
    }
    field += character;
  }
  return [...fields, field];
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
