import { fileTypeFromBuffer } from 'file-type';
import type { EvidenceKind } from '../../../shared/models/evidence';

export interface Identity {
  readonly kind: EvidenceKind;
  readonly mime: string;
}

const images = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/heic', 'image/heif']);

/** What a file is by its first bytes (at least 4,100 of them when it has so many), never by its name. */
export async function identify(head: Uint8Array): Promise<Identity> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const mime = found === undefined ? textOrBinary(head) : plainMime(found.mime);
  if (images.has(mime)) return { kind: 'image', mime };
  if (mime === 'application/pdf') return { kind: 'pdf', mime };
  return { kind: 'other', mime };
}

/** The library tells sequences and animations apart; for showing them they are the same. */
function plainMime(mime: string): string {
  if (mime === 'image/heic-sequence') return 'image/heic';
  if (mime === 'image/apng') return 'image/png';
  return mime;
}

function textOrBinary(head: Uint8Array): string {
  if (head.length === 0) return 'application/x-empty';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return text.includes('\u0000') ? 'application/octet-stream' : 'text/plain';
  } catch {
    return 'application/octet-stream';
  }
}

const extensions: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heic', 'heif'],
  'application/pdf': ['pdf'],
};

/** A sentence when the name's ending is not that of the content, else null. */
export function mislabelled(name: string, mime: string): string | null {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  const claimed = Object.entries(extensions).find(([, endings]) => endings.includes(ending))?.[0];
  if (claimed === undefined || extensions[mime]?.includes(ending) === true) return null;
  return `The name ends in .${ending}, but the content is ${mime}.`;
}
