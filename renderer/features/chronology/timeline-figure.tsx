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

  function change(scale: number, shift: number): void {
    if (whole === null) return;
    const now = window ?? whole;
    const [from, to] = [dayNumber(now.from), dayNumber(now.to)];
    const days = Math.max(closest, Math.round((to - from + 1) * scale));
    const middle = (from + to) / 2 + shift * (to - from + 1);
    const [first, last] = [dayNumber(whole.from), dayNumber(whole.to)];
    if (days >= last - first + 1) {
      setWindow(null);
      return;
    }
    const begin = Math.min(Math.max(Math.round(middle - days / 2), first), last - days + 1);
    setWindow({ from: dayFrom(begin), to: dayFrom(begin + days - 1) });
  }

  return (
    <ChartFigure
      chart={chart}
      controls={
        canZoom ? (
          <div className="row" role="toolbar" aria-label="Timeline">
            <IconButton
              label="Earlier"
              icon={<ChevronLeft aria-hidden />}
              isDisabled={window === null}
              onPress={() => {
                change(1, -0.5);
              }}
            />
            <IconButton
              label="Later"
              icon={<ChevronRight aria-hidden />}
              isDisabled={window === null}
              onPress={() => {
                change(1, 0.5);
              }}
            />
            <IconButton
              label="Look closer"
              icon={<ZoomIn aria-hidden />}
              onPress={() => {
                change(0.5, 0);
              }}
            />
            <IconButton
              label="Look from further away"
              icon={<ZoomOut aria-hidden />}
              isDisabled={window === null}
              onPress={() => {
                change(2, 0);
              }}
            />
            <Button
              variant="quiet"
              isDisabled={window === null}
              onPress={() => {
                setWindow(null);
              }}
            >
              Show all
            </Button>
          </div>
        ) : undefined
      }
    />
  );
}
