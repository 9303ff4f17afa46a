import type { PagePlace } from '../../models/redaction';

type Place = Omit<PagePlace, 'page'>;

/** The smallest box, as a share of the page: it must still be seen and pressed. */
export const smallest = 0.004;

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Moves a box without its size changing; at the edge it stays. */
export function moveBox<T extends Place>(box: T, direction: Direction, step: number): T {
  const across = direction === 'left' ? -step : direction === 'right' ? step : 0;
  const down = direction === 'up' ? -step : direction === 'down' ? step : 0;
  return {
    ...box,
    x: within(box.x + across, 1 - box.width),
    y: within(box.y + down, 1 - box.height),
  };
}

/** Moves the right or lower edge; the upper left corner stays. */
export function resizeBox<T extends Place>(box: T, direction: Direction, step: number): T {
  const across = direction === 'left' ? -step : direction === 'right' ? step : 0;
  const down = direction === 'up' ? -step : direction === 'down' ? step : 0;
  return {
    ...box,
    width: Math.min(1 - box.x, Math.max(smallest, box.width + across)),
    height: Math.min(1 - box.y, Math.max(smallest, box.height + down)),
  };
}

/** The box between two points, wherever they lie; null for one that is too small to be meant. */
export function boxBetween(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Place | null {
  const [left, right] = [within(Math.min(from.x, to.x), 1), within(Math.max(from.x, to.x), 1)];
  const [top, bottom] = [within(Math.min(from.y, to.y), 1), within(Math.max(from.y, to.y), 1)];
  const [width, height] = [right - left, bottom - top];
  return width < smallest || height < smallest ? null : { x: left, y: top, width, height };
}

/** Moves a box by so much of the page, as a pointer drags it. */
export function dragBox<T extends Place>(box: T, across: number, down: number): T {
  return { ...box, x: within(box.x + across, 1 - box.width), y: within(box.y + down, 1 - box.height) };
}

/** Moves the lower right corner by so much of the page. */
export function stretchBox<T extends Place>(box: T, across: number, down: number): T {
  return {
    ...box,
    width: Math.min(1 - box.x, Math.max(smallest, box.width + across)),
    height: Math.min(1 - box.y, Math.max(smallest, box.height + down)),
  };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(0, most), Math.max(0, value));
}
