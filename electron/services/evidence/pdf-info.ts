import { newFact } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';

/** Only the ends of a file are searched: the information dictionary is a small object near one of them. */
const searched = 512 * 1024;

/**
 * Dates and producer from a PDF's information dictionary (ISO 32000-1, 14.3.3), read by a bounded search without
 * parsing the file; compressed or encrypted ones are not found, which is no error.
 */
export function pdfFacts(bytes: Buffer): readonly NewFact[] {
  const text =
    bytes.length <= 2 * searched
      ? bytes.toString('latin1')
      : bytes.toString('latin1', 0, searched) + bytes.toString('latin1', bytes.length - searched);
  const facts: NewFact[] = [];
  for (const [key, field] of [
    ['CreationDate', 'captured'],
    ['ModDate', 'modified'],
  ] as const) {
    const match = new RegExp(
      String.raw`/${key}\s*\(D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2}'?\d{2})?`,
    ).exec(text);
    if (match === null) continue;
    const [raw, year = '', month = '', day = '', hours, minutes, seconds = '00', zone] = match;
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) continue;
    facts.push(
      newFact({
        field,
        source: 'pdf-info',
        label: `PDF ${key}`,
        raw,
        value: `${year}-${month}-${day}`,
        time: hours === undefined || minutes === undefined ? null : `${hours}:${minutes}:${seconds}`,
        zone:
          zone === undefined
            ? null
            : zone === 'Z'
              ? 'Z'
              : zone.replace("'", '').replace(/^(...)(..)$/, '$1:$2'),
      }),
    );
  }
  for (const key of ['Producer', 'Creator']) {
    const match = new RegExp(String.raw`/${key}\s*\(([\x20-\x7e]{1,200}?)\)`).exec(text);
    if (match?.[1] !== undefined) {
      facts.push(newFact({ field: 'software', source: 'pdf-info', label: `PDF ${key}`, raw: match[1] }));
    }
  }
  return facts;
}
