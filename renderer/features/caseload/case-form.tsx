import { useState } from 'react';
import type { ReactNode } from 'react';
import { exhibitInitialsSchema } from '../../../shared/models/case';
import type { Case, NewCase } from '../../../shared/models/case';
import type { ErrorCode } from '../../../shared/errors';
import { codeOf } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { SelectField, TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { YesNoField } from '../../components/yes-no-field';
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
  const [error, setError] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<NewCase>): void => {
    setValue((before) => ({ ...before, ...change }));
  };
  const { safeContact } = value;
  const setSafe = (change: Partial<NewCase['safeContact']>): void => {
    set({ safeContact: { ...safeContact, ...change } });
  };

  async function submit(): Promise<void> {
    const found = check(value);
    setProblems(found);
    setError(null);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const saved = await save(value);
      settled();
      onSaved(saved);
    } catch (problem) {
      setError(codeOf(problem));
      setBusy(false);
    }
  }

  return (
    <Dialog title={title} isOpen onClose={cancel} isWide>
      {notice === null ? null : <div style={{ marginBottom: 16 }}>{notice}</div>}
      <div className="case-form">
        <TextField
          label="Reference"
          description="Your service's own number for the case."
          value={value.reference}
          onChange={(reference) => {
            set({ reference });
          }}
          error={problems.reference ?? null}
          maxLength={40}
          autoFocus
        />
        <TextField
          label="Known as"
          description="Not the client's name: this is on the screen while others may look."
          value={value.alias}
          onChange={(alias) => {
            set({ alias });
          }}
          error={problems.alias ?? null}
          maxLength={80}
        />
        <TextField
          label="Exhibit initials"
          description="Of the person who produces the evidence, usually the client. Exhibits become RW/1, RW/2 and so on."
          value={value.exhibitInitials}
          onChange={(text) => {
            set({ exhibitInitials: text.toUpperCase() });
          }}
          error={problems.exhibitInitials ?? null}
          maxLength={4}
        />
        <SelectField
          label="Status"
          options={statusOptions}
          value={value.status}
          onChange={(status) => {
            set({ status });
          }}
        />
        <div className="full">
          <Notice tone="plum" title="Safe contact">
            Shown on top of every page of the case.
          </Notice>
        </div>
        <div className="full">
          <TextField
            label="The rule, in one line"
            description="For example: Text first, after 18:00. No voicemail."
            value={safeContact.rule}
            onChange={(rule) => {
              setSafe({ rule });
            }}
            error={problems.rule ?? null}
            maxLength={160}
          />
        </div>
        <TextField
          label="Safe numbers"
          value={safeContact.safeNumbers}
          onChange={(safeNumbers) => {
            setSafe({ safeNumbers });
          }}
          maxLength={200}
        />
        <TextField
          label="Safe times"
          value={safeContact.safeTimes}
          onChange={(safeTimes) => {
            setSafe({ safeTimes });
          }}
          maxLength={200}
        />
        <TextField
          label="Name to use"
          value={safeContact.nameToUse}
          onChange={(nameToUse) => {
            setSafe({ nameToUse });
          }}
          maxLength={100}
        />
        <TextField
          label="Code word"
          value={safeContact.codeWord}
          onChange={(codeWord) => {
            setSafe({ codeWord });
          }}
          maxLength={100}
        />
        <div className="full row">
          <YesNoField
            label="Texts are safe"
            unknown="Not known"
            value={safeContact.textOk}
            onChange={(textOk) => {
              setSafe({ textOk });
            }}
          />
          <YesNoField
            label="Voicemail is safe"
            unknown="Not known"
            value={safeContact.voicemailOk}
            onChange={(voicemailOk) => {
              setSafe({ voicemailOk });
            }}
          />
          <YesNoField
            label="E-mail is safe"
            unknown="Not known"
            value={safeContact.emailOk}
            onChange={(emailOk) => {
              setSafe({ emailOk });
            }}
          />
        </div>
      </div>
      {error === null ? null : (
        <div style={{ marginTop: 16 }}>
          {error === 'conflict' ? (
            <Notice tone="red" title="Another case has this reference." isUrgent>
              Nothing was changed. Choose another one.
            </Notice>
          ) : (
            <Failure code={error} />
          )}
        </div>
      )}
      <div className="actions">
        <Button onPress={cancel}>Cancel</Button>
        <Button variant="primary" isPending={busy} onPress={() => void submit()}>
          Save
        </Button>
      </div>
    </Dialog>
  );
}
