import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useHand } from './use-hand';
import type { Anchor } from './use-hand';
import { largest, scaleOf, smallest, turned, useRoom } from './use-view';
import type { Fit, ScrollLink, Size, View } from './use-view';

interface Props {
  readonly src: string;
  readonly alt: string;
  /** What the region is called. */
  readonly label: string;
  /** Its own size in pixels, upright; null when only the picture itself can tell. */
  readonly natural: Size | null;
  readonly view: View;
  readonly onFit: (fit: Fit) => void;
  /** The scale it is shown at, whenever that changes. */
  readonly onScale: (scale: number) => void;
  readonly hidden: boolean;
  readonly link: ScrollLink;
  readonly onFail: () => void;
  /** Arrow keys where there is nothing to scroll that way. */
  readonly onEdge?: (direction: 'left' | 'right' | 'up' | 'down') => void;
  readonly isFocused: boolean;
  /** Lies over the picture and turns with it; given the size the picture is shown at. */
  readonly over?: (size: Size) => ReactNode;
}

/**
 * One picture that can be zoomed, panned and turned in its room. The room itself takes the focus: arrow keys, Page Up
 * and Page Down, Home and End move in it as in any page.
 */
export function PictureFrame({
  src,
  alt,
  label,
  natural,
  view,
  onFit,
  onScale,
  hidden,
  link,
  onFail,
  onEdge,
  isFocused,
  over,
}: Props) {
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const [loaded, setLoaded] = useState<Size | null>(null);
  const space = useRoom(room);
  const own = natural ?? loaded ?? { width: 800, height: 1000 };
  const scale = scaleOf(view.fit, turned(own, view.turn), space);
  const shown = { width: own.width * scale, height: own.height * scale };
  const box = turned(shown, view.turn);

  const { join } = link;
  useEffect(() => (room === null ? undefined : join(room)), [room, join]);
  const toldScale = useRef(onScale);
  toldScale.current = onScale;
  useEffect(() => {
    toldScale.current(scale);
  }, [scale]);
  useEffect(() => {
    if (isFocused) room?.focus();
  }, [isFocused, room]);

  // What was under the pointer, or in the middle, is there again after a change of size.
  const anchor = useRef<Anchor | null>(null);
  const drawn = useRef({ scale, width: box.width, height: box.height });
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { scale, width: box.width, height: box.height };
    if (room === null || before.scale === scale) return;
    if (typeof view.fit !== 'number') {
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
  }, [room, scale, box.width, box.height, view.fit]);

  useHand(room, (factor, point) => {
    anchor.current = point;
    onFit(Math.min(largest, Math.max(smallest, scale * factor)));
  });

  function key(event: KeyboardEvent<HTMLDivElement>): void {
    if (room === null || onEdge === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const wide = room.scrollWidth > room.clientWidth + 1;
    const above = room.scrollTop > 1;
    const below = room.scrollTop + room.clientHeight < room.scrollHeight - 2;
    const edges: Readonly<Record<string, readonly ['left' | 'right' | 'up' | 'down', boolean]>> = {
      ArrowLeft: ['left', !wide],
      ArrowRight: ['right', !wide],
      PageUp: ['up', !above],
      PageDown: ['down', !below],
    };
    const [direction, there] = edges[event.key] ?? [];
    if (direction === undefined || there !== true) return;
    event.preventDefault();
    onEdge(direction);
  }

  return (
    <div
      className="view"
      ref={setRoom}
      tabIndex={0}
      role="region"
      aria-label={label}
      onKeyDown={key}
      data-pans={box.width > space.width + 2 || box.height > space.height + 2 ? 'yes' : undefined}
    >
      <div className="sheet" style={box}>
        <div
          className="turning"
          style={{
            ...shown,
            transform: `translate(-50%, -50%)${view.turn === 0 ? '' : ` rotate(${view.turn * 90}deg)`}`,
          }}
        >
          <img
            key={src}
            className={hidden ? 'veiled' : ''}
            src={src}
            alt={alt}
            draggable={false}
            onLoad={(event) => {
              const { naturalWidth: width, naturalHeight: height } = event.currentTarget;
              if (width > 0 && height > 0) setLoaded({ width, height });
            }}
            onError={onFail}
          />
          {hidden || over === undefined ? null : over(shown)}
        </div>
      </div>
    </div>
  );
}
