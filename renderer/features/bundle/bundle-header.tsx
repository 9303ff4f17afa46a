import { Download, Hammer, Scale } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button';
import { PageHeader } from '../../components/parts';
import { bundleSummary, bundleText as words } from '../../strings/bundle';
import type { BundleOf } from './bundle-of';
import { ProfileDialog } from './profile-dialog';
import type { Desk } from './use-desk';

/** By whose rules, how many pages, and what can be done. */
export function BundleHeader({
  of: { profiles },
  desk,
  nothing,
  onSave,
}: {
  readonly of: BundleOf;
  readonly desk: Desk;
  /** There is nothing that could be shown. */
  readonly nothing: boolean;
  readonly onSave: (file: number | null) => void;
}) {
  const { shown, profile, planned, choices, change } = desk;
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <PageHeader
        title={shown?.options.title ?? words.title}
        summary={bundleSummary(profile, shown, planned)}
        actions={
          nothing ? undefined : (
            <Actions
              desk={desk}
              onProfile={() => {
                setChoosing(true);
              }}
              onSave={onSave}
            />
          )
        }
      />
      {choosing ? (
        <ProfileDialog
          profiles={profiles}
          chosen={profile.id}
          onChoose={(id) => {
            change({ ...choices, profile: id });
            setChoosing(false);
          }}
          onClose={() => {
            setChoosing(false);
          }}
        />
      ) : null}
    </>
  );
}

function Actions({
  desk,
  onProfile,
  onSave,
}: {
  readonly desk: Desk;
  readonly onProfile: () => void;
  readonly onSave: (file: number | null) => void;
}) {
  const { shown, options, job, leaving } = desk;
  return (
    <>
      <Button icon={<Scale aria-hidden />} onPress={onProfile}>
        {words.changeProfile}
      </Button>
      {shown === null ? null : (
        <Button
          icon={<Download aria-hidden />}
          onPress={() => {
            onSave(null);
          }}
        >
          {words.saveCopy}
        </Button>
      )}
      <Button
        variant="primary"
        icon={<Hammer aria-hidden />}
        isDisabled={!canBuild(desk)}
        onPress={() => {
          desk.choose(null);
          job.build(() => leaving.beforeBuilding(options));
        }}
      >
        {words.build}
      </Button>
    </>
  );
}

/** Everything is decided, and there is something to print. */
function canBuild({ job, undecided, included, options, choices, base, late }: Desk): boolean {
  if (job.busy || undecided.length > 0) return false;
  if (choices.lateOf !== null) return base !== null && late !== null && late.added > 0;
  return included.length > 0 || options.includeChronology;
}
