interface Format {
  readonly word: string;
  readonly endings: readonly string[];
}
const isoMedia = ['mp4', 'm4v', 'mov', 'qt', '3gp', '3g2', '3gpp'];
const office = 'application/vnd.openxmlformats-officedocument';
const formats: Readonly<Record<string, Format>> = {
  'image/png': { word: 'PNG', endings: ['png'] },
  'image/jpeg': { word: 'JPEG', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/webp': { word: 'WebP', endings: ['webp'] },
  'image/gif': { word: 'GIF', endings: ['gif'] },
  'image/heic': { word: 'HEIC', endings: ['heic', 'heif', 'hif'] },
  'image/heif': { word: 'HEIF', endings: ['heic', 'heif', 'hif'] },
  'image/avif': { word: 'AVIF', endings: ['avif', 'heif'] },
  'image/bmp': { word: 'a bitmap', endings: ['bmp', 'dib'] },
  'image/tiff': { word: 'TIFF', endings: ['tif', 'tiff'] },
  'application/pdf': { word: 'PDF', endings: ['pdf'] },
  // Phones and cameras are free with these names, which mean the same container.
  'video/mp4': { word: 'a video (MP4)', endings: [...isoMedia, 'm4a'] },
  'video/quicktime': { word: 'a video (QuickTime)', endings: [...isoMedia, 'm4a'] },
  'video/3gpp': { word: 'a recording (3GPP)', endings: isoMedia },
  'video/webm': { word: 'a video (WebM)', endings: ['webm', 'mkv', 'weba'] },
  'video/x-matroska': { word: 'a video (Matroska)', endings: ['mkv', 'mka', 'webm'] },
  'video/vnd.avi': { word: 'a video (AVI)', endings: ['avi'] },
  'audio/mp4': { word: 'a sound recording (MPEG-4)', endings: ['m4a', 'm4b', 'mp4', 'aac'] },
  'audio/mpeg': { word: 'a sound recording (MP3)', endings: ['mp3', 'mpga', 'mp2'] },
  'audio/ogg': { word: 'a sound recording (Ogg)', endings: ['ogg', 'oga', 'opus', 'spx'] },
  'audio/wav': { word: 'a sound recording (WAV)', endings: ['wav', 'wave'] },
  'application/zip': { word: 'a zip archive', endings: ['zip'] },
  'application/vnd.ms-outlook': { word: 'an Outlook message', endings: ['msg', 'oft'] },
  'message/rfc822': { word: 'an e-mail', endings: ['eml', 'mht', 'mhtml', 'mbox'] },
  [`${office}.wordprocessingml.document`]: { word: 'a Word document', endings: ['docx', 'docm', 'dotx'] },
  [`${office}.spreadsheetml.sheet`]: { word: 'an Excel workbook', endings: ['xlsx', 'xlsm', 'xltx'] },
};
const otherWords: Readonly<Record<string, string>> = {
  'text/plain': 'plain text',
  'text/csv': 'a table in plain text',
  'text/html': 'a web page',
  'application/x-encrypted-office': 'an Office document behind a password',
  'application/octet-stream': 'of no kind that is known',
};

/** A sentence when the name's ending is not that of the content, else null. */
export function mislabelled(name: string, mime: string): string | null {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || mime === 'application/x-empty') return null;
  const claimsKnown = Object.values(formats).some(({ endings }) => endings.includes(ending));
  const content = formats[mime];
  const fits = content === undefined ? !claimsKnown : content.endings.includes(ending);
  // An ending that means nothing here (.bin, .tmp, .2026) claims nothing that the content could contradict.
  if (fits || (!claimsKnown && !isPicture(mime))) return null;
  return `The name says .${ending}, the content is ${content?.word ?? otherWords[mime] ?? mime}.`;
}

function isPicture(mime: string): boolean {
  return (mime.startsWith('image/') && mime in formats) || mime === 'application/pdf';
}
