import { elementTitle, markableOf } from '../../../shared/domain/law/law-of';
import type { NewEntry } from '../../../shared/models/chronology';
import { useLaw } from '../../kit/case-law';
import { CheckboxGroupField } from '../../components/fields';
import { RecordFields, choiceOrNone, text, yesNo } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { threatOptions } from '../../../shared/records/words/entry-words';
import { ofAnotherLaw } from '../../strings/law';

const ofEffect: readonly Field<NewEntry>[] = [
  text('effect', 'Alarm, distress and what else it did to the client', { rows: 2 }),
  text('changes', 'What the client does differently day to day since then', {
    description: 'Routes, work, home, school, sleep, phone, friends.',
    rows: 2,
  }),
  yesNo('fear', 'Did the client fear that violence would be used?'),
  choiceOrNone('threat', 'Threat', 'None said', threatOptions),
  yesNo('childrenPresent', 'Were children there?'),
  yesNo('firstTime', 'Was it the first time something of this sort happened?'),
  text('safetyAction', 'What was done for safety', { rows: 2 }),
];

/** What it did to the client: in England and Wales section 4A(1)(b) of the 1997 Act asks for both of its limbs. */
export function EffectFields({
  value,
  set,
}: {
  readonly value: NewEntry;
  readonly set: (change: Partial<NewEntry>) => void;
}) {
  const law = useLaw();
  const markable = markableOf(law);
  // What was marked under another law stays, and can be taken away.
  const others = value.marks.filter((mark) => !markable.some(({ id }) => id === mark));
  const options = [
    ...markable.map(({ id, title, text: detail }) => ({ id, label: title, detail })),
    ...others.map((id) => ({ id, label: elementTitle(law, id), detail: ofAnotherLaw })),
  ];
  return (
    <div className="stack">
      <RecordFields fields={ofEffect} value={value} set={set} />
      <CheckboxGroupField
        label="What it speaks to"
        description="Your own sorting, for the coverage of the case; it is no finding."
        options={options}
        value={value.marks}
        onChange={(marks) => {
          set({ marks });
        }}
      />
    </div>
  );
}
