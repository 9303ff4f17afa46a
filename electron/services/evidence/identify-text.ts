import type { EvidenceKind } from '../../../shared/models/evidence';

export interface TextIdentity {
  readonly kind: EvidenceKind;
  readonly mime: string;
}

/** The start of a file as text, or null when it is no text: UTF-8, UTF-16 with its mark, or an old 8-bit code. */
export function asText(head: Buffer): string | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return clean(new TextDecoder('utf-16le').decode(head));
  if (first === 0xfe && second === 0xff) return clean(new TextDecoder('utf-16be').decode(head));
  try {
    return clean(new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }));
  } catch {
    return mostlyLetters(head) ? clean(new TextDecoder('windows-1252').decode(head)) : null;
  }
}

function clean(text: string): string | null {
  return text.includes('\u0000') ? null : text;
}

/** An 8-bit text has no control characters but line ends and tabs, and is for the most part plain ASCII. */
function mostlyLetters(head: Buffer): boolean {
  let plain = 0;
  for (const byte of head) {
    if (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) return false;
    if (byte < 0x7f) plain += 1;
  }
  return plain >= head.length * 0.8;
}

/** What a text is, by the shape of its first lines. */
export function identifyText(head: string): TextIdentity {
  const text = head.replace(/^\uFEFF/u, '');
  if (/^\s*BEGIN:VCARD\r?\n/iu.test(text)) return { kind: 'contact', mime: 'text/vcard' };
  const root = rootElement(text);
  if (root === 'smses' || root === 'calls') return { kind: 'messages', mime: 'application/xml' };
  if (/^\{\\rtf\d/u.test(text)) return { kind: 'document', mime: 'application/rtf' };
  if (isEmail(text)) return { kind: 'email', mime: 'message/rfc822' };
  const lines = text.split(/\r\n|\n|\r/u, 200);
  if (isWhatsApp(lines)) return { kind: 'messages', mime: 'text/plain' };
  if (isTable(lines)) return { kind: 'table', mime: 'text/csv' };
  return { kind: 'text', mime: 'text/plain' };
}

/** Name of the first element of an XML document; what stands before it is skipped, never resolved. */
function rootElement(text: string): string | null {
  if (!/^\s*</u.test(text)) return null;
  const start = text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/giu, '');
  return /^\s*<([A-Za-z][\w.-]*)[\s/>]/u.exec(start)?.[1] ?? null;
}

const mailHeaders = new Set([
  'received',
  'return-path',
  'delivered-to',
  'message-id',
  'mime-version',
  'from',
  'to',
  'cc',
  'date',
  'subject',
  'dkim-signature',
  'x-mailer',
  'reply-to',
  'content-type',
]);

/** Header fields up to an empty line (RFC 5322, 2.2), at least three of them ones that e-mail has, From or Received among them. */
function isEmail(text: string): boolean {
  const found = new Set<string>();
  const lines = text.split(/\r\n|\n/u, 400);
  for (const [index, line] of lines.entries()) {
    if (line === '') break;
    if (/^[ \t]/u.test(line)) continue;
    if (index === 0 && line.startsWith('From ')) continue;
    const name = /^([!-9;-~]+):/u.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    if (mailHeaders.has(name)) found.add(name);
  }
  return found.size >= 3 && (found.has('from') || found.has('received'));
}

/** The head of a message in an exported chat (domain 6.2): a date, a time, and a dash or a bracket. */
const chatHead =
  /^[\u200E\u200F]*\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[AaPp]\.?\s?[Mm]\.?)?(?:\]\s|\s*-\s)/u;

function isWhatsApp(lines: readonly string[]): boolean {
  const normal = lines.map((line) => line.replace(/[\u202F\u2009\u00A0]/gu, ' '));
  const heads = normal.filter((line) => chatHead.test(line)).length;
  return chatHead.test(normal[0] ?? '') && (heads >= 2 || normal.length <= 2);
}

/** The same separator the same number of times in every line of the start, at least two of them. Quotes are respected. */
function isTable(lines: readonly string[]): boolean {
  // The last line of the sample may be cut.
  const whole = lines.slice(0, -1).filter((line) => line.trim() !== '');
  if (whole.length < 2) return false;
  return [',', ';', '\t'].some((separator) => {
    const counts = whole.slice(0, 20).map((line) => {
      const outside = line.replace(/"(?:[^"]|"")*"/gu, '');
      return outside.split(separator).length - 1;
    });
    const [first = 0] = counts;
    return first >= 2 && counts.every((count) => count === first);
  });
}
