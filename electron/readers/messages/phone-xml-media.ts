import { field } from '../../../shared/domain/messages/phone-xml';
import type { ReaderChild, ReaderOutput } from '../kit/reader';
import type { XmlPart } from './xml-parts';
import type { XmlTag } from './xml-tag';
import { Buffer } from '../kit/node';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'video/mp4': 'mp4',
  'video/3gpp': '3gp',
  'audio/amr': 'amr',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'text/x-vcard': 'vcf',
  'text/vcard': 'vcf',
};

/** Hands over the content of a part of a picture message; gives its place: `12/IMG_1.jpg` for one of element 12. */
export function createMediaTaker(
  out: Pick<ReaderOutput, 'child'>,
  places: (path: string, modified?: string | null) => ReaderChild,
): (
  part: XmlTag['attributes'],
  element: number,
  utc: string | null,
  parts: AsyncGenerator<XmlPart>,
) => Promise<string> {
  let nameless = 0;
  return async (part, element, utc, parts) => {
    const name = field(part, 'cl') ?? field(part, 'name') ?? field(part, 'fn');
    if (name === null) nameless += 1;
    const path = `${element}/${name ?? `part-${nameless}.${endings[field(part, 'ct') ?? ''] ?? 'bin'}`}`;
    const child = places(path, utc === null ? null : `${utc.slice(0, 19)}Z`);
    // What nobody wanted of it comes by afterwards, and is stepped over there.
    await out.child(child, decode(parts));
    return child.place;
  };
}

/** Base64 of the parts up to the end of the value, a piece at a time; anything else in it is stepped over (RFC 4648, 3.3). */
async function* decode(parts: AsyncGenerator<XmlPart>): AsyncGenerator<Uint8Array> {
  let rest = '';
  for (;;) {
    const next = await parts.next();
    if (next.done === true || next.value.type === 'data-end') break;
    if (next.value.type !== 'data') continue;
    const text = rest + next.value.text.replaceAll(/[^A-Za-z0-9+/]/gu, '');
    const whole = text.length - (text.length % 4);
    rest = text.slice(whole);
    if (whole > 0) yield Buffer.from(text.slice(0, whole), 'base64');
  }
  if (rest.length > 1) yield Buffer.from(rest, 'base64');
}
