import { useState } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import { isAmbiguousUkTime, isSkippedUkTime } from '../../../shared/domain/dates/uk-clock';
import { ukDate } from '../../../shared/domain/facts/uk-date';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { today } from '../../kit/today';
import { ClockField } from '../../components/date-input';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { printBestDate } from '../../strings/dates';
import { WithDraft } from '../drafts/with-draft';
import { LooseDateField, fromLooseDate, looseDateSchema, toLooseDate } from '../provenance/received-field';

const draftSchema = z.object({
  date: looseDateSchema,
  time: z.string(),
  saidBy: z.string(),
  reason: z.string(),
});
type ShownDraft = z.infer<typeof draftSchema>;

interface Props {
  readonly item: EvidenceDetail;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Say what time a picture shows: a message's, a call's, a letter's. When the picture was made stays as it is. */
export function ShownDialog(props: Props) {
  const { item, onClose } = props;
  return (
    <WithDraft
      form="exhibit-shown"
      subject={item.id}
      caseId={item.caseId}
      schema={draftSchema}
      onClose={onClose}
    >
      {(resumed, notice) => <Form {...props} resumed={resumed} notice={notice} />}
    </WithDraft>
  );
}

function edtfOf(date: ShownDraft['date']): string | null {
  const edtf = fromLooseDate(date);
  try {
    if (edtf !== null) parseEdtf(edtf);
    return edtf;
  } catch {
    return null;
  }
}

const timeOf = ({ time }: ShownDraft): string | null => (time === '' ? null : time);

/** What is typed, kept as it is typed. */
function useShownDraft(item: EvidenceDetail, resumed: ShownDraft | null) {
  const [start] = useState<ShownDraft>(() => {
    // Most messages are from the day of their screenshot or a little before: its day is where to begin, not an answer.
    const day =
      /^\d{4}-\d{2}-\d{2}/.exec(item.bestDate === null ? '' : ukDate(item.bestDate).edtf)?.[0] ?? today();
    return { date: { ...toLooseDate(null, day), kind: 'day' }, time: '', saidBy: '', reason: '' };
  });
  const [form, setForm] = useState(resumed ?? start);
  const settled = useDraft(
    { form: 'exhibit-shown', subject: item.id, caseId: item.caseId },
    form,
    resumed !== null || JSON.stringify(form) !== JSON.stringify(start),
  );
  const set = (change: Partial<ShownDraft>): void => {
    setForm((before) => ({ ...before, ...change }));
  };
  return { form, set, settled };
}

/** What is still missing, by field. */
function problemsOf({ saidBy, reason }: ShownDraft, edtf: string | null) {
  return {
    date: edtf === null ? 'Give the date.' : null,
    saidBy: saidBy.trim() === '' ? 'Say whose words this is.' : null,
    reason: reason.trim() === '' ? 'Say how you know: it goes on record.' : null,
  };
}

function Form({
  item,
  onDone,
  onClose,
  resumed,
  notice,
}: Props & { readonly resumed: ShownDraft | null; readonly notice: ReactNode }) {
  const { form, set, settled } = useShownDraft(item, resumed);
  const [checked, setChecked] = useState(false);
  const edtf = edtfOf(form.date);
  const problems = problemsOf(form, edtf);

  return (
    <FormDialog
      title={`What time does ${item.exhibitRef} show?`}
      submit="Keep this"
      ready={() => {
        setChecked(true);
        return Object.values(problems).every((problem) => problem === null);
      }}
      work={() =>
        call(
          holdfast.evidence.sayShown({
            id: item.id,
            edtf: edtf ?? '',
            time: timeOf(form),
            saidBy: form.saidBy.trim(),
            reason: form.reason.trim(),
          }),
        )
      }
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
        The time of the message, call or paper in it. When the picture was made is another matter and stays as
        it is.
      </p>
      <DateShown form={form} set={set} edtf={edtf} problem={checked ? problems.date : null} />
      <Grounds form={form} set={set} problems={checked ? problems : null} />
    </FormDialog>
  );
}

/** The date and the time, and how they will read. */
function DateShown({
  form,
  set,
  edtf,
  problem,
}: {
  readonly form: ShownDraft;
  readonly set: (change: Partial<ShownDraft>) => void;
  readonly edtf: string | null;
  readonly problem: string | null;
}) {
  return (
    <>
      <LooseDateField
        label="The date it shows"
        value={form.date}
        onChange={(date) => {
          set({ date });
        }}
        error={problem}
        isOptional={false}
      />
      <ClockField
        label="The time it shows, if it does"
        value={form.time}
        onChange={(next) => {
          set({ time: next });
        }}
      />
      <ReadBack edtf={edtf} time={timeOf(form)} />
    </>
  );
}

/** The date as it will read, with what the change of the clocks makes of it. */
function ReadBack({ edtf, time }: { readonly edtf: string | null; readonly time: string | null }) {
  const exact = edtf !== null && /^\d{4}-\d{2}-\d{2}$/.test(edtf);
  return (
    <>
      <div className="back" role="status">
        {edtf === null
          ? 'The date is not complete yet.'
          : `It will read: ${printBestDate({ edtf, time, zone: null })}, UK time`}
      </div>
      {time !== null && exact && isAmbiguousUkTime(edtf, time) ? (
        <Notice tone="amber">
          The clocks went back that night: this time came twice. Say below which one it was.
        </Notice>
      ) : null}
      {time !== null && exact && isSkippedUkTime(edtf, time) ? (
        <Notice tone="amber">The clocks went forward that night: this time never was. Check it.</Notice>
      ) : null}
    </>
  );
}

/** Whose words it is, and how somebody knows. */
function Grounds({
  form,
  set,
  problems,
}: {
  readonly form: ShownDraft;
  readonly set: (change: Partial<ShownDraft>) => void;
  /** Null while nothing was checked yet. */
  readonly problems: ReturnType<typeof problemsOf> | null;
}) {
  return (
    <>
      <TextField
        label="Whose words this is"
        description="For example: the client, or: read off the picture by Asha."
        value={form.saidBy}
        onChange={(saidBy) => {
          set({ saidBy });
        }}
        error={problems?.saidBy ?? null}
        maxLength={120}
      />
      <TextField
        label="How you know"
        description="For example: the bubble says Sunday 19:40, and the screenshot is from that week."
        rows={2}
        value={form.reason}
        onChange={(reason) => {
          set({ reason });
        }}
        error={problems?.reason ?? null}
        maxLength={20_000}
      />
    </>
  );
}
