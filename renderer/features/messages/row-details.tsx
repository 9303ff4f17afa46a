import { FileText, Plus, X } from 'lucide-react';
import type { MessageView } from '../../../shared/models/message';
import { useNavigation } from '../../kit/navigation';
import { Button, IconButton } from '../../components/button';
import { FactRow, Facts } from '../../components/parts';
import {
  callText,
  clockText,
  dayText,
  lengthText,
  senderText,
  statusText,
  timeDoubt,
  zoneSentence,
} from '../../strings/messages';

const directionWords = { in: 'came in', out: 'went out', unknown: 'not known' } as const;

function timeWords({ local, utc }: MessageView): string {
  if (local === null) return 'Not known';
  const time = clockText(local);
  if (time === '') return `${dayText(local)}, no time given`;
  // Where a file gives minutes alone, its seconds would say more than it does.
  const isExact = utc !== null || !local.endsWith(':00');
  return `${dayText(local)}, ${isExact ? local.slice(11) : time}`;
}

/** Beside the list: everything that is known about one row, and the line as it stands where it was not wholly understood. */
export function RowDetails({
  row,
  caseId,
  onNewEntry,
  onClose,
}: {
  readonly row: MessageView;
  readonly caseId: string;
  readonly onNewEntry: () => void;
  readonly onClose: () => void;
}) {
  const { go } = useNavigation();
  const doubt = timeDoubt(row);
  const sender = senderText(row);
  const isXml = row.format === 'sms-xml' || row.format === 'calls-xml';
  const where = isXml ? 'Element' : row.firstLine === row.lastLine ? 'Line' : 'Lines';
  const lines =
    row.firstLine === row.lastLine ? String(row.firstLine) : `${row.firstLine} to ${row.lastLine}`;
  return (
    <aside className="card row-details" aria-label="About this line">
      <div className="row">
        <h2 className="grow">About this line</h2>
        <IconButton label="Close" icon={<X aria-hidden />} onPress={onClose} />
      </div>
      <LineFacts row={row} doubt={doubt} sender={sender} where={where} lines={lines} />
      {row.raw === null ? null : (
        <div className="field">
          <span className="label">As it stands in the file</span>
          <div className="raw mono" dir="auto">
            {row.raw === '' ? '(an empty line)' : row.raw}
          </div>
        </div>
      )}
      <div className="stack">
        {row.media.map(({ itemId, exhibitRef }) => (
          <Button
            key={itemId}
            onPress={() => {
              go({ name: 'evidence-item', caseId, itemId });
            }}
          >
            Open {exhibitRef}, which came with it
          </Button>
        ))}
        <Button
          icon={<FileText aria-hidden />}
          onPress={() => {
            go({ name: 'evidence-item', caseId, itemId: row.itemId });
          }}
        >
          Open the export, {row.exhibitRef}
        </Button>
        <Button icon={<Plus aria-hidden />} onPress={onNewEntry}>
          New entry from this line
        </Button>
      </div>
    </aside>
  );
}

/** What the line says and where it stands. */
function LineFacts({
  row,
  doubt,
  sender,
  where,
  lines,
}: {
  readonly row: MessageView;
  readonly doubt: string;
  readonly sender: string;
  readonly where: string;
  readonly lines: string;
}) {
  return (
    <Facts>
      <FactRow name="Time">{timeWords(row)}</FactRow>
      <FactRow name="Clock">{row.local === null ? 'Not known' : zoneSentence(row.format)}</FactRow>
      {doubt === '' ? null : <FactRow name="Doubt">{doubt}</FactRow>}
      {row.kind === 'call' ? <FactRow name="Call">{callText(row)}</FactRow> : null}
      {sender === '' ? null : <FactRow name="Shown as">{sender}</FactRow>}
      {row.number === null ? null : <FactRow name="Number">{row.number}</FactRow>}
      {row.kind === 'system' || row.kind === 'unread' ? null : (
        <FactRow name="Which way">{directionWords[row.direction]}</FactRow>
      )}
      {row.status === null ? null : <FactRow name="The file says">{statusText(row.status)}</FactRow>}
      {row.durationS === null ? null : <FactRow name="Length">{lengthText(row.durationS)}</FactRow>}
      <FactRow name={`${where} in ${row.exhibitRef}`}>{lines}</FactRow>
      {row.repeats === null ? null : (
        <FactRow name="Also in">
          {row.repeats === row.exhibitRef ? `${row.repeats}, further up` : row.repeats}
        </FactRow>
      )}
      {row.citedBy === 0 ? null : (
        <FactRow name="Chronology">in {row.citedBy === 1 ? '1 entry' : `${row.citedBy} entries`}</FactRow>
      )}
    </Facts>
  );
}
