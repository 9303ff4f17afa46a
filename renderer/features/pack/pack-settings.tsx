import type { SavedView } from '../../../shared/models/saved-view';
import { SelectField, TextField } from '../../components/fields';
import { LawNotSaid } from '../../components/law-not-said';
import { leavingText, recipientOptions } from '../../strings/leaving';
import { packText as words } from '../../strings/pack';
import type { PackChoice } from './pack-choice';

/** What of the chronology may go. `entries`: how many there are; null where all of them are not offered, but views alone. */
export function chronologyOptions(entries: number | null, views: readonly SavedView[]) {
  return [
    { id: 'none', label: words.chronologyNone },
    ...(entries === null || entries === 0 ? [] : [{ id: 'all', label: words.chronologyAll(entries) }]),
    ...(entries === 0 ? [] : views.map(({ id, name }) => ({ id, label: words.chronologyView(name) }))),
  ];
}

/** For whom it is, and whether the chronology goes. */
export function PackSettings({
  entries,
  views,
  choice,
  onChange,
}: {
  /** Entries of the chronology. */
  readonly entries: number;
  readonly views: readonly SavedView[];
  readonly choice: PackChoice;
  readonly onChange: (choice: PackChoice) => void;
}) {
  return (
    <section className="card pad stack" aria-label={words.whatGoes}>
      <SelectField
        label={leavingText.forWhom}
        placeholder={leavingText.whomChoose}
        options={recipientOptions}
        value={choice.recipient}
        onChange={(recipient) => {
          onChange({ ...choice, recipient });
        }}
      />
      <TextField
        label={words.to}
        description={words.toHint}
        value={choice.to}
        maxLength={200}
        onChange={(to) => {
          onChange({ ...choice, to });
        }}
      />
      <SelectField
        label={words.chronology}
        placeholder={words.chronologyChoose}
        options={chronologyOptions(entries, views)}
        value={choice.chronology}
        onChange={(chronology) => {
          onChange({ ...choice, chronology });
        }}
      />
      {choice.chronology === null || choice.chronology === 'none' ? null : <LawNotSaid />}
    </section>
  );
}
