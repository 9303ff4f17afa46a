import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLabClient } from '../../../electron/lab/lab-client';
import type { LabPort } from '../../../electron/lab/lab-client';
import type { LabRequest } from '../../../shared/contract/lab';
import type { LabMessage } from '../../../shared/contract/lab';

/** A lab that does what the test says. */
function fakePort(): LabPort & {
  readonly sent: LabMessage[];
  answer(data: unknown): void;
  started: boolean;
} {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const port = {
    sent: [] as LabMessage[],
    started: false,
    postMessage: (message: LabMessage) => {
      port.sent.push(message);
    },
    on: (_event: 'message', listener: (event: { readonly data: unknown }) => void) =>
      listeners.push(listener),
    start: () => {
      port.started = true;
    },
    answer: (data: unknown) => {
      for (const listener of listeners) listener({ data });
    },
  };
  return port;
}

const picture = { mime: 'image/webp', bytes: new Uint8Array([1, 2]), width: 3, height: 2 };
const good = { width: 30, height: 20, thumb: picture, rendition: null, tone: '#102030' };
const image = (first = 1) =>
  ({
    type: 'image',
    bytes: new Uint8Array([first]),
    mime: 'image/png',
    page: null,
    orientation: 1,
    thumb: 480,
    rendition: null,
  }) as const;
const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error as { readonly code: string }).code,
  );

