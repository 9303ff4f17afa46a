import type { EvidenceItem } from '../../models/evidence';
import type { NewFact } from './new-fact';

/** Sources outside the file's own content: a name, the disk, a person, a machine that reads. */
const outside = ['file-name', 'file-system', 'ocr', 'typed'];

const app = (name: string): string =>
  `No date inside the file. This is usual: ${name} removes what the camera wrote.`;

/** Names that only one way of saving gives, where the name itself is all there is to go by. */
const savedAs: readonly { readonly form: RegExp; readonly words: string }[] = [
  { form: /^FB_IMG_\d{10,}/i, words: app('Facebook') },
  { form: /^received_\d{8,}/i, words: app('Messenger') },
  { form: /^Snapchat-\d+/i, words: app('Snapchat') },
  { form: /^\d{6,}_\d{6,}_\d{6,}_[no]\.(?:jpe?g|png|webp)$/i, words: app('Facebook or Instagram') },
  {
    form: /^(?:image|images|download|unnamed|photo|picture)(?: ?\(\d+\)|\d{0,3})\.(?:jpe?g|png|webp|gif)$/i,
    words:
      'No date inside the file. This is usual for pictures saved from the web, or sent through an app that gives them this name.',
  },
];

function picture(mime: string, fileName: string, facts: readonly NewFact[]): string {
  const sentBy = facts.find(({ field }) => field === 'app')?.value;
  const screenshot = facts.some(({ field }) => field === 'screenshot');
  if (screenshot) {
    return sentBy === undefined || mime === 'image/png'
      ? 'No date inside the file. This is usual for screenshots of many Android phones, and for computers.'
      : `No date inside the file. This is usual for screenshots of many Android phones. The name says that ${sentBy} was on the screen.`;
  }
  if (sentBy !== undefined && ['WhatsApp', 'Signal', 'Telegram'].includes(sentBy)) return app(sentBy);
  const saved = savedAs.find(({ form }) => form.test(fileName));
  if (saved !== undefined) return saved.words;
  if (mime === 'image/heic' || mime === 'image/heif') {
    return 'No date inside the file. This is not usual: phones write a date into HEIC photos. It may have been taken out when it was sent or shared.';
  }
  if (/^IMG_E?\d{4}\b.*\.jpe?g$/i.test(fileName)) {
    return 'No date inside the file. Photos of iPhones have one; it is lost when a photo is converted or sent through an app.';
  }
  if (/^(?:PXL_|DSC|MVIMG_|IMG_\d{8}_|\d{8}_\d{6})/i.test(fileName)) {
    return 'No date inside the file. Photos with such a name have one when they come from the camera; it is lost when they are sent through an app or saved again.';
  }
  if (mime === 'image/gif') return 'No date inside the file. GIF pictures have no place for one.';
  if (mime === 'image/bmp') return 'No date inside the file. BMP pictures have no place for one.';
  if (mime === 'image/webp') {
    return 'No date inside the file. This is usual for WebP: most are stickers, or saved from the web.';
  }
  if (mime === 'image/png') {
    return 'No date inside the file. This is usual for PNG: screenshots and pictures from the web seldom have one.';
  }
  return 'No date inside the file. This is usual for pictures sent through apps or saved from the web.';
}

function recording(kind: 'audio' | 'video', mime: string, facts: readonly NewFact[]): string {
  const sentBy = facts.find(({ field }) => field === 'app')?.value;
  const what = kind === 'audio' ? 'voice messages' : 'videos';
  if (sentBy !== undefined) return `No date inside the file. This is usual for ${what} from ${sentBy}.`;
  if (/wav|mpeg|mp3|ogg|opus|amr|flac/.test(mime)) {
    return 'No date inside the file. This is usual for sound files of this form.';
  }
  return 'No date inside the file. Recordings that come straight from a phone have one; it is lost when they are sent through an app or converted.';
}

/**
 * Why a file says nothing itself about when it was made, and whether that is usual; null when it does say. Missing
 * metadata is the rule for what clients hand over, and must not look like something they did (domain 6.1).
 */
export function whyNoDate(
  item: Pick<EvidenceItem, 'kind' | 'mime' | 'fileName' | 'reading'> & { readonly facts: readonly NewFact[] },
): string | null {
  const { kind, mime, fileName, facts } = item;
  const inside = facts.some(({ field, source }) => field === 'captured' && !outside.includes(source));
  if (inside || item.reading === 'waiting') return null;
  switch (kind) {
    case 'image':
      return picture(mime, fileName, facts);
    case 'audio':
    case 'video':
      return recording(kind, mime, facts);
    case 'pdf':
      return 'No date inside the file. This is usual for scans, and for PDFs that websites and office systems make.';
    case 'email':
      return 'No date could be read from this e-mail. That is not usual: every e-mail has one in its header. It may have been copied or saved in part.';
    case 'messages':
      return 'No date of its own: exports of messages carry their dates in the messages.';
    case 'table':
      return 'No date of its own: tables carry their dates in their rows.';
    case 'text':
    case 'contact':
      return 'No date inside the file. Files of plain text have no place for one.';
    case 'document':
      return 'No date inside the file. This is usual for documents that were converted or cleaned before they were sent.';
    case 'archive':
      return 'No date of its own: an archive carries the dates of the files in it.';
    case 'other':
      return 'Holdfast does not know where files of this kind keep a date.';
  }
}
