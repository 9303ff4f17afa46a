import { Plus, Scale } from 'lucide-react';
import { useState } from 'react';
import type { ProceedingsBody } from '../../../shared/models/proceedings';
import { proceedingsKind } from '../../../shared/records/proceedings';
import { Button } from '../../components/button';
import { NotRead } from '../../components/not-read';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { proceedingsText as words } from '../../strings/proceedings';
import { DraftNotices } from '../drafts/draft-notices';
import { useRecords } from '../record-book/use-records';
import type { Shown } from '../record-book/use-records';
import { ProceedingsCard } from './proceedings-card';
import { ProceedingsDialog } from './proceedings-dialog';
import './proceedings.css';

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
  const { data: all, error, reload } = useRecords(caseId, proceedingsKind);
  if (error !== null) return <NotRead title={words.title} code={error} onRetry={reload} />;
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
  readonly all: readonly Shown<ProceedingsBody>[];
  readonly onChange: (id: string) => void;
}) {
  return (
    <div className="proceedings">
      {all.map((each) => (
        <ProceedingsCard
          key={each.id}
          caseId={caseId}
          shown={each}
          onChange={() => {
            onChange(each.id);
          }}
        />
      ))}
    </div>
  );
}
