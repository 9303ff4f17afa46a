import { useState } from 'react';
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import * as z from 'zod';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import { capturedFacts } from '../../../shared/domain/facts/best-date';
import { factName } from '../../../shared/domain/facts/fact-names';
import { explainZone } from '../../../shared/domain/facts/clock';
import { printAsGiven } from '../../../shared/domain/facts/uk-date';
import type { EvidenceDetail, Fact } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { useAct } from '../../kit/use-act';
import { RecordDialog } from '../../components/record-dialog';
import { ClockField, DayField } from '../../components/date-input';
import { TextField } from '../../components/fields';
import { WithDraft } from '../drafts/with-draft';

function isDay(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch {
    return false;
  }
}

const dateDraftSchema = z.object({
  choice: z.string(),
  day: z.string(),
  time: z.string(),
  reason: z.string(),
});
type DateDraft = z.infer<typeof dateDraftSchema>;

interface Props {
  readonly item: EvidenceDetail;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Choose between what the sources say, or type a date; the reason is kept with the choice. */
export function ChooseDateDialog(props: Props) {
  const { item, onClose } = props;
  return (
    <WithDraft
      form="exhibit-date"
      subject={item.id}
      caseId={item.caseId}
      schema={dateDraftSchema}
      onClose={onClose}
    >
      {(resumed, notice) => <Form {...props} resumed={resumed} notice={notice} />}
    </WithDraft>
  );
}

/** What is chosen and typed, kept as it is typed. */
function useDateDraft(item: EvidenceDetail, firstChoice: string, resumed: DateDraft | null) {
  const [draft, setDraft] = useState<DateDraft>(
    resumed ?? { choice: firstChoice, day: '', time: '', reason: '' },
  );
  const { choice, day, time, reason } = draft;
  const settled = useDraft(
    { form: 'exhibit-date', subject: item.id, caseId: item.caseId },
    draft,
    resumed !== null || choice !== firstChoice || `${day}${time}${reason}` !== '',
  );
  const set =
    (field: keyof DateDraft) =>
    (value: string): void => {
      setDraft((before) => ({ ...before, [field]: value }));
    };
  return { draft, set, settled };
}

function Form({
  item,
  onDone,
  onClose,
  resumed,
  notice,
}: Props & { readonly resumed: DateDraft | null; readonly notice: ReactNode }) {
  const facts = capturedFacts(item.facts);
  const firstChoice = facts[0]?.id ?? 'typed';
  const { draft, set, settled } = useDateDraft(item, firstChoice, resumed);
  const { choice, day, time, reason } = draft;
  const cancel = (): void => {
    settled();
    onClose();
  };
  const [checked, setChecked] = useState(false);
  const act = useAct();
  const dayProblem = choice === 'typed' && !isDay(day) ? 'Give a day.' : null;
  const reasonProblem = reason.trim() === '' ? 'Say why: it goes on record with the choice.' : null;

  function save(): void {
    setChecked(true);
    if (dayProblem !== null || reasonProblem !== null) return;
    const typed = { edtf: day, time: time === '' ? null : time };
    const chosen = choice === 'typed' ? typed : { factId: choice };
    act.run(
      () => call(holdfast.evidence.chooseDate({ id: item.id, choice: chosen, reason: reason.trim() })),
      () => {
        settled();
        onDone();
      },
    );
  }

  return (
    <RecordDialog
      title={`When is ${item.exhibitRef} from?`}
      save="Use this date"
      act={act}
      onSave={save}
      onCancel={cancel}
    >
      {notice}
      <SourceChoice facts={facts} choice={choice} onChoose={set('choice')} />
      {choice === 'typed' ? (
        <div className="row">
          <DayField label="Day" value={day} onChange={set('day')} error={checked ? dayProblem : null} />
          <ClockField label="Time, if known" value={time} onChange={set('time')} />
        </div>
      ) : null}
      <TextField
        label="Why"
        rows={3}
        value={reason}
        onChange={set('reason')}
        error={checked ? reasonProblem : null}
      />
    </RecordDialog>
  );
}

/** What each source says, or a date that somebody types. */
function SourceChoice({
  facts,
  choice,
  onChoose,
}: {
  readonly facts: readonly Fact[];
  readonly choice: string;
  readonly onChoose: (choice: string) => void;
}) {
  return (
    <RadioGroup className="field" value={choice} onChange={onChoose}>
      <Label>Which source is right?</Label>
      {facts.map((fact) => (
        <Radio key={fact.id} value={fact.id} className="radio">
          <strong>{printAsGiven({ ...fact, edtf: fact.value })}</strong> {factName(fact)}
          <div className="quiet small">
            {explainZone(fact, fact.source === 'typed' ? 'person' : 'file').words}
          </div>
        </Radio>
      ))}
      <Radio value="typed" className="radio">
        Another date, which I type
      </Radio>
    </RadioGroup>
  );
}
