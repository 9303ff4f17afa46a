import { describe, expect, it } from 'vitest';
import { parseRange, streamMedia } from '../../../electron/main/media-stream';
import type { VaultProcess } from '../../../electron/main/vault-process';

const id = '01890000-0000-7000-8000-000000000001';

describe('a range that a player asks for', () => {
  it.each([
    ['bytes=0-', { start: 0, end: null }],
    ['bytes=5-9', { start: 5, end: 10 }],
    ['bytes=99-', { start: 99, end: null }],
    ['bytes=-10', { start: 90, end: null }],
    ['bytes=-1000', { start: 0, end: null }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-5', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=a-b', null],
    [null, null],
  ])('%s', (header, range) => {
    expect(parseRange(header, 100)).toEqual(range);
  });
});

describe('an answer to a player', () => {
  const content = Buffer.from(Array.from({ length: 2500 }, (_, at) => at % 251));
  const asked: number[] = [];
  const call = (_method: string, { start, end }: { start: number; end?: number }) => {
    const bytes = content.subarray(start, Math.min(end ?? content.length, start + 1000));
    if (bytes.length > 0) asked.push(bytes.length);
    return Promise.resolve({ mime: 'audio/wav', total: content.length, bytes: new Uint8Array(bytes) });
  };
  // Only this one method is called.
  const vault = { call: call as unknown as VaultProcess['call'] };
  const ask = (range: string | null) =>
    streamMedia(vault, id, { headers: new Headers(range === null ? {} : { range }) });

  it('is the part it asked for, taken in pieces', async () => {
    asked.length = 0;
    const answer = await ask('bytes=100-2299');
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('bytes 100-2299/2500');
    expect(answer.headers.get('content-length')).toBe('2200');
    expect(Buffer.from(await answer.arrayBuffer()).equals(content.subarray(100, 2300))).toBe(true);
    expect(asked).toEqual([1000, 1000, 200]);
  });

  it('is all of it without a range, and none of it behind its end', async () => {
    const whole = await ask(null);
    expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 2500]);
    const behind = await ask('bytes=2500-');
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, 'bytes */2500']);
  });

  it('takes no more from the vault than the player takes from it', async () => {
    asked.length = 0;
    const reader = (await ask('bytes=0-')).body?.getReader();
    await reader?.read();
    expect(asked).toEqual([1000]);
    await reader?.cancel();
    expect(asked).toEqual([1000]);
  });
});
