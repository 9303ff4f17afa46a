import { MessagesSquare } from 'lucide-react';
import { memo } from 'react';
import { channelText } from '../../../shared/domain/channels';
import { printDate } from '../../../shared/domain/dates/print';
import { actLabel } from '../../../shared/domain/law/act-words';
import type { Entry } from '../../../shared/models/chronology';
import { useLaw } from '../../kit/case-law';
import { Chip } from '../../components/parts';

const mostRefs = 4;

function reportedWords({ reported, unreported }: Entry): string {
  if (reported === null) return unreported === true ? 'not reported' : 'no report noted';
  const parts = ['reported'];
  if (reported.date !== null) parts.push(printDate(reported.date, null));
  if (reported.reference !== '') parts.push(reported.reference);
  return parts.join(' ');
}

/** One entry of the chronology, drawn again only when it is another. What it is linked to is opened from the editor, or by a press on its exhibits. */
export const EntryRow = memo(function EntryRow({ entry }: { readonly entry: Entry }) {
  return (
    <div className="entry-parts">
      <div>
        <div className="date">{entry.printedDate}</div>
        <div className="quiet small wrap-anywhere" dir="auto">
          {entry.dateSource}
        </div>
      </div>
      <div>
        <div className="title wrap-anywhere" dir="auto">
          {entry.title}
        </div>
        {entry.description === '' ? null : (
          <p className="clamp wrap-anywhere" dir="auto">
            {entry.description}
          </p>
        )}
        {entry.quote === '' ? null : (
          <p className="clamp wrap-anywhere" dir="auto">
            <em>“{entry.quote}”</em>
          </p>
        )}
        {entry.messageText === '' ? null : (
          <div className="tally">
            <MessagesSquare aria-hidden />
            {entry.messageText}
          </div>
        )}
        <EntryChips entry={entry} />
      </div>
      <div className="exhibits">
        {entry.exhibits.slice(0, mostRefs).map((exhibit) => (
          <span key={exhibit.id} className="chip exhibit-ref" data-item={exhibit.id} title={exhibit.title}>
            {exhibit.exhibitRef}
          </span>
        ))}
        {entry.exhibits.length > mostRefs ? (
          <span className="quiet small">and {entry.exhibits.length - mostRefs} more</span>
        ) : null}
      </div>
    </div>
  );
});

/** What an entry is marked with, linked to and reported as. */
function EntryChips({ entry }: { readonly entry: Entry }) {
  const law = useLaw();
  const breaches = entry.named.filter(({ role }) => role === 'breach');
  const others = entry.named.filter(({ role }) => role !== 'breach');
  return (
    <div className="row chips">
      {entry.kind === 'event' ? <Chip tone="plum">background event</Chip> : null}
      {entry.behaviours.map((act) => (
        <Chip key={act} tone="accent">
          {actLabel(law, act)}
        </Chip>
      ))}
      {entry.channel === null ? null : <Chip>{channelText(entry.channel)}</Chip>}
      {entry.attempts === null ? null : <Chip>{entry.attempts} times, as told</Chip>}
      {others.map(({ id, name, role }) => (
        <Chip key={`${id} ${role}`}>{name}</Chip>
      ))}
      {entry.kind === 'event' ? null : (
        <Chip tone={entry.reported === null ? 'neutral' : 'green'}>{reportedWords(entry)}</Chip>
      )}
      {breaches.map(({ id, name }) => (
        <Chip key={id} tone="red">
          possible breach: {name}
        </Chip>
      ))}
    </div>
  );
}
