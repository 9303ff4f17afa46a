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
export function Pane(props: PaneProps) {
  const { item, view, onView, revealed, onReveal, onEdge, caption, tools } = props;
  const { veiled } = useVeil();
  const [scale, setScale] = useState(1);
  const mayHide = veiled && veilable.includes(item.kind) && (item.preview === 'ready' || isPlayable(item));
  const hidden = mayHide && !revealed;
  const pages = item.pages ?? 1;
  const picture = isPicture(item);

  return (
    <section className="stage" aria-label={`${item.exhibitRef}, view`}>
      {caption === undefined ? null : <div className="caption">{caption}</div>}
      <div className="stage-room">
        <Stage
          item={item}
          view={view}
          onFit={(fit) => {
            onView({ fit });
          }}
          onScale={(now) => {
            setScale(now);
            props.onScale(now);
          }}
          hidden={hidden}
          link={props.link}
          isFocused={props.isFocused}
          onEdge={(direction) => {
            if (direction === 'left' || direction === 'right') onEdge?.(direction);
            else if (direction === 'up' && view.page > 1) onView({ page: view.page - 1 });
            else if (direction === 'down' && view.page < pages) onView({ page: view.page + 1 });
          }}
        />
        {hidden ? (
          <Veil
            what={noun[item.kind] ?? 'file'}
            onReveal={() => {
              onReveal(true);
            }}
          />
        ) : null}
      </div>
      {picture && item.pictures !== null ? <p className="holds-more small">{holdsPictures(item)}</p> : null}
      <div className="tools" role="group" aria-label={`View of ${item.exhibitRef}`}>
        {picture ? <PictureTools pages={pages} view={view} onView={onView} scale={scale} /> : null}
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

/** Over what is blurred: a picture may be hard to look at, so that nobody sees it unasked. */
function Veil({ what, onReveal }: { readonly what: string; readonly onReveal: () => void }) {
  return (
    <div className="veil">
      <Button icon={<Eye aria-hidden />} onPress={onReveal}>
        {`Show this ${what}`}
      </Button>
    </div>
  );
}

/** Pages, size and turning of a picture. */
function PictureTools({
  pages,
  view,
  onView,
  scale,
}: {
  readonly pages: number;
  readonly view: View;
  readonly onView: (change: Partial<View>) => void;
  /** That it is shown at. */
  readonly scale: number;
}) {
  const toWidth = view.fit === 'whole' || view.fit === 'auto';
  const fit = (next: Fit): void => {
    onView({ fit: next });
  };
  return (
    <>
      <PdfTools
        pages={pages}
        page={view.page}
        onPage={(page) => {
          onView({ page });
        }}
      />
      <ZoomTools scale={scale} onFit={fit} />
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
  );
}

function ZoomTools({ scale, onFit }: { readonly scale: number; readonly onFit: (fit: Fit) => void }) {
  const percent = Math.round(scale * 100);
  return (
    <>
      <IconButton
        label="Smaller"
        icon={<ZoomOut aria-hidden />}
        onPress={() => {
          onFit(stepFrom(scale, -1));
        }}
      />
      <Button
        label={`${percent} %, change to its own size`}
        onPress={() => {
          onFit(1);
        }}
      >
        <span className="num percent">{percent} %</span>
      </Button>
      <IconButton
        label="Larger"
        icon={<ZoomIn aria-hidden />}
        onPress={() => {
          onFit(stepFrom(scale, 1));
        }}
      />
    </>
  );
}
