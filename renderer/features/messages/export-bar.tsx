import { useState } from 'react';
import type { MessageSource, MessageSummary } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { SelectField } from '../../components/fields';
import { Notice, Skeleton } from '../../components/parts';
import { reasonText } from '../../strings/errors';
import { printCount } from '../../strings/counts';
import { formatText, orderSentence, zoneSentence } from '../../strings/messages';
import { ColumnsDialog } from './columns-dialog';
import { OrderDialog } from './order-dialog';

const nobody = ' ';

/** What is known about one export as a whole, and what only a person can say about it. */
export function ExportBar({
  source,
  senders,
  onChanged,
}: {
  readonly source: MessageSource;
  readonly senders: MessageSummary['senders'];
  readonly onChanged: () => void;
}) {
  const [dialog, setDialog] = useState<'order' | 'columns' | null>(null);
  const [isTold, setTold] = useState(false);
  const act = useAct({ inTurn: true });
  const { notes, state, itemId } = source;
  const question = notes?.question ?? null;
  const table = notes?.table ?? null;
  const close = (): void => {
    setDialog(null);
  };
  const done = (): void => {
    close();
    onChanged();
  };
  const askOrder = (
    <Button
      variant={state === 'needs-order' ? 'primary' : 'quiet'}
      onPress={() => {
        setDialog('order');
      }}
    >
      {state === 'needs-order' ? 'Say which is the day' : 'Read dates another way'}
    </Button>
  );
  const askColumns = (
    <Button
      variant={state === 'needs-columns' ? 'primary' : 'quiet'}
      onPress={() => {
        setDialog('columns');
      }}
    >
      {state === 'needs-columns' ? 'Say what the columns are' : 'Change the columns'}
    </Button>
  );

  return (
    <>
      <Failure code={act.error} />
      {state === 'waiting' ? <Skeleton height={80} label="Reading the export" /> : null}
      {state === 'needs-order' ? (
        <Notice
          tone="amber"
          title="The dates of this export can be read in more than one way."
          actions={askOrder}
        >
          Nothing of it is read until somebody has said which is the day and which the month.
        </Notice>
      ) : null}
      {state === 'needs-columns' ? (
        <Notice tone="amber" title="This is a table. What stands in its columns?" actions={askColumns}>
          Calls and messages are read from it when somebody has said so. The table itself is kept as it is.
        </Notice>
      ) : null}
      {state === 'failed' ? (
        <Notice
          tone="red"
          title={reasonText(source.reason) || 'This export could not be read.'}
          actions={
            <Button
              onPress={() => {
                act.run(() => call(holdfast.messages.readAgain({ itemId })), onChanged);
              }}
            >
              Read it again
            </Button>
          }
        >
          The file itself is stored, whole and unchanged.
        </Notice>
      ) : null}
      {state === 'read' && notes !== null ? (
        <div className="about-export">
          {notes.format === 'whatsapp' || source.owner !== null ? (
            <SelectField
              label="Whose phone"
              value={source.owner ?? nobody}
              options={[
                { id: nobody, label: 'Not said yet' },
                ...senders
                  .filter(({ sender }) => sender !== '')
                  .map(({ sender }) => ({ id: sender, label: sender })),
              ]}
              onChange={(owner) => {
                act.run(
                  () =>
                    call(holdfast.messages.chooseOwner({ itemId, owner: owner === nobody ? null : owner })),
                  onChanged,
                );
              }}
            />
          ) : null}
          <p className="quiet small">
            {formatText(notes.format)}, {printCount(notes.lines)}{' '}
            {notes.format === 'sms-xml' || notes.format === 'calls-xml' ? 'elements' : 'lines'}, each
            accounted for.
          </p>
          <Button
            variant="quiet"
            isExpanded={isTold}
            onPress={() => {
              setTold(!isTold);
            }}
          >
            {isTold ? 'Close' : 'How it was read'}
          </Button>
          <div className="row">
            {question === null ? null : askOrder}
            {table === null ? null : askColumns}
          </div>
        </div>
      ) : null}
      {isTold && notes !== null ? (
        <Notice title="How it was read">
          {orderSentence(notes)} {zoneSentence(notes.format)}{' '}
          {notes.shortened > 0
            ? `Of ${printCount(notes.shortened)} very long lines only the beginning is shown; the file has the rest. `
            : ''}
          Lines that nobody could read are listed under “To look at”. Names are as the phone saved them; they
          do not prove who wrote. An export is text, which can be edited.
        </Notice>
      ) : null}
      {dialog === 'order' && question !== null ? (
        <OrderDialog source={source} question={question} onClose={close} onDone={done} />
      ) : null}
      {dialog === 'columns' && table !== null ? (
        <ColumnsDialog source={source} table={table} onClose={close} onDone={done} />
      ) : null}
    </>
  );
}
