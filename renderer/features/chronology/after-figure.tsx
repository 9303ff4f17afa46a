import { useMemo, useState } from 'react';
import { afterEventChart } from '../../../shared/charts/after-event';
import { printDate } from '../../../shared/domain/dates/print';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import type { Patterns } from '../../../shared/models/patterns';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { SelectField } from '../../components/fields';
import { ChartFigure } from './chart-figure';

/** What followed a background event in time: a separation, a warning, an order, a hearing. */
export function AfterFigure({
  caseId,
  filter,
  turn,
  triggers,
}: {
  readonly caseId: string;
  readonly filter: EntryFilter;
  readonly turn: number;
  readonly triggers: Patterns['triggers'];
}) {
  const usable = triggers.filter(({ earliest }) => !earliest.startsWith('0000'));
  const [picked, setPicked] = useState<string | null>(null);
  const trigger = usable.find(({ id }) => id === picked)?.id ?? usable[0]?.id ?? null;
  const around = useQuery(`around-${caseId}|${trigger ?? ''} ${JSON.stringify(filter)} ${turn}`, () =>
    trigger === null ? Promise.resolve(null) : call(holdfast.chronology.around({ caseId, filter, trigger })),
  );
  const chart = useMemo(() => (around.data === null ? null : afterEventChart(around.data)), [around.data]);
  if (trigger === null)
    return (
      <section className="card chart" aria-label="Before and after an event">
        <h2>Before and after an event</h2>
        <p>
          There is no background event among these entries. Add what the conduct stands against, such as a
          separation, a warning or an order, as a background event, and the weeks around it are shown here.
        </p>
      </section>
    );
  if (around.error !== null) return <Failure code={around.error} />;
  if (chart === null) return null;
  return (
    <ChartFigure
      chart={chart}
      controls={
        <SelectField
          label="Event"
          value={trigger}
          onChange={setPicked}
          options={usable.map(({ id, title, earliest }) => ({
            id,
            label: `${printDate(earliest.slice(0, 10), null)}: ${title}`,
          }))}
          hideLabel
        />
      }
    />
  );
}
