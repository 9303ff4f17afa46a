import { Segmented } from './fields';

/** A question with a yes, a no, and the third answer that it has until somebody gives one of them. */
export function YesNoField({
  label,
  value,
  onChange,
  unknown = 'Not asked',
}: {
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
  /** What no answer is called. */
  readonly unknown?: string;
}) {
  return (
    <div className="field yes-no">
      <span className="label" aria-hidden>
        {label}
      </span>
      <Segmented
        label={label}
        value={value === null ? 'unasked' : value ? 'yes' : 'no'}
        onChange={(next) => {
          onChange(next === 'unasked' ? null : next === 'yes');
        }}
        options={[
          { id: 'yes', label: 'Yes' },
          { id: 'no', label: 'No' },
          { id: 'unasked', label: unknown },
        ]}
      />
    </div>
  );
}
