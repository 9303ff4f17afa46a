import { Segmented } from '../../components/fields';

/** A question that may not have been asked yet. */
export function YesNoField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
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
          { id: 'unasked', label: 'Not asked' },
        ]}
      />
    </div>
  );
}
