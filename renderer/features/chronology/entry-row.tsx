import { MessagesSquare } from 'lucide-react';
import { Button } from 'react-aria-components';
import { behaviourInfo, channelText } from '../../../shared/domain/behaviours';
import { printDate } from '../../../shared/domain/dates/print';
import type { Entry } from '../../../shared/models/chronology';
import { useNavigation } from '../../app/navigation';
import { Chip } from '../../components/parts';

function reportedWords({ reported }: Entry): string {
  if (reported === null) return 'not reported';
  const parts = ['reported'];
  if (reported.date !== null) parts.push(printDate(reported.date, null));
  if (reported.reference !== '') parts.push(reported.reference);
  return parts.join(' ');
}

/** One entry of the chronology, with the silence before it. */
export function EntryRow({ entry, silence }: { readonly entry: Entry; readonly silence: number | null }) {
  const { go } = useNavigation();
  return (
    <>
      {silence === null ? null : (
        <div className="silence">
          <span>{silence} days without an incident</span>
        </div>
      )}
      <div className="inside">
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
          <div className="row" style={{ marginTop: 5 }}>
            {entry.behaviours.map((behaviour) => {
              const { code, short } = behaviourInfo(behaviour);
              return (
                <Chip key={behaviour} tone="accent">
                  {behaviour === 'other' ? short : `${code} ${short}`}
                </Chip>
              );
            })}
            {entry.channel === null ? null : <Chip>{channelText(entry.channel)}</Chip>}
            <Chip tone={entry.reported === null ? 'amber' : 'green'}>{reportedWords(entry)}</Chip>
          </div>
        </div>
        <div className="exhibits">
          {entry.exhibits.slice(0, 5).map((exhibit) => (
            <Button
              key={exhibit.id}
              className="chip"
              onPress={() => {
                go({ name: 'evidence-item', caseId: entry.caseId, itemId: exhibit.id });
              }}
              aria-label={`Open exhibit ${exhibit.exhibitRef}, ${exhibit.title}`}
            >
              {exhibit.exhibitRef}
            </Button>
          ))}
          {entry.exhibits.length > 5 ? (
            <span className="quiet small">and {entry.exhibits.length - 5} more</span>
          ) : null}
        </div>
      </div>
    </>
  );
}
