import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { printDate } from '../../../shared/domain/dates/print';
import type { DateOrder, MessageSource, OrderQuestion } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { FormDialog } from '../../components/form-dialog';
import { orderText } from '../../strings/messages';

/** Asks which part of a date is the day, with real lines of the file in each reading side by side. */
export function OrderDialog({
  source,
  question,
  onClose,
  onDone,
}: {
  readonly source: MessageSource;
  readonly question: OrderQuestion;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [order, setOrder] = useState<DateOrder | null>(null);
  const [isMissing, setMissing] = useState(false);
  return (
    <FormDialog
      title="Which is the day, which the month?"
      submit="Read it this way"
      isWide
      ready={() => {
        setMissing(order === null);
        return order !== null;
      }}
      work={() =>
        order === null
          ? Promise.resolve()
          : call(holdfast.messages.chooseOrder({ itemId: source.itemId, order }))
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        The dates in {source.exhibitRef} can be read in more than one way, and the file does not say which.
        Compare them with what the client remembers, or with a screenshot of the same messages. The answer is
        kept on record, and you can change it later.
      </p>
      <RadioGroup
        className="field"
        value={order}
        onChange={(value) => {
          setOrder(question.orders.find((each) => each === value) ?? null);
        }}
        isInvalid={isMissing && order === null}
        validationBehavior="aria"
      >
        <Label>How the dates are written</Label>
        <Orders question={question} />
        {isMissing && order === null ? (
          <span className="problem" role="alert">
            Choose one of them.
          </span>
        ) : null}
      </RadioGroup>
    </FormDialog>
  );
}

/** Each order with what it makes of some lines. */
function Orders({ question }: { readonly question: OrderQuestion }) {
  return (
    <div className="orders">
      {question.orders.map((each) => (
        <Radio key={each} value={each} className="radio">
          <strong>{orderText(each)}</strong>
          <span className="readings">
            {question.lines.map(({ line, text, readings }) => (
              <span key={line} className="reading">
                <span className="mono">{text}</span>
                <span>{readings[each] === undefined ? 'no such day' : printDate(readings[each], null)}</span>
              </span>
            ))}
          </span>
        </Radio>
      ))}
    </div>
  );
}
