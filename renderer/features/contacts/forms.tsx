import type { CaseSummary } from '../../../shared/models/case';
import { consentFields, consentKind } from '../../../shared/records/consent';
import type { Consent } from '../../../shared/records/consent';
import { contactFields, contactKind } from '../../../shared/records/contact';
import type { Contact } from '../../../shared/records/contact';
import { supportNoteFields, supportNoteKind } from '../../../shared/records/support-note';
import type { SupportNote } from '../../../shared/records/support-note';
import { taskFields, taskKind } from '../../../shared/records/task';
import type { Task } from '../../../shared/records/task';
import { today } from '../../kit/today';
import { contactsText as words } from '../../strings/contacts';
import { RecordForm } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';
import { SafeContactBox } from '../safe-contact/safe-contact-box';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** A contact, under the rule by which the client can be reached; or one that corrects another. */
export function ContactForm({
  caseId,
  safeContact,
  correcting,
  onClose,
}: Props & {
  readonly safeContact: CaseSummary['safeContact'];
  readonly correcting: Shown<Contact> | null;
}) {
  const isCorrection = correcting !== null;
  return (
    <RecordForm
      caseId={caseId}
      kind={contactKind}
      fields={contactFields}
      shown={null}
      start={
        isCorrection
          ? { ...correcting.body, corrects: correcting.id }
          : { on: today(), safeRule: safeContact.rule }
      }
      title={isCorrection ? words.correctContact : words.addContact}
      intro={
        <>
          <SafeContactBox safeContact={safeContact} />
          <p>{isCorrection ? words.correctIntro : words.contactIntro}</p>
        </>
      }
      groups={[
        {
          heading: words.when,
          fields: ['on', 'time', 'with', 'name', 'method', 'direction', 'outcome', 'minutes'],
        },
        { heading: words.what, fields: ['summary', 'clientWords', 'followUp'] },
      ]}
      onClose={onClose}
    />
  );
}

/** A support note, or one that corrects another. */
export function NoteForm({
  caseId,
  correcting,
  onClose,
}: Props & { readonly correcting: Shown<SupportNote> | null }) {
  const isCorrection = correcting !== null;
  return (
    <RecordForm
      caseId={caseId}
      kind={supportNoteKind}
      fields={supportNoteFields}
      shown={null}
      start={isCorrection ? { ...correcting.body, corrects: correcting.id } : { on: today() }}
      title={isCorrection ? words.correctNote : words.addNote}
      intro={isCorrection ? words.correctIntro : words.notesApart}
      onClose={onClose}
    />
  );
}

/** What the client agreed to, refused or took back. What is shared without consent needs its reason. */
export function ConsentForm({ caseId, shown, onClose }: Props & { readonly shown: Shown<Consent> | null }) {
  return (
    <RecordForm
      caseId={caseId}
      kind={consentKind}
      fields={consentFields}
      shown={shown}
      start={{ on: today() }}
      title={words.addConsent}
      check={({ answer, reason }): Record<string, string> =>
        answer === 'overridden' && (typeof reason !== 'string' || reason.trim() === '')
          ? { reason: words.needReason }
          : {}
      }
      onClose={onClose}
    />
  );
}

/** Something to be done, a review or an appointment. */
export function TaskForm({ caseId, shown, onClose }: Props & { readonly shown: Shown<Task> | null }) {
  return (
    <RecordForm
      caseId={caseId}
      kind={taskKind}
      fields={taskFields}
      shown={shown}
      start={{}}
      title={words.addTask}
      onClose={onClose}
    />
  );
}
