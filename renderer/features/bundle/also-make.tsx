import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { BundleChoices } from '../../../shared/models/leaving';
import { Disclose } from '../../components/disclose';
import { CheckboxField, NumberField } from '../../components/fields';
import { alsoText as words } from '../../strings/bundle';

/** Where a profile says no number of pages: about as much as one lever-arch file holds. */
const usualVolume = 300;
/** Where it says no megabytes: what one e-mail to a court may hold. */
const usualMegabytes = 25;

/** Which files are made beside the whole. */
export function AlsoMake({
  profile,
  choices,
  onChange,
}: {
  readonly profile: BundleProfile;
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const { email } = profile;
  const { printable, parts, volumesOf, volumeMegabytes, lateOf } = choices;
  const set = (change: Partial<BundleChoices>): void => {
    onChange({ ...choices, ...change });
  };
  const made = [
    ...(printable ? [words.printableShort] : []),
    ...(parts && email !== null ? [words.partsShort] : []),
    ...(volumesOf === null && volumeMegabytes === null
      ? []
      : [words.volumesShort(volumesOf, volumeMegabytes)]),
  ];
  return (
    <Disclose title={words.titleWith(lateOf === null ? made : [])}>
      <div className="stack" role="group" aria-label={words.title}>
        {lateOf === null ? null : <p className="quiet small">{words.late}</p>}
        <CheckboxField
          value={printable}
          onChange={(next) => {
            set({ printable: next });
          }}
        >
          {words.printable} <span className="quiet small">{words.printableHint}</span>
        </CheckboxField>
        {email === null ? null : (
          <CheckboxField
            value={parts}
            onChange={(next) => {
              set({ parts: next });
            }}
          >
            {words.parts(email)} <span className="quiet small">{email.note}</span>
          </CheckboxField>
        )}
        <Volumes profile={profile} choices={choices} onSet={set} />
      </div>
    </Disclose>
  );
}

function Volumes({
  profile: { pagesMost, megabytesMost },
  choices: { volumesOf, volumeMegabytes },
  onSet,
}: {
  readonly profile: BundleProfile;
  readonly choices: BundleChoices;
  readonly onSet: (change: Partial<BundleChoices>) => void;
}) {
  return (
    <>
      <AtMost
        usual={pagesMost?.pages ?? usualVolume}
        value={volumesOf}
        least={10}
        switchLabel={words.volumes}
        label={words.volumesOf}
        onChange={(next) => {
          onSet({ volumesOf: next });
        }}
      />
      <AtMost
        usual={Math.max(1, Math.floor(megabytesMost?.megabytes ?? usualMegabytes))}
        value={volumeMegabytes}
        least={1}
        switchLabel={words.volumesBySize}
        label={words.volumeMegabytes}
        onChange={(next) => {
          onSet({ volumeMegabytes: next });
        }}
      />
    </>
  );
}

/** A limit that is off until somebody wants it, and then begins at the usual one. */
function AtMost({
  usual,
  value,
  least,
  switchLabel,
  label,
  onChange,
}: {
  readonly usual: number;
  /** Null for none. */
  readonly value: number | null;
  readonly least: number;
  readonly switchLabel: string;
  readonly label: string;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <>
      <CheckboxField
        value={value !== null}
        onChange={(next) => {
          onChange(next ? usual : null);
        }}
      >
        {switchLabel}
      </CheckboxField>
      {value === null ? null : (
        <NumberField label={label} value={value} min={least} max={100_000} onChange={onChange} />
      )}
    </>
  );
}
