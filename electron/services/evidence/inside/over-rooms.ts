import { RoomLost, createReaderSeat } from './reader-seat';
import type { ReaderSeat } from './reader-seat';
import type { ReadingRoom, SeatScript } from '../../../vault/api';

/** A room that was lost may have been lost by another file that was read at the same time. */
const mostRooms = 3;

/**
 * Does work at a seat again where the whole room was lost in it, from its beginning. `room`: which one it is, from 1. Throws what the
 * work throws, and `RoomLost` where one room after the other was lost.
 */
export async function overRooms<T>(work: (room: number) => Promise<T>): Promise<T> {
  for (let room = 1; ; room += 1) {
    try {
      return await work(room);
    } catch (error) {
      if (!(error instanceof RoomLost) || room >= mostRooms) throw error;
    }
  }
}

/** Has one file worked on at a seat of its own, over rooms. */
export async function atSeat<T>(
  room: ReadingRoom,
  what: SeatScript,
  work: (seat: ReaderSeat) => Promise<T>,
): Promise<T> {
  const seat = createReaderSeat(room, what);
  try {
    return await overRooms(() => work(seat));
  } finally {
    seat.close();
  }
}
