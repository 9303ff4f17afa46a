import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Joined, LikeItem } from '../../../shared/models/likeness';
import { printBestDate } from '../../strings/dates';
import { joinText, placeText } from '../../strings/likeness';
import { useVeil } from '../../components/picture/veil';
import { surplus } from './cuts';
import { Slice } from './slice';
import { Unveil } from './unveil';

/** Where a point of the joined picture comes from. */
interface Place {
  readonly index: number;
  readonly row: number;
}

/** Which point of which part is under the pointer, or in the middle of the view. */
function usePlaceUnder(pieces: Joined['pieces']) {
  const [place, setPlace] = useState<Place | null>(null);
  const view = useRef<HTMLDivElement>(null);

  function placeAt(y: number): void {
    const clips = [...(view.current?.querySelectorAll<HTMLElement>('.clip') ?? [])];
    const index = clips.findIndex((clip) => clip.getBoundingClientRect().bottom > y);
    const [clip, piece] = [clips[index], pieces[index]];
    if (clip === undefined || piece === undefined) return;
    const box = clip.getBoundingClientRect();
    const part = Math.max(0, (y - box.top) / Math.max(1, box.height));
    setPlace({ index, row: piece.top + part * (piece.bottom - piece.top) });
  }
  const atMiddle = (): void => {
    const box = view.current?.getBoundingClientRect();
    if (box !== undefined) placeAt(box.top + box.height / 2);
  };
  useEffect(() => {
    const box = view.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(atMiddle);
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  });

  return { place, view, placeAt, atMiddle };
}

/**
 * Joined screenshots as one tall picture made of parts of the originals. Beside each part stands the exhibit it is a part of,
 * which opens it; a line above says where the point under the pointer comes from, or the one in the middle of the view.
 */
export function TallPicture({
  joined,
  onReveal,
  onOpen,
}: {
  readonly joined: Joined;
  readonly onReveal: () => void;
  readonly onOpen: (itemId: string) => void;
}) {
  const { veiled } = useVeil();
  const { pieces, joins } = joined;
  const { place, view, placeAt, atMiddle } = usePlaceUnder(pieces);
  const shown = place === null ? undefined : pieces[place.index];
  return (
    <div className="tall">
      <p className="source" dir="auto">
        {place === null || shown === undefined ? ' ' : placeText(shown.item, place.row)}
      </p>
      <div className="tall-frame">
        <div
          className="tall-view"
          ref={view}
          tabIndex={0}
          role="region"
          aria-label="The joined conversation"
          onScroll={atMiddle}
          onPointerMove={(event: PointerEvent) => {
            placeAt(event.clientY);
          }}
          onPointerLeave={atMiddle}
        >
          {pieces.map((piece, index) => (
            <div className="part" key={piece.item.id} data-first={index === 0 ? true : undefined}>
              <Break upper={pieces[index - 1]} join={joins[index - 1]} lower={piece} />
              <PartOf item={piece.item} onOpen={onOpen} />
              <Slice piece={piece} veiled={veiled} />
            </div>
          ))}
        </div>
        {veiled ? <Unveil several onPress={onReveal} /> : null}
      </div>
    </div>
  );
}

/** Says where a part does not simply go on from the one above it. */
function Break({
  upper,
  join,
  lower,
}: {
  readonly upper: Joined['pieces'][number] | undefined;
  readonly join: Joined['joins'][number] | undefined;
  readonly lower: Joined['pieces'][number];
}) {
  if (upper === undefined || join === undefined) return null;
  const by = surplus(join, upper, lower);
  if (join.kind === 'overlap' && by === 0) return null;
  return (
    <p className="break">
      <TriangleAlert size={15} aria-hidden />
      {joinText(join, upper.item.exhibitRef, lower.item.exhibitRef, by)}
    </p>
  );
}

/** The exhibit that a part is of, which it opens. */
function PartOf({ item, onOpen }: { readonly item: LikeItem; readonly onOpen: (itemId: string) => void }) {
  return (
    <div className="side">
      <AriaButton
        className="textlink"
        aria-label={`${item.exhibitRef}: open the original, ${item.title}, ${printBestDate(item.bestDate)}`}
        onPress={() => {
          onOpen(item.id);
        }}
      >
        {item.exhibitRef}
      </AriaButton>
      <span className="small">{printBestDate(item.bestDate)}</span>
    </div>
  );
}
