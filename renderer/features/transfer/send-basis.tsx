import { TextField } from '../../components/fields';
import { RadioCards } from '../../components/radio-cards';
import { sendText } from '../../strings/send';
import type { ProblemOf, SendChoice } from './send-choice';

/** Whether the client agreed that it goes, or why it goes without that: kept with the package. */
export function SendBasis({
  choice,
  onChange,
  problemOf,
}: {
  readonly choice: SendChoice;
  readonly onChange: (choice: SendChoice) => void;
  readonly problemOf: ProblemOf;
}) {
  return (
    <>
      <RadioCards
        label={sendText.basis}
        options={[
          { id: 'consent', label: sendText.basisConsent, description: sendText.basisConsentHint },
          { id: 'without-consent', label: sendText.basisWithout, description: sendText.basisWithoutHint },
        ]}
        value={choice.basis}
        onChange={(basis) => {
          onChange({ ...choice, basis });
        }}
        error={problemOf('basis')}
      />
      {choice.basis === null ? null : (
        <TextField
          label={choice.basis === 'consent' ? sendText.reasonConsent : sendText.reasonWithout}
          value={choice.reason}
          onChange={(reason) => {
            onChange({ ...choice, reason });
          }}
          maxLength={2000}
          error={problemOf('reason')}
        />
      )}
    </>
  );
}
