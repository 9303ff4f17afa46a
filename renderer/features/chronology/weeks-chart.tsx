import { memo } from 'react';
import { printDate, shortMonths } from '../../../shared/domain/dates/print';
import type { Patterns } from '../../../shared/models/patterns';
import { counted } from '../../strings/counts';

const height = 52;

/** Incidents a week as bars, with the same said in words: the chronology at a glance. */
export const WeeksChart = memo(function WeeksChart({ weeks }: { readonly weeks: Patterns['weeks'] }) {
  const highest = Math.max(1, ...weeks.map(({ count }) => count));
  const busiest = weeks.find(({ count }) => count === highest);
  if (weeks.length < 3 || busiest === undefined) return null;
  const step = 1000 / weeks.length;
  const empty = weeks.filter(({ count }) => count === 0).length;
  const words = `Incidents a week. The most are ${highest}, in the week from ${printDate(busiest.week, null)}; ${empty} of ${counted(weeks.length, 'week', 'weeks')} have none.`;
  // A label at the first week of a month, of as many months as there is room for.
  const every = Math.ceil(weeks.length / 52);
  const labels = weeks.flatMap((week, index) => {
    const month = Number(week.week.slice(5, 7));
    const before = weeks[index - 1];
    const isNew = before === undefined || before.week.slice(5, 7) !== week.week.slice(5, 7);
    if (!isNew || (month - 1) % every !== 0) return [];
    const name = shortMonths[month - 1] ?? '';
    // The next month would lie over it.
    const next = weeks[index + 2];
    if (next !== undefined && next.week.slice(5, 7) !== week.week.slice(5, 7) && weeks.length > 12) return [];
    return [{ index, text: every > 4 || month === 1 ? `${name} ${week.week.slice(2, 4)}` : name }];
  });
  return (
    <figure className="card weeks">
      <svg viewBox={`0 0 1000 ${height + 2}`} preserveAspectRatio="none" role="img" aria-label={words}>
        {weeks.map(({ week, count }, index) => (
          <rect
            key={week}
            x={index * step + step * 0.15}
            width={Math.min(step * 0.7, 26)}
            y={height - (count / highest) * height}
            height={(count / highest) * height}
            rx={Math.min(2, step / 4)}
          />
        ))}
        <line x1={0} x2={1000} y1={height + 0.5} y2={height + 0.5} />
      </svg>
      <div aria-hidden className="labels">
        {labels.map(({ index, text }) => (
          <span
            key={index}
            className="quiet small"
            style={{ insetInlineStart: `${(index / weeks.length) * 100}%` }}
          >
            {text}
          </span>
        ))}
      </div>
      <figcaption className="hidden-visually">{words}</figcaption>
    </figure>
  );
});
