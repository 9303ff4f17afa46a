import { DayField } from './date-input';

/** Days as YYYY-MM-DD; null where there is no limit. */
export interface DayRangeValue {
  readonly from: string | null;
  readonly to: string | null;
}

/** The first and the last day of a stretch of time, each of which may be left open. */
export function DayRange({
  value,
  onChange,
}: {
  readonly value: DayRangeValue;
  readonly onChange: (change: Partial<DayRangeValue>) => void;
}) {
  return (
    <>
      <DayField
        label="From"
        value={value.from ?? ''}
        onChange={(from) => {
          onChange({ from: from === '' ? null : from });
        }}
      />
      <DayField
        label="To"
        value={value.to ?? ''}
        onChange={(to) => {
          onChange({ to: to === '' ? null : to });
        }}
      />
    </>
  );
}
