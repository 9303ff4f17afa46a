import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomClient } from '../../../electron/lab/room-client';
import type { RoomPort } from '../../../electron/lab/room-client';
import type { SeatListener } from '../../../electron/vault/api';

/** A room that does what the test says. */
function fakeRoom(): { readonly port: RoomPort; readonly told: unknown[]; say(data: unknown): void } {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const told: unknown[] = [];
  return {
    told,
    say: (data) => {
      for (const listener of listeners) listener({ data });
    },
    port: {
      postMessage: (message) => told.push(message),
      on: (_event, listener) => listeners.push(listener),
      start: () => undefined,
    },
  };
}

function guest(): SeatListener & { readonly heardAll: unknown[]; readonly lostAs: string[] } {
  const heardAll: unknown[] = [];
  const lostAs: string[] = [];
  return {
    heardAll,
    lostAs,
    heard: (message) => heardAll.push(message),
    lost: (how) => lostAs.push(how),
  };
}

let signs: string[];
let client: RoomClient;
beforeEach(() => {
  vi.useFakeTimers();
  signs = [];
  client = new RoomClient({
    want: () => signs.push('want'),
    rest: () => signs.push('rest'),
    busy: (isBusy) => signs.push(isBusy ? 'busy' : 'idle'),
  });
});
afterEach(() => vi.useRealTimers());

describe('the way to the reading room', () => {
  it('keeps what is said before the room is there, in its order', () => {
    const room = fakeRoom();
    client.sit('words', guest()).post('first');
    expect(signs).toEqual(['want', 'busy']);
    client.attach(room.port);
    expect(room.told).toEqual([
      { seat: 1, sit: 'words' },
      { seat: 1, message: 'first' },
    ]);
  });

  it('tells each seat what is said there, and nothing of what is said elsewhere or by nobody', () => {
    const room = fakeRoom();
    const [one, two] = [guest(), guest()];
    client.attach(room.port);
    client.sit('all', one);
    client.sit('all', two);
    room.say({ seat: 2, message: 'for two' });
    for (const strange of [null, 'text', { seat: 'x' }, { seat: 99, message: 1 }, { message: 2 }])
      room.say(strange);
    expect([one.heardAll, two.heardAll]).toEqual([[], ['for two']]);
  });

  it('loses the one seat that ends, and every seat when the room does', () => {
    const room = fakeRoom();
    const [one, two] = [guest(), guest()];
    client.attach(room.port);
    client.sit('all', one);
    client.sit('all', two);
    room.say({ seat: 1, lost: true });
    client.detach();
    expect([one.lostAs, two.lostAs]).toEqual([['alone'], ['all']]);
    expect(signs.at(-1)).toBe('idle');
    room.say({ seat: 2, message: 'late' });
    expect(two.heardAll).toEqual([]);
  });

  it('does not wait for ever for a room that never comes', () => {
    const one = guest();
    client.sit('identify', one);
    vi.advanceTimersByTime(30_000);
    expect(one.lostAs).toEqual(['absent']);
  });

  it('closes the room when nobody has sat there for a while, and opens another when somebody does', () => {
    const [room, next] = [fakeRoom(), fakeRoom()];
    client.attach(room.port);
    const line = client.sit('all', guest());
    line.leave();
    line.leave();
    vi.advanceTimersByTime(20_000);
    expect(signs).toEqual(['busy', 'idle', 'rest']);
    client.sit('all', guest()).post('again');
    client.attach(next.port);
    expect(signs.slice(3)).toEqual(['want', 'busy']);
    expect(next.told).toContainEqual({ seat: 2, message: 'again' });
    expect(room.told).not.toContainEqual({ seat: 2, message: 'again' });
  });
});
