import { createOrderFinder } from '../../../shared/domain/messages/date-order';
import type { OrderFinding } from '../../../shared/domain/messages/date-order';
import { guessMapping } from '../../../shared/domain/messages/guess-mapping';
import { readTableRow } from '../../../shared/domain/messages/table-row';
import { readDateText } from '../../../shared/domain/messages/written-moment';
import { messageAnswersSchema } from '../../../shared/models/message';
import type { CsvMapping, DateOrder, MessageNotes, MessageRow } from '../../../shared/models/message';
import { tellAboutExport } from './about-export';
import { csvRecords, findDelimiter } from './csv-records';
import type { CsvRecord, Delimiter } from './csv-records';
import { createNumberReader } from './phone-number';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { createRowBatch } from './row-batch';

const optionsSchema = messageAnswersSchema.nullable();
/** Records shown to the person who is asked what the columns are. */
const shown = 30;
const longestCell = 200;
const longestRaw = 20_000;
const longestBody = 100_000;

/**
 * Calls or messages in a table: what its columns are is for a person to say (domain 6.3), and the order of day and month
 * where the dates leave it open. Each record is one row: heading, blank line and what cannot be read among them.
 */
export async function readTable(
  file: ReaderFile,
  out: ReaderOutput,
  options: unknown,
): Promise<MessageNotes> {
  const answers = optionsSchema.parse(options);
  const delimiter = await findDelimiter(file);
  const mapping = answers?.mapping ?? null;
  const seen = await lookThrough(file, delimiter, mapping);
  const table = {
    heading: headingOf(seen.head, mapping ?? guessMapping(seen.head)),
    records: seen.head.map((record) => record.map((cell) => cell.slice(0, longestCell))),
    guess: guessMapping(seen.head),
  };
  const chosen = answers?.order ?? null;
  const order = chosen ?? seen.finding.order;
  const notes = {
    format: 'csv',
    order,
    orderFrom: chosen === null ? seen.finding.from : 'person',
    question: seen.finding.question,
    table,
    lines: seen.lines,
    rows: 0,
    shortened: 0,
  } as const;
  if (mapping === null) return { ...notes, state: 'needs-columns' };
  if (order === null && seen.finding.question !== null) return { ...notes, state: 'needs-order' };

  await tellAboutExport(out, 'csv');
  const batch = createRowBatch(out);
  const numberOf = createNumberReader();
  let place = 0;
  let shortened = 0;
  for await (const records of csvRecords(file, delimiter)) {
    for (const record of records) {
      const row = rowOf(record, place < mapping.headingRecords, mapping, order, numberOf);
      place += 1;
      if (row.body.length > longestBody) shortened += 1;
      await batch.add({ ...row, body: row.body.slice(0, longestBody) });
    }
  }
  await batch.flush();
  return { ...notes, state: 'read', rows: batch.count(), shortened };
}

interface Seen {
  readonly head: readonly (readonly string[])[];
  readonly finding: OrderFinding;
  readonly lines: number;
}

async function lookThrough(
  file: ReaderFile,
  delimiter: Delimiter,
  mapping: CsvMapping | null,
): Promise<Seen> {
  const finder = createOrderFinder();
  const head: (readonly string[])[] = [];
  const column = mapping?.roles.indexOf('date') ?? -1;
  let lines = 0;
  let place = 0;
  for await (const records of csvRecords(file, delimiter)) {
    for (const { fields, firstLine, lastLine } of records) {
      if (head.length < shown) head.push(fields);
      lines = lastLine;
      place += 1;
      if (mapping === null || place <= mapping.headingRecords) continue;
      const cell = fields[column] ?? '';
      const date = readDateText(cell);
      if (date?.type === 'numbers') finder.add(date.date, firstLine, cell.trim());
    }
  }
  return { head, finding: finder.finish(), lines };
}

function headingOf(head: Seen['head'], { headingRecords }: CsvMapping): string[] {
  return (head[headingRecords - 1] ?? []).map((cell) => cell.trim().slice(0, longestCell));
}

function rowOf(
  record: CsvRecord,
  isHeading: boolean,
  mapping: CsvMapping,
  order: DateOrder | null,
  numberOf: (text: string) => string | null,
): MessageRow {
  const { firstLine, lastLine, isFaulty } = record;
  const raw = record.raw.slice(0, longestRaw);
  const nothing: MessageRow = {
    kind: 'system',
    local: null,
    zone: null,
    utc: null,
    direction: 'unknown',
    sender: '',
    number: null,
    body: raw,
    mediaName: null,
    durationS: null,
    status: null,
    firstLine,
    lastLine,
    raw: null,
  };
  if (isHeading || record.fields.every((cell) => cell.trim() === '')) return nothing;
  const read = readTableRow(record.fields, mapping, order);
  if (read === null) return { ...nothing, kind: 'unread', body: '', raw };
  const { shownNumber, ...row } = read;
  const length = mapping.roles.indexOf('duration');
  // A cell that says something about the length and could not be read is looked at by a person.
  const isPartly = length >= 0 && row.durationS === null && (record.fields[length] ?? '').trim() !== '';
  return {
    ...row,
    number: shownNumber === null ? null : numberOf(shownNumber),
    firstLine,
    lastLine,
    raw: isFaulty || isPartly ? raw : null,
  };
}
