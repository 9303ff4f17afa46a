import { FileQuestion, Paperclip, Phone, PhoneMissed } from 'lucide-react';
import type { MessageView } from '../../../shared/models/message';
import { Chip } from '../../components/parts';
import { callText, clockText, senderText, statusText, timeDoubt } from '../../strings/messages';
import { thumbUrl } from '../../components/picture/media-url';

/** What a call or message says beside its words. */
function Marks({ row, showRef }: { readonly row: MessageView; readonly showRef: boolean }) {
  return (
    <>
      {row.status !== null && row.kind === 'message' && row.status !== 'delivered' ? (
        <Chip>{statusText(row.status)}</Chip>
      ) : null}
      {timeDoubt(row) === '' ? null : <Chip tone="amber">clock change</Chip>}
      {row.raw !== null && row.kind !== 'unread' ? <Chip tone="amber">to look at</Chip> : null}
      {row.repeats === null ? null : (
        <Chip>{row.repeats === row.exhibitRef ? 'twice in this export' : `also in ${row.repeats}`}</Chip>
      )}
      {row.citedBy === 0 ? null : (
        <Chip tone="accent">in {row.citedBy === 1 ? '1 entry' : `${row.citedBy} entries`}</Chip>
      )}
      {showRef ? <span className="quiet">{row.exhibitRef}</span> : null}
    </>
  );
}

function Media({ row, veiled }: { readonly row: MessageView; readonly veiled: boolean }) {
  if (row.mediaName === null) return null;
  if (row.media.length === 0)
    return (
      <span className="media-name">
        <Paperclip aria-hidden /> {row.mediaName.replace(/^\d+\//u, '')}
        <span className="quiet"> (not in this case)</span>
      </span>
    );
  return (
    <span className="media">
      {row.media.map(({ itemId, exhibitRef, title, hasPreview }) =>
        hasPreview ? (
          <span className="thumb" key={itemId}>
            <img
              src={thumbUrl(itemId)}
              alt={`${exhibitRef}, ${title}`}
              className={veiled ? 'veiled' : ''}
              draggable={false}
            />
            <span className="ref">{exhibitRef}</span>
          </span>
        ) : (
          <span className="media-name" key={itemId}>
            <Paperclip aria-hidden /> {exhibitRef} {title}
          </span>
        ),
      )}
    </span>
  );
}

/** One row of a conversation as it looks: a bubble on the side of whoever wrote, a call, a note, an unread line. */
export function MessageBubble({
  row,
  veiled,
  showRef,
}: {
  readonly row: MessageView;
  readonly veiled: boolean;
  readonly showRef: boolean;
}) {
  const time = <time className="num">{clockText(row.local)}</time>;
  if (row.kind === 'unread')
    return (
      <div className="bubble unread">
        <div className="head">
          <FileQuestion aria-hidden /> Not understood, line {row.firstLine}
          <Marks row={row} showRef={showRef} />
        </div>
        <div className="raw mono" dir="auto">
          {row.raw === null || row.raw === '' ? '(an empty line)' : row.raw}
        </div>
      </div>
    );
  if (row.kind === 'system')
    return (
      <div className="note">
        <span dir="auto">{row.body === '' ? '(an empty line)' : row.body}</span> {time}
        <Marks row={row} showRef={showRef} />
      </div>
    );
  const sender = senderText(row);
  const isCall = row.kind === 'call';
  const Icon = row.status === 'missed' || row.status === 'rejected' ? PhoneMissed : Phone;
  return (
    <div className={`bubble ${row.direction}${isCall ? ' call' : ''}`}>
      <div className="head">
        {isCall ? <Icon aria-hidden /> : null}
        {sender === '' ? null : (
          <bdi className="sender" dir="auto">
            {sender}
          </bdi>
        )}
        {time}
      </div>
      {isCall ? <div>{callText(row)}</div> : null}
      <Media row={row} veiled={veiled} />
      {row.body === '' || isCall ? null : (
        <div className="words" dir="auto">
          {row.body}
        </div>
      )}
      <div className="marks">
        <Marks row={row} showRef={showRef} />
      </div>
    </div>
  );
}
