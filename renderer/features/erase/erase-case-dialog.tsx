import { useState } from 'react';
import type { UiOutput } from '../../../shared/contract/ui-methods';
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

/** Destroys a case. Asks for its reference and one's own passphrase, so that nobody does it in passing. */
export function EraseCaseDialog({
  caseId,
  reference,
  onErased,
  onClose,
}: {
  readonly caseId: string;
  readonly reference: string;
  readonly onErased: () => void;
  readonly onClose: () => void;
}) {
  const { data, error } = useQuery(`erase-${caseId}`, () =>
    call(holdfast.erase.preview({ type: 'case', id: caseId })),
  );
  const [typed, setTyped] = useState('');
  const [own, setOwn] = useState('');
  const [checked, setChecked] = useState(false);
  const work = useWorkBefore();
  const typedProblem = typed.trim() === reference ? null : `Type ${reference} exactly as it stands here.`;
  const ownProblem = own === '' ? 'Type the passphrase you unlock Holdfast with.' : null;
  return (
    <FormDialog
      title={`Erase ${reference} for good`}
      submit="Erase the case"
      isDangerous
      ready={() => {
        setChecked(true);
        return work === null && typedProblem === null && ownProblem === null;
      }}
      work={() => call(holdfast.erase.case({ id: caseId, reference: typed.trim(), own }))}
      onDone={onErased}
      onClose={onClose}
    >
      <Failure code={error} />
      <WorkBefore work={work} />
      {data === null && error === null ? <Skeleton height={80} /> : null}
      {data === null ? null : <WhatGoes preview={data} />}
      <ul className="plain">
        <li>What stays is one line in the record of acts: when, by whom, how many. Nothing of the case.</li>
        <WhatStays />
      </ul>
      <TextField
        label={`Type the reference, ${reference}`}
        value={typed}
        onChange={setTyped}
        error={checked ? typedProblem : null}
        maxLength={40}
        autoFocus
      />
      <TextField
        label="Your own passphrase"
        type="password"
        value={own}
        onChange={setOwn}
        error={checked ? ownProblem : null}
      />
    </FormDialog>
  );
}

/** How much is destroyed. */
function WhatGoes({ preview }: { readonly preview: UiOutput<'erase.preview'> }) {
  return (
    <Notice tone="red" title="This cannot be undone">
      {counted(preview.items, 'exhibit', 'exhibits')}, {counted(preview.entries, 'entry', 'entries')} with all
      their earlier versions and {counted(preview.bundles, 'bundle', 'bundles')} are destroyed:{' '}
      {printSize(preview.bytes)} in {counted(preview.files, 'file', 'files')}.
    </Notice>
  );
}
