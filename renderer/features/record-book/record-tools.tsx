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

type Named = Pick<Shown<unknown>, 'id' | 'undecided'>;

/** What can be done with a record: change, look at its versions, take it out. A locked kind has its versions alone. */
export function RecordTools({
  caseId,
  shown,
  title,
  onChange,
  isLocked = false,
  removeText = words.removeText,
}: {
  /** Null for a record of the office. */
  readonly caseId: string | null;
  readonly shown: Named;
  /** What it is called in the names of the buttons. */
  readonly title: string;
  readonly onChange?: () => void;
  readonly isLocked?: boolean;
  /** What taking it out means. */
  readonly removeText?: string;
}) {
  const act = useAct();
  const [open, setOpen] = useState<'versions' | 'remove' | null>(null);
  return (
    <div className="row book-tools">
      {shown.undecided && caseId !== null ? <Undecided caseId={caseId} title={title} /> : null}
      {onChange === undefined ? null : (
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
        <TakeOut
          title={title}
          onPress={() => {
            setOpen('remove');
          }}
        />
      )}
      <Failure code={act.error} />
      <Dialogs
        shown={shown}
        title={title}
        open={open}
        removeText={removeText}
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

function TakeOut({ title, onPress }: { readonly title: string; readonly onPress: () => void }) {
  return (
    <Button variant="quiet" icon={<Trash2 aria-hidden />} label={words.removeOf(title)} onPress={onPress}>
      {words.remove}
    </Button>
  );
}

function Dialogs({
  shown,
  title,
  open,
  removeText,
  onRemove,
  onClose,
}: {
  readonly shown: Named;
  readonly title: string;
  readonly open: 'versions' | 'remove' | null;
  readonly removeText: string;
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
          {removeText}
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
