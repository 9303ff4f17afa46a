import type { Entry } from '../../../shared/models/chronology';
import { printDate } from '../../../shared/domain/dates/print';
import { entriesByWeek } from './weeks';

const height = 52;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Entries a week as bars, with the same said in words. */
export function WeeksChart({ entries }: { readonly entries: readonly Entry[] }) {
  const weeks = entriesByWeek(entries);
  const highest = Math.max(1, ...weeks.map(({ count }) => count));
  const busiest = weeks.find(({ count }) => count === highest);
  if (weeks.length < 3 || busiest === undefined) return null;
  const step = 1000 / weeks.length;
  const words = `Entries a week. The most are ${highest}, in the week from ${printDate(busiest.start, null)}; ${weeks.filter(({ count }) => count === 0).length} of ${weeks.length} weeks have none.`;
  // A label at the first week of every other month, or of every month when there is room.
  const everyMonth = weeks.length < 30;
  const labels = weeks.flatMap((week, index) => {
    const month = Number(week.start.slice(5, 7));
    const before = weeks[index - 1];
    const isNew = before === undefined || before.start.slice(5, 7) !== week.start.slice(5, 7);
    return isNew && (everyMonth || month % 2 === 1) ? [{ index, text: months[month - 1] ?? '' }] : [];
  });
  return (
    <figure className="card weeks">
      <svg viewBox={`0 0 1000 ${height + 18}`} preserveAspectRatio="none" role="img" aria-label={words}>
        {weeks.map(({ start, count }, index) => (
          <rect
            key={start}
            x={index * step + step * 0.15}
            width={Math.min(step * 0.7, 26)}
            y={height - (count / highest) * height}
            height={(count / highest) * height}
            rx={2}
          />
        ))}
        <line x1={0} x2={1000} y1={height + 0.5} y2={height + 0.5} />
      </svg>
      <div aria-hidden style={{ position: 'relative', height: 16 }}>
        {labels.map(({ index, text }) => (
          <span
            key={index}
            className="quiet small"
            style={{ position: 'absolute', insetInlineStart: `${(index / weeks.length) * 100}%`, top: -12 }}
          >
            {text}
          </span>
        ))}
      </div>
      <figcaption className="hidden-visually">{words}</figcaption>
    </figure>
  );
}
