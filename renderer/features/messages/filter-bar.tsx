import { RotateCcw } from 'lucide-react';
import type { MessageFilter, MessageSummary } from '../../../shared/models/message';
import { messageFilterSchema } from '../../../shared/models/message';
import { Button } from '../../components/button';
import { DayRange } from '../../components/day-range';
import { FilterNote } from '../../components/filter-note';
import { SearchField, Segmented, SelectField } from '../../components/fields';
import { printCount } from '../../strings/counts';

const everybody = ' ';
const kinds = [
  { id: 'all', label: 'Everything' },
  { id: 'message', label: 'Messages' },
  { id: 'call', label: 'Calls' },
  { id: 'review', label: 'To look at' },
] as const;
type KindChoice = (typeof kinds)[number]['id'];
const directions = [
  { id: 'any', label: 'In and out' },
  { id: 'in', label: 'Came in' },
  { id: 'out', label: 'Went out' },
  { id: 'unknown', label: 'Not known' },
] as const;

export const emptyFilter = (itemId: string | null, entryId: string | null): MessageFilter =>
  messageFilterSchema.parse({ itemId, entryId });

function kindOf({ kind, review }: MessageFilter): KindChoice {
  if (review) return 'review';
  return kind === 'message' || kind === 'call' ? kind : 'all';
}

/** Which rows are wanted. */
export function FilterBar({
  filter,
  onFilter,
  senders,
}: {
  readonly filter: MessageFilter;
  readonly onFilter: (filter: MessageFilter) => void;
  /** Of the whole export, so that choosing one does not take the others away. */
  readonly senders: MessageSummary['senders'];
}) {
  const set = (change: Partial<MessageFilter>): void => {
    onFilter({ ...filter, ...change });
  };
  const isFiltered =
    filter.text !== '' ||
    filter.sender !== null ||
    filter.direction !== null ||
    filter.kind !== null ||
    filter.from !== null ||
    filter.to !== null ||
    filter.review;
  return (
    <div className="message-filters" role="search" aria-label="Filter messages and calls">
      <SearchField
        label="Words in them"
        value={filter.text}
        onChange={(text) => {
          set({ text: text.slice(0, 200) });
        }}
        shortcut="/"
      />
      <Segmented
        label="Kind"
        value={kindOf(filter)}
        onChange={(kind) => {
          set({ review: kind === 'review', kind: kind === 'message' || kind === 'call' ? kind : null });
        }}
        options={kinds}
      />
      <WhoAndWhen filter={filter} set={set} senders={senders} isFiltered={isFiltered} onFilter={onFilter} />
      <FilterNote filter={{ text: '', from: filter.from, to: filter.to }} />
    </div>
  );
}

/** Who wrote, which way, and when. */
function WhoAndWhen({
  filter,
  set,
  senders,
  isFiltered,
  onFilter,
}: {
  readonly filter: MessageFilter;
  readonly set: (change: Partial<MessageFilter>) => void;
  readonly senders: MessageSummary['senders'];
  readonly isFiltered: boolean;
  readonly onFilter: (filter: MessageFilter) => void;
}) {
  return (
    <div className="row">
      <SelectField
        label="Who"
        hideLabel
        value={filter.sender === null ? everybody : filter.sender}
        onChange={(sender) => {
          set({ sender: sender === everybody ? null : sender });
        }}
        options={[
          { id: everybody, label: 'Everybody' },
          ...senders.map(({ sender, count }) => ({
            id: sender,
            label: `${sender === '' ? 'Not shown' : sender} (${printCount(count)})`,
          })),
        ]}
      />
      <SelectField
        label="Which way"
        hideLabel
        value={filter.direction ?? 'any'}
        onChange={(direction) => {
          set({ direction: direction === 'any' ? null : direction });
        }}
        options={directions}
      />
      <DayRange value={filter} onChange={set} />
      {isFiltered ? (
        <Button
          variant="quiet"
          icon={<RotateCcw aria-hidden />}
          onPress={() => {
            onFilter(emptyFilter(filter.itemId, filter.entryId));
          }}
        >
          Show all again
        </Button>
      ) : null}
    </div>
  );
}
