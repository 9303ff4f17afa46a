import { useState } from 'react';
import { useNavigation } from '../../kit/navigation';
import { ConfirmDialog } from '../../components/dialog';
import type { Picked } from '../../components/long-list/picked';
import { counted } from '../../strings/counts';
import { pickedLines } from '../../strings/messages';
import { AddToEntryDialog } from './add-to-entry-dialog';
import { MadeOfLines } from './made-of-lines';
import type { Citing } from './use-citing';

/** What can be made of the lines that are selected, and the dialogs in which it is. */
export function PickedLines({
  caseId,
  picked: { places },
  citing,
  onMade,
  onClear,
}: {
  readonly caseId: string;
  readonly picked: Picked;
  readonly citing: Citing;
  /** An entry was made of each; with how many. */
  readonly onMade: (entries: number) => void;
  readonly onClear: () => void;
}) {
  const { go } = useNavigation();
  const [dialog, setDialog] = useState<'add' | 'each' | null>(null);
  const size = places.size;
  const close = (): void => {
    setDialog(null);
  };
  return (
    <>
      {size === 0 ? null : (
        <MadeOfLines
          size={size}
          onNew={() => {
            citing.newEntry(places);
          }}
          onAdd={() => {
            setDialog('add');
          }}
          onEach={() => {
            setDialog('each');
          }}
          onClear={onClear}
        />
      )}
      {dialog === 'add' ? (
        <AddToEntryDialog
          caseId={caseId}
          words={counted(size, 'line', 'lines')}
          keys={() => citing.keysOf(places)}
          onClose={close}
          onDone={(entryId) => {
            go({ name: 'chronology', caseId, entryId });
          }}
        />
      ) : null}
      <EachDialog
        size={size}
        isOpen={dialog === 'each'}
        onConfirm={() => {
          close();
          citing.entryEach(places, onMade);
        }}
        onClose={close}
      />
    </>
  );
}

function EachDialog({
  size,
  ...dialog
}: {
  readonly size: number;
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  return (
    <ConfirmDialog {...dialog} title={pickedLines.eachTitle(size)} confirm={pickedLines.eachConfirm(size)}>
      {pickedLines.eachWords}
    </ConfirmDialog>
  );
}
