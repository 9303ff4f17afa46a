import { useLayoutEffect, useRef } from 'react';
import { useHand } from './use-hand';
import type { Anchor } from './use-hand';
import { largest, smallest } from './use-view';
import type { Fit, Size } from './use-view';

/** What was under the pointer, or in the middle, is there again after a change of size. */
export function useHeldPoint({
  room,
  scale,
  box,
  fit,
  onFit,
}: {
  readonly room: HTMLDivElement | null;
  readonly scale: number;
  /** The picture as it is shown, turned. */
  readonly box: Size;
  readonly fit: Fit;
  readonly onFit: (fit: Fit) => void;
}): void {
  const anchor = useRef<Anchor | null>(null);
  const drawn = useRef({ scale, width: box.width, height: box.height });
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { scale, width: box.width, height: box.height };
    if (room === null || before.scale === scale) return;
    if (typeof fit !== 'number') {
      // As wide as the room, a long picture is read from its top.
      anchor.current = null;
      room.scrollTo({ left: 0, top: 0, behavior: 'instant' });
      return;
    }
    const { x, y } = anchor.current ?? { x: room.clientWidth / 2, y: room.clientHeight / 2 };
    anchor.current = null;
    const grown = scale / before.scale;
    room.scrollTo({
      left: (room.scrollLeft + x) * grown - x,
      top: (room.scrollTop + y) * grown - y,
      behavior: 'instant',
    });
  }, [room, scale, box.width, box.height, fit]);

  useHand(room, (factor, point) => {
    anchor.current = point;
    onFit(Math.min(largest, Math.max(smallest, scale * factor)));
  });
}
