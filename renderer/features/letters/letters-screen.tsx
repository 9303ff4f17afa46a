import { Mail, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { letterKind } from '../../../shared/records/letter';
import type { Letter } from '../../../shared/records/letter';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { NotRead } from '../../components/not-read';
import { Segmented } from '../../components/fields';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { letterText as words } from '../../strings/letters';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import type { FormValue } from '../record-book/record-form';
import { useRecords } from '../record-book/use-records';
import type { Shown } from '../record-book/use-records';
import { LetterCard } from './letter-card';
import { LetterForm } from './letter-form';
import { NewLetter } from './new-letter';
import { TemplatesPart } from './templates-part';
import './letters.css';

/** What is open: the choice of a new one, or the form of one by its id; `start` of a new one. */
type Open =
  | { readonly choose: true }
  | { readonly resume: true }
  | { readonly id: string | null; readonly start: FormValue };

/** `new-letter` from elsewhere leads back to what was being typed, or else to the choice. */
function openAtFirst(record: string | null): Open | null {
  if (record === null) return null;
  return record === 'new-letter' ? { resume: true } : { id: record, start: {} };
}

/** Letters and documents of a case. `record`: the one that is open, by its id, or `new-` and the kind of a new one. */
export function LettersScreen({
  caseId,
  record,
}: {
  readonly caseId: string;
  readonly record: string | null;
}) {
  const { data, error, reload } = useRecords(caseId, letterKind);
  const [part, setPart] = useState<'letters' | 'templates'>('letters');
  const [open, setOpen] = useState<Open | null>(() => openAtFirst(record));
  if (error !== null) return <NotRead title={roomNames.letters} code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={320} />;
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onPress={() => {
        setOpen({ choose: true });
      }}
    >
      {words.add}
    </Button>
  );
  const options = (['letters', 'templates'] as const).map((id) => ({ id, label: words[id] }));
  return (
    <>
      <PageHeader
        title={roomNames.letters}
        summary={words.summary(data.length)}
        {...(data.length === 0 ? {} : { actions: add })}
      />
      {open === null || 'choose' in open ? (
        <DraftNotices
          caseId={caseId}
          onOpen={({ form, subject }) => {
            if (form === 'record-letter') setOpen({ id: subject, start: {} });
            return form === 'record-letter';
          }}
        />
      ) : null}
      <Segmented label={words.parts} options={options} value={part} onChange={setPart} />
      {part === 'templates' ? <TemplatesPart /> : null}
      {part === 'letters' ? (
        <Cards
          caseId={caseId}
          all={data}
          add={add}
          onOpen={(id) => {
            setOpen({ id, start: {} });
          }}
        />
      ) : null}
      <Opened caseId={caseId} all={data} open={open} onOpen={setOpen} />
    </>
  );
}

/** The letters of the case, the newest first. */
function Cards({
  caseId,
  all,
  add,
  onOpen,
}: {
  readonly caseId: string;
  readonly all: readonly Shown<Letter>[];
  readonly add: ReactNode;
  readonly onOpen: (id: string) => void;
}) {
  if (all.length === 0)
    return (
      <EmptyState icon={<Mail />} title={words.emptyTitle} actions={add}>
        {words.empty}
      </EmptyState>
    );
  return (
    <div className="letter-cards">
      {[...all].reverse().map((shown) => (
        <LetterCard
          key={shown.id}
          caseId={caseId}
          shown={shown}
          onChange={() => {
            onOpen(shown.id);
          }}
        />
      ))}
    </div>
  );
}

function Opened({
  caseId,
  all,
  open,
  onOpen,
}: {
  readonly caseId: string;
  readonly all: readonly Shown<Letter>[];
  readonly open: Open | null;
  readonly onOpen: (open: Open | null) => void;
}) {
  const close = (): void => {
    onOpen(null);
  };
  if (open === null) return null;
  if ('resume' in open) return <Resumed caseId={caseId} onOpen={onOpen} />;
  if ('choose' in open)
    return (
      <NewLetter
        caseId={caseId}
        onFilled={(start) => {
          onOpen({ id: null, start });
        }}
        onClose={close}
      />
    );
  const shown = all.find(({ id }) => id === open.id) ?? null;
  // One that is not here any more has no form.
  if (open.id !== null && shown === null) return null;
  return (
    <LetterForm key={open.id ?? 'new'} caseId={caseId} shown={shown} start={open.start} onClose={close} />
  );
}

/** Goes on with a new letter that was being typed, where there is one. */
function Resumed({ caseId, onOpen }: { readonly caseId: string; readonly onOpen: (open: Open) => void }) {
  const { data, error } = useQuery(`letter-draft-${caseId}`, () => call(holdfast.drafts.list({})));
  const isThere = data?.some(
    ({ form, subject, caseId: of }) => form === 'record-letter' && subject === null && of === caseId,
  );
  useEffect(() => {
    if (isThere === undefined) return;
    onOpen(isThere ? { id: null, start: {} } : { choose: true });
  }, [isThere, onOpen]);
  return <Failure code={error} />;
}
