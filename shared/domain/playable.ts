/**
 * Recordings that Chromium plays, and the type under which it is given each: QuickTime and 3GPP are of the family of MP4,
 * Matroska of that of WebM. Anything else is never streamed, whatever a file says it is.
 */
const playedAs: Readonly<Record<string, string>> = {
  'video/mp4': 'video/mp4',
  'video/quicktime': 'video/mp4',
  'video/3gpp': 'video/mp4',
  'video/webm': 'video/webm',
  'video/x-matroska': 'video/webm',
  'video/ogg': 'video/ogg',
  'audio/mp4': 'audio/mp4',
  'audio/3gpp': 'audio/mp4',
  'audio/webm': 'audio/webm',
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/wav': 'audio/wav',
  'audio/flac': 'audio/flac',
  'audio/aac': 'audio/aac',
};

/** The type to play a recording as, or null when it cannot be played here. */
export function playableAs(mime: string): string | null {
  return Object.hasOwn(playedAs, mime) ? (playedAs[mime] ?? null) : null;
}
