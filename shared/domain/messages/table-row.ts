import type { ColumnRole, CsvMapping, DateOrder, MessageDirection, MessageRow } from '../../models/message';
import { readDuration } from './clock';
import { readMoment } from './written-moment';

/** A row of a table as it is understood, without its number in international form and its lines. */
export type TableRow = Omit<MessageRow, 'number' | 'firstLine' | 'lastLine' | 'raw'> & {
  /** The number as it stands in the table, or null. */
  readonly shownNumber: string | null;
};

const incoming =
  /^(in|incoming|inbound|received|receive|from|answered|mt|missed|inbox|eingehend|entrante)\b/iu;
const outgoing = /^(out|outgoing|outbound|sent|to|dial|dialled|dialed|made|mo|placed|ausgehend|saliente)\b/iu;
const missedWords = /\b(missed|no answer|unanswered|not answered|cancelled|canceled)\b/iu;
const rejectedWords = /\b(rejected|declined|blocked)\b/iu;
const voicemailWords = /\b(voicemail|voice mail)\b/iu;
const callWords = /\b(call|calls|voice|phone|facetime|missed|incoming|outgoing|dialled|dialed)\b/iu;
const messageWords = /\b(sms|mms|text|texts|message|messages|imessage|chat)\b/iu;
const otherWords = /\b(data|internet|gprs|roaming|subscription|charge|credit|top-?up)\b/iu;
const withheld =
  /^(withheld|private|unknown|anonymous|no number|no caller id|number withheld|-1|-2|n\/a|restricted|blocked)$/iu;

/** The first cell of a role, trimmed; null where no column has it. */
function cellOf(fields: readonly string[], roles: readonly ColumnRole[], role: ColumnRole): string | null {
  const at = roles.indexOf(role);
  return at < 0 ? null : (fields[at] ?? '').trim();
}

/** Reads one record of a table by the mapping a person has chosen; null when it has no date that can be read. */
export function readTableRow(
  fields: readonly string[],
  { roles, rows, direction: otherwise, durationUnit }: CsvMapping,
  order: DateOrder | null,
): TableRow | null {
  const cell = (role: ColumnRole): string | null => cellOf(fields, roles, role);
  const moment = readMoment(cell('date') ?? '', cell('time'), order);
  if (moment === null) return null;
  const type = cell('type') ?? '';
  const way = cell('direction') ?? '';
  const about = `${type} ${way}`;
  const kind = kindOf(type, way, rows);
  const number = cell('number');
  const isWithheld = number !== null && withheld.test(number);
  const shownNumber = number === null || number === '' || isWithheld ? null : number;
  const name = cell('name') ?? '';
  const duration = cell('duration') ?? '';
  return {
    kind,
    ...moment,
    direction: directionOf(way, type) ?? otherwise,
    sender: (name === '' ? (shownNumber ?? '') : name).slice(0, 500),
    shownNumber,
    body: cell('body') ?? '',
    mediaName: null,
    durationS: duration === '' ? null : readDuration(duration, durationUnit),
    status: statusOf(about),
  };
}

function kindOf(type: string, way: string, otherwise: CsvMapping['rows']): MessageRow['kind'] {
  if (messageWords.test(type)) return 'message';
  if (callWords.test(type)) return 'call';
  // A line of a bill about data or a charge is neither.
  if (otherWords.test(type)) return 'system';
  return voicemailWords.test(way) ? 'call' : otherwise;
}

function directionOf(way: string, type: string): MessageDirection | null {
  for (const text of [way, type]) {
    if (incoming.test(text)) return 'in';
    if (outgoing.test(text)) return 'out';
  }
  return null;
}

function statusOf(about: string): string | null {
  if (missedWords.test(about)) return 'missed';
  if (rejectedWords.test(about)) return 'rejected';
  return voicemailWords.test(about) ? 'voicemail' : null;
}
