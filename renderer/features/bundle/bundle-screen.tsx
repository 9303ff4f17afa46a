import { useState } from 'react';
import type { BundleSet } from '../../../shared/models/bundle';
import type { Proceedings } from '../../../shared/models/proceedings';
import { proceedingsKind } from '../../../shared/records/proceedings';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { useRecords } from '../record-book/use-records';
import { BundleDesk } from './bundle-desk';
import './bundle.css';

function useProceedings(caseId: string): readonly Proceedings[] {
  const { data } = useRecords(caseId, proceedingsKind);
  return (data ?? []).map(({ id, body }) => ({ ...body, id }));
}

/** Bundles of a case: what goes in, the finished pages, and what was checked. */
export function BundleScreen({ caseId }: { readonly caseId: string }) {
  const [set, setSet] = useState<BundleSet>('main');
  return <OneSet key={set} caseId={caseId} set={set} onSet={setSet} />;
}

/** The hearing bundle or the core bundle: each with what was chosen for it, and what was built of that. */
function OneSet({
  caseId,
  set,
  onSet,
}: {
  readonly caseId: string;
  readonly set: BundleSet;
  readonly onSet: (set: BundleSet) => void;
}) {
  const items = useQuery(`bundle-items-${caseId}`, () => call(holdfast.evidence.list({ caseId })), [
    'evidence',
    'redactions',
  ]);
  const owner = useQuery(`bundle-case-${caseId}`, () => call(holdfast.cases.get({ id: caseId })), [
    'chronology',
    'cases',
  ]);
  const bundles = useQuery(`bundles-${caseId}`, () => call(holdfast.bundle.list({ caseId })), ['bundles']);
  const profiles = useQuery('bundle-profiles', () => call(holdfast.bundle.profiles({})), ['bundles']);
  const proceedings = useProceedings(caseId);
  const views = useQuery(`bundle-views-${caseId}`, () => call(holdfast.views.list({ caseId })), [
    'chronology',
  ]);
  // Read once: from here on what is on the screen counts, and is kept.
  const kept = useQuery(`bundle-choices-${set}-${caseId}`, () =>
    call(holdfast.bundle.choices({ caseId, set })),
  );

  const failed = [items, kept, profiles, views].find(({ error }) => error !== null);
  if (failed?.error != null) return <Failure code={failed.error} onRetry={failed.reload} />;
  const usual = profiles.data?.[0];
  if (
    items.data === null ||
    owner.data === null ||
    bundles.data === null ||
    kept.data === null ||
    views.data === null ||
    profiles.data === null ||
    usual === undefined
  )
    return <Skeleton height={400} />;
  return (
    <BundleDesk
      of={{
        ...{ items: items.data, owner: owner.data },
        bundles: bundles.data.filter(({ options }) => options.set === set),
        ...{ profiles: profiles.data, usual, proceedings, views: views.data },
      }}
      kept={kept.data}
      onSet={onSet}
    />
  );
}
