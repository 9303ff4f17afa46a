import { ChevronLeft, ChevronRight, Eye, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { Button, IconButton } from '../../components/button';
import { reasonText } from '../../strings/errors';
import { useMarkedPlace } from '../text/marked-place';
import { ItemTextLayer } from '../text/text-layer';
import { pageUrl, previewUrl } from './media-url';
import { useVeil } from './veil';

const steps: readonly number[] = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

/** The picture or page, as it is: zoom and turning change only what is seen. */
export function Viewer({ item }: { readonly item: EvidenceDetail }) {
  const { veiled } = useVeil();
  const [zoom, setZoom] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  const [page, setPage] = useState(1);
  const [revealed, setRevealed] = useState(false);
  const [failed, setFailed] = useState(false);
  const marked = useMarkedPlace(item.id);
  const [seen, setSeen] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const markedPage = marked?.page ?? null;
  const [shownMark, setShownMark] = useState(markedPage);
  // A place on another page was asked for: turn to it, once (react.dev, "Adjusting some state when a prop changes").
  if (markedPage !== shownMark) {
    setShownMark(markedPage);
    if (markedPage !== null) setPage(markedPage);
  }
  const hidden = veiled && !revealed && item.kind === 'image';
  const pages = item.pages ?? 1;

  if (item.preview !== 'ready' || failed) {
    return (
      <div className="stage">
        <div className="view">
          <p style={{ maxWidth: 360, textAlign: 'center' }}>
            {reasonText(item.previewReason) || 'It cannot be shown now.'} The file itself is stored, whole and
            unchanged.
          </p>
        </div>
      </div>
    );
  }

  const change = (direction: 1 | -1): void => {
    const now = zoom ?? 0.5;
    const next = direction === 1 ? steps.find((step) => step > now) : steps.findLast((step) => step < now);
    if (next !== undefined) setZoom(next);
  };
  const natural = item.kind === 'pdf' ? (item.width ?? 900) : (item.width ?? 800);
  return (
    <div className="stage">
      <div className="view" tabIndex={0} role="region" aria-label={`${item.exhibitRef}, ${item.title}`}>
        <div
          className="picture-box"
          style={{
            ...(seen === null
              ? {}
              : {
                  aspectRatio: `${seen.width} / ${seen.height}`,
                  width:
                    zoom === null
                      ? `min(100cqw, calc(100cqh * ${seen.width / seen.height}), ${seen.width}px)`
                      : natural * zoom,
                }),
            ...(turn === 0 ? {} : { transform: `rotate(${turn}deg)` }),
          }}
        >
          <img
            key={`${item.id} ${page}`}
            className={`${seen === null ? 'fit' : ''} ${hidden ? 'veiled' : ''}`}
            src={item.kind === 'pdf' ? pageUrl(item.id, page) : previewUrl(item.id)}
            alt={`${item.exhibitRef}, ${item.title}${item.kind === 'pdf' ? `, page ${page} of ${pages}` : ''}`}
            draggable={false}
            onLoad={({ currentTarget }) => {
              setSeen({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight });
            }}
            onError={() => {
              setFailed(true);
            }}
          />
          {hidden || seen === null ? null : <ItemTextLayer itemId={item.id} page={page} />}
        </div>
      </div>
      {hidden ? (
        <div className="veil">
          <Button
            icon={<Eye aria-hidden />}
            onPress={() => {
              setRevealed(true);
            }}
          >
            Show this picture
          </Button>
        </div>
      ) : null}
      <div className="tools" role="group" aria-label="View">
        {item.kind === 'pdf' && pages > 1 ? (
          <>
            <IconButton
              label="Previous page"
              icon={<ChevronLeft aria-hidden />}
              isDisabled={page === 1}
              onPress={() => {
                setPage(page - 1);
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
                setPage(page + 1);
              }}
            />
          </>
        ) : null}
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
        <Button
          icon={<RotateCw aria-hidden />}
          onPress={() => {
            setTurn((turn + 90) % 360);
          }}
        >
          Rotate view
        </Button>
      </div>
    </div>
  );
}
