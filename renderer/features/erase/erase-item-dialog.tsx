import { useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { printSize } from '../../strings/sizes';
import { WhatStays } from './what-stays';
import { WorkBefore, useWorkBefore } from './work-before';

/** Destroys one exhibit, such as a picture that nobody was allowed to hand over. */
export function EraseItemDialog({
  itemId,
  exhibitRef,
  onErased,
  onClose,
}: {
  readonly itemId: string;
  readonly exhibitRef: string;
  readonly onErased: () => void;
  readonly onClose: () => void;
}) {
  const { data, error } = useQuery(`erase-${itemId}`, () =>
    call(holdfast.erase.preview({ type: 'item', id: itemId })),
  );
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const work = useWorkBefore();
  const problem = reason.trim() === '' ? 'Say why it is erased.' : null;
  return (
    <FormDialog
      title={`Erase ${exhibitRef}`}
      submit="Erase the exhibit"
      isDangerous
      ready={() => {
        setChecked(true);
        return work === null && problem === null;
      }}
      work={() => call(holdfast.erase.item({ id: itemId, reason: reason.trim() }))}
      onDone={onErased}
      onClose={onClose}
    >
      <Failure code={error} />
      <WorkBefore work={work} />
      {data === null ? (
        error === null ? (
          <Skeleton height={80} />
        ) : null
      ) : (
        <Notice tone="red" title="This cannot be undone">
          The original, its previews, its redacted copies and what was read from it or written about it are
          destroyed ({printSize(data.bytes)}).
          {data.citedBy === 0
            ? ' No entry cites it.'
            : ` ${counted(data.citedBy, 'entry loses', 'entries lose')} it; what they say stays.`}
          {data.bundles === 0
            ? ''
            : ` ${counted(data.bundles, 'bundle that holds it is', 'bundles that hold it are')} destroyed as well; build again where needed.`}
        </Notice>
      )}
      <WhatIsKept exhibitRef={exhibitRef} inside={data?.inside ?? 0} />
      <WhyErased reason={reason} setReason={setReason} problem={checked ? problem : null} />
    </FormDialog>
  );
}

/** What erasing the exhibit leaves. */
function WhatIsKept({ exhibitRef, inside }: { readonly exhibitRef: string; readonly inside: number }) {
  return (
    <ul className="plain">
      <li>Its number, {exhibitRef}, is not given to anything else.</li>
      {inside === 0 ? null : (
        <li>
          {counted(inside, 'exhibit that came inside it stays', 'exhibits that came inside it stay')}. Erase{' '}
          {inside === 1 ? 'it' : 'them'} too where that is meant.
        </li>
      )}
      <WhatStays />
      <li>The record of acts keeps one line without content: when, by whom, how much.</li>
    </ul>
  );
}

/** Why; asked and not kept. */
function WhyErased({
  reason,
  setReason,
  problem,
}: {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly problem: string | null;
}) {
  return (
    <TextField
      label="Why"
      description="Asked so that nothing is erased in passing. It is not kept: it might repeat what is to be gone."
      value={reason}
      onChange={setReason}
      error={problem}
      maxLength={200}
      autoFocus
    />
  );
}
