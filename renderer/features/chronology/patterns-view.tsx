import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { calendarChart } from '../../../shared/charts/calendar';
import { escalationChart } from '../../../shared/charts/escalation';
import { hoursChart } from '../../../shared/charts/hours';
import { silencesChart } from '../../../shared/charts/silences';
import { entryFilterSchema } from '../../../shared/models/entry-filter';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import { call, holdfast } from '../../kit/bridge';
import { useQuery, useSettled } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { AfterFigure } from './after-figure';
import { ChartFigure } from './chart-figure';
import { TimelineFigure } from './timeline-figure';

/** Milliseconds without a key before everything is drawn again. */
const drawnAfter = 250;

/** The entries of the filter, drawn: along time, by week and act, by day, by hour, where nothing happened, around an event. */
export function PatternsView({
  caseId,
  filter,
  turn,
  filterBar,
}: {
  readonly caseId: string;
  readonly filter: EntryFilter;
  readonly turn: number;
  readonly filterBar: ReactNode;
}) {
  const settled = useSettled(JSON.stringify(filter), drawnAfter);
  const patterns = useQuery(`patterns-${caseId}|${settled} ${turn}`, () =>
    call(holdfast.chronology.patterns({ caseId, filter: entryFilterSchema.parse(JSON.parse(settled)) })),
  );
  const { data } = patterns;
  const charts = useMemo(
    () =>
      data === null
        ? []
        : [escalationChart(data), calendarChart(data), hoursChart(data), silencesChart(data)],
    [data],
  );
  return (
    <>
      {filterBar}
      <Failure code={patterns.error} onRetry={patterns.reload} />
      {data === null && patterns.error === null ? <Skeleton height={300} /> : null}
      {data === null ? null : (
        <div className="charts">
          <TimelineFigure
            key={JSON.stringify(filter)}
            caseId={caseId}
            filter={filter}
            turn={turn}
            patterns={data}
          />
          {charts.map((chart) => (
            <ChartFigure key={chart.id} chart={chart} />
          ))}
          <AfterFigure caseId={caseId} filter={filter} turn={turn} triggers={data.triggers} />
        </div>
      )}
    </>
  );
}
