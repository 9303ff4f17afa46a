import { ListChecks, Shield, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { policeReportKind } from '../../../shared/records/police-report';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { counted } from '../../strings/counts';
import { reportText } from '../../strings/response';
import { BulkDialog } from './bulk-dialog';

/** What can be done to several entries at once. */
export function BulkBar({
  caseId,
  size,
  ids,
  onClear,
  onRemoved,
}: {
  readonly caseId: string;
  readonly size: number;
  readonly ids: () => Promise<string[]>;
  readonly onClear: () => void;
  readonly onRemoved: (ids: readonly string[]) => void;
}) {
  const [dialog, setDialog] = useState<'change' | 'remove' | null>(null);
  const act = useAct();
  const { go } = useNavigation();
  const entries = counted(size, 'entry', 'entries');
  const close = (): void => {
    setDialog(null);
  };
  return (
    <>
      <Failure code={act.error} />
      <SelectedEntries
        entries={entries}
        size={size}
        setDialog={setDialog}
        onReport={() => {
          act.run(async () => {
            go({ name: 'response', caseId, record: `new-${policeReportKind.kind}`, entryIds: await ids() });
          });
        }}
        onClear={onClear}
      />
      {dialog === 'change' ? <BulkDialog caseId={caseId} size={size} ids={ids} onClose={close} /> : null}
      <ConfirmDialog
        title={`Remove ${entries}?`}
        isOpen={dialog === 'remove'}
        confirm={`Remove ${entries}`}
        onConfirm={() => {
          close();
          act.run(async () => {
            const chosen = await ids();
            await call(holdfast.chronology.removeMany({ caseId, ids: chosen }));
            onClear();
            onRemoved(chosen);
          });
        }}
        onClose={close}
      >
        They go out of the chronology and of new bundles. Their versions stay on record, and each can be
        brought back. Evidence is not touched.
      </ConfirmDialog>
    </>
  );
}

/** How many are selected, and what can be done with all of them. */
function SelectedEntries({
  entries,
  size,
  setDialog,
  onReport,
  onClear,
}: {
  readonly entries: string;
  readonly size: number;
  readonly setDialog: (dialog: 'change' | 'remove') => void;
  /** Begins a report to the police with them. */
  readonly onReport: () => void;
  readonly onClear: () => void;
}) {
  return (
    <div className="selection-bar" role="region" aria-label="Selected entries">
      <strong className="grow" role="status">
        {entries} selected
      </strong>
      <Button
        variant="primary"
        icon={<ListChecks aria-hidden />}
        onPress={() => {
          setDialog('change');
        }}
      >
        Change {size === 1 ? 'it' : 'them'}
      </Button>
      <Button icon={<Shield aria-hidden />} onPress={onReport}>
        {reportText.add}
      </Button>
      <Button
        icon={<Trash2 aria-hidden />}
        onPress={() => {
          setDialog('remove');
        }}
      >
        Remove
      </Button>
      <Button variant="quiet" icon={<X aria-hidden />} onPress={onClear}>
        Clear
      </Button>
    </div>
  );
}
