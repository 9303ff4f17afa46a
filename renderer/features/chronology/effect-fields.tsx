import { markable } from '../../../shared/domain/coverage/law';
import type { NewEntry } from '../../../shared/models/chronology';
import { CheckboxGroupField, SelectField, TextField } from '../../components/fields';
import { YesNoField } from '../../components/yes-no-field';
import { threatOptions } from '../../../shared/records/words/entry-words';

const none = 'none';

/** What it did to the client: section 4A(1)(b) of the 1997 Act asks for both of its limbs. */
export function EffectFields({
  value,
  set,
}: {
  readonly value: NewEntry;
  readonly set: (change: Partial<NewEntry>) => void;
}) {
  return (
    <div className="stack">
      <TextField
        label="Alarm, distress and what else it did to the client"
        rows={2}
        value={value.effect}
        onChange={(effect) => {
          set({ effect });
        }}
      />
      <TextField
        label="What the client does differently day to day since then"
        description="Routes, work, home, school, sleep, phone, friends."
        rows={2}
        value={value.changes}
        onChange={(changes) => {
          set({ changes });
        }}
      />
      <YesNoField
        label="Did the client fear that violence would be used?"
        value={value.fear}
        onChange={(fear) => {
          set({ fear });
        }}
      />
      <SelectField
        label="Threat"
        value={value.threat ?? none}
        onChange={(threat) => {
          set({ threat: threat === none ? null : threat });
        }}
        options={[{ id: none, label: 'None said' }, ...threatOptions]}
      />
      <YesNoField
        label="Were children there?"
        value={value.childrenPresent}
        onChange={(childrenPresent) => {
          set({ childrenPresent });
        }}
      />
      <YesNoField
        label="Was it the first time something of this sort happened?"
        value={value.firstTime}
        onChange={(firstTime) => {
          set({ firstTime });
        }}
      />
      <TextField
        label="What was done for safety"
        rows={2}
        value={value.safetyAction}
        onChange={(safetyAction) => {
          set({ safetyAction });
        }}
      />
      <CheckboxGroupField
        label="What it speaks to"
        description="Your own sorting, for the coverage of the case; it is no finding."
        options={markable.map(({ id, title, text }) => ({ id, label: title, detail: text }))}
        value={value.marks}
        onChange={(marks) => {
          set({ marks });
        }}
      />
    </div>
  );
}
