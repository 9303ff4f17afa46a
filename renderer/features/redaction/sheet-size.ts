import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room that is left free around a page. */
const around = 36;

/** The size a page is shown at: fitted into its view, or a share of its own pixels. */
export function useSheetSize(
  view: RefObject<HTMLElement | null>,
  natural: Size | null,
  zoom: number | null,
): Size | null {
  const [room, setRoom] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const look = (): void => {
      setRoom({ width: element.clientWidth - around, height: element.clientHeight - around });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [view]);
  if (natural === null || room === null) return null;
  const scale = zoom ?? Math.max(0.02, Math.min(room.width / natural.width, room.height / natural.height, 2));
  return { width: Math.round(natural.width * scale), height: Math.round(natural.height * scale) };
}
