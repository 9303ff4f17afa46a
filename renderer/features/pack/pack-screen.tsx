import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { PackDesk } from './pack-desk';
import './pack.css';

/** Evidence packs of a case: what goes, looking through it, making the folder, and those that were made. */
export function PackScreen({ caseId }: { readonly caseId: string }) {
  const items = useQuery(
    `pack-items-${caseId}`,
    () => call(holdfast.evidence.list({ caseId, sort: 'exhibit' })),
    ['evidence', 'chronology'],
  );
  const owner = useQuery(`pack-case-${caseId}`, () => call(holdfast.cases.get({ id: caseId })), [
    'chronology',
    'cases',
  ]);
  const packs = useQuery(`packs-${caseId}`, () => call(holdfast.pack.list({ caseId })), ['packs']);
  const redactions = useQuery(`pack-redactions-${caseId}`, () => call(holdfast.pack.redactions({ caseId })), [
    'redactions',
    'evidence',
  ]);
  const views = useQuery(`pack-views-${caseId}`, () => call(holdfast.views.list({ caseId })), ['chronology']);

  const failed = [items, owner, packs, redactions, views].find(({ error }) => error !== null);
  if (failed?.error != null) return <Failure code={failed.error} onRetry={failed.reload} />;
  if (
    items.data === null ||
    owner.data === null ||
    packs.data === null ||
    redactions.data === null ||
    views.data === null
  )
    return <Skeleton height={400} />;
  return (
    <PackDesk
      of={{
        items: items.data,
        owner: owner.data,
        packs: packs.data,
        redactions: redactions.data,
        views: views.data,
      }}
    />
  );
}
