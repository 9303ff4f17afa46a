import * as z from 'zod';
import type { ReadingRoom, SeatLine, SeatListener, SeatScript } from '../vault/api';

/** What of a MessagePort is used, so that tests can give another one. */
export interface RoomPort {
  postMessage(message: RoomMessage): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  start(): void;
}

type RoomMessage =
  | { readonly seat: number; readonly sit: SeatScript }
  | { readonly seat: number; readonly message: unknown }
  | { readonly seat: number; readonly leave: true };

/** What the room's client tells whoever opens and closes it. */
export interface RoomSigns {
  /** Somebody wants to sit and there is no room. May be called often. */
  readonly want: () => void;
  /** Nobody sits there any more: its memory is given back. */
  readonly rest: () => void;
  /** Somebody sits there, or nobody: its memory is watched meanwhile. */
  readonly busy: (isBusy: boolean) => void;
}

const fromRoomSchema = z.union([
  z.object({ seat: z.int(), lost: z.literal(true) }),
  z.object({ seat: z.int(), message: z.unknown() }),
]);

/** How long a new room may take to come, and nobody may sit in one before it is closed, in milliseconds. */
const arrivalWithin = 30_000;
const idleFor = 20_000;

type Timer = ReturnType<typeof setTimeout> | null;

function stop(timer: Timer): null {
  if (timer !== null) clearTimeout(timer);
  return null;
}

/** The vault's way to the reading room (electron/readers/room): which seat is whose, and what is said there. */
export class RoomClient implements ReadingRoom {
  readonly #seats = new Map<number, SeatListener>();
  /** Said before the room is there. */
  readonly #early: RoomMessage[] = [];
  readonly #signs: RoomSigns;
  #port: RoomPort | null = null;
  #arrival: Timer = null;
  #idle: Timer = null;
  #last = 0;

  constructor(signs: RoomSigns) {
    this.#signs = signs;
  }

  sit(what: SeatScript, listener: SeatListener): SeatLine {
    this.#last += 1;
    const seat = this.#last;
    const isFirst = this.#seats.size === 0;
    this.#seats.set(seat, listener);
    this.#idle = stop(this.#idle);
    if (this.#port === null) this.#waitForRoom();
    // After the room was asked for: there is nothing to be watched before it is opened.
    if (isFirst) this.#signs.busy(true);
    this.#post({ seat, sit: what });
    return {
      post: (message) => {
        if (this.#seats.has(seat)) this.#post({ seat, message });
      },
      leave: () => {
        if (!this.#seats.has(seat)) return;
        this.#post({ seat, leave: true });
        this.#forget(seat);
      },
    };
  }

  /** A room is there. */
  attach(port: RoomPort): void {
    this.#port = port;
    this.#arrival = stop(this.#arrival);
    port.on('message', ({ data }) => {
      if (this.#port === port) this.#receive(data);
    });
    port.start();
    for (const message of this.#early.splice(0)) port.postMessage(message);
  }

  /** The room came to an end. */
  detach(): void {
    this.#port = null;
    this.#loseAll('all');
  }

  #waitForRoom(): void {
    this.#signs.want();
    this.#arrival ??= setTimeout(() => {
      this.#arrival = null;
      this.#loseAll('absent');
    }, arrivalWithin);
  }

  #loseAll(how: 'all' | 'absent'): void {
    this.#early.length = 0;
    const lost = [...this.#seats.values()];
    this.#seats.clear();
    if (lost.length > 0) this.#signs.busy(false);
    for (const each of lost) each.lost(how);
  }

  #post(message: RoomMessage): void {
    if (this.#port === null) this.#early.push(message);
    else this.#port.postMessage(message);
  }

  #receive(data: unknown): void {
    const parsed = fromRoomSchema.safeParse(data);
    if (!parsed.success) return;
    const listener = this.#seats.get(parsed.data.seat);
    if (listener === undefined) return;
    if ('lost' in parsed.data) {
      this.#forget(parsed.data.seat);
      listener.lost('alone');
    } else {
      listener.heard(parsed.data.message);
    }
  }

  #forget(seat: number): void {
    this.#seats.delete(seat);
    if (this.#seats.size > 0) return;
    this.#signs.busy(false);
    this.#idle = setTimeout(() => {
      this.#idle = null;
      this.#port = null;
      this.#signs.rest();
    }, idleFor);
    this.#idle.unref();
  }
}
