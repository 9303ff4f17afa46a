import { HoldfastError } from '../../../shared/errors';
import {
  callNumber,
  callSending,
  contactName,
  field,
  from,
  owner,
  readInstant,
  smsSending,
} from '../../../shared/domain/messages/phone-xml';
import type { MessageNotes, MessageRow } from '../../../shared/models/message';
import { tellAboutExport } from './about-export';
import { charsetOf, decoderOf } from '../kit/decode-text';
import { cutText } from '../kit/fit-fact';
import { createPlaces } from '../kit/names';
import { createNumberReader } from './phone-number';
import { createMediaTaker } from './phone-xml-media';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { createRowBatch } from './row-batch';
import { xmlParts } from './xml-parts';
import type { XmlPart } from './xml-parts';
import { createTagReader } from './xml-tag';
import type { XmlTag } from './xml-tag';

const sample = 64 * 1024;
const longestBody = 100_000;
const longestRaw = 20_000;
const messages = new Set(['sms', 'mms', 'call']);
/** Elements around messages, and within one of them. */
const frames = new Set(['smses', 'calls', 'allsms', 'allcalls']);
const inner = new Set(['parts', 'part', 'addrs', 'addr']);

interface Mms {
  readonly fields: XmlTag['attributes'];
  readonly number: number;
  readonly texts: string[];
  readonly senders: string[];
  readonly others: string[];
  media: string | null;
  hasLeftOut: boolean;
  isFaulty: boolean;
  raw: string;
}

/**
 * Texts, picture messages and calls as SMS Backup & Restore writes them (domain 6.3). Each element is one row, known or not;
 * its number in the file is the row's line. Pictures become items of their own without ever being held whole.
 */
export async function readPhoneXml(file: ReaderFile, out: ReaderOutput): Promise<MessageNotes> {
  const reader = createReader(out);
  const parts = xmlParts(textOf(file));
  for (let next = await parts.next(); next.done !== true; next = await parts.next())
    await reader.take(next.value, parts);
  await reader.end();
  const { format, elements, shortened, rows } = reader.found();
  // A file that begins like one and then holds nothing is not one that was read.
  if (elements === 0 && format === null) throw new HoldfastError('unreadable-file');
  await tellAboutExport(out, format ?? 'sms-xml');
  return {
    format: format ?? 'sms-xml',
    state: 'read',
    order: null,
    orderFrom: null,
    question: null,
    table: null,
    lines: elements,
    rows,
    shortened,
  };
}

