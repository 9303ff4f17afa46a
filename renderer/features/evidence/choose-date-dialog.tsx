import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import { capturedFacts } from '../../../shared/domain/facts/best-date';
import type { ErrorCode } from '../../../shared/errors';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, codeOf, holdfast } from '../../app/bridge';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { ClockField, DayField } from '../../components/date-input';
import { TextField } from '../../components/fields';
import { printBestDate } from '../../strings/dates';

function isDay(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch {
    return false;
  }
}

/** Choose between what the sources say, or type a date; the reason is kept with the choice. */
export function ChooseDateDialog({
  item,
  onDone,
  onClose,
}: {
  readonly item: EvidenceDetail;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const facts = capturedFacts(item.facts);
  const [choice, setChoice] = useState(facts[0]?.id ?? 'typed');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  const dayProblem = choice === 'typed' && !isDay(day) ? 'Give a day.' : null;
  const reasonProblem = reason.trim() === '' ? 'Say why: it goes on record with the choice.' : null;

  async function save(): Promise<void> {
    setChecked(true);
    if (dayProblem !== null || reasonProblem !== null) return;
    try {
      await call(
        holdfast.evidence.chooseDate({
          id: item.id,
          choice: choice === 'typed' ? { edtf: day, time: time === '' ? null : time } : { factId: choice },
          reason: reason.trim(),
        }),
      );
      onDone();
    } catch (problem) {
      setError(codeOf(problem));
    }
  }

  return (
    <Dialog title={`When is ${item.exhibitRef} from?`} isOpen onClose={onClose}>
      <div className="stack">
        <RadioGroup className="field" value={choice} onChange={setChoice}>
          <Label>Which source is right?</Label>
          {facts.map((fact) => (
            <Radio key={fact.id} value={fact.id} className="radio">
              <strong>{printBestDate({ edtf: fact.value, time: fact.time })}</strong> {fact.label}
              {fact.zone === null ? ', no zone given' : `, ${fact.zone === 'Z' ? 'UTC' : fact.zone}`}
            </Radio>
          ))}
          <Radio value="typed" className="radio">
            Another date, which I type
          </Radio>
        </RadioGroup>
        {choice === 'typed' ? (
          <div className="row">
            <DayField label="Day" value={day} onChange={setDay} error={checked ? dayProblem : null} />
            <ClockField label="Time, if known" value={time} onChange={setTime} />
          </div>
        ) : null}
        <TextField
          label="Why"
          rows={3}
          value={reason}
          onChange={setReason}
          error={checked ? reasonProblem : null}
        />
        {error === null ? null : <Failure code={error} />}
      </div>
      <div className="actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" onPress={() => void save()}>
          Use this date
        </Button>
      </div>
    </Dialog>
  );
}
