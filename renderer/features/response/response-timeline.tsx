import { useMemo } from 'react';
import { responseChart } from '../../../shared/charts/response';
import { responseTimeline } from '../../../shared/domain/casework/response/timeline';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { today } from '../../kit/today';
import { ChartFigure } from '../chronology/chart-figure';
import { useResponse } from './use-response';
import type { Response } from './use-response';

/** Incidents above and the response below, on one axis: for any screen of a case. */
export function ResponseTimeline({ caseId }: { readonly caseId: string }) {
  const { response, error, reload } = useResponse(caseId);
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  return response === null ? <Skeleton height={240} /> : <TimelineOf response={response} />;
}

/** The same of what was read already. */
export function TimelineOf({ response }: { readonly response: Response }) {
  const day = today();
  const chart = useMemo(
    () =>
      responseChart(
        responseTimeline({
          ...{ entries: response.facts.entries, orders: response.facts.orders },
          ...{ hearings: response.facts.hearings, reports: response.reports, requests: response.requests },
          ...{ events: response.events, statements: response.statements },
        }),
        day,
      ),
    [response, day],
  );
  return <ChartFigure chart={chart} />;
}
