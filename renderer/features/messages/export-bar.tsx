import { useState } from 'react';
import type { MessageSource, MessageSummary } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Failure } from '../../components/failure';
import { ColumnsDialog } from './columns-dialog';
import { ExportFacts } from './export-facts';
import { ExportQuestion } from './export-question';
import { OrderDialog } from './order-dialog';

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
  const act = useAct({ inTurn: true });
  const { notes, state, itemId } = source;
  const close = (): void => {
    setDialog(null);
  };
  const done = (): void => {
    close();
    onChanged();
  };
  const askOrder = (): void => {
    setDialog('order');
  };
  const askColumns = (): void => {
    setDialog('columns');
  };

  return (
    <>
      <Failure code={act.error} />
      <ExportQuestion
        source={source}
        onOrder={askOrder}
        onColumns={askColumns}
        onAgain={() => {
          act.run(() => call(holdfast.messages.readAgain({ itemId })), onChanged);
        }}
      />
      {state === 'read' && notes !== null ? (
        <ExportFacts
          notes={notes}
          owner={source.owner}
          senders={senders}
          onOwner={(owner) => {
            act.run(() => call(holdfast.messages.chooseOwner({ itemId, owner })), onChanged);
          }}
          onOrder={askOrder}
          onColumns={askColumns}
        />
      ) : null}
      {dialog === 'order' && notes?.question != null ? (
        <OrderDialog source={source} question={notes.question} onClose={close} onDone={done} />
      ) : null}
      {dialog === 'columns' && notes?.table != null ? (
        <ColumnsDialog source={source} table={notes.table} onClose={close} onDone={done} />
      ) : null}
    </>
  );
}
