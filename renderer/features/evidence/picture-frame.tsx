import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { needsWhole } from '../../../shared/domain/pictures/shown-first';
import { useHeldPoint } from './use-held-point';
import { scaleOf, turned, useRoom } from './use-view';
import type { Fit, ScrollLink, Size, View } from './use-view';

type Edge = 'left' | 'right' | 'up' | 'down';

interface Props {
  /** Shown until `src` is there, where it looks the same but for its size; null for nothing. */
  readonly meanwhile: string | null;
  readonly src: string;
  /** Takes the place of `src` when it is looked at closely; null where there is nothing finer. */
  readonly whole: string | null;
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
  readonly onEdge?: (direction: Edge) => void;
  readonly isFocused: boolean;
  /** Lies over the picture and turns with it; given the size the picture is shown at. */
  readonly over?: (size: Size) => ReactNode;
}

/**
 * One picture that can be zoomed, panned and turned in its room. The room itself takes the focus: arrow keys, Page Up
 * and Page Down, Home and End move in it as in any page.
 */
export function PictureFrame({
  label,
  natural,
  view,
  onFit,
  onScale,
  hidden,
  link,
  onEdge,
  isFocused,
  over,
  ...picture
}: Props) {
  const { room, setRoom, setLoaded, space, scale, shown, box } = useShownSize(natural, view);

  useTold(scale, onScale);
  useJoined(room, link);
  useEffect(() => {
    if (isFocused) room?.focus();
  }, [isFocused, room]);
  useHeldPoint({ room, scale, box, fit: view.fit, onFit });

  return (
    <div
      className="view"
      ref={setRoom}
      tabIndex={0}
      role="region"
      aria-label={label}
      onKeyDown={(event) => {
        if (room !== null && onEdge !== undefined) leaveByKey(event, room, onEdge);
      }}
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
          <Picture
            {...picture}
            key={picture.src}
            whole={natural !== null && needsWhole(natural, scale * devicePixelRatio) ? picture.whole : null}
            hidden={hidden}
            onSize={setLoaded}
          />
          {hidden || over === undefined ? null : over(shown)}
        </div>
      </div>
    </div>
  );
}

/** The picture itself. What comes later lies over what is there already, so that nothing goes blank meanwhile. */
function Picture({
  src,
  meanwhile,
  whole,
  alt,
  hidden,
  onSize,
  onFail,
}: Pick<Props, 'src' | 'meanwhile' | 'whole' | 'alt' | 'hidden' | 'onFail'> & {
  readonly onSize: (size: Size) => void;
}) {
  const [there, setThere] = useState<string | null>(null);
  const [isTooMuch, setTooMuch] = useState(false);
  const wanted = isTooMuch ? src : (whole ?? src);
  const below = there === wanted ? null : (there ?? meanwhile);
  return (
    <>
      {below === null ? null : <img src={below} alt="" draggable={false} />}
      <img
        key={wanted}
        className={`${hidden ? 'veiled' : ''}${below === null ? '' : ' coming'}`}
        src={wanted}
        alt={alt}
        draggable={false}
        onLoad={(event) => {
          const { naturalWidth: width, naturalHeight: height } = event.currentTarget;
          if (width > 0 && height > 0) onSize({ width, height });
          setThere(wanted);
        }}
        onError={() => {
          if (there === null) onFail();
          // What is shown already stays, only less fine.
          else setTooMuch(true);
        }}
      />
    </>
  );
}

/** How large a picture is shown in its room, and what it takes up there when it is turned. */
function useShownSize(natural: Size | null, { fit, turn }: View) {
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const [loaded, setLoaded] = useState<Size | null>(null);
  const space = useRoom(room);
  const own = natural ?? loaded ?? { width: 800, height: 1000 };
  const scale = scaleOf(fit, turned(own, turn), space);
  const shown = { width: own.width * scale, height: own.height * scale };
  return { room, setRoom, setLoaded, space, scale, shown, box: turned(shown, turn) };
}

/** Lets a room move with the others, while they are linked. */
function useJoined(room: HTMLDivElement | null, { join }: ScrollLink): void {
  useEffect(() => (room === null ? undefined : join(room)), [room, join]);
}

/** Tells the scale, whenever it changes. */
function useTold(scale: number, onScale: (scale: number) => void): void {
  const latest = useRef(onScale);
  latest.current = onScale;
  useEffect(() => {
    latest.current(scale);
  }, [scale]);
}

/** Arrow and Page keys where there is nothing to scroll that way lead on. */
function leaveByKey(
  event: KeyboardEvent<HTMLDivElement>,
  room: HTMLDivElement,
  onEdge: (direction: Edge) => void,
): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const wide = room.scrollWidth > room.clientWidth + 1;
  const above = room.scrollTop > 1;
  const below = room.scrollTop + room.clientHeight < room.scrollHeight - 2;
  const edges: Readonly<Record<string, readonly [Edge, boolean]>> = {
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
