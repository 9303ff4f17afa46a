import { CalendarSearch } from 'lucide-react';
import { useState } from 'react';
import { DayField } from '../../components/date-input';
import { SelectField } from '../../components/fields';
import { partRows } from '../../components/long-list/chunks';
import { placeInList } from '../../strings/messages';

/** Shorter lists are gone through as quickly as a day is typed. */
const worthFinding = 200;

/** Goes to a day of a long list. */
export function GoToDay({ total, onDay }: { readonly total: number; readonly onDay: (day: string) => void }) {
  const [day, setDay] = useState('');
  if (total <= worthFinding) return null;
  return (
    <span className="find-day">
      <CalendarSearch size={16} aria-hidden />
      <DayField
        label={placeInList.day}
        value={day}
        onChange={(wanted) => {
          setDay(wanted);
          if (wanted !== '') onDay(wanted);
        }}
      />
    </span>
  );
}

/** Goes to another part of a list that is too long to be shown as one. */
export function GoToPart({
  total,
  part,
  onPart,
}: {
  readonly total: number;
  readonly part: number;
  readonly onPart: (part: number) => void;
}) {
  if (total <= partRows) return null;
  return (
    <SelectField
      label={placeInList.part}
      hideLabel
      value={String(part)}
      options={Array.from({ length: Math.ceil(total / partRows) }, (_, each) => ({
        id: String(each),
        label: placeInList.lines(each * partRows + 1, Math.min(total, (each + 1) * partRows)),
      }))}
      onChange={(chosen) => {
        onPart(Number(chosen));
      }}
    />
  );
}
