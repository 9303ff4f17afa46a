import { ChevronLeft, ChevronRight, Plus, ZoomIn, ZoomOut } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { boxBetween } from '../../../shared/domain/redaction/move-box';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { Button, IconButton } from '../../components/button';
import { counted } from '../../strings/counts';
import { pageUrl } from '../../components/picture/media-url';
import { useVeil } from '../../components/picture/veil';
import { BoxView } from './box-view';
import { inOrder } from './editor-state';
import type { EditorAction, EditorState } from './editor-state';
import { useSheetSize } from './sheet-size';
import type { Size } from './sheet-size';
import { VeilCover } from './veil-cover';

const zooms: readonly number[] = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];
/** A box that the keyboard adds: a line of text, in the middle of what is seen. */
const added = { width: 0.3, height: 0.04 } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The page, large, with its boxes: draw with the mouse, or add, move and stretch with the keyboard. */
export function PageStage({
  item,
  state,
  isFinal,
  onAction,
}: {
  readonly item: EvidenceDetail;
  readonly state: EditorState;
  readonly isFinal: boolean;
  readonly onAction: (action: EditorAction) => void;
}) {
  const { veiled } = useVeil();
  const [revealed, setRevealed] = useState(false);
  const [zoom, setZoom] = useState<number | null>(null);
  const [natural, setNatural] = useState<Size | null>(null);
  const [drawn, setDrawn] = useState<{ readonly from: Point; readonly to: Point } | null>(null);
  const [said, setSaid] = useState('');
  const view = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const wantFocus = useRef(false);
  const size = useSheetSize(view, natural, zoom);
  const { page, boxes, selected } = state;
  const pages = item.pages ?? 1;
  const isPdf = item.kind === 'pdf';
  const hidden = veiled && !revealed && !isPdf;
  const order = inOrder(boxes);
  const here = order.filter((box) => box.page === page);

  // After a box was added or taken away by keyboard, the focus goes where the work goes on.
  useLayoutEffect(() => {
    if (!wantFocus.current) return;
    wantFocus.current = false;
    const next = sheet.current?.querySelector<HTMLElement>(`[data-box="${selected ?? ''}"]`);
    (next ?? view.current)?.focus();
  }, [boxes, selected]);

  function act(action: EditorAction): void {
    if (action.type === 'remove') wantFocus.current = true;
    onAction(action);
  }

  function addInTheMiddle(): void {
    const [frame, paper] = [view.current?.getBoundingClientRect(), sheet.current?.getBoundingClientRect()];
    if (frame === undefined || paper === undefined || paper.width === 0) return;
    const middle = (from: number, to: number, start: number, length: number, box: number): number =>
      Math.min(1 - box, Math.max(0, ((from + to) / 2 - start) / length - box / 2));
    const x = middle(
      Math.max(frame.left, paper.left),
      Math.min(frame.right, paper.right),
      paper.left,
      paper.width,
      added.width,
    );
    const y = middle(
      Math.max(frame.top, paper.top),
      Math.min(frame.bottom, paper.bottom),
      paper.top,
      paper.height,
      added.height,
    );
    wantFocus.current = true;
    onAction({ type: 'add', places: [{ page, x, y, ...added }] });
    setSaid('Box added. Arrow keys move it, with Shift they change its size.');
  }

  function pointOf(event: PointerEvent): Point {
    const paper = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - paper.left) / paper.width, y: (event.clientY - paper.top) / paper.height };
  }
  const ghost = drawn === null ? null : boxBetween(drawn.from, drawn.to);

  const change = (direction: 1 | -1): void => {
    const now = zoom ?? (size === null || natural === null ? 1 : size.width / natural.width);
    const next =
      direction === 1 ? zooms.find((step) => step > now + 0.01) : zooms.findLast((step) => step < now - 0.01);
    if (next !== undefined) setZoom(next);
  };

  return (
    <div className="stage redact-stage">
      <div className="stage-room">
        <div
          className="view"
          ref={view}
          tabIndex={0}
          role="region"
          aria-label={`${item.exhibitRef}${pages > 1 ? `, page ${page} of ${pages}` : ''}, ${counted(here.length, 'box', 'boxes')}`}
        >
          <div
            ref={sheet}
            className={`redact-sheet${isFinal ? ' final' : ''}`}
            style={size ?? { visibility: 'hidden' }}
            onPointerDown={(event) => {
              if (event.button !== 0 || hidden || isFinal) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              const point = pointOf(event);
              setDrawn({ from: point, to: point });
            }}
            onPointerMove={(event) => {
              if (drawn !== null) setDrawn({ from: drawn.from, to: pointOf(event) });
            }}
            onPointerUp={() => {
              setDrawn(null);
              if (ghost === null) return;
              wantFocus.current = true;
              onAction({ type: 'add', places: [{ page, ...ghost }] });
            }}
            onPointerCancel={() => {
              setDrawn(null);
            }}
          >
            <img
              key={`${item.id} ${page}`}
              className={hidden ? 'veiled' : ''}
              src={pageUrl(item.id, page)}
              alt={`${item.exhibitRef}, ${item.title}`}
              draggable={false}
              onLoad={({ currentTarget }) => {
                setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight });
              }}
            />
            {size === null || hidden
              ? null
              : here.map((box) => (
                  <BoxView
                    key={box.key}
                    box={box}
                    number={order.indexOf(box) + 1}
                    isSelected={box.key === selected}
                    isFinal={isFinal}
                    sheet={size}
                    onAction={act}
                    onSay={setSaid}
                    onLeave={() => view.current?.focus()}
                  />
                ))}
            {ghost === null ? null : (
              <div
                className="redact-ghost"
                style={{
                  insetInlineStart: `${ghost.x * 100}%`,
                  top: `${ghost.y * 100}%`,
                  width: `${ghost.width * 100}%`,
                  height: `${ghost.height * 100}%`,
                }}
              />
            )}
          </div>
        </div>
        {hidden ? (
          <VeilCover
            onReveal={() => {
              setRevealed(true);
            }}
          />
        ) : null}
      </div>
      <p id="redact-keys" className="hidden-visually">
        Arrow keys move the box, with Shift they change its size, with Control in small steps. Delete removes
        it.
      </p>
      <div className="hidden-visually" role="status">
        {said}
      </div>
      <div className="tools" role="group" aria-label="Page">
        {pages > 1 ? (
          <>
            <IconButton
              label="Previous page"
              icon={<ChevronLeft aria-hidden />}
              isDisabled={page === 1}
              onPress={() => {
                onAction({ type: 'page', page: page - 1 });
              }}
            />
            <span className="num" style={{ alignSelf: 'center' }} role="status">
              page {page} of {pages}
            </span>
            <IconButton
              label="Next page"
              icon={<ChevronRight aria-hidden />}
              isDisabled={page === pages}
              onPress={() => {
                onAction({ type: 'page', page: page + 1 });
              }}
            />
          </>
        ) : null}
        <Button icon={<Plus aria-hidden />} isDisabled={hidden || size === null} onPress={addInTheMiddle}>
          Add box
        </Button>
        <IconButton
          label="Smaller"
          icon={<ZoomOut aria-hidden />}
          onPress={() => {
            change(-1);
          }}
        />
        <Button
          onPress={() => {
            setZoom(zoom === null ? 1 : null);
          }}
        >
          {zoom === null ? 'Fit' : `${Math.round(zoom * 100)} %`}
        </Button>
        <IconButton
          label="Larger"
          icon={<ZoomIn aria-hidden />}
          onPress={() => {
            change(1);
          }}
        />
      </div>
    </div>
  );
}
