import type { MessageSource } from '../../../shared/models/message';
import { Button } from '../../components/button';
import { Notice, Skeleton } from '../../components/parts';
import { reasonText } from '../../strings/errors';
import { exportWords } from '../../strings/messages';

/** What an export waits for before it can be read, or why it was not. */
export function ExportQuestion({
  source: { state, reason },
  onOrder,
  onColumns,
  onAgain,
}: {
  readonly source: MessageSource;
  readonly onOrder: () => void;
  readonly onColumns: () => void;
  readonly onAgain: () => void;
}) {
  switch (state) {
    case 'waiting':
      return <Skeleton height={80} label={exportWords.reading} />;
    case 'needs-order':
      return (
        <Notice
          tone="amber"
          title={exportWords.orderTitle}
          actions={
            <Button variant="primary" onPress={onOrder}>
              {exportWords.orderAsk}
            </Button>
          }
        >
          {exportWords.orderWords}
        </Notice>
      );
    case 'needs-columns':
      return (
        <Notice
          tone="amber"
          title={exportWords.columnsTitle}
          actions={
            <Button variant="primary" onPress={onColumns}>
              {exportWords.columnsAsk}
            </Button>
          }
        >
          {exportWords.columnsWords}
        </Notice>
      );
    case 'failed':
      return (
        <Notice
          tone="red"
          title={reasonText(reason) || exportWords.failed}
          actions={<Button onPress={onAgain}>{exportWords.again}</Button>}
        >
          {exportWords.failedWords}
        </Notice>
      );
    case 'read':
      return null;
  }
}
