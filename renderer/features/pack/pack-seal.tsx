import type { PartnerOffice } from '../../../shared/models/office';
import { Failure } from '../../components/failure';
import { SelectField, TextField } from '../../components/fields';
import { RadioCards } from '../../components/radio-cards';
import { packSealText as words } from '../../strings/pack';
import { leavesAsChoices } from './pack-choice';
import type { PackChoice } from './pack-choice';
import type { Sealing } from './use-sealing';

/** Whether it leaves as a folder or as one sealed file, and who can open that: one office, or whoever was told the passphrase. */
export function PackSeal({
  sealing,
  choice,
  onChange,
}: {
  readonly sealing: Sealing;
  readonly choice: PackChoice;
  readonly onChange: (choice: PackChoice) => void;
}) {
  return (
    <section className="card pad stack" aria-label={words.title}>
      <RadioCards
        label={words.title}
        options={leavesAsChoices.map((id) => ({ id, ...words.choices[id] }))}
        value={choice.leavesAs}
        onChange={(leavesAs) => {
          // What was typed for another way must not lie about.
          onChange({ ...choice, leavesAs, passphrase: '' });
        }}
      />
      <Failure code={sealing.failed} />
      {choice.leavesAs === 'recipient' ? (
        <OfficeChoice offices={sealing.compared} choice={choice} onChange={onChange} />
      ) : null}
      {choice.leavesAs === 'passphrase' ? (
        <TextField
          label={words.passphrase}
          type="password"
          description={sealing.strength}
          value={choice.passphrase}
          onChange={(passphrase) => {
            onChange({ ...choice, passphrase });
          }}
        />
      ) : null}
    </section>
  );
}

function OfficeChoice({
  offices,
  choice,
  onChange,
}: {
  readonly offices: readonly PartnerOffice[];
  readonly choice: PackChoice;
  readonly onChange: (choice: PackChoice) => void;
}) {
  if (offices.length === 0) return <p className="quiet">{words.noOffice}</p>;
  return (
    <SelectField
      label={words.office}
      placeholder={words.officeChoose}
      options={offices.map(({ id, name }) => ({ id, label: name }))}
      value={choice.officeId}
      onChange={(officeId) => {
        onChange({ ...choice, officeId });
      }}
    />
  );
}
