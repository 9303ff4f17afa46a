import { History, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Chip } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { recordBook as words } from '../../strings/record-book';
import { HistoryDialog } from '../records/history-dialog';
import type { Shown } from './use-records';

/** What can be done with a record: change, look at its versions, take it out. A locked kind has its versions alone. */
export function RecordTools<T>({
  caseId,
  shown,
  title,
  onChange,
  isLocked = false,
}: {
  /** Null for a record of the office. */
  readonly caseId: string | null;
  readonly shown: Shown<T>;
  /** What it is called in the names of the buttons. */
  readonly title: string;
  readonly onChange?: () => void;
  readonly isLocked?: boolean;
}) {
  const act = useAct();
  const [open, setOpen] = useState<'versions' | 'remove' | null>(null);
  return (
    <div className="row book-tools">
      {shown.undecided && caseId !== null ? <Undecided caseId={caseId} title={title} /> : null}
      {onChange === undefined || isLocked ? null : (
        <Button icon={<Pencil aria-hidden />} label={words.changeOf(title)} onPress={onChange}>
          {words.change}
        </Button>
      )}
      <Button
        variant="quiet"
        icon={<History aria-hidden />}
        label={words.versionsOf(title)}
        onPress={() => {
          setOpen('versions');
        }}
      >
        {words.versions}
      </Button>
      {isLocked ? null : (
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden />}
          label={words.removeOf(title)}
          onPress={() => {
            setOpen('remove');
          }}
        >
          {words.remove}
        </Button>
      )}
      <Failure code={act.error} />
      <Dialogs
        shown={shown}
        title={title}
        open={open}
        onRemove={() => {
          act.run(() => call(holdfast.records.remove({ id: shown.id })));
        }}
        onClose={() => {
          setOpen(null);
        }}
      />
    </div>
  );
}

function Dialogs<T>({
  shown,
  title,
  open,
  onRemove,
  onClose,
}: {
  readonly shown: Shown<T>;
  readonly title: string;
  readonly open: 'versions' | 'remove' | null;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) {
  return (
    <>
      {open === 'versions' ? (
        <HistoryDialog id={shown.id} title={words.versionsOf(title)} onClose={onClose} />
      ) : null}
      {open === 'remove' ? (
        <ConfirmDialog
          title={words.removeTitle(title)}
          isOpen
          confirm={words.remove}
          onConfirm={() => {
            onClose();
            onRemove();
          }}
          onClose={onClose}
        >
          {words.removeText}
        </ConfirmDialog>
      ) : null}
    </>
  );
}

/** Two versions of it wait for a person. */
function Undecided({ caseId, title }: { readonly caseId: string; readonly title: string }) {
  const { go } = useNavigation();
  return (
    <>
      <Chip tone="amber">{words.undecided}</Chip>
      <Button
        variant="quiet"
        label={words.decideOf(title)}
        onPress={() => {
          go({ name: 'two-versions', caseId });
        }}
      >
        {words.decide}
      </Button>
    </>
  );
}
