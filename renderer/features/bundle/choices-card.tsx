import { decide, decisionOf, inBundleOrder, moveTo, sortOut } from '../../../shared/domain/bundle/choices';
import type { FoundItem } from '../../../shared/contract/vault-methods';
import type { BundlePlan } from '../../../shared/models/bundle';
import type { BundleChoices } from '../../../shared/models/leaving';
import { CheckboxField, SelectField, TextField } from '../../components/fields';
import { leavingText, recipientOptions } from '../../strings/leaving';
import { ContentsList } from './contents-list';

/** What goes into the bundle: its cover, its parts, each exhibit and their order. */
export function ChoicesCard({
  items,
  entries,
  choices,
  plan,
  onChange,
}: {
  readonly items: readonly FoundItem[];
  /** Entries of the chronology. */
  readonly entries: number;
  readonly choices: BundleChoices;
  readonly plan: BundlePlan | null;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const set = (change: Partial<BundleChoices>): void => {
    onChange({ ...choices, ...change });
  };
  const { included } = sortOut(items, choices);
  return (
    <section className="card contents" aria-label="What goes in">
      <div className="head">
        <TextField
          label="Title on the cover"
          value={choices.title}
          onChange={(title) => {
            set({ title });
          }}
          maxLength={120}
        />
        <TextField
          label="Court and case number"
          value={choices.courtCase}
          onChange={(courtCase) => {
            set({ courtCase });
          }}
          maxLength={120}
        />
        <SelectField
          label={leavingText.forWhom}
          placeholder={leavingText.whomChoose}
          options={recipientOptions}
          value={choices.recipient}
          onChange={(recipient) => {
            set({ recipient });
          }}
        />
        <CheckboxField
          value={choices.includeChronology}
          onChange={(includeChronology) => {
            set({ includeChronology });
          }}
        >
          Chronology, {entries} {entries === 1 ? 'entry' : 'entries'}, citing pages
        </CheckboxField>
        {choices.includeChronology && entries > 0 ? (
          <CheckboxField
            value={choices.includePatterns}
            onChange={(includePatterns) => {
              set({ includePatterns });
            }}
          >
            Patterns of the chronology, drawn
          </CheckboxField>
        ) : null}
      </div>
      <div className="section">
        <span>Exhibits</span>
        <span className="num">
          {included.length} of {items.length}
        </span>
      </div>
      <ContentsList
        items={inBundleOrder(items, choices)}
        decisionOf={(id) => decisionOf(choices, id)}
        decisions={choices.items}
        plan={plan}
        onMove={(order) => {
          onChange(moveTo(choices, order));
        }}
        onDecide={(id, isIn) => {
          onChange(decide(items, choices, [id], isIn));
        }}
      />
    </section>
  );
}
