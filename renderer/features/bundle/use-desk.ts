import { useState } from 'react';
import { outdated, sortOut } from '../../../shared/domain/bundle/choices';
import { insertPlace } from '../../../shared/domain/bundle/plan-inserted';
import { contentsRows, inSections, lateDraft } from '../../../shared/domain/bundle/contents';
import { paperName, paperRef } from '../../../shared/domain/paper-name';
import type { VaultOutput } from '../../../shared/contract/vault-methods';
import type { LateDraft } from '../../../shared/domain/bundle/contents';
import type { Bundle, BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { SavedView } from '../../../shared/models/saved-view';
import type { BundleChoices } from '../../../shared/models/leaving';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useKept } from '../../kit/kept';
import { nowIso } from '../../kit/today';
import { bundleText } from '../../strings/bundle';
import type { BundleOf } from './bundle-of';
import { useBundleGate } from './use-bundle-gate';
import { useBundleJob } from './use-bundle-job';

/** What is asked of the vault for what is chosen: the exhibits in the order in which they are printed. */
function optionsOf(
  choices: BundleChoices,
  { own }: BundleProfile,
  views: readonly SavedView[],
  itemIds: readonly string[],
): BundleOptions {
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
    profileVersion: own?.version ?? null,
    title: title.trim() === '' ? bundleText.untitled : title.trim(),
    courtCase: courtCase.trim(),
    askedBy: others.askedBy.trim(),
    includeChronology,
    includePatterns: includeChronology && includePatterns,
    view: includeChronology ? viewAsNow(views, choices.viewId) : null,
    itemIds: [...itemIds],
  };
}

/** A view as it is now: a bundle that was built by it as it was then is not what is chosen. */
function viewAsNow(
  views: readonly SavedView[],
  viewId: string | null,
): NonNullable<BundleOptions['view']> | null {
  const found = views.find(({ id }) => id === viewId);
  if (found === undefined) return null;
  const { id: _, caseId: __, ...view } = found;
  return view;
}

/** What of the options the plan of the pages stands on. */
function plannedBy(options: BundleOptions): string {
  const {
    recipient: _,
    title: __,
    courtCase: ___,
    lateOf: ____,
    askedBy: _____,
    inserted: ______,
    ...others
  } = options;
  return JSON.stringify(others);
}

/** What is chosen for the bundle of a case, and is kept. A profile that is not here is changed for the first that is. */
function useChoices(
  { owner: { id: caseId }, profiles, usual }: BundleOf,
  kept: VaultOutput<'bundle.choices'>,
) {
  const isGone = !profiles.some(({ id }) => id === kept.choices.profile);
  const [choices, setChoices] = useState<BundleChoices>(
    isGone ? { ...kept.choices, profile: usual.id } : kept.choices,
  );
  const [changed, setChanged] = useState(false);
  const [since] = useState(nowIso);
  const job = useBundleJob(caseId);
  useKept(
    `bundle ${kept.choices.set} ${caseId}`,
    changed ? choices : null,
    (now) => call(holdfast.bundle.keepChoices({ caseId, choices: now })),
    job.setProblem,
  );
  return {
    choices,
    change: (next: BundleChoices): void => {
      setChoices(next);
      setChanged(true);
    },
    job,
    isProfileGone: isGone && !changed,
    /** When something was chosen last; null when nothing ever was. */
    chosenAt: kept.chosen?.at ?? (changed ? since : null),
  };
}

/** How the bundle on the screen differs from what is chosen. To one that pages are added to, what is missing is what follows. */
function differs(
  shown: Bundle | null,
  options: BundleOptions,
  refs: ReadonlyMap<string, string | null>,
  copies: ReadonlyMap<string, number>,
) {
  const found = shown === null ? null : outdated(shown, options, refs, copies);
  const isAddedTo = shown !== null && options.lateOf === shown.id;
  return isAddedTo && found?.shown.length === 0 ? null : found;
}

/** What follows the bundle that pages are added to; null while that is not known, or where none is. */
function lateOf(
  base: Bundle | null,
  draft: BundlePlan | null,
  isEmpty: boolean,
  { inserted }: BundleChoices,
): LateDraft | null {
  if (base === null) return null;
  const behind = inserted === null ? null : insertPlace(base.plan, inserted.after);
  if (inserted !== null && (behind === null || inserted.directedBy.trim() === '')) return null;
  if (isEmpty) return { plan: base.plan, added: 0 };
  if (draft === null) return null;
  const late = lateDraft(base.plan, draft, behind);
  return late.added === 0 ? { ...late, plan: base.plan } : late;
}

/** Everything the desk knows: what is chosen, which pages that gives, and what was built. */
export function useDesk(of: BundleOf, kept: VaultOutput<'bundle.choices'>) {
  const { items, owner, bundles, profiles, usual, views } = of;
  const { id: caseId } = owner;
  const chosen = useChoices(of, kept);
  const { choices, job } = chosen;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const leaving = useBundleGate(caseId);
  const profile = profiles.find(({ id }) => id === choices.profile) ?? usual;
  // In the order of the sections already, and asked to be left in it.
  const sorted = sortOut(inSections(profile, items, choices), {
    ...choices,
    isOrdered: false,
  });
  const { included } = sorted;
  // Of a core bundle nothing is asked: it holds what was put in.
  const undecided = choices.set === 'core' ? [] : sorted.undecided;
  const options = optionsOf(
    choices,
    profile,
    views,
    included.map(({ id }) => id),
  );
  const asked = useQuery(
    `plan-${caseId}|${plannedBy(options)}|${owner.entryCount}`,
    () => (included.length === 0 ? Promise.resolve(null) : call(holdfast.bundle.plan({ caseId, options }))),
    ['evidence', 'redactions'],
  );
  const shown = bundles.find(({ id }) => id === (chosenId ?? job.newest)) ?? bundles[0] ?? null;
  const refs = new Map(items.map((item) => [item.id, paperName(item)]));
  const borne = new Map(items.map((item) => [item.id, paperRef(item)]));
  const copies = new Map(items.map(({ id, redactions }) => [id, redactions]));
  const old = job.busy ? null : differs(shown, options, borne, copies);
  const base = bundles.find(({ id }) => id === choices.lateOf) ?? null;
  const late = lateOf(base, asked.data, included.length === 0, choices);
  // What was built has its pages counted; what is only chosen has them guessed.
  const isCurrent = shown !== null && old === null && choices.lateOf !== shown.id && !job.busy;
  const draft = late?.plan ?? asked.data;
  const plan = isCurrent ? shown.plan : draft;
  const rows = contentsRows(profile, items, choices, plan);
  return {
    ...{
      ...chosen,
      leaving,
      profile,
      options,
      included,
      undecided,
      asked,
      shown,
      refs,
      old,
      base,
      late,
      rows,
    },
    /** Pages of what is chosen, where that is not what is on the screen. */
    planned: isCurrent ? null : (draft?.pages ?? null),
    choose: (id: string | null): void => {
      setChosenId(id);
      job.setSaved(false);
    },
  };
}
export type Desk = ReturnType<typeof useDesk>;
