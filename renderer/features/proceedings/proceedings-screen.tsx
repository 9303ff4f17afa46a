import { Plus, Scale } from 'lucide-react';
import { useState } from 'react';
import { proceedingsBodySchema } from '../../../shared/models/proceedings';
import { proceedingsTitle } from '../../../shared/records/proceedings';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { proceedingsText as words } from '../../strings/proceedings';
import { DraftNotices } from '../drafts/draft-notices';
import { HistoryDialog } from '../records/history-dialog';
import { ProceedingsCard } from './proceedings-card';
import { ProceedingsDialog } from './proceedings-dialog';
import type { ProceedingsShown } from './proceedings-dialog';
import './proceedings.css';

type Undecided = ProceedingsShown & { readonly undecided: boolean };

function useProceedings(caseId: string) {
  const { data, error, reload } = useQuery(
    `proceedings-${caseId}`,
    () => call(holdfast.records.list({ caseId, kind: 'proceedings' })),
    ['records'],
  );
  const all = data?.flatMap(({ id, version, undecided, body }): Undecided[] => {
    const read = proceedingsBodySchema.safeParse(body);
    // Fields of a newer Holdfast are kept, so that saving does not lose them.
    return read.success ? [{ id, version, undecided, body: { ...body, ...read.data } }] : [];
  });
  return { all: all ?? null, error, reload };
}

/** The court proceedings of a case: what each is called, who is in it, when it is heard. */
export function ProceedingsScreen({
  caseId,
  form: start,
}: {
  readonly caseId: string;
  /** The form that is open at first: of proceedings by their id, or `new`. */
  readonly form: string | null;
}) {
  const [form, setForm] = useState(start);
  const { all, error, reload } = useProceedings(caseId);
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (all === null) return <Skeleton height={320} />;
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onPress={() => {
        setForm('new');
      }}
    >
      {words.add}
    </Button>
  );
  const open = all.find(({ id }) => id === form) ?? null;
  return (
    <>
      <PageHeader
        title={words.title}
        summary={words.summary(all.length)}
        {...(all.length === 0 ? {} : { actions: add })}
      />
      {open === null && form !== 'new' ? (
        <DraftNotices
          caseId={caseId}
          onOpen={(draft) => {
            if (draft.form === 'proceedings') setForm(draft.subject ?? 'new');
            return draft.form === 'proceedings';
          }}
        />
      ) : null}
      {all.length === 0 ? (
        <EmptyState icon={<Scale />} title={words.emptyTitle} actions={add}>
          {words.empty}
        </EmptyState>
      ) : (
        <Cards caseId={caseId} all={all} onChange={setForm} />
      )}
      {open === null && form !== 'new' ? null : (
        <ProceedingsDialog
          key={form}
          caseId={caseId}
          shown={open}
          onClose={() => {
            setForm(null);
          }}
        />
      )}
    </>
  );
}

function Cards({
  caseId,
  all,
  onChange,
}: {
  readonly caseId: string;
  readonly all: readonly Undecided[];
  readonly onChange: (id: string) => void;
}) {
  const { go } = useNavigation();
  const [looking, setLooking] = useState<Undecided | null>(null);
  const [removing, setRemoving] = useState<Undecided | null>(null);
  const act = useAct();
  return (
    <div className="proceedings">
      <Failure code={act.error} />
      {all.map((each) => (
        <ProceedingsCard
          key={each.id}
          shown={each}
          undecided={each.undecided}
          onChange={() => {
            onChange(each.id);
          }}
          onVersions={() => {
            setLooking(each);
          }}
          onRemove={() => {
            setRemoving(each);
          }}
          onDecide={() => {
            go({ name: 'two-versions', caseId });
          }}
        />
      ))}
      {looking === null ? null : (
        <HistoryDialog
          id={looking.id}
          title={words.versionsOf(proceedingsTitle(looking.body))}
          onClose={() => {
            setLooking(null);
          }}
        />
      )}
      {removing === null ? null : (
        <TakeOutDialog
          shown={removing}
          onConfirm={() => {
            act.run(() => call(holdfast.records.remove({ id: removing.id })));
          }}
          onClose={() => {
            setRemoving(null);
          }}
        />
      )}
    </div>
  );
}

function TakeOutDialog({
  shown: { body },
  onConfirm,
  onClose,
}: {
  readonly shown: ProceedingsShown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  return (
    <ConfirmDialog
      title={words.removeTitle(proceedingsTitle(body))}
      isOpen
      confirm={words.remove}
      onConfirm={() => {
        onClose();
        onConfirm();
      }}
      onClose={onClose}
    >
      {words.removeText}
    </ConfirmDialog>
  );
}
