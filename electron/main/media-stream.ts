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
 * process. A piece may be shorter than what was asked for; the player then asks for the next.
 */
export async function streamMedia(
  vault: Pick<VaultProcess, 'call'>,
  id: string,
  request: Request,
): Promise<Response> {
  const header = request.headers.get('range');
  const first = await vault.call('media.range', { id, start: 0, end: 0 });
  const { total, mime } = first;
  const wanted = parseRange(header, total);
  if (wanted === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${total}` } });
  }
  if (wanted === null) {
    return new Response(wholeOf(vault, id, total), {
      headers: { ...headers, 'content-type': mime, 'content-length': String(total) },
    });
  }
  const { start, end } = wanted;
  const { bytes } = await vault.call('media.range', { id, start, ...(end === null ? {} : { end }) });
  return new Response(new Uint8Array(bytes), {
    status: 206,
    headers: {
      ...headers,
      'content-type': mime,
      'content-length': String(bytes.length),
      'content-range': `bytes ${start}-${start + bytes.length - 1}/${total}`,
    },
  });
}

function wholeOf(vault: Pick<VaultProcess, 'call'>, id: string, total: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (at >= total) {
          controller.close();
          return;
        }
        const { bytes } = await vault.call('media.range', { id, start: at });
        at += bytes.length;
        controller.enqueue(new Uint8Array(bytes));
      },
    },
    { highWaterMark: 0 },
  );
}
