import { useCallback, useEffect, useRef, useState } from 'react';

/** How large: the whole of it, as wide as the room, or so many times its own size. */
export type Fit = 'auto' | 'whole' | 'width' | number;

/** What somebody has done to the view of one item. Nothing of it changes the item. */
export interface View {
  readonly fit: Fit;
  /** Clockwise, in quarters of a turn. */
  readonly turn: 0 | 1 | 2 | 3;
  /** Of a document, from 1. */
  readonly page: number;
}

export const firstView: View = { fit: 'auto', turn: 0, page: 1 };

export interface Size {
  readonly width: number;
  readonly height: number;
}

const steps: readonly number[] = [0.05, 0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4, 6, 8];
export const smallest = 0.05;
export const largest = 8;

/** The next step of zoom from where the view is now; the same when there is none. */
export function stepFrom(scale: number, direction: 1 | -1): number {
  // A step that is hardly to be seen is passed over.
  const next =
    direction === 1
      ? steps.find((step) => step > scale * 1.04)
      : steps.findLast((step) => step < scale / 1.04);
  return next ?? scale;
}

/** Below this share of the room's width a picture shown whole is a strip in which nothing can be read. */
const strip = 0.3;

/** Beside a picture as wide as the room there must be room for the bar that scrolls it. */
const scrollBar = 16;

/** How many times its own size something is shown at. It is never made larger to fill the room. */
export function scaleOf(fit: Fit, natural: Size, room: Size): number {
  if (typeof fit === 'number') return fit;
  const byWidth = Math.min(1, (room.width - scrollBar) / natural.width);
  const whole = Math.min(1, room.width / natural.width, room.height / natural.height);
  if (fit === 'whole') return Math.max(whole, 0.001);
  if (fit === 'width') return Math.max(byWidth, 0.001);
  return Math.max(whole < byWidth * strip ? byWidth : whole, 0.001);
}

/** The size a turned picture takes up. */
export function turned({ width, height }: Size, turn: View['turn']): Size {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** The room of an element, kept up to date; what lies around its content is not counted. */
export function useRoom(element: HTMLElement | null): Size {
  const [room, setRoom] = useState<Size>({ width: 600, height: 600 });
  useEffect(() => {
    if (element === null) return undefined;
    const measure = (): void => {
      const style = getComputedStyle(element);
      const across = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
      const down = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
      // By the outer size: a scroll bar that comes and goes would otherwise change the size that made it come.
      setRoom({
        width: Math.max(40, element.offsetWidth - across - 2),
        height: Math.max(40, element.offsetHeight - down - 2),
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return room;
}

export interface ScrollLink {
  /** Makes an element follow the others, and them follow it, until the returned function is called. */
  readonly join: (element: HTMLElement) => () => void;
}

/** Lets views move together: each shows the same part of its own picture, whatever the sizes. */
export function useScrollLink(linked: boolean): ScrollLink {
  const members = useRef(new Set<HTMLElement>());
  const on = useRef(linked);
  on.current = linked;
  const join = useCallback((element: HTMLElement) => {
    const all = members.current;
    all.add(element);
    const follow = (): void => {
      if (!on.current || element.dataset.led === 'yes') {
        delete element.dataset.led;
        return;
      }
      const part = (at: number, whole: number, room: number): number =>
        whole <= room ? 0 : at / (whole - room);
      const across = part(element.scrollLeft, element.scrollWidth, element.clientWidth);
      const down = part(element.scrollTop, element.scrollHeight, element.clientHeight);
      for (const other of all) {
        if (other === element) continue;
        const left = Math.round(across * Math.max(0, other.scrollWidth - other.clientWidth));
        const top = Math.round(down * Math.max(0, other.scrollHeight - other.clientHeight));
        const before = { left: other.scrollLeft, top: other.scrollTop };
        other.scrollTo({ left, top, behavior: 'instant' });
        // What follows must not lead in turn; what did not move tells nothing that would have to be held back.
        if (other.scrollLeft !== before.left || other.scrollTop !== before.top) other.dataset.led = 'yes';
      }
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      all.delete(element);
      element.removeEventListener('scroll', follow);
    };
  }, []);
  return { join };
}