async function* textOf(file: ReaderFile): AsyncGenerator<string> {
  const decoder = decoderOf(charsetOf(await file.read(0, sample)));
  for await (const piece of file.stream()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

function createReader(out: ReaderOutput) {
  const batch = createRowBatch(out);
  const readTag = createTagReader();
  const numberOf = createNumberReader();
  const takeMedia = createMediaTaker(out, createPlaces());
  let format: MessageNotes['format'] | null = null;
  let elements = 0;
  let shortened = 0;
  let mms: Mms | null = null;

  async function take(part: XmlPart, parts: AsyncGenerator<XmlPart>): Promise<void> {
    if (part.type === 'text') {
      await end();
      await unread(part.text);
    } else if (part.type === 'data-start') {
      await picture(part.tag, parts);
    } else if (part.type === 'tag') {
      await tag(part.text, part.isBroken);
    }
  }

  async function tag(text: string, isBroken: boolean): Promise<void> {
    const read = readTag(text);
    if (frames.has(read.name) && !isBroken) {
      await end();
      if (!read.isClosing) format = read.name.endsWith('calls') ? 'calls-xml' : 'sms-xml';
      return;
    }
    if (read.isClosing) {
      if (read.name === 'mms') await end();
      return;
    }
    if (mms !== null && inner.has(read.name)) {
      within(mms, read, text, isBroken);
      return;
    }
    await end();
    if (!messages.has(read.name)) {
      await unread(text);
      return;
    }
    elements += 1;
    const isFaulty = read.isFaulty || isBroken;
    if (read.name === 'mms') {
      mms = {
        fields: read.attributes,
        number: elements,
        texts: [],
        senders: [],
        others: [],
        media: null,
        hasLeftOut: false,
        isFaulty,
        raw: text,
      };
      if (read.isEmpty) await end();
      return;
    }
    const row = read.name === 'sms' ? sms(read.attributes) : call(read.attributes);
    await add(row, elements, isFaulty || row.local === null || row.direction === 'unknown' ? text : null);
  }

  function within(message: Mms, read: XmlTag, text: string, isBroken: boolean): void {
    if (read.isFaulty || isBroken) {
      message.isFaulty = true;
      if (message.raw.length < longestRaw) message.raw += `\n${text}`;
    }
    const { attributes } = read;
    if (read.name === 'addr') {
      const address = field(attributes, 'address');
      if (address === null || address === owner) return;
      (field(attributes, 'type') === from ? message.senders : message.others).push(address);
    }
    if (read.name !== 'part') return;
    const type = field(attributes, 'ct') ?? '';
    const words = field(attributes, 'text');
    if (words !== null && type !== 'application/smil') message.texts.push(words);
    // A backup without its pictures still says that there was one.
    const isElsewhere =
      attributes.data === undefined && words === null && !/^(text\/|application\/smil)/u.test(type);
    if (isElsewhere && type !== '') message.hasLeftOut = true;
  }

  async function picture(tagSoFar: string, parts: AsyncGenerator<XmlPart>): Promise<void> {
    const read = readTag(tagSoFar.replace(/\sdata\s*=\s*$/u, ''));
    const at = mms === null ? null : readInstant(field(mms.fields, 'date'));
    // A part outside of any message is kept all the same; its tag is a row for review.
    const place = await takeMedia(read.attributes, mms?.number ?? elements + 1, at?.utc ?? null, parts);
    if (mms !== null) mms.media ??= place;
  }

  function base(
    fields: XmlTag['attributes'],
    date: string | null,
  ): Omit<MessageRow, 'firstLine' | 'lastLine'> {
    const instant = readInstant(date) ?? { local: null, zone: null, utc: null };
    return {
      kind: 'message',
      ...instant,
      direction: 'unknown',
      sender: cutText(contactName(fields) ?? '', 500),
      number: null,
      body: '',
      mediaName: null,
      durationS: null,
      status: null,
      raw: null,
    };
  }

  function sms(fields: XmlTag['attributes']) {
    const address = field(fields, 'address');
    const row = base(fields, field(fields, 'date'));
    const words = [field(fields, 'subject'), field(fields, 'body')].filter((text) => text !== null);
    return {
      ...row,
      ...smsSending(fields, 'type'),
      sender: row.sender === '' ? cutText(address ?? '', 500) : row.sender,
      number: address === null ? null : numberOf(address),
      body: words.join('\n'),
    };
  }

  function call(fields: XmlTag['attributes']) {
    const number = callNumber(fields);
    const row = base(fields, field(fields, 'date'));
    const duration = field(fields, 'duration') ?? '';
    return {
      ...row,
      kind: 'call' as const,
      ...callSending(fields),
      sender: number === null || row.sender === '' ? cutText(number ?? '', 500) : row.sender,
      number: number === null ? null : numberOf(number),
      durationS: /^\d{1,9}$/u.test(duration) ? Number(duration) : null,
    };
  }

  async function end(): Promise<void> {
    if (mms === null) return;
    const message = mms;
    mms = null;
    const { fields, number } = message;
    const row = base(fields, field(fields, 'date'));
    const sending = smsSending(fields, 'msg_box');
    const addresses = (field(fields, 'address') ?? '')
      .split('~')
      .filter((each) => each !== owner && each !== '');
    // In a group only the list of addresses says who wrote; the name is that of the whole group.
    const writer = sending.direction === 'in' && addresses.length > 1 ? message.senders[0] : undefined;
    const shown = writer ?? (row.sender === '' ? addresses.join(', ') : row.sender);
    const single = writer ?? (addresses.length === 1 ? addresses[0] : message.senders[0]);
    const subject = field(fields, 'sub');
    const isFaulty = message.isFaulty || row.local === null || sending.direction === 'unknown';
    await add(
      {
        ...row,
        ...sending,
        sender: cutText(shown, 500),
        number: single === undefined ? null : numberOf(single),
        body: [...(subject === null ? [] : [subject]), ...message.texts].join('\n'),
        mediaName: message.media,
        status: message.hasLeftOut && message.media === null ? 'media-omitted' : sending.status,
      },
      number,
      isFaulty ? message.raw : null,
    );
  }

  async function unread(text: string): Promise<void> {
    elements += 1;
    await add({ ...base({}, null), kind: 'unread', sender: '' }, elements, text);
  }

  async function add(
    row: Omit<MessageRow, 'firstLine' | 'lastLine'>,
    number: number,
    raw: string | null,
  ): Promise<void> {
    const isLong = row.body.length > longestBody;
    if (isLong) shortened += 1;
    await batch.add({
      ...row,
      body: isLong ? row.body.slice(0, longestBody) : row.body,
      firstLine: number,
      lastLine: number,
      raw: raw === null ? null : raw.slice(0, longestRaw),
    });
  }

  return {
    take,
    end: async () => {
      await end();
      await batch.flush();
    },
    found: () => ({ format, elements, shortened, rows: batch.count() }),
  };
}
