import { MessagesSquare } from 'lucide-react';
import type { MessageKey } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';

/** The messages and calls an entry stands on, counted as the entry will show them, with the way to them and out again. */
export function CitedMessages({
  caseId,
  entryId,
  value,
  onChange,
}: {
  readonly caseId: string;
  /** Of an entry that is saved. */
  readonly entryId: string | null;
  readonly value: readonly MessageKey[];
  readonly onChange: (keys: MessageKey[]) => void;
}) {
  const { go } = useNavigation();
  const { data } = useQuery(`tally-${value.length}-${JSON.stringify(value[0] ?? null)}`, () =>
    call(holdfast.messages.tally({ keys: [...value] })),
  );
  if (value.length === 0) return null;
  return (
    <div className="field">
      <span className="label">Messages and calls</span>
      <div className="cited-messages">
        <div className="row">
          <MessagesSquare size={16} aria-hidden />
          <strong className="grow">{data === null ? ' ' : data.text}</strong>
        </div>
        <div className="row">
          {entryId === null ? null : (
            <Button
              onPress={() => {
                go({ name: 'messages', caseId, entryId });
              }}
            >
              Show them
            </Button>
          )}
          <Button
            onPress={() => {
              onChange([]);
            }}
          >
            Take them out
          </Button>
        </div>
      </div>
      <span className="hint">Counted from the export each time it is shown or printed.</span>
    </div>
  );
}
