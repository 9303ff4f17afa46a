import { useState } from 'react';
import { answerFor } from '../../../shared/domain/leaving/check';
import type { LeavingPoint, Recipient } from '../../../shared/models/leaving-gate';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { call, holdfast } from '../../kit/bridge';
import { answerForm as words, pointTitle } from '../../strings/leaving';

interface Props {
  readonly caseId: string;
  readonly recipient: Recipient | null;
  readonly point: LeavingPoint;
  readonly onClose: () => void;
}

/** Says that what was found may go all the same, and why. */
export function AnswerDialog({ caseId, recipient, point, onClose }: Props) {
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const answer = answerFor(point, recipient);
  if (answer === null) return null;
  return (
    <FormDialog
      title={words.title}
      submit={words.submit}
      ready={() => {
        setAsked(true);
        return why.trim() !== '';
      }}
      work={() => call(holdfast.leaving.answer({ caseId, answer, why: why.trim() }))}
      onDone={onClose}
      onClose={onClose}
    >
      <p dir="auto">{pointTitle(point)}.</p>
      <TextField
        label={words.why}
        description={words.whyHint}
        value={why}
        onChange={setWhy}
        rows={3}
        autoFocus
        error={asked && why.trim() === '' ? words.missing : null}
      />
    </FormDialog>
  );
}
