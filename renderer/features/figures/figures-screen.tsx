import { BarChart3 } from 'lucide-react';
import { useState } from 'react';
import { figuresChart } from '../../../shared/charts/figures';
import { quarterOf, quartersUntil } from '../../../shared/domain/figures/quarters';
import { figureWords } from '../../../shared/domain/figures/words';
import { usualThreshold } from '../../../shared/models/figures';
import type { FigureTable, FiguresChoice, FiguresReport } from '../../../shared/models/figures';
import { Failure } from '../../components/failure';
import { EmptyState, Notice, PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { today } from '../../kit/today';
import { figuresText as words } from '../../strings/figures';
import { roomNames } from '../../strings/rooms';
import { ChartFigure } from '../chronology/chart-figure';
import '../chronology/chronology.css';
import { FiguresChoices } from './figures-choices';
import { FiguresTable } from './figures-table';
import { SaveFigures } from './save-figures';
import './figures.css';

/** Quarters that can be the last of a period. */
const mostBack = 20;

/** Figures over the caseload: for the office with every count, for somebody else anonymised. */
export function FiguresScreen() {
  const [now] = useState(() => quarterOf(today()));
  const [choice, setChoice] = useState<FiguresChoice>({
    ...{ last: now, quarters: 4, isAnonymised: true, threshold: usualThreshold, showZero: true },
  });
  const { data, error, reload } = useQuery(
    `figures-${JSON.stringify(choice)}`,
    () => call(holdfast.figures.report(choice)),
    ['records', 'chronology', 'cases'],
  );
  return (
    <>
      <PageHeader
        title={roomNames.figures}
        summary={words.summary}
        actions={<SaveFigures choice={choice} />}
      />
      <FiguresChoices
        choice={choice}
        lasts={quartersUntil(now, mostBack).toReversed()}
        onChange={setChoice}
      />
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {data === null ? error === null ? <Skeleton height={320} /> : null : <Report report={data} />}
    </>
  );
}

/** The first table of each topic: its line for all is drawn. */
function firstOfEach(tables: readonly FigureTable[]): readonly FigureTable[] {
  const topic = ({ id }: FigureTable): string => id.split('-')[0] ?? '';
  return tables.filter((each, nth) => tables.findIndex((other) => topic(other) === topic(each)) === nth);
}

function isNothing({ tables, hidden }: FiguresReport): boolean {
  return (
    hidden === 0 && tables.every(({ rows }) => rows.every(({ cells }) => cells.every((each) => each === 0)))
  );
}

function Report({ report }: { readonly report: FiguresReport }) {
  if (isNothing(report))
    return (
      <EmptyState icon={<BarChart3 />} title={words.emptyTitle}>
        {words.empty}
      </EmptyState>
    );
  const { choice, tables, medianDays, period, hidden } = report;
  return (
    <div className="stack">
      {choice.isAnonymised ? (
        <Notice title={`${period}. ${words.hidden(hidden)}`}>
          {figureWords.rule(report).map((each) => (
            <p key={each}>{each}</p>
          ))}
        </Notice>
      ) : (
        <Notice tone="amber" title={period}>
          {words.officeOnly}
        </Notice>
      )}
      {medianDays === null ? null : <p>{figureWords.median(medianDays)}</p>}
      {firstOfEach(tables).map((table) => (
        <ChartFigure key={table.id} chart={figuresChart(table)} />
      ))}
      {tables.map((table) => (
        <FiguresTable key={table.id} table={table} />
      ))}
    </div>
  );
}
