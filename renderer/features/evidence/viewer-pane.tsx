import { Columns2, Maximize2 } from 'lucide-react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { Button } from '../../components/button';
import { printBestDate } from '../../strings/dates';
import { sideBySide } from '../../strings/evidence';
import { Pane } from './pane';
import type { PaneProps } from './pane';
import { isPicture } from './stage';
import type { Side, Sides } from './use-sides';
import type { ScrollLink } from './use-view';

/** One side of the viewer. `alone`: what can be done with an exhibit that has the viewer to itself. */
export function ViewerPane({
  side,
  item,
  sides,
  link,
  isFocused,
  alone,
}: {
  readonly side: Side;
  readonly item: EvidenceDetail;
  readonly sides: Sides;
  readonly link: ScrollLink;
  readonly isFocused: boolean;
  readonly alone: Pick<PaneProps, 'onEdge' | 'tools'> | null;
}) {
  const use = (): void => {
    sides.use(side);
  };
  return (
    <div className="pane" onFocus={use} onPointerDown={use}>
      <Pane
        item={item}
        view={sides.views[side]}
        onView={(what) => {
          sides.change(side, what);
        }}
        revealed={sides.revealed[side]}
        onReveal={(now) => {
          sides.reveal(side, now);
        }}
        onScale={(scale) => {
          sides.tellScale(side, scale);
        }}
        link={link}
        isFocused={isFocused}
        {...(alone ?? { caption: <Caption item={item} /> })}
      />
    </div>
  );
}

function Caption({ item }: { readonly item: EvidenceDetail }) {
  return (
    <>
      <strong dir="auto" className="one-line">
        {item.exhibitRef} {item.title}
      </strong>
      <span className="small">{printBestDate(item.bestDate)}</span>
    </>
  );
}

/** Beside the tools of an exhibit that is alone: another one to its side, and the whole window. */
export function AloneTools({
  item,
  onBeside,
  onFull,
}: {
  readonly item: EvidenceDetail;
  readonly onBeside: () => void;
  /** Null when it is over the whole window already. */
  readonly onFull: (() => void) | null;
}) {
  return (
    <>
      {isPicture(item) ? (
        <Button icon={<Columns2 aria-hidden />} onPress={onBeside}>
          {sideBySide.begin}
        </Button>
      ) : null}
      {onFull === null ? null : (
        <Button icon={<Maximize2 aria-hidden />} onPress={onFull}>
          {sideBySide.full}
        </Button>
      )}
    </>
  );
}
