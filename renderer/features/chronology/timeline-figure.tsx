import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import { timelineChart, wholeWindow } from '../../../shared/charts/timeline';
import type { TimelineWindow } from '../../../shared/charts/timeline';
import { dayFrom, dayNumber } from '../../../shared/domain/patterns/calendar';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import type { Patterns } from '../../../shared/models/patterns';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button, IconButton } from '../../components/button';
import { ChartFigure } from './chart-figure';

/** Days that are always in sight. */
const closest = 7;

/** A window made closer or wider and moved along, within the whole; null where it would be the whole. */
function moved(
  now: TimelineWindow,
  whole: TimelineWindow,
  scale: number,
  shift: number,
): TimelineWindow | null {
  const [from, to] = [dayNumber(now.from), dayNumber(now.to)];
  const days = Math.max(closest, Math.round((to - from + 1) * scale));
  const middle = (from + to) / 2 + shift * (to - from + 1);
  const [first, last] = [dayNumber(whole.from), dayNumber(whole.to)];
  if (days >= last - first + 1) return null;
  const begin = Math.min(Math.max(Math.round(middle - days / 2), first), last - days + 1);
  return { from: dayFrom(begin), to: dayFrom(begin + days - 1) };
}

/** The timeline, which can be looked at more closely and moved along; what is in sight is asked for anew. */
export function TimelineFigure({
  caseId,
  filter,
  turn,
  patterns,
}: {
  readonly caseId: string;
  readonly filter: EntryFilter;
  readonly turn: number;
  readonly patterns: Patterns;
}) {
  const whole = useMemo(() => wholeWindow(patterns), [patterns]);
  const [window, setWindow] = useState<TimelineWindow | null>(null);
  const part: EntryFilter | null = window === null ? null : { ...filter, from: window.from, to: window.to };
  // A part of what the filter leaves; of all but a filter there is no part that one filter could name.
  const canZoom = whole !== null && !filter.inverse && filter.from === null && filter.to === null;
  const inPart = useQuery(`timeline-${caseId}|${JSON.stringify(part)} ${turn}`, () =>
    part === null ? Promise.resolve(null) : call(holdfast.chronology.patterns({ caseId, filter: part })),
  );
  const shown = window === null ? patterns : (inPart.data ?? patterns);
  const chart = useMemo(() => timelineChart(shown, window), [shown, window]);

  const change = (scale: number, shift: number): void => {
    if (whole !== null) setWindow(moved(window ?? whole, whole, scale, shift));
  };

  return (
    <ChartFigure
      chart={chart}
      controls={
        canZoom ? (
          <TimelineTools
            isWhole={window === null}
            onChange={change}
            onAll={() => {
              setWindow(null);
            }}
          />
        ) : undefined
      }
    />
  );
}

function TimelineTools({
  isWhole,
  onChange,
  onAll,
}: {
  /** Whether all of it is in sight. */
  readonly isWhole: boolean;
  /** Makes what is in sight so many times as long, and moves it by a part of its length. */
  readonly onChange: (scale: number, shift: number) => void;
  readonly onAll: () => void;
}) {
  return (
    <div className="row" role="toolbar" aria-label="Timeline">
      <IconButton
        label="Earlier"
        icon={<ChevronLeft aria-hidden />}
        isDisabled={isWhole}
        onPress={() => {
          onChange(1, -0.5);
        }}
      />
      <IconButton
        label="Later"
        icon={<ChevronRight aria-hidden />}
        isDisabled={isWhole}
        onPress={() => {
          onChange(1, 0.5);
        }}
      />
      <IconButton
        label="Look closer"
        icon={<ZoomIn aria-hidden />}
        onPress={() => {
          onChange(0.5, 0);
        }}
      />
      <IconButton
        label="Look from further away"
        icon={<ZoomOut aria-hidden />}
        isDisabled={isWhole}
        onPress={() => {
          onChange(2, 0);
        }}
      />
      <Button variant="quiet" isDisabled={isWhole} onPress={onAll}>
        Show all
      </Button>
    </div>
  );
}
