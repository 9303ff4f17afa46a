import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { RadioCards } from '../../components/radio-cards';
import { packSealText as words } from '../../strings/pack';
import { leavesAsChoices } from './pack-choice';
import type { PackChoice } from './pack-choice';
import type { Sealing } from './use-sealing';

/** Whether it leaves as a folder or as one sealed file, which whoever was told the passphrase opens. */
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
