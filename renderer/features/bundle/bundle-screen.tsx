import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { BundleDesk } from './bundle-desk';
import './bundle.css';

/** Bundles of a case: what goes in, the finished pages, and what was checked. */
export function BundleScreen({ caseId }: { readonly caseId: string }) {
  const items = useQuery(`bundle-items-${caseId}`, () => call(holdfast.evidence.list({ caseId })), [
    'evidence',
  ]);
  const owner = useQuery(`bundle-case-${caseId}`, () => call(holdfast.cases.get({ id: caseId })), [
    'chronology',
    'cases',
  ]);
  const bundles = useQuery(`bundles-${caseId}`, () => call(holdfast.bundle.list({ caseId })), ['bundles']);
  // Read once: from here on what is on the screen counts, and is kept.
  const kept = useQuery(`bundle-choices-${caseId}`, () => call(holdfast.bundle.choices({ caseId })));

  const failed = [items, kept].find(({ error }) => error !== null);
  if (failed?.error != null) return <Failure code={failed.error} onRetry={failed.reload} />;
  if (items.data === null || owner.data === null || bundles.data === null || kept.data === null)
    return <Skeleton height={400} />;
  return <BundleDesk of={{ items: items.data, owner: owner.data, bundles: bundles.data }} kept={kept.data} />;
}