let restarts: number;
let client: ReturnType<typeof createLabClient>;
beforeEach(() => {
  vi.useFakeTimers();
  restarts = 0;
  client = createLabClient({
    requestRestart: () => {
      restarts += 1;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const nowhere = { plate: [0, 0, 0, 0], area: [0, 0, 0, 0] } as const;
const noLooks = { typed: nowhere, upright: nowhere, landscape: nowhere };

function bytesOf(request: LabRequest | undefined): Uint8Array {
  return request !== undefined && 'bytes' in request ? request.bytes : new Uint8Array();
}

describe('the lab client', () => {
  it('keeps one request waiting at the lab, no more, and gives each its own answer', async () => {
    const port = fakePort();
    client.attach(port);
    const [first, second, third] = [client.ask(image(1)), client.ask(image(2)), client.ask(image(3))];
    expect(port.started).toBe(true);
    expect(port.sent).toHaveLength(2);
    port.answer({ id: port.sent[0]?.id, ok: true, value: { ...good, width: 1 } });
    expect(port.sent).toHaveLength(3);
    port.answer({ id: port.sent[1]?.id, ok: true, value: { ...good, width: 2 } });
    port.answer({ id: port.sent[2]?.id, ok: true, value: { ...good, width: 3 } });
    expect([(await first).width, (await second).width, (await third).width]).toEqual([1, 2, 3]);
  });

  it('counts the time of a request from when the lab begins with it', async () => {
    const port = fakePort();
    client.attach(port);
    const [first, second] = [client.ask(image(1)), code(client.ask(image(2)))];
    vi.advanceTimersByTime(9_000);
    port.answer({ id: port.sent[0]?.id, ok: true, value: good });
    await first;
    vi.advanceTimersByTime(9_999);
    expect(restarts).toBe(0);
    vi.advanceTimersByTime(1);
    expect(await second).toBe('decoder-timeout');
  });

  it('passes on why the lab could not do it', async () => {
    const port = fakePort();
    client.attach(port);
    const asked = code(client.ask(image()));
    port.answer({ id: port.sent[0]?.id, ok: false, code: 'file-too-large' });
    expect(await asked).toBe('file-too-large');
  });

  it('gives up a file the lab takes too long over, asks for a new lab, and goes on with it', async () => {
    const hung = fakePort();
    client.attach(hung);
    const [first, second] = [code(client.ask(image(1))), client.ask(image(2))];
    vi.advanceTimersByTime(9_999);
    expect(restarts).toBe(0);
    vi.advanceTimersByTime(1);
    expect(await first).toBe('decoder-timeout');
    expect(restarts).toBe(1);
    client.detach();
    const fresh = fakePort();
    client.attach(fresh);
    expect(fresh.sent.map(({ request }) => bytesOf(request)[0])).toEqual([2]);
    fresh.answer({ id: fresh.sent[0]?.id, ok: true, value: good });
    expect((await second).width).toBe(30);
  });

  it('gives a PDF three times as long as a picture', async () => {
    const port = fakePort();
    client.attach(port);
    const asked = code(client.ask({ type: 'pdf', bytes: new Uint8Array(1), thumb: 480 }));
    vi.advanceTimersByTime(29_999);
    expect(restarts).toBe(0);
    vi.advanceTimersByTime(1);
    expect(await asked).toBe('decoder-timeout');
  });

  it('blames a crash on the file in work alone', async () => {
    const crashed = fakePort();
    client.attach(crashed);
    const first = code(client.ask(image(1)));
    const page = client.ask({ type: 'pdf-page', bytes: new Uint8Array(1), page: 1, dpi: 100, format: 'png' });
    client.detach();
    expect(await first).toBe('unreadable-image');
    const fresh = fakePort();
    client.attach(fresh);
    fresh.answer({ id: fresh.sent[0]?.id, ok: true, value: picture });
    expect((await page).width).toBe(3);
  });

  it('does not believe an answer of another shape, from a lab that a file took over', async () => {
    const port = fakePort();
    client.attach(port);
    const asked = code(client.ask(image()));
    port.answer({
      id: port.sent[0]?.id,
      ok: true,
      value: { ...good, thumb: { ...picture, mime: 'text/html' } },
    });
    expect(await asked).toBe('unreadable-image');
  });

  it('ignores answers nobody asked for, and those of a lab that was replaced', async () => {
    const [old, fresh] = [fakePort(), fakePort()];
    client.attach(old);
    client.detach();
    client.attach(fresh);
    const asked = client.ask(image());
    const id = fresh.sent[0]?.id;
    old.answer({ id, ok: true, value: { ...good, width: 666 } });
    fresh.answer({ id: 999, ok: true, value: { ...good, width: 667 } });
    fresh.answer('nonsense');
    fresh.answer({ id, ok: true, value: good });
    expect((await asked).width).toBe(30);
  });

  it('refuses previews instead of waiting for ever for a lab that does not come', async () => {
    const [first, second] = [code(client.ask(image())), code(client.ask(image()))];
    vi.advanceTimersByTime(30_000);
    expect(await first).toBe('unsupported-preview');
    expect(await second).toBe('unsupported-preview');
    expect(await code(client.ask(image()))).toBe('unsupported-preview');
    const late = fakePort();
    client.attach(late);
    const asked = client.ask(image());
    late.answer({ id: late.sent[0]?.id, ok: true, value: good });
    expect((await asked).width).toBe(30);
  });

  it('waits for the new lab with what is left when the restart it asked for never comes, then gives up', async () => {
    client.attach(fakePort());
    const [first, second] = [code(client.ask(image())), code(client.ask(image()))];
    vi.advanceTimersByTime(10_000);
    expect(await first).toBe('decoder-timeout');
    vi.advanceTimersByTime(30_000);
    expect(await second).toBe('unsupported-preview');
  });

  it('sends nothing of the memory around the parts of a finished file', () => {
    const port = fakePort();
    client.attach(port);
    const shared = Buffer.from('secret key|the part|secret key', 'latin1');
    const parts = [{ at: 0, bytes: shared.subarray(11, 19) }];
    void client.ask({ type: 'pdf-finished', size: 8, parts, looks: noLooks, typed: [], pages: 1 });
    const request = port.sent[0]?.request;
    const [sent] = request?.type === 'pdf-finished' ? request.parts : [];
    expect(Buffer.from(sent?.bytes ?? []).toString('latin1')).toBe('the part');
    expect(sent?.bytes.buffer.byteLength).toBe(8);
  });

  it('sends nothing of the memory around a file', () => {
    const port = fakePort();
    client.attach(port);
    const shared = Buffer.from('secret key|the file|secret key', 'latin1');
    void client.ask({ ...image(), bytes: shared.subarray(11, 19) });
    const bytes = bytesOf(port.sent[0]?.request);
    expect(Buffer.from(bytes).toString('latin1')).toBe('the file');
    expect(bytes.buffer.byteLength).toBe(8);
  });

  it('gives up on a request that cannot be sent, and goes on with the next', async () => {
    const port = fakePort();
    let refuse = true;
    const send = port.postMessage.bind(port);
    port.postMessage = (message) => {
      if (refuse) throw new RangeError('too large');
      send(message);
    };
    client.attach(port);
    expect(await code(client.ask(image()))).toBe('unsupported-preview');
    refuse = false;
    const asked = client.ask(image());
    port.answer({ id: port.sent[0]?.id, ok: true, value: good });
    expect((await asked).width).toBe(30);
  });
});
