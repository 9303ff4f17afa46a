import { BookOpenText, Download, Hammer } from 'lucide-react';
import { useState } from 'react';
import { decide, outdated, sortOut } from '../../../shared/domain/bundle/choices';
import type { VaultOutput } from '../../../shared/contract/vault-methods';
import type { Bundle, BundleOptions } from '../../../shared/models/bundle';
import type { BundleChoices } from '../../../shared/models/leaving';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useKept } from '../../kit/kept';
import { nowIso } from '../../kit/today';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { EmptyState, Notice, PageHeader } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { printSize } from '../../strings/sizes';
import { TwoVersionsNotice } from '../records/undecided-notice';
import { ChecksCard } from './checks-card';
import { ChoicesCard } from './choices-card';
import { OutdatedNotice, refsText } from './outdated-notice';
import { Paper } from './paper';
import { UndecidedNotice } from './undecided-notice';
import { BundleLeaves } from './bundle-leaves';
import { useBundleGate } from './use-bundle-gate';
import { useBundleJob } from './use-bundle-job';
import type { BundleOf } from './bundle-of';

function optionsOf(choices: BundleChoices, itemIds: readonly string[]): BundleOptions {
  const {
    title,
    courtCase,
    includeChronology,
    includePatterns,
    isOrdered: _,
    items: __,
    ...others
  } = choices;
  return {
    ...others,
    title: title.trim() === '' ? 'Bundle' : title.trim(),
    courtCase: courtCase.trim(),
    includeChronology,
    includePatterns: includeChronology && includePatterns,
    itemIds: [...itemIds],
  };
}

/** The desk a bundle is made on. What is chosen here is kept with the case. */
export function BundleDesk({
  of: { items, owner, bundles },
  kept,
}: {
  readonly of: BundleOf;
  readonly kept: VaultOutput<'bundle.choices'>;
}) {
  const { go } = useNavigation();
  const { id: caseId } = owner;
  const [choices, setChoices] = useState<BundleChoices>(kept.choices);
  const [changed, setChanged] = useState(false);
  const [since] = useState(nowIso);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [askToSave, setAskToSave] = useState(false);
  const job = useBundleJob(caseId);
  const leaving = useBundleGate(caseId);
  const change = (next: BundleChoices): void => {
    setChoices(next);
    setChanged(true);
  };
  useKept(
    `bundle ${caseId}`,
    changed ? choices : null,
    (now) => call(holdfast.bundle.keepChoices({ caseId, choices: now })),
    job.setProblem,
  );

  const { included, undecided } = sortOut(items, choices);
  const options = optionsOf(
    choices,
    included.map(({ id }) => id),
  );
  const plan = useQuery(
    `plan-${caseId}|${options.itemIds.join(' ')}|${String(options.includeChronology)} ${String(options.includePatterns)}|${owner.entryCount}`,
    () => (included.length === 0 ? Promise.resolve(null) : call(holdfast.bundle.plan({ caseId, options }))),
  );
  const shown: Bundle | null =
    bundles.find(({ id }) => id === (chosenId ?? job.newest)) ?? bundles[0] ?? null;
  const refs = new Map(items.map(({ id, exhibitRef }) => [id, exhibitRef]));
  const old = shown === null || job.busy ? null : outdated(shown, options, refs);
  const nothing = items.length === 0 && owner.entryCount === 0;
  const save = (id: string): void => {
    job.save(id, () => leaving.beforeSaving(id));
  };
  if (leaving.gate.asked !== null)
    return (
      <BundleLeaves
        of={leaving}
        onRecipient={(recipient) => {
          change({ ...choices, recipient });
        }}
        onLeaveOut={(ids) => {
          change(decide(items, choices, ids, false));
        }}
      />
    );

  return (
    <div className="bundle">
      <PageHeader
        title={shown?.options.title ?? 'Bundles'}
        summary={
          shown === null
            ? 'General guidance on electronic court bundles, as at 29 Nov 2021.'
            : `General guidance, 29 Nov 2021. ${shown.pages} pages, ${printSize(shown.bytes)}, built ${printMoment(shown.createdAt)}.`
        }
        actions={
          nothing ? undefined : (
            <>
              {shown === null ? null : (
                <Button
                  icon={<Download aria-hidden />}
                  onPress={() => {
                    if (old !== null && old.shown.length > 0) setAskToSave(true);
                    else save(shown.id);
                  }}
                >
                  Save a copy
                </Button>
              )}
              <Button
                variant="primary"
                icon={<Hammer aria-hidden />}
                isDisabled={
                  job.busy || undecided.length > 0 || (included.length === 0 && !options.includeChronology)
                }
                onPress={() => {
                  setChosenId(null);
                  job.build(() => leaving.beforeBuilding(options));
                }}
              >
                Build PDF
              </Button>
            </>
          )
        }
      />
      <Failure code={job.problem} />
      <Failure code={job.failed} />
      {job.saved ? (
        <Notice tone="amber" title="The PDF is saved and was compared with the one here.">
          It is not encrypted where it is now. Courts ask for files without a password; keep the copy only as
          long as you need it.
        </Notice>
      ) : null}
      {nothing ? (
        <EmptyState
          icon={<BookOpenText />}
          title="A bundle needs something to show"
          actions={
            <Button
              variant="primary"
              onPress={() => {
                go({ name: 'evidence', caseId });
              }}
            >
              Go to the evidence
            </Button>
          }
        >
          Add evidence or chronology entries first. The bundle is then one PDF: cover, linked index,
          chronology that cites pages, exhibits with their dates and fingerprints.
        </EmptyState>
      ) : (
        <>
          <UndecidedNotice
            undecided={undecided}
            chosenAt={kept.chosen?.at ?? (changed ? since : null)}
            entries={owner.entryCount}
            onAll={() => {
              const ids = undecided.map(({ id }) => id);
              change({ ...decide(items, choices, ids, true), includeChronology: true });
            }}
            onDecide={(isIn) => {
              change(
                decide(
                  items,
                  choices,
                  undecided.map(({ id }) => id),
                  isIn,
                ),
              );
            }}
          />
          <TwoVersionsNotice
            caseId={caseId}
            meanwhile="Until somebody chooses, a bundle prints the one that is shown."
          />
          {old === null || undecided.length > 0 ? null : <OutdatedNotice outdated={old} refs={refs} />}
          <div className="three">
            <ChoicesCard
              items={items}
              entries={owner.entryCount}
              choices={choices}
              plan={plan.data}
              onChange={change}
            />
            <Paper key={shown?.id ?? 'none'} bundle={shown} />
            <ChecksCard
              shown={shown}
              bundles={bundles}
              onChoose={(id) => {
                setChosenId(id);
                job.setSaved(false);
              }}
            />
          </div>
        </>
      )}
      <ConfirmDialog
        title="Save pages that show what you took out?"
        isOpen={askToSave && shown !== null}
        confirm="Save these pages all the same"
        onConfirm={() => {
          setAskToSave(false);
          if (shown !== null) save(shown.id);
        }}
        onClose={() => {
          setAskToSave(false);
        }}
      >
        This PDF was built before your last changes and still shows {refsText(old?.shown ?? [], refs)}. Build
        it again to save what is chosen now.
      </ConfirmDialog>
    </div>
  );
}
