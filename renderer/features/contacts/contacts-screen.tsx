import { HeartHandshake, PhoneCall, Plus } from 'lucide-react';
import { useState } from 'react';
import { minutesSpent, newestFirst } from '../../../shared/domain/casework/contacts/log';
import { consentKind } from '../../../shared/records/consent';
import { contactFields, contactKind } from '../../../shared/records/contact';
import { supportNoteFields, supportNoteKind } from '../../../shared/records/support-note';
import { taskKind } from '../../../shared/records/task';
import { Button } from '../../components/button';
import { NotRead } from '../../components/not-read';
import { Segmented } from '../../components/fields';
import { Notice, PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { contactsText as words } from '../../strings/contacts';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import { useRecords } from '../record-book/use-records';
import { ConsentsPart } from './consents-part';
import { ConsentForm, ContactForm, NoteForm, TaskForm } from './forms';
import { LogPart } from './log-part';
import { TasksPart } from './tasks-part';
import './contacts.css';

/** The tabs, by the kind of what is in each. */
const tabs = ['contact', 'support-note', 'consent', 'task'] as const;
type Tab = (typeof tabs)[number];

const tabOptions = [
  { id: 'contact', label: words.contacts },
  { id: 'support-note', label: words.notes },
  { id: 'consent', label: words.consents },
  { id: 'task', label: words.tasks },
] as const;

const adds: Readonly<Record<Tab, string>> = {
  contact: words.addContact,
  'support-note': words.addNote,
  consent: words.addConsent,
  task: words.addTask,
};

function useAll(caseId: string) {
  const contacts = useRecords(caseId, contactKind);
  const notes = useRecords(caseId, supportNoteKind);
  const consents = useRecords(caseId, consentKind);
  const tasks = useRecords(caseId, taskKind);
  const owner = useQuery(`safe-contact-${caseId}`, () => call(holdfast.cases.get({ id: caseId })), ['cases']);
  const queries = [contacts, notes, consents, tasks, owner];
  const isRead = queries.every(({ data }) => data !== null);
  return {
    error: queries.find(({ error }) => error !== null)?.error ?? null,
    reload: () => {
      for (const each of queries) each.reload();
    },
    safeContact: isRead ? (owner.data?.safeContact ?? null) : null,
    contacts: contacts.data ?? [],
    notes: notes.data ?? [],
    consents: consents.data ?? [],
    tasks: tasks.data ?? [],
  };
}
type All = ReturnType<typeof useAll>;

/** What is open: a new one of a kind, or a record by its id, to be changed or, where it is locked, corrected. */
type Open = { readonly tab: Tab; readonly id: string | null } | null;

/** Where the record that a route names is shown; a new one where it names a kind. */
function openOf(record: string | null, all: All): Open {
  if (record === null) return null;
  const begun = tabs.find((tab) => record === `new-${tab}`);
  if (begun !== undefined) return { tab: begun, id: null };
  const has = (records: readonly { readonly id: string }[]): boolean =>
    records.some(({ id }) => id === record);
  if (has(all.consents)) return { tab: 'consent', id: record };
  return has(all.tasks) ? { tab: 'task', id: record } : null;
}

/** The tab in which a record is shown. */
function tabOf(record: string | null, all: All): Tab {
  return openOf(record, all)?.tab ?? (all.notes.some(({ id }) => id === record) ? 'support-note' : 'contact');
}

/** Contacts and tasks of a case. `record`: the one that is open, by its id, or `new-` and the kind of a new one. */
export function ContactsScreen({
  caseId,
  record,
}: {
  readonly caseId: string;
  readonly record: string | null;
}) {
  const all = useAll(caseId);
  if (all.error !== null) return <NotRead title={roomNames.contacts} code={all.error} onRetry={all.reload} />;
  if (all.safeContact === null) return <Skeleton height={320} />;
  return <Contacts caseId={caseId} record={record} all={all} safeContact={all.safeContact} />;
}

function Contacts({
  caseId,
  record,
  all,
  safeContact,
}: {
  readonly caseId: string;
  readonly record: string | null;
  readonly all: All;
  readonly safeContact: NonNullable<All['safeContact']>;
}) {
  const [open, setOpen] = useState<Open>(() => openOf(record, all));
  const [tab, setTab] = useState<Tab>(() => tabOf(record, all));
  const left = all.tasks.filter(({ body }) => body.doneOn === null).length;
  return (
    <>
      <PageHeader
        title={roomNames.contacts}
        summary={words.summary(all.contacts.length, left)}
        actions={
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            onPress={() => {
              setOpen({ tab, id: null });
            }}
          >
            {adds[tab]}
          </Button>
        }
      />
      {open === null ? <Drafts caseId={caseId} onOpen={setOpen} /> : null}
      <div className="contacts stack">
        <Segmented label={words.tabs} options={tabOptions} value={tab} onChange={setTab} />
        <Part caseId={caseId} tab={tab} all={all} onOpen={setOpen} />
      </div>
      {open === null ? null : (
        <OpenForm
          caseId={caseId}
          all={all}
          safeContact={safeContact}
          open={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

function Drafts({ caseId, onOpen }: { readonly caseId: string; readonly onOpen: (open: Open) => void }) {
  return (
    <DraftNotices
      caseId={caseId}
      onOpen={({ form, subject }) => {
        const tab = tabs.find((each) => form === `record-${each}`);
        if (tab !== undefined) onOpen({ tab, id: subject });
        return tab !== undefined;
      }}
    />
  );
}

function Part({
  caseId,
  tab,
  all: { contacts, notes, consents, tasks },
  onOpen,
}: {
  readonly caseId: string;
  readonly tab: Tab;
  readonly all: All;
  readonly onOpen: (open: Open) => void;
}) {
  const opened = (id: string): void => {
    onOpen({ tab, id });
  };
  const correct = ({ id }: { readonly id: string }): void => {
    opened(id);
  };
  if (tab === 'consent') return <ConsentsPart caseId={caseId} all={consents} onChange={opened} />;
  if (tab === 'task') return <TasksPart caseId={caseId} all={tasks} onChange={opened} />;
  if (tab === 'support-note')
    return (
      <>
        <Notice tone="plum">{words.notesApart}</Notice>
        <LogPart
          caseId={caseId}
          all={notes}
          fields={supportNoteFields}
          empty={{ title: words.noNotesTitle, text: words.noNotes, icon: <HeartHandshake /> }}
          onCorrect={correct}
        />
      </>
    );
  const { minutes, unsaid } = minutesSpent(newestFirst(contacts));
  return (
    <>
      {contacts.length === 0 ? null : <p className="quiet">{words.time(minutes, unsaid)}</p>}
      <LogPart
        caseId={caseId}
        all={contacts}
        fields={contactFields}
        empty={{ title: words.noContactsTitle, text: words.noContacts, icon: <PhoneCall /> }}
        onCorrect={correct}
      />
    </>
  );
}

function OpenForm({
  caseId,
  all: { contacts, notes, consents, tasks },
  safeContact,
  open: { tab, id },
  onClose,
}: {
  readonly caseId: string;
  readonly all: All;
  readonly safeContact: NonNullable<All['safeContact']>;
  readonly open: NonNullable<Open>;
  readonly onClose: () => void;
}) {
  const of = <T extends { readonly id: string }>(records: readonly T[]): T | null =>
    records.find((each) => each.id === id) ?? null;
  const common = { caseId, onClose };
  switch (tab) {
    case 'contact':
      return <ContactForm {...common} safeContact={safeContact} correcting={of(contacts)} />;
    case 'support-note':
      return <NoteForm {...common} correcting={of(notes)} />;
    case 'consent':
      return <ConsentForm {...common} shown={of(consents)} />;
    case 'task':
      return <TaskForm {...common} shown={of(tasks)} />;
  }
}
