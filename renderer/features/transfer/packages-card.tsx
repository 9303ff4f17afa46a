import { FileCheck, FolderDown } from 'lucide-react';
import { useState } from 'react';
import type { ComponentProps } from 'react';
import type { After } from '../../../shared/models/after';
import type { CaseSummary } from '../../../shared/models/case';
import type { Job } from '../../../shared/models/job';
import type { TransferRecord } from '../../../shared/models/transfer';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { NumberField } from '../../components/fields';
import { EmptyState, Notice } from '../../components/parts';
import { afterText as words, wipeText } from '../../strings/after';
import { EraseCaseDialog } from '../erase/erase-case-dialog';
import { CustodyDialog } from './custody-dialog';
import { finishedJob } from './finished-job';
import { History } from './history';
import { sinceOf } from './since';
import { useReceipts } from './use-receipts';
import type { Receipts } from './use-receipts';
import { WipeDialog } from './wipe-dialog';

type Open = { readonly is: 'wipe' | 'custody' | 'erase'; readonly record: TransferRecord } | null;

/** What went out and came in: receipts, what is overdue, and what follows. */
export function PackagesCard({
  records,
  after,
  cases,
  jobs,
  onChanged,
}: {
  readonly records: readonly TransferRecord[];
  readonly after: After;
  readonly cases: readonly CaseSummary[];
  readonly jobs: readonly Job[];
  readonly onChanged: () => void;
}) {
  const [open, setOpen] = useState<Open>(null);
  const [wiping, setWiping] = useState<string | null>(null);
  const receipts = useReceipts(onChanged);
  const close = (): void => {
    setOpen(null);
  };
  const show = (is: NonNullable<Open>['is']) => (record: TransferRecord) => {
    setOpen({ is, record });
  };

  return (
    <section className="card pad full stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <OnTheWay records={records} after={after} />
      <Outcome receipts={receipts} wiped={finishedJob(jobs, wiping)} />
      <div className="row">
        <Button icon={<FileCheck aria-hidden />} isPending={receipts.act.busy} onPress={receipts.read}>
          {words.read}
        </Button>
      </div>
      <Table
        records={records}
        after={after}
        caseIds={new Set(cases.map(({ id }) => id))}
        onReceipt={receipts.write}
        onWipe={show('wipe')}
        onCustody={show('custody')}
        onErase={show('erase')}
      />
      <NumberField
        label={words.days}
        description={words.daysHint}
        min={1}
        max={365}
        value={after.overdueDays}
        onChange={receipts.setDays}
      />
      <OpenDialog open={open} after={after} onWiping={setWiping} onChanged={onChanged} onClose={close} />
    </section>
  );
}

/** The list of packages, or what will be in it. */
function Table(props: ComponentProps<typeof History>) {
  return props.records.length === 0 ? (
    <EmptyState icon={<FolderDown />} title={words.emptyTitle}>
      {words.empty}
    </EmptyState>
  ) : (
    <div className="history-frame" role="region" aria-label={words.frame} tabIndex={0}>
      <History {...props} />
    </div>
  );
}

/** How what was pressed last has ended. */
function Outcome({ receipts, wiped }: { readonly receipts: Receipts; readonly wiped: Job | null }) {
  const { act, received, isWritten } = receipts;
  return (
    <>
      <Failure code={act.error} />
      {received === null ? null : (
        <Notice tone={received.office.name === '' ? 'amber' : 'green'} title={words.readDone(received)}>
          {words.readDoneHint(received)}
        </Notice>
      )}
      {isWritten ? <Notice tone="green" title={words.written} /> : null}
      <Failure code={wiped?.error ?? null} />
      {wiped?.state === 'done' ? <Notice tone="green" title={wipeText.done} /> : null}
    </>
  );
}

function OpenDialog({
  open,
  after,
  onWiping,
  onChanged,
  onClose,
}: {
  readonly open: Open;
  readonly after: After;
  readonly onWiping: (jobId: string) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  if (open === null) return null;
  const { record } = open;
  if (open.is === 'wipe') {
    const isReceived = record.direction === 'in' || sinceOf(record, after).receipts.length > 0;
    return <WipeDialog record={record} isReceived={isReceived} onStarted={onWiping} onClose={onClose} />;
  }
  if (record.caseId === null) return null;
  if (open.is === 'custody')
    return <CustodyDialog caseId={record.caseId} reference={record.caseReference} onClose={onClose} />;
  return (
    <EraseCaseDialog
      caseId={record.caseId}
      reference={record.caseReference}
      onErased={() => {
        onClose();
        onChanged();
      }}
      onClose={onClose}
    />
  );
}

/** How many packages nobody has received yet: facts, and what is overdue as a duty. */
function OnTheWay({
  records,
  after,
}: {
  readonly records: readonly TransferRecord[];
  readonly after: After;
}) {
  const all = records.flatMap((record) => sinceOf(record, after).standing?.is ?? []);
  const overdue = all.filter((is) => is === 'overdue').length;
  const waiting = all.filter((is) => is === 'not-received').length;
  if (all.length === 0) return null;
  if (overdue > 0)
    return (
      <Notice tone="amber" title={words.overdue(overdue, after.overdueDays)}>
        {words.overdueHint}
      </Notice>
    );
  return <p className="quiet">{waiting === 0 ? words.allReceived : words.waiting(waiting)}</p>;
}
