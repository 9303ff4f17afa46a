import { FieldError, Label, Radio, RadioGroup } from 'react-aria-components';

/** One of a few, each with a line that says what it means. */
export function RadioCards<T extends string>({
  label,
  options,
  value,
  onChange,
  error = null,
}: {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly label: string; readonly description: string }[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** What is still wrong with the answer; null when nothing is. */
  readonly error?: string | null;
}) {
  return (
    <RadioGroup
      className="field"
      value={value}
      isInvalid={error !== null}
      onChange={(next) => {
        const chosen = options.find(({ id }) => id === next);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label>{label}</Label>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="radio">
          <strong>{option.label}</strong>
          <br />
          <span className="quiet">{option.description}</span>
        </Radio>
      ))}
      <FieldError className="problem">{error}</FieldError>
    </RadioGroup>
  );
}
