import { useEffect, useRef, useState } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { useMarkedPlace } from '../text/marked-place';
import { BothTools } from './both-tools';
import { ComparePicker } from './compare-picker';
import { FullScreen } from './full-screen';
import { InsideView } from './inside-view';
import { isPlayable } from './stage-player';
import { useSides } from './use-sides';
import type { Sides } from './use-sides';
import { useScrollLink } from './use-view';
import { useViewerKeys } from './use-viewer-keys';
import { AloneTools, ViewerPane } from './viewer-pane';

interface Props {
  readonly item: EvidenceDetail;
  readonly full: boolean;
  readonly onFull: (full: boolean) => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  /** Two exhibits need all the room there is. */
  readonly onComparing: (comparing: boolean) => void;
}

/** What is words and files inside is read, not looked at. */
const isRead = (item: EvidenceDetail): boolean =>
  item.preview !== 'ready' && item.reading !== 'none' && !isPlayable(item);

/**
 * The exhibit as it is, alone or beside another: zoom, turning and pages change only what is seen. What was shown
 * unblurred is blurred again on leaving, because all of this is forgotten with the screen.
 */
export function Viewer(props: Props) {
  const { item, full, onFull } = props;
  const [linked, setLinked] = useState(false);
  const [picking, setPicking] = useState(false);
  const beside = useBeside(props.onComparing);
  const { otherId, other, error } = beside;
  const comparing = otherId !== null;
  const sides = useSides(linked && comparing);
  const link = useScrollLink(linked);
  useMarkedPage(item.id, sides);
  const pick = (): void => {
    setPicking(true);
  };
  const end = (): void => {
    beside.setOtherId(null);
    sides.end();
  };
  useSideKeys({ ...props, sides, other, onBeside: comparing ? end : pick });

  if (isRead(item)) return <InsideView item={item} />;
  const toFull = full
    ? null
    : (): void => {
        onFull(true);
      };
  return (
    <>
      <InFull {...props}>
        <div className={`viewer${comparing ? ' comparing' : ''}`}>
          <Panes
            item={item}
            other={comparing ? other : null}
            error={error}
            full={full}
            sides={sides}
            link={link}
            alone={comparing ? null : aloneWith(props, pick, toFull)}
          />
          {comparing ? (
            <BothTools linked={linked} onLinked={setLinked} onAnother={pick} onFull={toFull} onEnd={end} />
          ) : null}
        </div>
      </InFull>
      {picking ? (
        <ComparePicker
          caseId={item.caseId}
          except={item.id}
          onChoose={(id) => {
            setPicking(false);
            sides.begin();
            beside.setOtherId(id);
          }}
          onClose={() => {
            setPicking(false);
          }}
        />
      ) : null}
    </>
  );
}

/** An exhibit that is alone leads on to its neighbours, and has tools of its own. */
const aloneWith = (
  { item, onPrevious, onNext }: Props,
  onBeside: () => void,
  onFull: (() => void) | null,
): ComponentProps<typeof ViewerPane>['alone'] => ({
  onEdge: (direction) => {
    (direction === 'left' ? onPrevious : onNext)?.();
  },
  tools: <AloneTools item={item} onBeside={onBeside} onFull={onFull} />,
});

function Panes({
  item,
  other,
  full,
  error,
  ...shared
}: Omit<ComponentProps<typeof ViewerPane>, 'side' | 'isFocused'> & {
  readonly other: EvidenceDetail | null;
  readonly full: boolean;
  /** Why the other one could not be read. */
  readonly error: ErrorCode | null;
}) {
  return (
    <div className="panes">
      <ViewerPane key={item.id} {...shared} side="first" item={item} isFocused={full} />
      {other === null ? null : (
        <ViewerPane key={other.id} {...shared} side="second" item={other} isFocused={false} />
      )}
      <Failure code={error} />
    </div>
  );
}

/** The exhibit beside the first, if somebody chose one. */
function useBeside(onComparing: (comparing: boolean) => void) {
  const [otherId, setOtherId] = useState<string | null>(null);
  const { data: other, error } = useQuery(`beside-${otherId ?? ''}`, () =>
    otherId === null ? Promise.resolve(null) : call(holdfast.evidence.get({ id: otherId })),
  );
  const comparing = otherId !== null;
  const told = useRef(onComparing);
  told.current = onComparing;
  useEffect(() => {
    told.current(comparing);
  }, [comparing]);
  return { otherId, setOtherId, other, error };
}

/** A place on another page was asked for: turn to it, once (react.dev, "Adjusting some state when a prop changes"). */
function useMarkedPage(itemId: string, sides: Sides): void {
  const marked = useMarkedPlace(itemId)?.page ?? null;
  const [shown, setShown] = useState(marked);
  if (marked === shown) return;
  setShown(marked);
  if (marked !== null) sides.turnTo('first', marked);
}

/** Over the whole window, or where the viewer stands on its screen. */
function InFull({
  item,
  full,
  onFull,
  onPrevious,
  onNext,
  children,
}: Pick<Props, 'item' | 'full' | 'onFull' | 'onPrevious' | 'onNext'> & { readonly children: ReactNode }) {
  if (!full) return children;
  return (
    <FullScreen
      title={`${item.exhibitRef} ${item.title}`}
      onLeave={() => {
        onFull(false);
      }}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      {children}
    </FullScreen>
  );
}

/** The keys of the viewer, which mean the side that was used last. */
function useSideKeys({
  item,
  other,
  sides,
  full,
  onFull,
  onPrevious,
  onNext,
  onBeside,
}: Pick<Props, 'item' | 'full' | 'onFull' | 'onPrevious' | 'onNext'> & {
  readonly other: EvidenceDetail | null;
  readonly sides: Sides;
  /** Begins to look at two, or ends it. */
  readonly onBeside: () => void;
}): void {
  const larger = (): void => {
    sides.zoom(1);
  };
  const fit = (to: 'whole' | 'width' | 1) => (): void => {
    sides.change(sides.active(), { fit: to });
  };
  const turnPage = (by: 1 | -1) => (): void => {
    const side = sides.active();
    const page = sides.views[side].page + by;
    const pages = (side === 'first' ? item : other)?.pages ?? 1;
    if (page >= 1 && page <= pages) sides.change(side, { page });
  };
  useViewerKeys({
    '+': larger,
    '=': larger,
    '-': () => {
      sides.zoom(-1);
    },
    '0': fit('whole'),
    '1': fit(1),
    w: fit('width'),
    r: () => {
      const side = sides.active();
      sides.change(side, { turn: ([1, 2, 3, 0] as const)[sides.views[side].turn] });
    },
    f: () => {
      onFull(!full);
    },
    b: () => {
      const side = sides.active();
      sides.reveal(side, !sides.revealed[side]);
    },
    c: onBeside,
    '[': turnPage(-1),
    ']': turnPage(1),
    // Outside of the full screen the page itself listens for these.
    ...(full ? { j: () => onNext?.(), k: () => onPrevious?.() } : {}),
  });
}
