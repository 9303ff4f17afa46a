import { Button as AriaButton } from 'react-aria-components';
import { compareBuilds } from '../../../shared/domain/bundle/compare-builds';
import type { Bundle } from '../../../shared/models/bundle';
import { checksText as words } from '../../strings/bundle';
import type { BundleOf } from './bundle-of';
import { checkActions } from './check-actions';
import { CheckLine } from './check-line';
import { FilesList } from './files-list';
import type { Desk } from './use-desk';

/** What the reading of the finished file has found, its files, and the bundles that were built before. */
export function ReadCard({
  of: { bundles, profiles, items },
  desk,
  onPage,
  onSave,
}: {
  readonly of: BundleOf;
  readonly desk: Desk;
  readonly onPage: (page: number) => void;
  readonly onSave: (file: number | null) => void;
}) {
  const { shown, choices, change, choose } = desk;
  const builtBy = profiles.find(({ id }) => id === shown?.options.profile);
  return (
    <section className="card checks" aria-label={words.title}>
      <div className="body" role="region" aria-label={words.region} tabIndex={0}>
        <h2>{words.title}</h2>
        <p className="quiet small">
          {shown === null ? words.empty : builtBy === undefined ? null : words.against(builtBy)}
        </p>
        {shown?.checks.map((check) => (
          <CheckLine
            key={check.id}
            check={check}
            plan={shown.plan}
            actions={checkActions(check, builtBy ?? null, shown.plan, items)}
            onPage={onPage}
          />
        ))}
        <p className="quiet small form-only">{words.formOnly}</p>
        {shown === null ? null : (
          <FilesList
            bundle={shown}
            isAddedTo={choices.lateOf === shown.id}
            onSave={onSave}
            onAdd={() => {
              change({ ...choices, lateOf: shown.id });
            }}
          />
        )}
        <BuiltBefore bundles={bundles} shown={shown} onChoose={choose} />
      </div>
    </section>
  );
}

function BuiltBefore({
  bundles,
  shown,
  onChoose,
}: {
  readonly bundles: readonly Bundle[];
  readonly shown: Bundle | null;
  readonly onChoose: (id: string) => void;
}) {
  if (bundles.length < 2) return null;
  return (
    <>
      <h2>{words.before}</h2>
      {bundles.map((each) => (
        <AriaButton
          key={each.id}
          className="earlier"
          {...(each.id === shown?.id ? { 'aria-current': 'true' as const } : {})}
          onPress={() => {
            onChoose(each.id);
          }}
        >
          {words.builtLine(each)}
          {shown === null || each.id === shown.id ? null : (
            <span className="quiet small apart">{words.apart(compareBuilds(each, shown))}</span>
          )}
        </AriaButton>
      ))}
    </>
  );
}
