import { parseDate, parseTime } from '@internationalized/date';
import type { CalendarDate, Time } from '@internationalized/date';
import { DateField, DateInput, DateSegment, FieldError, Label, TimeField } from 'react-aria-components';

interface Props {
  readonly label: string;
  readonly error?: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function orNull<T>(read: (text: string) => T, text: string): T | null {
  try {
    return read(text);
  } catch {
    return null;
  }
}

function Segments() {
  return (
    <DateInput className="input date-input">
      {(segment) => <DateSegment className="segment" segment={segment} />}
    </DateInput>
  );
}

/**
 * One day, written day, month, year on every computer. The browser's own date field follows the language of the
 * system, and on a laptop set to American English it would turn 4 January into 1 April in the reader's eye.
 * `value` is YYYY-MM-DD, or empty.
 */
export function DayField({ label, error, value, onChange }: Props) {
  return (
    <DateField<CalendarDate>
      className="field"
      value={orNull(parseDate, value)}
      onChange={(date) => {
        onChange(date === null ? '' : date.toString());
      }}
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <Label>{label}</Label>
      <Segments />
      <FieldError className="problem">{error}</FieldError>
    </DateField>
  );
}

/** One time of the day on the 24-hour clock. `value` is HH:MM, or empty. */
export function ClockField({ label, error, value, onChange }: Props) {
  return (
    <TimeField<Time>
      className="field"
      value={orNull(parseTime, value)}
      onChange={(time) => {
        onChange(time === null ? '' : time.toString().slice(0, 5));
      }}
      hourCycle={24}
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <Label>{label}</Label>
      <Segments />
      <FieldError className="problem">{error}</FieldError>
    </TimeField>
  );
}
