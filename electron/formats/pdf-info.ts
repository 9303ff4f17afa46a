import type { PdfInfo } from '../../shared/contract/picture-said';
import { newFact } from '../../shared/domain/facts/new-fact';
import type { NewFact } from '../../shared/domain/facts/new-fact';
import type { FactCode } from '../../shared/models/fact-code';
import { isRealDay, isRealTime, readZone } from './date-text';
import type { Buffer } from './node';

/** Only the ends of a file are searched: the information dictionary is a small object near one of them. */
const searched = 512 * 1024;

/**
 * Looks for the information dictionary's entries in the bytes without parsing the file: for PDFs that cannot be opened.
 * Compressed and encrypted ones are not found, which is no error. Takes time in proportion to what is searched.
 */
export function scanPdfInfo(bytes: Buffer): PdfInfo {
  const text =
    bytes.length <= 2 * searched
      ? bytes.toString('latin1')
      : bytes.toString('latin1', 0, searched) + bytes.toString('latin1', bytes.length - searched);
  const entry = (key: string, form: string): string | null =>
    new RegExp(String.raw`/${key}\s{0,8}\((${form})\)`, 'u').exec(text)?.[1] ?? null;
  const plain = '[\\x20-\\x27\\x2a-\\x5b\\x5d-\\x7e]{1,200}';
  return {
    title: entry('Title', plain),
    creator: entry('Creator', plain),
    producer: entry('Producer', plain),
    created: entry('CreationDate', "D:[0-9Z+'-]{4,30}"),
    modified: entry('ModDate', "D:[0-9Z+'-]{4,30}"),
  };
}

/** Facts from an information dictionary. Dates that no calendar has are left out. */
export function pdfFacts(info: PdfInfo): readonly NewFact[] {
  const text = (code: FactCode, field: 'software' | 'note', value: string | null): readonly NewFact[] =>
    value === null ? [] : [newFact({ field, source: 'pdf-info', code, raw: value })];
  return [
    ...date('captured', 'pdf.CreationDate', info.created),
    ...date('modified', 'pdf.ModDate', info.modified),
    ...text('pdf.Producer', 'software', info.producer),
    ...text('pdf.Creator', 'software', info.creator),
    ...text('pdf.Title', 'note', info.title),
  ];
}

function date(field: 'captured' | 'modified', code: FactCode, raw: string | null): readonly NewFact[] {
  const match = /^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}'?(?:\d{2}'?)?)?/u.exec(
    raw ?? '',
  );
  if (raw === null || match === null) return [];
  const [, year = '', month = '', day = '', hours, minutes, seconds = '00', zone] = match;
  const value = `${year}-${month}-${day}`;
  const time = hours === undefined || minutes === undefined ? null : `${hours}:${minutes}:${seconds}`;
  if (!isRealDay(value) || (time !== null && !isRealTime(time))) return [];
  return [
    newFact({
      field,
      source: 'pdf-info',
      code,
      raw,
      value,
      time,
      zone: time === null ? null : readZone(zone),
    }),
  ];
}
