import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import { exhibitInitialsSchema } from '../../../shared/models/case';
import type { Case, CaseStatus, NewCase } from '../../../shared/models/case';
import { useDraft } from '../../kit/drafts';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { useFirstProblem } from '../../components/first-problem';
import { Notice } from '../../components/parts';
import { RecordFields, choice, text, together, yesNo } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { hasEnded } from '../../../shared/domain/casework/caseload/endings';
import { statusOptions } from '../../../shared/records/words/case-words';
import { WithDraft } from '../drafts/with-draft';
import { caseDraftSchema, contentOf, emptyCase } from './case-draft';
import type { CaseDraft } from './case-draft';
import './caseload.css';

type Problems = Partial<Record<'reference' | 'alias' | 'exhibitInitials' | 'rule', string>>;

function check(value: NewCase): Problems {
  return {
    ...(value.reference.trim() === '' ? { reference: 'Give the case a reference of your own.' } : {}),
    ...(value.alias.trim() === '' ? { alias: 'Give the case a name to know it by.' } : {}),
    ...(exhibitInitialsSchema.safeParse(value.exhibitInitials).success
      ? {}
      : { exhibitInitials: 'Two to four capital letters, such as RW.' }),
    ...(value.safeContact.rule.trim() === ''
      ? { rule: 'Write how the client can be reached safely, or that it is not known yet.' }
      : {}),
  };
}

/**
 * A case is closed, declined or reopened on its own page, where the day and the reason are asked for; here it goes from one of the other
 * statuses to another.
 */
const statusFor = (before: CaseStatus): Field<NewCase> =>
  choice(
    'status',
    'Status',
    statusOptions.filter(({ id }) => (hasEnded(before) ? id === before : !hasEnded(id))),
  );

const ofCase = (before: CaseStatus): readonly Field<NewCase>[] => [
  text('reference', 'Reference', {
    description: "Your service's own number for the case.",
    maxLength: 40,
    autoFocus: true,
  }),
  text('alias', 'Known as', {
    description: "Not the client's name: this is on the screen while others may look.",
    maxLength: 80,
  }),
  text('exhibitInitials', 'Exhibit initials', {
    description:
      'Of the person who produces the evidence, usually the client. Exhibits become RW/1, RW/2 and so on.',
    maxLength: 4,
    as: (typed) => typed.toUpperCase(),
  }),
  statusFor(before),
];

const ofSafeContact: readonly Field<NewCase['safeContact']>[] = [
  together('full', [
    text('rule', 'The rule, in one line', {
      description: 'For example: Text first, after 18:00. No voicemail.',
      maxLength: 160,
    }),
  ]),
  text('safeNumbers', 'Safe numbers', { maxLength: 200 }),
  text('safeTimes', 'Safe times', { maxLength: 200 }),
  text('nameToUse', 'Name to use', { maxLength: 100 }),
  text('codeWord', 'Code word', { maxLength: 100 }),
  together('full row', [
    yesNo('textOk', 'Texts are safe', 'Not known'),
    yesNo('voicemailOk', 'Voicemail is safe', 'Not known'),
    yesNo('emailOk', 'E-mail is safe', 'Not known'),
  ]),
];

interface Props {
  readonly title: string;
  /** The case to change; null for a new one. */
  readonly caseId: string | null;
  readonly start?: NewCase;
  readonly save: (value: NewCase) => Promise<Case>;
  readonly onSaved: (saved: Case) => void;
  readonly onClose: () => void;
}

/** Makes a case or changes one. */
export function CaseForm(props: Props) {
  const { caseId, onClose } = props;
  return (
    <WithDraft form="case" subject={caseId} caseId={caseId} schema={caseDraftSchema} onClose={onClose}>
      {(resumed, notice) => <Form {...props} resumed={resumed} notice={notice} />}
    </WithDraft>
  );
}

function Form({
  title,
  caseId,
  start = emptyCase,
  save,
  onSaved,
  onClose,
  resumed,
  notice,
}: Props & { readonly resumed: CaseDraft | null; readonly notice: ReactNode }) {
  const [first] = useState<NewCase>(() => contentOf(start));
  const [value, setValue] = useState<NewCase>(resumed ?? first);
  const unsaved = resumed !== null || JSON.stringify(value) !== JSON.stringify(first);
  const settled = useDraft({ form: 'case', subject: caseId, caseId }, value, unsaved);
  const cancel = (): void => {
    settled();
    onClose();
  };
  const [problems, setProblems] = useState<Problems>({});
  const act = useAct({ once: true });
  const { form, refuse } = useFirstProblem<HTMLDivElement>();
  const set = (change: Partial<NewCase>): void => {
    setValue((before) => ({ ...before, ...change }));
  };

  function submit(): void {
    const found = check(value);
    setProblems(found);
    act.setError(null);
    if (Object.keys(found).length > 0) {
      refuse();
      return;
    }
    act.run(
      () => save(value),
      (saved) => {
        settled();
        onSaved(saved);
      },
    );
  }

  return (
    <Dialog title={title} isOpen onClose={cancel} isWide>
      {notice === null ? null : <div style={{ marginBottom: 16 }}>{notice}</div>}
      <div className="case-form" ref={form}>
        <CaseFields before={first.status} value={value} set={set} problems={problems} />
      </div>
      {act.error === null ? null : <NotSaved error={act.error} />}
      <div className="actions">
        <Button onPress={cancel}>Cancel</Button>
        <Button variant="primary" isPending={act.busy} onPress={submit}>
          Save
        </Button>
      </div>
    </Dialog>
  );
}

function CaseFields({
  before,
  value,
  set,
  problems,
}: {
  /** The status that the case had when the form was opened. */
  readonly before: CaseStatus;
  readonly value: NewCase;
  readonly set: (change: Partial<NewCase>) => void;
  readonly problems: Problems;
}) {
  const setSafe = (change: Partial<NewCase['safeContact']>): void => {
    set({ safeContact: { ...value.safeContact, ...change } });
  };
  return (
    <>
      <RecordFields fields={ofCase(before)} value={value} set={set} errors={problems} />
      <div className="full">
        <Notice tone="plum" title="Safe contact">
          Shown on top of every page of the case.
        </Notice>
      </div>
      <RecordFields fields={ofSafeContact} value={value.safeContact} set={setSafe} errors={problems} />
    </>
  );
}

function NotSaved({ error }: { readonly error: ErrorCode }) {
  return (
    <div style={{ marginTop: 16 }}>
      {error === 'conflict' ? (
        <Notice tone="red" title="Another case has this reference." isUrgent>
          Nothing was changed. Choose another one.
        </Notice>
      ) : (
        <Failure code={error} />
      )}
    </div>
  );
}
