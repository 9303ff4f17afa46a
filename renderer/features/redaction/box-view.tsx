import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { dragBox, moveBox, resizeBox, stretchBox } from '../../../shared/domain/redaction/move-box';
import type { Direction } from '../../../shared/domain/redaction/move-box';
import { boxName } from '../../strings/redaction';
import type { EditedBox, EditorAction } from './editor-state';

/** Shares of the page that a press of an arrow key moves an edge by. */
const steps = { plain: 0.01, fine: 0.002 } as const;

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Where the box lies, in the words of whoever moves it with the keyboard. */
export function whereText({ x, y, width, height }: EditedBox): string {
  const share = (part: number): string => String(Math.round(part * 1000) / 10);
  return `${share(x)} % from the left, ${share(y)} % from the top, ${share(width)} % wide, ${share(height)} % high`;
}

/** One box on the page: moved and stretched with the mouse or the arrow keys. */
export function BoxView({
  box,
  number,
  isSelected,
  isFinal,
  sheet,
  onAction,
  onSay,
  onLeave,
}: {
  readonly box: EditedBox;
  readonly number: number;
  readonly isSelected: boolean;
  /** Shown as it will be in the copy. */
  readonly isFinal: boolean;
  /** Size of the page as it is shown, in pixels. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly onAction: (action: EditorAction) => void;
  readonly onSay: (words: string) => void;
  readonly onLeave: () => void;
}) {
  const drag = useRef<{
    readonly how: 'move' | 'stretch';
    readonly x: number;
    readonly y: number;
    readonly from: EditedBox;
  } | null>(null);
  const { key } = box;

  function press(event: KeyboardEvent): void {
    const direction = directions[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const step = event.ctrlKey || event.metaKey ? steps.fine : steps.plain;
      const place = event.shiftKey ? resizeBox(box, direction, step) : moveBox(box, direction, step);
      onAction({ type: 'place', key, place: sides(place) });
      onSay(whereText(place));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onAction({ type: 'remove', key });
      onSay(`Box ${number} removed`);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
  }

  function grab(event: PointerEvent, how: 'move' | 'stretch'): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { how, x: event.clientX, y: event.clientY, from: box };
    onAction({ type: 'select', key });
  }
  function pull(event: PointerEvent): void {
    const held = drag.current;
    if (held === null) return;
    const across = (event.clientX - held.x) / sheet.width;
    const down = (event.clientY - held.y) / sheet.height;
    if (across === 0 && down === 0) return;
    const place =
      held.how === 'move' ? dragBox(held.from, across, down) : stretchBox(held.from, across, down);
    onAction({ type: 'place', key, place: sides(place) });
  }
  function drop(): void {
    if (drag.current === null) return;
    drag.current = null;
    onAction({ type: 'settle' });
  }

  const letters = Math.min(
    box.height * sheet.height * 0.6,
    Math.max(sheet.width, sheet.height) * 0.022,
    (box.width * sheet.width) / Math.max(1, box.words.length * 0.62),
  );
  return (
    <div
      className={`redact-box${isFinal ? ' final' : ''}`}
      data-box={key}
      data-selected={isSelected || undefined}
      role="button"
      tabIndex={0}
      // What is printed in it is part of its name: somebody may call it by what they see.
      aria-label={box.words.trim() === '' ? boxName(box, number) : `${boxName(box, number)}, ${box.words}`}
      aria-pressed={isSelected}
      aria-describedby="redact-keys"
      style={{
        insetInlineStart: `${box.x * 100}%`,
        top: `${box.y * 100}%`,
        width: `${box.width * 100}%`,
        height: `${box.height * 100}%`,
      }}
      onKeyDown={press}
      onKeyUp={(event) => {
        if (event.key in directions) onAction({ type: 'settle' });
      }}
      onFocus={() => {
        onAction({ type: 'select', key });
      }}
      onPointerDown={(event) => {
        grab(event, 'move');
      }}
      onPointerMove={pull}
      onPointerUp={drop}
      onPointerCancel={drop}
    >
      {box.words.trim() === '' || letters < 4 ? null : (
        <span className="printed" style={{ fontSize: letters }} aria-hidden>
          {box.words}
        </span>
      )}
      {isFinal ? null : (
        <>
          <span className="number" aria-hidden data-number={number} />
          <span
            className="corner"
            aria-hidden
            onPointerDown={(event) => {
              grab(event, 'stretch');
            }}
            onPointerMove={pull}
            onPointerUp={drop}
            onPointerCancel={drop}
          />
        </>
      )}
    </div>
  );
}

function sides({ x, y, width, height }: EditedBox) {
  return { x, y, width, height };
}
