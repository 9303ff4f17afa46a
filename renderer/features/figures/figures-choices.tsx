import type { FiguresChoice } from '../../../shared/models/figures';
import { CheckboxField, NumberField, Segmented, SelectField } from '../../components/fields';
import { figuresText as words } from '../../strings/figures';

/** What is counted, over which time, and who reads it. */
export function FiguresChoices({
  choice,
  lasts,
  onChange,
}: {
  readonly choice: FiguresChoice;
  /** Quarters that may be the last. */
  readonly lasts: readonly string[];
  readonly onChange: (choice: FiguresChoice) => void;
}) {
  const set = (change: Partial<FiguresChoice>): void => {
    onChange({ ...choice, ...change });
  };
  return (
    <section className="card pad stack">
      <Segmented
        label={words.view}
        options={[
          { id: 'others', label: words.forOthers },
          { id: 'office', label: words.forOffice },
        ]}
        value={choice.isAnonymised ? 'others' : 'office'}
        onChange={(who) => {
          set({ isAnonymised: who === 'others' });
        }}
      />
      <Period choice={choice} lasts={lasts} set={set} />
    </section>
  );
}

/** Over which time, and below which count none is shown. */
function Period({
  choice,
  lasts,
  set,
}: {
  readonly choice: FiguresChoice;
  readonly lasts: readonly string[];
  readonly set: (change: Partial<FiguresChoice>) => void;
}) {
  return (
    <div className="figures-choices">
      <SelectField
        label={words.last}
        options={lasts.map((id) => ({ id, label: words.quarter(id) }))}
        value={choice.last}
        onChange={(last) => {
          set({ last });
        }}
      />
      <NumberField
        label={words.quarters}
        value={choice.quarters}
        min={1}
        max={12}
        onChange={(quarters) => {
          set({ quarters });
        }}
      />
      <NumberField
        label={words.threshold}
        description={words.thresholdHint}
        value={choice.threshold}
        min={3}
        max={20}
        onChange={(threshold) => {
          set({ threshold });
        }}
      />
      <CheckboxField
        value={choice.showZero}
        onChange={(showZero) => {
          set({ showZero });
        }}
      >
        {words.showZero}
      </CheckboxField>
    </div>
  );
}
