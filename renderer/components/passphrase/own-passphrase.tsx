import { TextField } from '../fields';

/** One's own passphrase again, so that nobody at an unlocked laptop gives themselves a way in. */
export function OwnPassphrase({
  value,
  onChange,
  checked,
  autoFocus = false,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly checked: boolean;
  readonly autoFocus?: boolean;
}) {
  return (
    <TextField
      label="Your own passphrase"
      description="The one you unlocked with. It proves that it is you who asks."
      type="password"
      value={value}
      onChange={onChange}
      error={checked && value === '' ? 'Type your own passphrase.' : null}
      autoFocus={autoFocus}
    />
  );
}
