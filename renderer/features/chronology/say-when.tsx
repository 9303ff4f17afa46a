import { useState } from 'react';
import { printDate } from '../../../shared/domain/dates/print';
import type { SpokenAnswers, SpokenDate } from '../../../shared/domain/dates/spoken/reading';
import { readSpoken } from '../../../shared/domain/dates/spoken/spoken';
import { Button } from '../../components/button';
import { TextField } from '../../components/fields';
import { SpokenQuestionBar } from './spoken-question';
import { today } from '../../app/today';

/** The date as the client says it, which fills the fields below once it can mean only one thing. */
export function SayWhen({ onDate }: { readonly onDate: (date: SpokenDate) => void }) {
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<SpokenAnswers>({});
  const [asked, setAsked] = useState(0);
  const { value, ask } = readSpoken(text, { today: today(), lastDay: null }, answers);
  const take = (): void => {
    if (value !== null) {
      onDate(value);
      setText('');
      setAnswers({});
    } else if (ask !== null) setAsked((before) => before + 1);
  };
  return (
    <form
      className="say-when"
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
      {ask === null ? null : (
        <SpokenQuestionBar
          {...ask}
          focusTurn={asked}
          onAnswer={(index) => {
            setAnswers({ ...answers, [ask.question]: index });
          }}
        />
      )}
    </form>
  );
}
