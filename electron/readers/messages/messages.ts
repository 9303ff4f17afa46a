import type { Reader } from '../kit/reader';
import { readPhoneXml } from './phone-xml';
import { readWhatsApp } from './whatsapp';

/** An export of messages or calls, by how it is written: XML of a phone, or the text of a chat. */
export const readMessages: Reader = (file, out, options) =>
  file.mime === 'application/xml' ? readPhoneXml(file, out) : readWhatsApp(file, out, options);
