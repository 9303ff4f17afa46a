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

/** The date as the client says it, which fills the fields below once it can mean only one thing. */
export function SayWhen({
  onDate,
}: {
  /** With the words it was said in. */
  readonly onDate: (date: SpokenDate, said: string) => void;
}) {
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<SpokenAnswers>({});
  const answering = useAnswerTurn();
  const form = useRef<HTMLFormElement>(null);
  const { value, ask, unread } = readSpoken(text, { today: today(), lastDay: null }, answers);
  const take = (): void => {
    if (value !== null) {
      onDate(value, text.trim());
      setText('');
      setAnswers({});
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
            onChange={(next) => {
              setText(next.slice(0, 200));
              setAnswers({});
            }}
          />
        </div>
      </div>
      {text.trim() === '' ? null : (
        <div className="row" role="status">
          {value === null ? (
            ask === null ? (
              <span className="quiet small">No date in it yet.</span>
            ) : null
          ) : (
            <>
              <span className="grow">
                <strong>{printDate(value.edtf, value.time)}</strong>
              </span>
              <Button onPress={take}>Use this date</Button>
            </>
          )}
        </div>
      )}
      <LineAsRead text={text} lifted={[]} unread={unread} />
      {ask === null ? null : (
        <SpokenQuestionBar
          {...ask}
          unread={unread.map(({ start, end }) => text.slice(start, end))}
          focusTurn={answering.turn}
          onTyped={toField}
          onAnswer={(index) => {
            setAnswers({ ...answers, [ask.question]: index });
            // The answers go away with the question.
            toField();
          }}
        />
      )}
    </form>
  );
}
