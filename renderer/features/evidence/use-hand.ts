import { useEffect, useRef } from 'react';

/** Where zooming holds the picture: this point of the scroller stays over the same point of the picture. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

/** Text lies over the picture to be selected, so a drag that begins on it is no pan. */
const notToDrag = '[data-text-layer], button, a, input, audio, video';

/**
 * Panning by dragging, zooming by Ctrl and the wheel, by pinching on a pad (which comes as the same) and by two fingers
 * on a screen. The page never scrolls or zooms along.
 */
export function useHand(element: HTMLElement | null, zoomBy: (factor: number, anchor: Anchor) => void): void {
  const latest = useRef(zoomBy);
  latest.current = zoomBy;

  useEffect(() => {
    if (element === null) return undefined;
    const at = (event: { readonly clientX: number; readonly clientY: number }): Anchor => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      // A notch of a mouse's wheel counts about 100, a pinch some units at a time.
      latest.current(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 150), at(event));
    };

    const down = new Map<number, Anchor>();
    const apart = (): number => {
      const [one, other] = [...down.values()];
      return one === undefined || other === undefined ? 0 : Math.hypot(one.x - other.x, one.y - other.y);
    };
    const press = (event: PointerEvent): void => {
      if (event.button !== 0 || (event.target as Element).closest(notToDrag) !== null) return;
      // A click on the scroll bar is the scroll bar's.
      if (event.offsetX > element.clientWidth && event.target === element) return;
      down.set(event.pointerId, at(event));
      element.setPointerCapture(event.pointerId);
      element.dataset.held = 'yes';
    };
    const move = (event: PointerEvent): void => {
      const before = down.get(event.pointerId);
      if (before === undefined) return;
      const gap = apart();
      const now = at(event);
      down.set(event.pointerId, now);
      if (down.size === 2 && gap > 0) {
        const [one = now, other = now] = [...down.values()];
        latest.current(apart() / gap, { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
      } else if (down.size === 1) {
        element.scrollBy({ left: before.x - now.x, top: before.y - now.y, behavior: 'instant' });
      }
    };
    const release = (event: PointerEvent): void => {
      down.delete(event.pointerId);
      if (down.size === 0) delete element.dataset.held;
    };

    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('pointerdown', press);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', release);
    element.addEventListener('pointercancel', release);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', release);
      element.removeEventListener('pointercancel', release);
    };
  }, [element]);
}
