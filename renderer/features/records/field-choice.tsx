import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { RecordQuestion } from '../../../shared/models/record';
import { changedBy, sideName } from '../../strings/records';

/** One field of two versions: what each says, and which is to stay. */
export function FieldChoice({
  field,
  sides,
  value,
  onChange,
}: {
  readonly field: RecordQuestion['fields'][number];
  readonly sides: RecordQuestion['sides'];
  /** The side a person has chosen; null while nobody has. */
  readonly value: number | null;
  readonly onChange: (side: number) => void;
}) {
  const chosen = value ?? field.settled;
  const note = changedBy(field.verdict, field.settled, sides);
  return (
    <RadioGroup
      className="field field-choice"
      orientation="horizontal"
      value={chosen === null ? null : String(chosen)}
      onChange={(next) => {
        onChange(Number(next));
      }}
    >
      <Label>
        {field.label}
        {note === '' ? null : <span className="quiet small">{note}</span>}
      </Label>
      {field.values.map((text, index) => {
        const side = sides[index];
        return (
          <Radio
            key={side?.id ?? index}
            value={String(index)}
            className="radio"
            aria-label={`${side === undefined ? '' : sideName(side, index)}: ${text === '' ? 'nothing' : text}`}
          >
            <span dir="auto" className="wrap-anywhere pre-line">
              {text === '' ? <span className="quiet">nothing</span> : text}
            </span>
          </Radio>
        );
      })}
    </RadioGroup>
  );
}
