import type { BundleChoices } from '../../../shared/models/leaving';
import type { SavedView } from '../../../shared/models/saved-view';
import { SelectField } from '../../components/fields';
import { LawNotSaid } from '../../components/law-not-said';
import { Notice } from '../../components/parts';
import { bundleViewText as words } from '../../strings/bundle-view';

/** Not the id of any view. */
const whole = 'whole';

/** Which entries the chronology of the bundle holds: all of them, or those of a saved view. */
export function ViewField({
  views,
  entries,
  choices,
  onChange,
}: {
  readonly views: readonly SavedView[];
  /** Entries of the whole chronology. */
  readonly entries: number;
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const { includeChronology, viewId } = choices;
  if (!includeChronology) return null;
  // Its acts are lettered by the law of the case.
  if (views.length === 0 && viewId === null) return <LawNotSaid />;
  const isGone = viewId !== null && !views.some(({ id }) => id === viewId);
  return (
    <>
      <LawNotSaid />
      <SelectField
        label={words.label}
        placeholder={words.choose}
        options={[
          { id: whole, label: words.whole(entries) },
          ...views.map(({ id, name }) => ({ id, label: words.view(name) })),
        ]}
        value={isGone ? null : (viewId ?? whole)}
        onChange={(id) => {
          onChange({ ...choices, viewId: id === whole ? null : id });
        }}
      />
      {isGone ? (
        <Notice tone="amber" title={words.gone}>
          {words.goneHint}
        </Notice>
      ) : null}
    </>
  );
}
