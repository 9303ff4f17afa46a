import { ListBox, ListBoxItem } from 'react-aria-components';
import type { MessageSource } from '../../../shared/models/message';
import { Chip } from '../../components/parts';
import { counted, printCount } from '../../strings/counts';
import { stateText } from '../../strings/messages';

const all = 'all';

/** The exports of a case: what each holds, and which wait for an answer. */
export function ExportList({
  sources,
  chosen,
  onChoose,
}: {
  readonly sources: readonly MessageSource[];
  readonly chosen: string | null;
  readonly onChoose: (itemId: string | null) => void;
}) {
  return (
    <ListBox
      className="exports"
      aria-label="Exports"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen ?? all]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [all] : [...keys];
        onChoose(key === undefined || key === all ? null : String(key));
      }}
    >
      {sources.length < 2 ? null : (
        <ListBoxItem id={all} className="export" textValue="All exports">
          <strong>All exports</strong>
          <div className="quiet small">{printCount(sources.length)}, in the order of time</div>
        </ListBoxItem>
      )}
      {sources.map((source) => (
        <ListBoxItem
          key={source.itemId}
          id={source.itemId}
          className="export"
          textValue={`${source.exhibitRef} ${source.title}, ${stateText(source)}`}
        >
          <div>
            <strong>{source.exhibitRef}</strong> <span dir="auto">{source.title}</span>
          </div>
          <div className="quiet small one-line" dir="auto" title={source.fileName}>
            {source.fileName.slice(source.fileName.lastIndexOf('/') + 1)}
          </div>
          <div className="row">
            <Chip tone={toneOf(source)}>{stateText(source)}</Chip>
            {source.counts.review === 0 ? null : (
              <Chip tone="amber">{counted(source.counts.review, 'line', 'lines')} to look at</Chip>
            )}
          </div>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function toneOf({ state }: MessageSource): 'neutral' | 'amber' | 'red' {
  if (state === 'failed') return 'red';
  return state === 'needs-order' || state === 'needs-columns' ? 'amber' : 'neutral';
}
