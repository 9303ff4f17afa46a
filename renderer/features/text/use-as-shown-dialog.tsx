import { useState } from 'react';
import { factName } from '../../../shared/domain/facts/fact-names';
import { ukDate } from '../../../shared/domain/facts/uk-date';
import type { Suggestion } from '../../../shared/domain/suggestions/suggestion';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { RecordDialog } from '../../components/record-dialog';
import { ClockField, DayField } from '../../components/date-input';
import { TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { doubtText, kindText } from '../../strings/text';

/** A day as it stands, or nothing: a month or a doubtful day is no day to start from. */
const wholeDay = (edtf: string | undefined): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(edtf ?? '') ? (edtf ?? '') : '';

/** The day, the time and the reason as they are typed, and keeping them. */
function useTimeShown(item: EvidenceDetail, page: number, suggestion: Suggestion, onKept: () => void) {
  const [day, setDay] = useState(
    suggestion.kind === 'date'
      ? suggestion.value
      : wholeDay(item.bestDate === null ? undefined : ukDate(item.bestDate).edtf),
  );
  const [time, setTime] = useState(suggestion.time ?? '');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct();
  const found = {
    day: day === '' ? 'Give a day.' : null,
    reason: reason.trim() === '' ? 'Say why: it goes on record with the time.' : null,
  };

  function save(): void {
    setChecked(true);
    if (found.day !== null || found.reason !== null) return;
    act.run(
      () =>
        call(
          holdfast.text.useAsShown({
            id: item.id,
            page,
            raw: suggestion.raw.slice(0, 200),
            edtf: day,
            time: time === '' ? null : time,
            reason: reason.trim(),
          }),
        ),
      onKept,
    );
  }

  /** What is missing is said once somebody wanted to save. */
  const problems = checked ? found : null;
  return { day, setDay, time, setTime, reason, setReason, problems, act, save };
}

/** Keeps a time read off the picture as what the picture shows, beside when it was made. A person says which day, and why. */
export function UseAsShownDialog({
  item,
  page,
  suggestion,
  onClose,
}: {
  readonly item: EvidenceDetail;
  readonly page: number;
  readonly suggestion: Suggestion;
  readonly onClose: () => void;
}) {
  const { day, setDay, time, setTime, reason, setReason, problems, act, save } = useTimeShown(
    item,
    page,
    suggestion,
    onClose,
  );
  return (
    <RecordDialog
      title={`What time does ${item.exhibitRef} show?`}
      save="Keep as the time shown"
      act={act}
      onSave={save}
      onCancel={onClose}
    >
      <OnThePicture suggestion={suggestion} />
      <div className="row">
        <DayField label="Day" value={day} onChange={setDay} error={problems?.day ?? null} />
        <ClockField label="Time, if shown" value={time} onChange={setTime} />
      </div>
      {suggestion.kind === 'date' ? null : <NoDayBeside bestDate={item.bestDate} />}
      <TextField
        label="Why"
        description="For example: the clock at the top of the screen."
        value={reason}
        onChange={setReason}
        maxLength={120}
        error={problems?.reason ?? null}
      />
    </RecordDialog>
  );
}

/** What was read, and why it may not be what it seems. */
function OnThePicture({ suggestion }: { readonly suggestion: Suggestion }) {
  return (
    <>
      <p>
        {kindText(suggestion.kind)} on the picture: <strong dir="auto">{suggestion.raw}</strong>. It is kept
        beside when the picture was made, and changes nothing else.
      </p>
      {suggestion.doubts.map((doubt) => (
        <Notice key={doubt} tone="amber">
          {doubtText(doubt)}
        </Notice>
      ))}
    </>
  );
}

/** Says where the day comes from that is offered for a time without one. */
function NoDayBeside({ bestDate }: Pick<EvidenceDetail, 'bestDate'>) {
  return (
    <p className="quiet small">
      {bestDate === null
        ? 'The picture shows no day beside this time.'
        : `The picture shows no day beside this time. The day above is from: ${factName(bestDate)}.`}
    </p>
  );
}
