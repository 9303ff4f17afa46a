import { printDate } from '../../shared/domain/dates/print';
import type {
  ColumnRole,
  MessageCounts,
  MessageNotes,
  MessageSource,
  MessageSummary,
  MessageView,
} from '../../shared/models/message';
import { countWords, spanWords } from '../../shared/domain/messages/count-words';
import { formatText, lengthText, orderSentence, zoneSentence } from '../../shared/domain/messages/row-words';
import { counted, printCount } from './counts';

export {
  callText,
  formatText,
  lengthText,
  orderSentence,
  orderText,
  statusText,
  timeDoubt,
  zoneSentence,
} from '../../shared/domain/messages/row-words';

export const dayText = (local: string): string => printDate(local.slice(0, 10), null);
export const clockText = (local: string | null): string => local?.slice(11, 16) ?? '';

/** Who is on the other side, or who wrote, as the file shows it. */
export function senderText({
  sender,
  kind,
  direction,
  format,
}: Pick<MessageView, 'sender' | 'kind' | 'direction' | 'format'>): string {
  if (sender === '') return kind === 'call' && format !== 'whatsapp' ? 'Number not shown' : '';
  return direction === 'out' && format !== 'whatsapp' ? `to ${sender}` : sender;
}

/** `26 messages and 2 calls` */
export function countsText(counts: MessageCounts): string {
  const { call, message } = counts;
  if (call + message === 0) return 'No message or call';
  return countWords({ calls: call, missed: 0, messages: message, others: 0 });
}

/** What the rows of a filter are, as facts. */
export function summaryText(summary: MessageSummary): string {
  const { call, message, missed, days, first, last, repeated, system } = summary;
  if (summary.rows === 0) return 'No line is like that.';
  const parts = [
    call + message === 0
      ? counted(summary.rows, 'line', 'lines')
      : countWords({ calls: call, missed, messages: message, others: 0 }),
    ...(days === 0 ? [] : [`on ${counted(days, 'day', 'days')}`]),
  ];
  const span = spanWords(first, last);
  const sentences = [`${parts.join(' ')}${span.length === 0 ? '' : `, ${span.join(', ')}`}.`];
  if (summary.seconds > 0) sentences.push(`Calls took ${lengthText(summary.seconds)} altogether.`);
  if (system > 0) sentences.push(`${counted(system, 'other line', 'other lines')} beside them.`);
  if (repeated > 0)
    sentences.push(
      `${printCount(repeated)} ${repeated === 1 ? 'stands' : 'stand'} in an export read earlier too.`,
    );
  return sentences.join(' ');
}

/** What an export waits for, or what came of it. */
export function stateText(source: MessageSource): string {
  switch (source.state) {
    case 'waiting':
      return 'Being read';
    case 'needs-order':
      return 'Which is the day, which the month?';
    case 'needs-columns':
      return 'What are its columns?';
    case 'failed':
      return 'Could not be read';
    case 'read':
      return countsText(source.counts);
  }
}

const roles: Readonly<Record<ColumnRole, string>> = {
  ignore: 'Not used',
  date: 'Date',
  time: 'Time',
  direction: 'In or out',
  number: 'Number',
  name: 'Name',
  duration: 'Length of the call',
  type: 'Kind',
  body: 'Words',
};
export const roleText = (role: ColumnRole): string => roles[role];

/** What is said where no export is there yet. */
export const noExports = {
  title: 'Read what was written, and who rang',
  words:
    'Whole conversations can be read here, counted and put into the chronology. Add them in Evidence like any other file:',
  add: 'Add files',
  readable: [
    'a chat exported from WhatsApp, with or without its pictures (the zip, or the text in it)',
    'a backup of texts and calls made with SMS Backup & Restore (XML)',
    'a list of calls or a phone bill as a table (CSV)',
  ],
} as const;

/** What is said over the messages of one entry. */
export const ofOneEntry = {
  title: 'Only what one entry of the chronology stands on',
  back: 'Back to the entry',
  all: 'Show all messages',
} as const;

/** What can be made of the lines that are selected. */
export const pickedLines = {
  region: 'What can be made of the selected lines',
  selected: (size: number): string => `${counted(size, 'line', 'lines')} selected`,
  newEntry: (size: number): string =>
    `New entry from ${size === 1 ? 'this line' : `these ${printCount(size)}`}`,
  add: 'Add to an entry',
  each: 'One entry each',
  clear: 'Clear',
  eachTitle: (size: number): string => `Make ${printCount(size)} entries?`,
  eachConfirm: (size: number): string => `Make ${printCount(size)} entries`,
  eachWords:
    'Each line becomes an entry of its own, with its date and its words. You can change each of them afterwards.',
  made: (entries: number): string =>
    `${counted(entries, 'entry was', 'entries were')} made, one for each line.`,
  chronology: 'See the chronology',
} as const;

/** How somebody gets to a place in the list. */
export const placeInList = {
  day: 'Go to day',
  part: 'Part of the list',
  lines: (from: number, to: number): string => `Lines ${printCount(from)} to ${printCount(to)}`,
} as const;

/** What is known about an export as a whole, and what is asked about it. */
export const exportWords = {
  reading: 'Reading the export',
  orderTitle: 'The dates of this export can be read in more than one way.',
  orderWords: 'Nothing of it is read until somebody has said which is the day and which the month.',
  orderAsk: 'Say which is the day',
  orderAgain: 'Read dates another way',
  columnsTitle: 'This is a table. What stands in its columns?',
  columnsWords:
    'Calls and messages are read from it when somebody has said so. The table itself is kept as it is.',
  columnsAsk: 'Say what the columns are',
  columnsAgain: 'Change the columns',
  failed: 'This export could not be read.',
  failedWords: 'The file itself is stored, whole and unchanged.',
  again: 'Read it again',
  owner: 'Whose phone',
  nobody: 'Not said yet',
  counted: ({ format, lines }: Pick<MessageNotes, 'format' | 'lines'>): string =>
    `${formatText(format)}, ${printCount(lines)} ${format === 'sms-xml' || format === 'calls-xml' ? 'elements' : 'lines'}, each accounted for.`,
  close: 'Close',
  how: 'How it was read',
  /** Everything that was decided in reading it, and what that does not prove. */
  told: (notes: MessageNotes): string =>
    `${orderSentence(notes)} ${zoneSentence(notes.format)} ${
      notes.shortened > 0
        ? `Of ${printCount(notes.shortened)} very long lines only the beginning is shown; the file has the rest. `
        : ''
    }Lines that nobody could read are listed under “To look at”. Names are as the phone saved them; they do not prove who wrote. An export is text, which can be edited.`,
} as const;
