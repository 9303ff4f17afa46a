import { createOrderFinder, readWrittenDate } from '../../../shared/domain/messages/date-order';
import type { OrderFinding } from '../../../shared/domain/messages/date-order';
import { looksLikeNote, readBody, splitSender } from '../../../shared/domain/messages/whatsapp-body';
import { readHeader } from '../../../shared/domain/messages/whatsapp-header';
import type { HeaderForm, WhatsAppHeader } from '../../../shared/domain/messages/whatsapp-header';
import { messageAnswersSchema } from '../../../shared/models/message';
import type { DateOrder, MessageNotes, MessageRow } from '../../../shared/models/message';
import { tellAboutExport } from './about-export';
import { fileLines } from './file-lines';
import type { FileLine } from './file-lines';
import { createNumberReader } from './phone-number';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { createRowBatch } from './row-batch';

const optionsSchema = messageAnswersSchema.nullable();

/** Kept of one message; the rest of it is only in the file. */
const longestBody = 100_000;
/** Names that are counted to tell people from sentences. */
const mostNames = 5000;
/** A line so long before the one above it did not come in this order. */
const backMs = 36 * 3600 * 1000;

/**
 * A chat as WhatsApp exports it: plain text, one header a message, in the order of the chat (domain 6.2). The whole file is
 * looked at first: how it writes dates, and who writes in it. Where the order of day and month stays open nothing is read
 * until a person has said it. Which lines make a message never depends on that answer.
 */
export async function readWhatsApp(
  file: ReaderFile,
  out: ReaderOutput,
  options: unknown,
): Promise<MessageNotes> {
  const answers = optionsSchema.parse(options);
  const seen = await lookThrough(file);
  const chosen = answers?.order ?? null;
  const order = chosen ?? seen.finding.order;
  const notes = {
    format: 'whatsapp',
    order,
    orderFrom: chosen === null ? seen.finding.from : 'person',
    question: seen.finding.question,
    table: null,
    lines: seen.lines,
  } as const;
  await tellAboutExport(out, 'whatsapp');
  // Without a single date there is nothing to ask.
  if (order === null && seen.finding.question !== null)
    return { ...notes, state: 'needs-order', rows: 0, shortened: 0 };

  const batch = createRowBatch(out);
  const builder = createBuilder(seen, order ?? 'dmy');
  for await (const lines of fileLines(file)) {
    for (const line of lines) {
      const row = builder.take(line);
      if (row !== null) await batch.add(row);
    }
  }
  const last = builder.end();
  if (last !== null) await batch.add(last);
  await batch.flush();
  return { ...notes, state: 'read', rows: batch.count(), shortened: builder.shortened() };
}

interface Seen {
  readonly form: HeaderForm;
  readonly finding: OrderFinding;
  readonly names: ReadonlyMap<string, number>;
  readonly lines: number;
}

/** The first header says which form the file has; what looks like one of the other form was pasted into a message. */
async function lookThrough(file: ReaderFile): Promise<Seen> {
  const finder = createOrderFinder();
  const names = new Map<string, number>();
  let form: HeaderForm | null = null;
  let count = 0;
  for await (const lines of fileLines(file)) {
    count += lines.length;
    for (const line of lines) {
      const header = readHeader(line.text);
      if (header === null || header.form !== (form ?? header.form)) continue;
      form = header.form;
      finder.add(header.date, line.number, header.written);
      const sender = splitSender(header.rest)?.sender;
      if (sender !== undefined && (names.has(sender) || names.size < mostNames))
        names.set(sender, (names.get(sender) ?? 0) + 1);
    }
  }
  return { form: form ?? 'dash', finding: finder.finish(), names, lines: count };
}

interface Open {
  readonly header: WhatsAppHeader | null;
  readonly first: number;
  last: number;
  /** The line or lines as they stand. */
  readonly raw: string[];
  length: number;
  isCut: boolean;
}

function createBuilder(seen: Seen, order: DateOrder) {
  const numberOf = createNumberReader();
  let open: Open | null = null;
  let shortened = 0;
  let previous = '';

  function take(line: FileLine): MessageRow | null {
    const found = readHeader(line.text);
    const header = found?.form === seen.form ? found : null;
    if (header === null && open !== null) {
      // Lines before the first header belong to nothing: each is a row of its own.
      if (open.header !== null) {
        append(open, line);
        return null;
      }
    }
    const done = end();
    open = { header, first: line.number, last: line.number, raw: [], length: 0, isCut: false };
    append(open, line);
    return done;
  }

  function end(): MessageRow | null {
    if (open === null) return null;
    const row = rowOf(open);
    open = null;
    return row;
  }

  function rowOf(message: Open): MessageRow {
    if (message.isCut) shortened += 1;
    const raw = message.raw.join('\n');
    const lines = { firstLine: message.first, lastLine: message.last };
    const unread: MessageRow = {
      kind: 'unread',
      local: null,
      zone: null,
      utc: null,
      direction: 'unknown',
      sender: '',
      number: null,
      body: '',
      mediaName: null,
      durationS: null,
      status: null,
      ...lines,
      raw,
    };
    const { header } = message;
    if (header === null) return unread;
    const date = readWrittenDate(header.date, order);
    if (date === null || header.time === null) return unread;
    const local = `${date}T${header.time}`;
    const said = splitSender(header.rest);
    const rest = said === null ? header.rest : said.text;
    const whole = [rest, ...message.raw.slice(1)].join('\n');
    if (said !== null && looksLikeNote(said.sender) && (seen.names.get(said.sender) ?? 0) <= 1) {
      const body = readBody([header.rest, ...message.raw.slice(1)].join('\n'), seen.form, false).body;
      return { ...unread, kind: 'system', local, body, raw };
    }
    const { isDoubtful, ...read } = readBody(whole, seen.form, said !== null);
    const kind = said === null && read.kind === 'message' ? 'system' : read.kind;
    return {
      ...unread,
      ...read,
      kind,
      local,
      sender: said?.sender ?? '',
      number: said === null ? null : numberOf(said.sender),
      // What the phone itself says about a call without a name is about one that came in.
      direction: kind === 'call' && said === null ? 'in' : 'unknown',
      raw: isDoubtful || hasOtherHeader(message, seen.form) || runsBack(local) ? raw : null,
    };
  }

  /** Pasted from another chat, or a header that was damaged: to be looked at. */
  function hasOtherHeader(message: Open, form: HeaderForm): boolean {
    return message.raw.slice(1).some((line) => {
      const header = readHeader(line);
      return header !== null && header.form !== form;
    });
  }

  function runsBack(local: string): boolean {
    const isBack = previous !== '' && Date.parse(`${previous}Z`) - Date.parse(`${local}Z`) > backMs;
    previous = local;
    return isBack;
  }

  return { take, end, shortened: () => shortened };
}

function append(open: Open, line: FileLine): void {
  open.last = line.number;
  const room = longestBody - open.length;
  if (line.isCut || line.text.length > room) open.isCut = true;
  if (room <= 0) return;
  open.raw.push(line.text.slice(0, room));
  // An empty line takes room too, or a file of nothing else would fill the memory.
  open.length += Math.min(line.text.length, room) + 1;
}
