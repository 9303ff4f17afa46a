import PostalMime from 'postal-mime';
import type { Address, Attachment, Email } from 'postal-mime';
import { HoldfastError } from '../../../shared/errors';
import { tidy } from '../kit/decode-text';
import { dateFact, peopleFacts, subjectFact, wayFacts } from './email-facts';
import type { Person } from './email-facts';
import { endingOf } from './endings';
import { htmlToText } from '../kit/html-text';
import { largestInMemory } from '../kit/limits';
import { createPlaces } from '../kit/names';
import { once } from '../kit/once';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { Buffer } from '../kit/node';

/** Reads an e-mail as it was sent (RFC 5322): headers as facts, its words, and every part beside them as a file. */
export async function readEml(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  if (file.bytes > largestInMemory) throw new HoldfastError('file-too-large');
  const email = await PostalMime.parse(await file.read(0, file.bytes), {
    maxNestingDepth: 100,
    // An e-mail that came attached is an item of its own.
    forceRfc822Attachments: true,
  });
  const known = email.headers.some(({ key }) => ['from', 'to', 'date', 'subject', 'received'].includes(key));
  if (!known) throw new HoldfastError('unreadable-file');
  await giveHeaders(email, out);
  const body = bodyOf(email);
  if (body !== '') await out.text(1, body);
  const placeOf = createPlaces();
  for (const attachment of email.attachments) {
    await out.child(placeOf(nameOf(attachment)), contentOf(attachment));
  }
  return { format: 'e-mail', html: email.html !== undefined, attachments: email.attachments.length };
}

export async function giveHeaders(email: Email, out: ReaderOutput): Promise<void> {
  const raw = email.headers.find(({ key }) => key === 'date')?.value;
  const date = raw === undefined ? null : dateFact('mail.Date', raw);
  if (date !== null) await out.fact(date);
  for (const fact of [
    ...peopleFacts('mail.From', people(email.from === undefined ? [] : [email.from])),
    ...peopleFacts('mail.To', people(email.to ?? [])),
    ...peopleFacts('mail.Cc', people(email.cc ?? [])),
    ...peopleFacts('mail.Bcc', people(email.bcc ?? [])),
    ...peopleFacts('mail.ReplyTo', people(email.replyTo ?? [])),
    ...subjectFact(email.subject ?? ''),
    ...wayFacts(email.headers),
  ]) {
    await out.fact(fact);
  }
}

function people(addresses: readonly Address[]): readonly Person[] {
  return addresses.flatMap((each) => (each.group === undefined ? [each] : each.group));
}

/** The plain words where there are some, else those of the HTML. */
function bodyOf({ text, html }: Email): string {
  const plain = tidy(text ?? '').trim();
  return plain !== '' ? plain : htmlToText(html ?? '');
}

function nameOf({ filename, mimeType }: Attachment): string {
  if (filename !== null && filename.trim() !== '') return filename;
  return mimeType === 'message/rfc822' ? 'attached e-mail.eml' : `attachment${endingOf(mimeType)}`;
}

function contentOf({ content }: Attachment): AsyncIterable<Uint8Array> {
  return once(typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content));
}
