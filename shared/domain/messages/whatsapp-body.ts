import type { MessageRow } from '../../models/message';
import { withoutMarks } from './whatsapp-header';
import type { HeaderForm } from './whatsapp-header';

/** The mark that WhatsApp puts before its own words, and that nobody types (domain 6.2). */
const own = '\u200e';
const longestName = 100;

/** Who wrote and what, of what stands behind a header; null for a line that names nobody. */
export function splitSender(rest: string): { readonly sender: string; readonly text: string } | null {
  const match = /^([^:\n]{1,120}):(?: ([\s\S]*))?$/u.exec(rest);
  if (match === null) return null;
  const sender = withoutMarks(match[1] ?? '')
    .replace(/^~[\s\u202f\u00a0]*/u, '')
    .trim();
  return sender === '' || sender.length > longestName ? null : { sender, text: match[2] ?? '' };
}

/** A name that reads like a sentence, such as `Dean changed the subject from “a`: WhatsApp's own words with a colon in them. */
export function looksLikeNote(sender: string): boolean {
  return /["“”„«»]/u.test(sender) || sender.split(/\s+/u).length >= 6;
}

export type ReadBody = Pick<MessageRow, 'kind' | 'body' | 'mediaName' | 'status' | 'durationS'> & {
  /** Somebody could have typed this: it is kept as it stands, too. */
  readonly isDoubtful: boolean;
};

const fileName = String.raw`[^\\/:*?"<>|\n]{1,200}\.[A-Za-z0-9]{1,8}`;
const attachedTag = new RegExp(String.raw`^<[^<>:\n]{1,40}: ?(${fileName})>$`, 'u');
const attachedWord = new RegExp(String.raw`^(${fileName}) \(([^()\n]{3,40})\)$`, 'u');
const whatsAppName = /^(?:IMG|VID|PTT|AUD|STK|DOC)-\d{8}-WA\d{4,}\.\w{1,8}$/u;
/** "file attached" as Android writes it. Other languages are known by the mark or by the name of the file. */
const attachedWords = new Set([
  'file attached',
  'datei angehängt',
  'fichier joint',
  'archivo adjunto',
  'file allegato',
  'plik załączony',
  'arquivo anexado',
  'ficheiro anexado',
  'bestand bijgevoegd',
  'fișier atașat',
  'dosya ekli',
  'súbor priložený',
  'ملف مرفق',
]);
const deletedWords = new Set([
  'this message was deleted',
  'you deleted this message',
  'this message was deleted by admin',
  'diese nachricht wurde gelöscht',
  'du hast diese nachricht gelöscht',
  'ce message a été supprimé',
  'vous avez supprimé ce message',
  'se eliminó este mensaje',
  'eliminaste este mensaje',
  'questo messaggio è stato eliminato',
  'hai eliminato questo messaggio',
  'ta wiadomość została usunięta',
  'usunięto tę wiadomość',
  'esta mensagem foi apagada',
  'mensagem apagada',
  'você apagou esta mensagem',
  'dit bericht is verwijderd',
  'acest mesaj a fost șters',
  'ai șters acest mesaj',
  'bu mesaj silindi',
  'bu mesajı sildiniz',
]);
const omittedEnglish =
  /^(?:image|video|audio|sticker|gif|document|contact card|media|video note|voice message) omitted$/u;
const missed = /^(silenced |missed )(group )?(voice|video|audio) call(?: from .{1,80})?(?:[,.] .{1,60})?$/u;
const called = /^(group )?(voice|video|audio) call(?:[,.] ?(.{1,60}))?$/u;
const length = /(\d{1,3}) ?(h|hr|hour|min|m|sec|s)/gu;
const perUnit: Readonly<Record<string, number>> = {
  h: 3600,
  hr: 3600,
  hour: 3600,
  min: 60,
  m: 60,
  sec: 1,
  s: 1,
};

/** What a message is: words, a file, a call, words of WhatsApp's own. By its form where other languages have it too. */
export function readBody(text: string, form: HeaderForm, hasSender: boolean): ReadBody {
  const isOwn = text.trimStart().startsWith(own);
  const plain = withoutMarks(text).trim();
  const lower = plain.toLowerCase();
  const message = {
    kind: 'message',
    body: plain,
    mediaName: null,
    status: null,
    durationS: null,
    isDoubtful: false,
  } as const;

  const file = attachment(plain, isOwn);
  if (file !== null) return { ...message, body: file.caption, mediaName: file.name };
  if (deletedWords.has(lower.replace(/\.$/u, ''))) return { ...message, status: 'deleted' };
  if (/^<[^<>\n:]{3,60}>$/u.test(plain) || (isOwn && omittedEnglish.test(lower)))
    return { ...message, status: 'media-omitted' };
  const call = readCall(lower, isOwn, form, hasSender);
  if (call !== null) return { ...message, ...call };
  const edited = tagAtEnd(text);
  if (edited !== null && (edited.isOwn || edited.tag === '<This message was edited>'))
    return { ...message, body: withoutMarks(edited.before).trim(), status: 'edited' };
  // On iPhones everything else that begins with the mark is WhatsApp speaking, under the name of the chat or a person.
  if (form === 'brackets' && isOwn && hasSender) return { ...message, kind: 'system' };
  return message;
}

function attachment(
  plain: string,
  isOwn: boolean,
): { readonly name: string; readonly caption: string } | null {
  const end = plain.indexOf('\n');
  const line = (end < 0 ? plain : plain.slice(0, end)).trim();
  const below = end < 0 ? '' : plain.slice(end + 1).trim();
  const tag = attachedTag.exec(line)?.[1];
  if (tag !== undefined) return { name: tag, caption: below };
  // iPhones put the words before the file.
  const behind = tagAtEnd(plain);
  const last = behind === null ? undefined : attachedTag.exec(behind.tag)?.[1];
  if (behind !== null && last !== undefined) return { name: last, caption: behind.before.trim() };
  const [, name, words] = attachedWord.exec(line) ?? [];
  if (name === undefined || words === undefined) return null;
  return isOwn || whatsAppName.test(name) || attachedWords.has(words.toLowerCase())
    ? { name, caption: below }
    : null;
}

/** What stands in angle brackets at the very end, and whether it has the mark; no pattern, which a long text could slow. */
function tagAtEnd(
  text: string,
): { readonly before: string; readonly tag: string; readonly isOwn: boolean } | null {
  const whole = text.trimEnd();
  const at = whole.endsWith('>') ? whole.lastIndexOf('<') : -1;
  if (at < 0 || whole.length - at > 260) return null;
  return { before: whole.slice(0, at), tag: whole.slice(at), isOwn: whole.charAt(at - 1) === own };
}

function readCall(
  lower: string,
  isOwn: boolean,
  form: HeaderForm,
  hasSender: boolean,
): Pick<ReadBody, 'kind' | 'status' | 'durationS' | 'isDoubtful'> | null {
  // Without the mark, under a name, somebody may have typed it; Android gives it no mark.
  const isTrusted = isOwn || !hasSender;
  const isMissed = missed.exec(lower);
  if (isMissed !== null && (isTrusted || form === 'dash'))
    return {
      kind: 'call',
      status: isMissed[1] === 'silenced ' ? 'silenced' : 'missed',
      durationS: null,
      isDoubtful: !isTrusted,
    };
  const made = called.exec(lower);
  if (made === null || !isTrusted) return null;
  const detail = made[3] ?? '';
  if (/no answer|not answered|tap to call back|declined|unanswered/u.test(detail))
    return { kind: 'call', status: 'missed', durationS: null, isDoubtful: false };
  let seconds = 0;
  for (const [, count = '0', unit = 's'] of detail.matchAll(length))
    seconds += Number(count) * (perUnit[unit] ?? 0);
  return { kind: 'call', status: null, durationS: seconds === 0 ? null : seconds, isDoubtful: false };
}
