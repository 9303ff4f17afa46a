import { useRef, useState } from 'react';
import { printDate } from '../../../shared/domain/dates/print';
import type { SpokenAnswers, SpokenDate } from '../../../shared/domain/dates/spoken/reading';
import { readSpoken } from '../../../shared/domain/dates/spoken/spoken';
import { Button } from '../../components/button';
import { TextField } from '../../components/fields';
import { useAnswerTurn } from './answer-turn';
import { LineAsRead } from './line-as-read';
import { SpokenQuestionBar } from './spoken-question';
import { today } from '../../kit/today';

/** The words that are typed, what they mean, and the answers to what they leave open. */
function useSaid() {
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<SpokenAnswers>({});
  return {
    text,
    reading: readSpoken(text, { today: today(), lastDay: null }, answers),
    type: (next: string): void => {
      setText(next.slice(0, 200));
      setAnswers({});
    },
    answer: (more: SpokenAnswers): void => {
      setAnswers({ ...answers, ...more });
    },
  };
}

/** The date as the client says it, which fills the fields below once it can mean only one thing. */
export function SayWhen({
  onDate,
}: {
  /** With the words it was said in. */
  readonly onDate: (date: SpokenDate, said: string) => void;
}) {
  const { text, reading, type, answer } = useSaid();
  const { value, ask, unread } = reading;
  const answering = useAnswerTurn();
  const form = useRef<HTMLFormElement>(null);
  const take = (): void => {
    if (value !== null) {
      onDate(value, text.trim());
      type('');
    } else if (ask !== null) answering.ask();
  };
  const toField = (): void => {
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      className="say-when"
      ref={form}
      onKeyDown={answering.keyDown}
      onKeyUp={answering.keyUp}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <div className="row">
        <div className="grow">
          <TextField
            label="When, as the client says it"
            description="“about 9pm on 3 March”, “early May 2024”, “every night that week”. Enter fills the fields below."
            value={text}
            onChange={type}
          />
        </div>
      </div>
      {text.trim() === '' ? null : <DateSoFar value={value} isAsked={ask !== null} onTake={take} />}
      <LineAsRead text={text} lifted={[]} unread={unread} />
      {ask === null ? null : (
        <SpokenQuestionBar
          {...ask}
          unread={unread.map(({ start, end }) => text.slice(start, end))}
          focusTurn={answering.turn}
          onTyped={toField}
          onAnswer={(index) => {
            answer({ [ask.question]: index });
            // The answers go away with the question.
            toField();
          }}
        />
      )}
    </form>
  );
}

/** The date that was read, to be taken; nothing while it is asked which of several it is. */
function DateSoFar({
  value,
  isAsked,
  onTake,
}: {
  readonly value: SpokenDate | null;
  readonly isAsked: boolean;
  readonly onTake: () => void;
}) {
  return (
    <div className="row" role="status">
      {value === null ? (
        isAsked ? null : (
          <span className="quiet small">No date in it yet.</span>
        )
      ) : (
        <>
          <span className="grow">
            <strong>{printDate(value.edtf, value.time)}</strong>
          </span>
          <Button onPress={onTake}>Use this date</Button>
        </>
      )}
    </div>
  );
}
