import { Columns2, Link2, Maximize2, Unlink2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { printBestDate } from '../../strings/dates';
import { useMarkedPlace } from '../text/marked-place';
import { ComparePicker } from './compare-picker';
import { FullScreen } from './full-screen';
import { InsideView } from './inside-view';
import { Pane } from './pane';
import { isPicture } from './stage';
import { isPlayable } from './stage-player';
import { firstView, stepFrom, useScrollLink } from './use-view';
import type { View } from './use-view';
import { useViewerKeys } from './use-viewer-keys';

interface Props {
  readonly item: EvidenceDetail;
  readonly full: boolean;
  readonly onFull: (full: boolean) => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  /** Two exhibits need all the room there is. */
  readonly onComparing: (comparing: boolean) => void;
}

type Side = 'first' | 'second';

/**
 * The exhibit as it is, alone or beside another: zoom, turning and pages change only what is seen. What was shown
 * unblurred is blurred again on leaving, because all of this is forgotten with the screen.
 */
export function Viewer({ item, full, onFull, onPrevious, onNext, onComparing }: Props) {
  const [views, setViews] = useState<Readonly<Record<Side, View>>>({ first: firstView, second: firstView });
  const [revealed, setRevealed] = useState<Readonly<Record<Side, boolean>>>({ first: false, second: false });
  const [otherId, setOtherId] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const [linked, setLinked] = useState(false);
  const active = useRef<Side>('first');
  const scales = useRef<Record<Side, number>>({ first: 1, second: 1 });
  const link = useScrollLink(linked);
  const { data: other, error } = useQuery(`beside-${otherId ?? ''}`, () =>
    otherId === null ? Promise.resolve(null) : call(holdfast.evidence.get({ id: otherId })),
  );
  const comparing = otherId !== null;
  const markedPage = useMarkedPlace(item.id)?.page ?? null;
  const [shownMark, setShownMark] = useState(markedPage);
  // A place on another page was asked for: turn to it, once (react.dev, "Adjusting some state when a prop changes").
  if (markedPage !== shownMark) {
    setShownMark(markedPage);
    if (markedPage !== null) setViews({ ...views, first: { ...views.first, page: markedPage } });
  }
  const told = useRef(onComparing);
  told.current = onComparing;
  useEffect(() => {
    told.current(comparing);
  }, [comparing]);

  function change(side: Side, what: Partial<View>): void {
    const { page: _page, ...shared } = what;
    setViews((before) => {
      const both = linked && comparing;
      const next = { ...before, [side]: { ...before[side], ...what } };
      const far = side === 'first' ? 'second' : 'first';
      return both ? { ...next, [far]: { ...before[far], ...shared } } : next;
    });
  }
  const zoom = (direction: 1 | -1): void => {
    const side = active.current;
    change(side, { fit: stepFrom(scales.current[side], direction) });
  };
  const shownSide = (side: Side): EvidenceDetail | null => (side === 'first' ? item : other);
  const turnPage = (by: 1 | -1): void => {
    const side = active.current;
    const page = views[side].page + by;
    if (page >= 1 && page <= (shownSide(side)?.pages ?? 1)) change(side, { page });
  };
  const close = (): void => {
    setOtherId(null);
    active.current = 'first';
    setRevealed((before) => ({ ...before, second: false }));
  };

  useViewerKeys({
    '+': () => {
      zoom(1);
    },
    '=': () => {
      zoom(1);
    },
    '-': () => {
      zoom(-1);
    },
    '0': () => {
      change(active.current, { fit: 'whole' });
    },
    '1': () => {
      change(active.current, { fit: 1 });
    },
    w: () => {
      change(active.current, { fit: 'width' });
    },
    r: () => {
      const side = active.current;
      change(side, { turn: ([1, 2, 3, 0] as const)[views[side].turn] });
    },
    f: () => {
      onFull(!full);
    },
    b: () => {
      const side = active.current;
      setRevealed((before) => ({ ...before, [side]: !before[side] }));
    },
    c: () => {
      if (comparing) close();
      else setPicking(true);
    },
    '[': () => {
      turnPage(-1);
    },
    ']': () => {
      turnPage(1);
    },
    // Outside of the full screen the page itself listens for these.
    ...(full ? { j: () => onNext?.(), k: () => onPrevious?.() } : {}),
  });

  const pane = (side: Side, shown: EvidenceDetail) => (
    <div
      className="pane"
      key={shown.id}
      onFocus={() => {
        active.current = side;
      }}
      onPointerDown={() => {
        active.current = side;
      }}
    >
      <Pane
        item={shown}
        view={views[side]}
        onView={(what) => {
          change(side, what);
        }}
        revealed={revealed[side]}
        onReveal={(now) => {
          setRevealed((before) => ({ ...before, [side]: now }));
        }}
        onScale={(scale) => {
          scales.current[side] = scale;
        }}
        link={link}
        isFocused={full && side === 'first'}
        {...(comparing
          ? {
              caption: (
                <>
                  <strong dir="auto" className="one-line">
                    {shown.exhibitRef} {shown.title}
                  </strong>
                  <span className="small">{printBestDate(shown.bestDate)}</span>
                </>
              ),
            }
          : {
              onEdge: (direction: 'left' | 'right') => {
                (direction === 'left' ? onPrevious : onNext)?.();
              },
              tools: (
                <>
                  {isPicture(shown) ? (
                    <Button
                      icon={<Columns2 aria-hidden />}
                      onPress={() => {
                        setPicking(true);
                      }}
                    >
                      Side by side
                    </Button>
                  ) : null}
                  {full ? null : (
                    <Button
                      icon={<Maximize2 aria-hidden />}
                      onPress={() => {
                        onFull(true);
                      }}
                    >
                      Full screen
                    </Button>
                  )}
                </>
              ),
            })}
      />
    </div>
  );

  // What is words and files inside is read, not looked at.
  if (item.preview !== 'ready' && item.reading !== 'none' && !isPlayable(item))
    return <InsideView item={item} />;

  const stages = (
    <div className={`viewer${comparing ? ' comparing' : ''}`}>
      <div className="panes">
        {pane('first', item)}
        {comparing && other !== null ? pane('second', other) : null}
        <Failure code={error} />
      </div>
      {comparing ? (
        <div className="both stage-tools" role="group" aria-label="Both exhibits">
          <Button
            icon={linked ? <Unlink2 aria-hidden /> : <Link2 aria-hidden />}
            onPress={() => {
              setLinked(!linked);
            }}
          >
            {linked ? 'Move them apart' : 'Move them together'}
          </Button>
          <Button
            icon={<Columns2 aria-hidden />}
            onPress={() => {
              setPicking(true);
            }}
          >
            Another exhibit
          </Button>
          {full ? null : (
            <Button
              icon={<Maximize2 aria-hidden />}
              onPress={() => {
                onFull(true);
              }}
            >
              Full screen
            </Button>
          )}
          <Button icon={<X aria-hidden />} onPress={close}>
            End side by side
          </Button>
        </div>
      ) : null}
    </div>
  );

  return (
    <>
      {full ? (
        <FullScreen
          title={`${item.exhibitRef} ${item.title}`}
          onLeave={() => {
            onFull(false);
          }}
          onPrevious={onPrevious}
          onNext={onNext}
        >
          {stages}
        </FullScreen>
      ) : (
        stages
      )}
      {picking ? (
        <ComparePicker
          caseId={item.caseId}
          except={item.id}
          onChoose={(id) => {
            setPicking(false);
            setViews((before) => ({ ...before, second: firstView }));
            setRevealed((before) => ({ ...before, second: false }));
            setOtherId(id);
          }}
          onClose={() => {
            setPicking(false);
          }}
        />
      ) : null}
    </>
  );
}
