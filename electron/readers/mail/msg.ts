import * as library from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import PostalMime from 'postal-mime';
import { HoldfastError } from '../../../shared/errors';
import { newFact } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { decodeText, tidy } from '../kit/decode-text';
import { dateFact, peopleFacts, subjectFact } from './email-facts';
import type { Person } from './email-facts';
import { giveHeaders } from './eml';
import { htmlToText } from '../kit/html-text';
import { largestInMemory } from '../kit/limits';
import { createPlaces } from '../kit/names';
import { Buffer } from '../kit/node';
import { once } from '../kit/once';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { requireSoundCompound } from './sound-compound';

type Library = typeof library.default;
/** Node gives a CommonJS module as its own default, a bundler that module's: the class is in one of them. */
const given: unknown = library.default;
const MsgReader = (typeof given === 'function' ? given : (given as { default: unknown }).default) as Library;

/** Reads a message that Outlook saved (MS-OXMSG): what a mail server wrote where it is kept, else Outlook's own fields. */
export async function readMsg(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  if (file.bytes > largestInMemory) throw new HoldfastError('file-too-large');
  const whole = Uint8Array.from(await file.read(0, file.bytes));
  requireSoundCompound(Buffer.from(whole.buffer));
  const reader = new MsgReader(whole.buffer);
  const message = reader.getFileData();
  if (message.error !== undefined || message.dataType !== 'msg') throw new HoldfastError('unreadable-file');

  const headers = tidy(message.headers ?? '').trim();
  if (headers === '') for (const fact of ownFacts(message)) await out.fact(fact);
  else await giveHeaders(await PostalMime.parse(`${headers}\n\n`), out);

  const body = bodyOf(message);
  if (body !== '') await out.text(1, body);
  else if (message.compressedRtf !== undefined) {
    const value = 'Its words are kept in a form of Outlook’s own that is not shown here.';
    await out.fact(newFact({ field: 'note', source: 'email', code: 'inside.Text', raw: '', value }));
  }
  const placeOf = createPlaces();
  const attachments = message.attachments ?? [];
  for (const attachment of attachments) {
    const child = placeOf(nameOf(attachment));
    let content: Uint8Array;
    try {
      ({ content } = reader.getAttachment(attachment));
    } catch {
      await out.skipped(child, 'unreadable-file');
      continue;
    }
    await out.child(child, once(content));
  }
  return { format: 'outlook', headers: headers !== '', attachments: attachments.length };
}

function ownFacts(message: FieldsData): readonly NewFact[] {
  const sent = message.clientSubmitTime ?? message.messageDeliveryTime ?? '';
  const date = dateFact('mail.OutlookSent', sent);
  const { senderName = '', senderEmail = '', senderSmtpAddress = '' } = message;
  const from = { name: senderName, address: senderSmtpAddress || senderEmail };
  const note = newFact({
    field: 'note',
    source: 'email',
    code: 'mail.Received',
    raw: '',
    value:
      'No server’s headers are kept in it. This is usual for a sent message, and for one that never left the office.',
  });
  return [
    ...(date === null ? [] : [date]),
    ...peopleFacts('mail.From', from.name === '' && from.address === '' ? [] : [from]),
    ...peopleFacts('mail.To', people(message, 'to')),
    ...peopleFacts('mail.Cc', people(message, 'cc')),
    ...peopleFacts('mail.Bcc', people(message, 'bcc')),
    ...subjectFact(message.subject ?? ''),
    note,
  ];
}

function people({ recipients = [] }: FieldsData, kind: 'to' | 'cc' | 'bcc'): readonly Person[] {
  return recipients
    .filter(({ recipType }) => (recipType ?? 'to') === kind)
    .map(({ name = '', smtpAddress = '', email = '' }) => ({ name, address: smtpAddress || email || name }));
}

function bodyOf({ body = '', bodyHtml = '', html }: FieldsData): string {
  const plain = tidy(body).trim();
  if (plain !== '') return plain;
  return htmlToText(bodyHtml !== '' ? bodyHtml : html === undefined ? '' : decodeText(html));
}

function nameOf({ fileName, fileNameShort, name, extension, innerMsgContent }: FieldsData): string {
  const found = [fileName, fileNameShort, name].find((each) => each !== undefined && each.trim() !== '');
  if (innerMsgContent === true) return `${found ?? 'attached e-mail'}.msg`;
  return found ?? `attachment${extension ?? ''}`;
}
