import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ContinuityRow } from '../../../shared/models/continuity';
import { call, holdfast } from '../../kit/bridge';
import { nowIso } from '../../kit/today';
import { useDraft } from '../../kit/drafts';
import { CheckboxField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';
import { WithDraft } from '../drafts/with-draft';
import { draftKeyOf, handoverDraftSchema } from './handover-draft';
import type { HandoverDraft } from './handover-draft';
import { handoverOf, startForm } from './handover-form';
import type { HandoverForm } from './handover-form';
import { isToCome, whenWords } from './handover-words';
import { WhenFields } from './when-fields';
import './continuity.css';

interface Props {
  readonly caseId: string;
  /** The exhibits that changed hands; none when a draft that knows them is to be taken up again. */
  readonly itemIds: readonly string[];
  /** The row that is to be put right, or null for a new handover. */
  readonly corrects: ContinuityRow | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Writes down that exhibits changed hands, or puts right what was written down. */
export function HandoverDialog(props: Props) {
  const { caseId, itemIds, onClose } = props;
  return (
    <WithDraft {...draftKeyOf(caseId, itemIds)} schema={handoverDraftSchema} onClose={onClose}>
      {(resumed, notice) =>
        resumed === null && itemIds.length === 0 ? null : (
          <Form {...props} resumed={resumed} notice={notice} />
        )
      }
    </WithDraft>
  );
}

type Problems = Partial<Record<'from' | 'to' | 'purpose' | 'when' | 'planned', string>>;

function check(form: HandoverForm): Problems {
  const handover = handoverOf(form);
  return {
    ...(handover.from === '' ? { from: 'Write who had it before.' } : {}),
    ...(handover.to === '' ? { to: 'Write who has it now.' } : {}),
    ...(handover.purpose === '' ? { purpose: 'Write what it was for, in a few words.' } : {}),
    ...(whenWords(handover) === null ? { when: 'This is no date yet.' } : {}),
    ...(isToCome(handover, nowIso()) && !form.planned
      ? { planned: 'Correct the date, or say that it is still to come.' }
      : {}),
  };
}

function Form({
  caseId,
  itemIds,
  corrects,
  onDone,
  onClose,
  resumed,
  notice,
}: Props & { readonly resumed: HandoverDraft | null; readonly notice: ReactNode }) {
  const [first] = useState(() => startForm(nowIso(), corrects));
  const [form, setForm] = useState(resumed?.form ?? first);
  const [problems, setProblems] = useState<Problems>({});
  const about = resumed?.itemIds ?? itemIds;
  const correctsId = resumed === null ? (corrects?.id ?? null) : resumed.corrects;
  const others = corrects?.others ?? 0;
  const settled = useDraft(
    draftKeyOf(caseId, itemIds),
    { itemIds: about, corrects: correctsId, form },
    resumed !== null || JSON.stringify(form) !== JSON.stringify(first),
  );
  const set = (change: Partial<HandoverForm>): void => {
    setForm((before) => ({ ...before, ...change }));
  };
  const toCome = isToCome(handoverOf(form), nowIso());

  function save(): Promise<unknown> {
    const handover = handoverOf(form);
    const { planned, all } = form;
    return correctsId === null
      ? call(holdfast.continuity.add({ itemIds: [...about], handover, planned }))
      : call(holdfast.continuity.correct({ id: correctsId, handover, planned, all: all && others > 0 }));
  }

  return (
    <FormDialog
      title={
        correctsId === null
          ? `Handover of ${counted(about.length, 'exhibit', 'exhibits')}`
          : 'Put a handover right'
      }
      submit="Write it down"
      isWide
      ready={() => {
        const found = check(form);
        setProblems(found);
        return Object.keys(found).length === 0;
      }}
      work={save}
      onDone={() => {
        settled();
        onDone();
      }}
      onClose={() => {
        settled();
        onClose();
      }}
    >
      {notice}
      <p className="quiet">
        {correctsId === null
          ? 'What is written down stays as it is. It can be put right later by a row of its own.'
          : 'The first row stays where it is, marked as put right. This one says how it really was.'}
      </p>
      <div className="fields-beside">
        <TextField
          label="From"
          description="Name, and for police their number."
          value={form.from}
          onChange={(from) => {
            set({ from });
          }}
          error={problems.from ?? null}
          maxLength={200}
          autoFocus
        />
        <TextField
          label="To"
          value={form.to}
          onChange={(to) => {
            set({ to });
          }}
          error={problems.to ?? null}
          maxLength={200}
        />
      </div>
      <WhenFields form={form} set={set} problem={problems.when ?? null} />
      {toCome ? (
        <Notice tone="amber" title="This date is still to come">
          <CheckboxField
            value={form.planned}
            onChange={(planned) => {
              set({ planned });
            }}
          >
            It is planned; write it down as still to come.
          </CheckboxField>
          {problems.planned === undefined || form.planned ? null : (
            <p className="problem" role="alert">
              {problems.planned}
            </p>
          )}
        </Notice>
      ) : null}
      <div className="fields-beside broad">
        <TextField
          label="Place"
          value={form.place}
          onChange={(place) => {
            set({ place });
          }}
          maxLength={200}
        />
        <TextField
          label="What for"
          description="For example: for the investigation, to copy the phone."
          value={form.purpose}
          onChange={(purpose) => {
            set({ purpose });
          }}
          error={problems.purpose ?? null}
          maxLength={200}
        />
        <TextField
          label="Seal or packaging"
          description="The number on the seal or bag, or what it was packed in."
          value={form.seal}
          onChange={(seal) => {
            set({ seal });
          }}
          maxLength={200}
        />
        <TextField
          label="Signed or confirmed"
          description="Who confirmed it and how, for example: signed the label."
          value={form.confirmation}
          onChange={(confirmation) => {
            set({ confirmation });
          }}
          maxLength={200}
        />
      </div>
      <CheckboxField
        value={form.fingerprintConfirmed}
        onChange={(fingerprintConfirmed) => {
          set({ fingerprintConfirmed });
        }}
      >
        The fingerprint (SHA-256) was compared when it changed hands.
      </CheckboxField>
      <TextField
        label="Note"
        rows={2}
        value={form.note}
        onChange={(note) => {
          set({ note });
        }}
        maxLength={2000}
      />
      {correctsId !== null && others > 0 ? (
        <CheckboxField
          value={form.all}
          onChange={(all) => {
            set({ all });
          }}
        >
          Put it right for the {counted(others, 'other exhibit', 'other exhibits')} of this handover too.
        </CheckboxField>
      ) : null}
    </FormDialog>
  );
}
