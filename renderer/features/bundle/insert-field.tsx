import { insertPlace } from '../../../shared/domain/bundle/plan-inserted';
import type { Bundle } from '../../../shared/models/bundle';
import type { BundleChoices } from '../../../shared/models/leaving';
import { Segmented, TextField } from '../../components/fields';
import { insertText as words } from '../../strings/bundle';

/** Where added pages go: to the end, or, where the court directed it, behind a page. */
export function InsertField({
  base,
  choices,
  onChange,
}: {
  readonly base: Bundle;
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const { inserted } = choices;
  const set = (change: Partial<NonNullable<BundleChoices['inserted']>>): void => {
    if (inserted !== null) onChange({ ...choices, inserted: { ...inserted, ...change } });
  };
  const isLost =
    inserted !== null && inserted.after !== '' && insertPlace(base.plan, inserted.after) === null;
  return (
    <div className="stack">
      <Segmented
        label={words.where}
        options={words.options}
        value={inserted === null ? 'end' : 'inserted'}
        onChange={(where) => {
          onChange({ ...choices, inserted: where === 'end' ? null : { after: '', directedBy: '' } });
        }}
      />
      {inserted === null ? null : (
        <div className="stack">
          <TextField
            label={words.after}
            description={words.afterHint}
            value={inserted.after}
            error={isLost ? words.noPage(inserted.after) : null}
            maxLength={12}
            onChange={(after) => {
              set({ after });
            }}
          />
          <TextField
            label={words.directedBy}
            description={words.directedByHint}
            value={inserted.directedBy}
            maxLength={120}
            onChange={(directedBy) => {
              set({ directedBy });
            }}
          />
        </div>
      )}
    </div>
  );
}
