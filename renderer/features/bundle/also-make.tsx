import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { BundleChoices } from '../../../shared/models/leaving';
import { Disclose } from '../../components/disclose';
import { CheckboxField, NumberField } from '../../components/fields';
import { alsoText as words } from '../../strings/bundle';

/** Where a profile says no number of pages: about as much as one lever-arch file holds. */
const usualVolume = 300;

/** Which files are made beside the whole. */
export function AlsoMake({
  profile: { email, pagesMost },
  choices,
  onChange,
}: {
  readonly profile: BundleProfile;
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const { printable, parts, volumesOf, lateOf } = choices;
  const set = (change: Partial<BundleChoices>): void => {
    onChange({ ...choices, ...change });
  };
  const made = [
    ...(printable ? [words.printableShort] : []),
    ...(parts && email !== null ? [words.partsShort] : []),
    ...(volumesOf === null ? [] : [words.volumesShort(volumesOf)]),
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
        <Volumes
          usual={pagesMost?.pages ?? usualVolume}
          value={volumesOf}
          onChange={(next) => {
            set({ volumesOf: next });
          }}
        />
      </div>
    </Disclose>
  );
}

function Volumes({
  usual,
  value,
  onChange,
}: {
  readonly usual: number;
  /** Pages in one at most; null for none. */
  readonly value: number | null;
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
        {words.volumes}
      </CheckboxField>
      {value === null ? null : (
        <NumberField label={words.volumesOf} value={value} min={10} max={100_000} onChange={onChange} />
      )}
    </>
  );
}
