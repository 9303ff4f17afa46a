import { HoldfastError } from '../../shared/errors';
import type { VaultProcess } from './vault-process';

/** What a request for a part asks for: `end` is exclusive, null for the end of the file. */
export interface WantedRange {
  readonly start: number;
  readonly end: number | null;
}

/**
 * Reads a Range header (RFC 9110, 14.1.2). One range in bytes is all a player asks for; of several, or in another unit,
 * null: then the whole is answered, as the RFC allows. `total` is the length of the file.
 */
export function parseRange(header: string | null, total: number): WantedRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header?.trim() ?? '');
  if (match === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Number(last);
    return length === 0 || total === 0 ? 'unsatisfiable' : { start: Math.max(0, total - length), end: null };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= total) return 'unsatisfiable';
  return { start, end: last === '' ? null : Number(last) + 1 };
}

const headers = {
  'accept-ranges': 'bytes',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/**
 * Answers a player's request for a recording, piece by piece: never more than the vault gives at a time is in this
 * process, and the next piece is asked for when the player takes it. An open end is answered to the end of the file,
 * because for a scheme of its own Chromium takes the length of the answer for the length of the recording.
 */
export async function streamMedia(
  vault: Pick<VaultProcess, 'call'>,
  id: string,
  request: Pick<Request, 'headers'>,
): Promise<Response> {
  const { total, mime } = await vault.call('media.range', { id, start: 0, end: 0 });
  const wanted = parseRange(request.headers.get('range'), total);
  if (wanted === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${total}` } });
  }
  const start = wanted?.start ?? 0;
  const end = Math.min(wanted?.end ?? total, total);
  return new Response(piecesOf(vault, id, start, end), {
    status: wanted === null ? 200 : 206,
    headers: {
      ...headers,
      'content-type': mime,
      'content-length': String(end - start),
      ...(wanted === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${total}` }),
    },
  });
}

function piecesOf(
  vault: Pick<VaultProcess, 'call'>,
  id: string,
  start: number,
  end: number,
): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (at >= end) {
          controller.close();
          return;
        }
        const { bytes } = await vault.call('media.range', { id, start: at, end });
        // The file got shorter under it: an answer that never ends would be worse than one that breaks off.
        if (bytes.length === 0) throw new HoldfastError('evidence-damaged');
        at += bytes.length;
        controller.enqueue(new Uint8Array(bytes));
      },
    },
    { highWaterMark: 0 },
  );
}
