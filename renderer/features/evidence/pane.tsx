import { Eye, EyeOff, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { Button, IconButton } from '../../components/button';
import { PdfTools } from './stage-pdf';
import { Stage, isPicture, veilable } from './stage';
import { isPlayable } from './stage-player';
import { holdsPictures } from '../../strings/kinds';
import { stepFrom } from './use-view';
import type { Fit, ScrollLink, View } from './use-view';
import { useVeil } from '../../components/picture/veil';

const noun: Readonly<Partial<Record<EvidenceDetail['kind'], string>>> = {
  image: 'picture',
  pdf: 'document',
  video: 'video',
};

export interface PaneProps {
  readonly item: EvidenceDetail;
  readonly view: View;
  readonly onView: (change: Partial<View>) => void;
  readonly revealed: boolean;
  readonly onReveal: (revealed: boolean) => void;
  readonly onScale: (scale: number) => void;
  readonly link: ScrollLink;
  readonly onEdge?: (direction: 'left' | 'right') => void;
  readonly isFocused: boolean;
  /** Above it, when there are two. */
  readonly caption?: ReactNode;
  /** Beside the tools of the view itself. */
  readonly tools?: ReactNode;
}

/** One item with the tools to look at it. Everything here changes only what is seen. */
export function Pane({
  item,
  view,
  onView,
  revealed,
  onReveal,
  onScale,
  link,
  onEdge,
  isFocused,
  caption,
  tools,
}: PaneProps) {
  const { veiled } = useVeil();
  const [scale, setScale] = useState(1);
  const mayHide = veiled && veilable.includes(item.kind) && (item.preview === 'ready' || isPlayable(item));
  const hidden = mayHide && !revealed;
  const what = noun[item.kind] ?? 'file';
  const pages = item.pages ?? 1;
  const picture = isPicture(item);
  const toWidth = view.fit === 'whole' || view.fit === 'auto';
  const fit = (next: Fit): void => {
    onView({ fit: next });
  };

  return (
    <section className="stage" aria-label={`${item.exhibitRef}, view`}>
      {caption === undefined ? null : <div className="caption">{caption}</div>}
      <div className="stage-room">
        <Stage
          item={item}
          view={view}
          onFit={fit}
          onScale={(now) => {
            setScale(now);
            onScale(now);
          }}
          hidden={hidden}
          link={link}
          isFocused={isFocused}
          onEdge={(direction) => {
            if (direction === 'left' || direction === 'right') onEdge?.(direction);
            else if (direction === 'up' && view.page > 1) onView({ page: view.page - 1 });
            else if (direction === 'down' && view.page < pages) onView({ page: view.page + 1 });
          }}
        />
        {hidden ? (
          <div className="veil">
            <Button
              icon={<Eye aria-hidden />}
              onPress={() => {
                onReveal(true);
              }}
            >
              {`Show this ${what}`}
            </Button>
          </div>
        ) : null}
      </div>
      {picture && item.pictures !== null ? <p className="holds-more small">{holdsPictures(item)}</p> : null}
      <div className="tools" role="group" aria-label={`View of ${item.exhibitRef}`}>
        {picture ? (
          <>
            <PdfTools
              pages={pages}
              page={view.page}
              onPage={(page) => {
                onView({ page });
              }}
            />
            <IconButton
              label="Smaller"
              icon={<ZoomOut aria-hidden />}
              onPress={() => {
                fit(stepFrom(scale, -1));
              }}
            />
            <Button
              label={`${Math.round(scale * 100)} %, change to its own size`}
              onPress={() => {
                fit(1);
              }}
            >
              <span className="num percent">{Math.round(scale * 100)} %</span>
            </Button>
            <IconButton
              label="Larger"
              icon={<ZoomIn aria-hidden />}
              onPress={() => {
                fit(stepFrom(scale, 1));
              }}
            />
            <Button
              onPress={() => {
                fit(toWidth ? 'width' : 'whole');
              }}
            >
              {toWidth ? 'Fit width' : 'Fit whole'}
            </Button>
            <IconButton
              label="Rotate the view"
              icon={<RotateCw aria-hidden />}
              onPress={() => {
                onView({ turn: ([1, 2, 3, 0] as const)[view.turn] });
              }}
            />
          </>
        ) : null}
        {mayHide && revealed ? (
          <IconButton
            label="Blur it again"
            icon={<EyeOff aria-hidden />}
            onPress={() => {
              onReveal(false);
            }}
          />
        ) : null}
        {tools}
      </div>
    </section>
  );
}
