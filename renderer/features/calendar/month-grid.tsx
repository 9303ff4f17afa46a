import { parseDate } from '@internationalized/date';
import type { CalendarDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components';
import type { CalendarDay } from '../../../shared/domain/casework/calendar/by-day';
import { calendarSortText, calendarText as words } from '../../strings/calendar';

/** So many things of a day are named in its field; all of them stand beside the month. */
const named = 2;

/** A month by its weeks, gone through with the arrow keys; a day that is chosen is listed beside it. */
export function MonthGrid({
  days,
  chosen,
  onChosen,
  shown,
  onShown,
}: {
  readonly days: readonly CalendarDay[];
  readonly chosen: string;
  readonly onChosen: (day: string) => void;
  /** A day of the month that is shown. */
  readonly shown: string;
  readonly onShown: (day: string) => void;
}) {
  const byDate = new Map(days.map((each) => [each.day, each]));
  return (
    <Calendar<CalendarDate>
      className="month"
      aria-label={words.grid}
      value={parseDate(chosen)}
      onChange={(date) => {
        onChosen(date.toString());
      }}
      focusedValue={parseDate(shown)}
      onFocusChange={(date) => {
        onShown(date.toString());
      }}
      firstDayOfWeek="mon"
    >
      <div className="month-head">
        <Button slot="previous" className="btn icon" aria-label={words.previous}>
          <ChevronLeft aria-hidden />
        </Button>
        <Heading level={2} />
        <Button slot="next" className="btn icon" aria-label={words.next}>
          <ChevronRight aria-hidden />
        </Button>
      </div>
      <CalendarGrid weekdayStyle="short" className="month-grid">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="month-weekday">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell date={date} className="month-day">
              <Field number={date.day} day={byDate.get(date.toString()) ?? null} />
            </CalendarCell>
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

function Field({ number, day }: { readonly number: number; readonly day: CalendarDay | null }) {
  const items = day?.items ?? [];
  return (
    <>
      <span className="num">{number}</span>
      {items.length === 0 ? null : (
        <>
          {/* Drawn and not written: a day is named by its date alone, and what it has is read beside the month. */}
          <span className="month-few" data-says={items.length} />
          <span className="month-items">
            {items.slice(0, named).map(({ id, sort, caseReference, time }, nth) => (
              <span
                key={`${id} ${nth}`}
                className="one-line"
                data-says={[time ?? '', calendarSortText[sort], caseReference].join(' ').trim()}
              />
            ))}
            {items.length > named ? (
              <span className="one-line" data-says={words.more(items.length - named)} />
            ) : null}
          </span>
        </>
      )}
    </>
  );
}
