const endings: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/heic': '.heic',
  'application/pdf': '.pdf',
  'application/zip': '.zip',
  'application/rtf': '.rtf',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'text/vcard': '.vcf',
  'text/csv': '.csv',
  'message/rfc822': '.eml',
  'message/delivery-status': '.txt',
  'audio/mpeg': '.mp3',
  'audio/ogg': '.ogg',
  'video/mp4': '.mp4',
};

/** The usual ending of a name for content without one; empty for kinds nobody knows. */
export function endingOf(mime: string): string {
  return Object.hasOwn(endings, mime) ? (endings[mime] ?? '') : '';
}
