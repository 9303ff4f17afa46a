import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Segmented } from '../../components/fields';
import { RedactedPages } from './redacted-pages';
import './redaction.css';

/** The viewer of an exhibit, with a switch between the original and its redacted copy where there is one. */
export function WithRedacted({
  item,
  children,
}: {
  readonly item: EvidenceDetail;
  readonly children: ReactNode;
}) {
  const [shown, setShown] = useState<'original' | 'redacted'>('original');
  const { data } = useQuery(
    `redacted-${item.id}|${item.redactions}`,
    () => (item.redactions === 0 ? Promise.resolve([]) : call(holdfast.redaction.list({ itemId: item.id }))),
    ['redactions'],
  );
  const newest = data?.[0];
  if (newest === undefined) return children;
  return (
    <div className="with-redacted">
      <Segmented
        label="Which one is shown"
        value={shown}
        onChange={setShown}
        options={[
          { id: 'original', label: 'Original' },
          { id: 'redacted', label: 'Redacted copy' },
        ]}
      />
      {shown === 'original' ? (
        children
      ) : (
        <RedactedPages key={newest.id} redaction={newest} exhibitRef={item.exhibitRef} />
      )}
    </div>
  );
}
