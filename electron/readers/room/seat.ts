import type { Reader } from '../kit/reader';
import type { SeatWork } from '../kit/seat-messages';
import { closeDoors } from './close-doors';
import { listen } from './seat-side';

/** What a seat does in a worker of the room: it closes the doors, and then works on what it is asked for. */
export function openSeat(works: Readonly<Partial<Record<SeatWork, Reader>>>): void {
  closeDoors(globalThis);
  // The functions of a worker's own scope: the library of types knows a window's.
  const own = globalThis as unknown as {
    postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  };
  const post = own.postMessage.bind(own);
  listen(
    {
      post,
      hear: (listener) => {
        addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          listener(data);
        });
      },
    },
    works,
  );
}
