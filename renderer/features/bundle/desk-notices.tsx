import { decide } from '../../../shared/domain/bundle/choices';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { bundleText as words, lateText, overText, setText } from '../../strings/bundle';
import { TwoVersionsNotice } from '../records/undecided-notice';
import type { BundleOf } from './bundle-of';
import { InsertField } from './insert-field';
import { OutdatedNotice } from './outdated-notice';
import { UndecidedNotice } from './undecided-notice';
import type { Desk } from './use-desk';

/** What somebody at the desk should know before they go on. */
export function DeskNotices({ of: { items, owner }, desk }: { readonly of: BundleOf; readonly desk: Desk }) {
  const { choices, change, undecided, chosenAt, old, refs, job, asked } = desk;
  const putAll = (isIn: boolean) =>
    decide(
      items,
      choices,
      undecided.map(({ id }) => id),
      isIn,
    );
  return (
    <>
      <Failure code={job.problem} />
      <Failure code={job.failed} />
      <Failure code={asked.error} onRetry={asked.reload} />
      {job.saved ? (
        <Notice tone="amber" title={words.saved}>
          {words.savedHint}
        </Notice>
      ) : null}
      {desk.isProfileGone ? (
        <Notice tone="amber" title={words.profileGone}>
          {words.profileGoneHint(desk.profile.short)}
        </Notice>
      ) : null}
      {choices.set === 'core' ? (
        <Notice title={setText.coreTitle}>{setText.core}</Notice>
      ) : (
        <UndecidedNotice
          undecided={undecided}
          chosenAt={chosenAt}
          entries={owner.entryCount}
          onAll={() => {
            change({ ...putAll(true), includeChronology: true });
          }}
          onDecide={(isIn) => {
            change(putAll(isIn));
          }}
        />
      )}
      <TwoVersionsNotice caseId={owner.id} meanwhile={words.twoVersions} />
      <LateNotice desk={desk} />
      <OverNotice desk={desk} />
      {old === null || undecided.length > 0 ? null : (
        <OutdatedNotice outdated={old} refs={refs} isLate={choices.lateOf !== null} />
      )}
    </>
  );
}

/** Pages are added behind a bundle that was built. */
function LateNotice({ desk: { choices, change, base, late } }: { readonly desk: Desk }) {
  if (choices.lateOf === null) return null;
  const takeBack = (
    <Button
      onPress={() => {
        change({ ...choices, lateOf: null, inserted: null });
      }}
    >
      {lateText.takeBack}
    </Button>
  );
  if (base === null)
    return (
      <Notice tone="amber" title={lateText.gone} actions={takeBack}>
        {lateText.goneHint}
      </Notice>
    );
  return (
    <>
      <Notice title={lateText.title(base.createdAt)} actions={takeBack}>
        {late === null ? null : lateText.stays(base, late.added, choices.inserted !== null)}{' '}
        {choices.includeChronology ? lateText.chronologyStays : ''}
      </Notice>
      <InsertField base={base} choices={choices} onChange={change} />
    </>
  );
}

/** More pages than the profile allows. */
function OverNotice({ desk: { profile, planned, shown } }: { readonly desk: Desk }) {
  const over = overText(profile, planned ?? shown?.pages ?? 0);
  return over === null ? null : (
    <Notice tone="amber" title={over.title}>
      {over.text}
    </Notice>
  );
}
