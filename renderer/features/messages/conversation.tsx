import type { MessageView } from '../../../shared/models/message';
import { mostCited } from '../../../shared/models/message';
import { LongList } from '../../components/long-list/long-list';
import type { Pages } from '../../components/long-list/pages';
import type { Picked } from '../../components/long-list/picked';
import type { Place } from '../../components/long-list/use-place';
import { dayText } from '../../strings/messages';
import { MessageBubble } from './message-row';

/** Pixels of a row that was never drawn. */
const rowGuess = 64;

/** Messages and calls in order, with a heading for each day. */
export function Conversation({
  veiled,
  showRef,
  ...list
}: {
  readonly label: string;
  readonly pages: Pages<MessageView>;
  readonly place: Place;
  readonly veiled: boolean;
  readonly showRef: boolean;
  readonly picked: Picked;
  readonly onPicked: (picked: Picked) => void;
  readonly onOpen: () => void;
}) {
  return (
    <LongList
      {...list}
      most={mostCited}
      rowGuess={rowGuess}
      draw={(row, index, before) => {
        const day = row.local?.slice(0, 10) ?? null;
        const isNewDay =
          day !== null && (index === 0 || before === null || before.local?.slice(0, 10) !== day);
        return {
          className: `message-row ${row.kind} ${row.direction}`,
          above: isNewDay && row.local !== null ? <div className="day">{dayText(row.local)}</div> : null,
          line: <MessageBubble row={row} veiled={veiled} showRef={showRef} />,
        };
      }}
    />
  );
}
