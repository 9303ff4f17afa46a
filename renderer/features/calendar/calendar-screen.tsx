import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { monthAround } from '../../../shared/domain/casework/calendar/month';
import type { CalendarDay } from '../../../shared/domain/casework/calendar/by-day';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { SearchField, Segmented } from '../../components/fields';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { today as ukToday } from '../../kit/today';
import { calendarText as words } from '../../strings/calendar';
import { weekdayText } from '../../strings/caseload';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import { ViewSwitch } from '../caseload/view-switch';
import { ItemLine } from './item-line';
import { MonthGrid } from './month-grid';
import { SaveCalendar } from './save-calendar';
import { useCalendar } from './use-calendar';
import './calendar.css';

const looks = [
  { id: 'month', label: words.grid },
  { id: 'days', label: words.days },
] as const;
type Look = (typeof looks)[number]['id'];

/** What is due, of all open cases, by day: a month at a time, as a grid or as a list. */
export function CalendarScreen() {
  const today = ukToday();
  const [look, setLook] = useState<Look>('month');
  const [text, setText] = useState('');
  /** The day that is chosen, and a day of the month that is shown. */
  const [chosen, setChosen] = useState(today);
  const [shown, setShown] = useState(today);
  const { days, all, error, reload } = useCalendar({ ...monthAround(shown), today, text });
  return (
    <>
      <PageHeader
        title={roomNames.calendar}
        summary={words.summary}
        actions={
          <>
            <ViewSwitch at="calendar" />
            <SaveCalendar today={today} />
          </>
        }
      />
      <DraftNotices onOpen={() => false} />
      <div className="row calendar-bar">
        <SearchField label={words.filter} value={text} onChange={setText} shortcut="/" />
        <Segmented label={words.look} value={look} onChange={setLook} options={looks} />
        <Button
          onPress={() => {
            setChosen(today);
            setShown(today);
          }}
        >
          {words.today}
        </Button>
      </div>
      <Failure code={error} onRetry={reload} />
      {days === null && error === null ? <Skeleton height={320} /> : null}
      {days === null ? null : (
        <div className={look === 'month' ? 'calendar beside' : 'calendar'}>
          <MonthGrid days={days} chosen={chosen} onChosen={setChosen} shown={shown} onShown={setShown} />
          {look === 'month' ? (
            <OneDay day={chosen} days={days} />
          ) : (
            <AllDays days={days} isFiltered={text.trim() !== ''} />
          )}
        </div>
      )}
      {days !== null && all === 0 ? (
        <EmptyState icon={<CalendarDays />} title={words.emptyTitle}>
          {words.empty}
        </EmptyState>
      ) : null}
    </>
  );
}

/** The day that is chosen in the month. */
function OneDay({ day, days }: { readonly day: string; readonly days: readonly CalendarDay[] }) {
  const items = days.find((each) => each.day === day)?.items ?? [];
  return (
    <section className="card pad" aria-label={weekdayText(day)} aria-live="polite">
      <h2>{weekdayText(day)}</h2>
      {items.length === 0 ? <p className="quiet">{words.nothingOn}</p> : <Items day={day} items={items} />}
    </section>
  );
}

function Items({ day, items }: { readonly day: string; readonly items: CalendarDay['items'] }) {
  return (
    <ul className="calendar-items">
      {items.map((item, nth) => (
        <ItemLine key={`${day} ${item.id} ${item.sort} ${nth}`} item={item} />
      ))}
    </ul>
  );
}

/** Every day of the month on which there is something. */
function AllDays({
  days,
  isFiltered,
}: {
  readonly days: readonly CalendarDay[];
  readonly isFiltered: boolean;
}) {
  if (days.length === 0)
    return <p className="quiet">{isFiltered ? words.nothingFound : words.nothingInMonth}</p>;
  return (
    <div className="calendar-days">
      {days.map(({ day, items }) => (
        <section key={day} className="card pad" aria-label={weekdayText(day)}>
          <h2>{weekdayText(day)}</h2>
          <Items day={day} items={items} />
        </section>
      ))}
    </div>
  );
}
