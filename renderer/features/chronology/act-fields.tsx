import { actTexts } from '../../../shared/domain/law/act-words';
import type { NewEntry } from '../../../shared/models/chronology';
import { useLaw } from '../../kit/case-law';
import { CheckboxGroupField } from '../../components/fields';
import { markingText } from '../../strings/law';
import { LawNotSaid } from '../../components/law-not-said';

/** The acts that the law of the case lists, in its words. */
export function ActFields({
  value,
  set,
}: {
  readonly value: NewEntry;
  readonly set: (change: Partial<NewEntry>) => void;
}) {
  const law = useLaw();
  return (
    <>
      <CheckboxGroupField
        label={law.actList.title}
        description={markingText(law)}
        options={actTexts(law)}
        value={value.behaviours}
        onChange={(behaviours) => {
          set({ behaviours });
        }}
      />
      <LawNotSaid />
    </>
  );
}
