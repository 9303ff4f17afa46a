import { ChevronDown, ChevronUp, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { channelText } from '../../../shared/domain/channels';
import { actOptions } from '../../../shared/domain/law/act-words';
import { elementOptions } from '../../../shared/domain/law/law-of';
import { behaviours, channels } from '../../../shared/models/chronology';
import { everyEntry } from '../../../shared/models/entry-filter';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import type { RegisterItem } from '../../../shared/models/register';
import { useLaw } from '../../kit/case-law';
import { Button } from '../../components/button';
import { DayRange } from '../../components/day-range';
import { FilterNote } from '../../components/filter-note';
import { CheckboxField, SearchField, Segmented, SelectField } from '../../components/fields';
import { filterWords } from '../../../shared/records/words/filter-words';
import { namesIn } from '../../strings/entry-filter';

const any = 'any';
const answers = (yes: string, no: string) => [
  { id: any, label: 'Either' },
  { id: 'yes', label: yes },
  { id: 'no', label: no },
];
const asAnswer = (value: boolean | null): string => (value === null ? any : value ? 'yes' : 'no');
const fromAnswer = (value: string): boolean | null => (value === any ? null : value === 'yes');

/** Which entries every view shows. The words are in sight; the rest opens below them. */
export function FilterBar({
  filter,
  onFilter,
  order,
  onOrder,
  register,
  found,
  extra,
}: {
  readonly filter: EntryFilter;
  readonly onFilter: (filter: EntryFilter) => void;
  readonly order: EntryOrder | null;
  readonly onOrder: (order: EntryOrder) => void;
  readonly register: readonly RegisterItem[];
  /** `12 of 112`, or empty. */
  readonly found: string;
  readonly extra?: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const law = useLaw();
  const set = (change: Partial<EntryFilter>): void => {
    onFilter({ ...filter, ...change });
  };
  const words = filterWords(filter, namesIn(register), law);
  return (
    <div className="entry-filter" role="search" aria-label="Filter entries">
      <div className="row">
        <SearchField
          label="Filter entries"
          value={filter.text}
          onChange={(text) => {
            set({ text: text.slice(0, 200) });
          }}
          shortcut="/"
        />
        <MoreButton isOpen={isOpen} onOpen={setOpen} />
        {order === null ? null : <OrderChoice order={order} onOrder={onOrder} />}
        <span className="quiet small grow" role="status">
          {found}
        </span>
        {extra}
      </div>
      <FilterNote filter={filter} />
      <ShownWords
        words={words}
        onAll={() => {
          onFilter(everyEntry);
        }}
      />
      {isOpen ? <MoreFilters filter={filter} set={set} register={register} /> : null}
    </div>
  );
}

function MoreButton({
  isOpen,
  onOpen,
}: {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}) {
  return (
    <Button
      variant="quiet"
      icon={isOpen ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
      isExpanded={isOpen}
      onPress={() => {
        onOpen(!isOpen);
      }}
    >
      More filters
    </Button>
  );
}

function OrderChoice({
  order,
  onOrder,
}: {
  readonly order: EntryOrder;
  readonly onOrder: (order: EntryOrder) => void;
}) {
  return (
    <Segmented
      label="Order"
      value={order}
      onChange={onOrder}
      options={[
        { id: 'oldest', label: 'Oldest first' },
        { id: 'newest', label: 'Newest first' },
      ]}
    />
  );
}

/** What is so of an entry, or is not. */
const yesOrNo = [
  { field: 'reported', label: 'Police', options: answers('Reported', 'No report noted') },
  { field: 'approximate', label: 'Date', options: answers('Approximate', 'One day') },
  { field: 'evidence', label: 'Evidence', options: answers('With evidence', 'Without any') },
] as const;

/** What is recorded about an entry, and what it is linked to. */
function FoundBy({
  filter,
  set,
  register,
}: {
  readonly filter: EntryFilter;
  readonly set: (change: Partial<EntryFilter>) => void;
  readonly register: readonly RegisterItem[];
}) {
  const law = useLaw();
  return (
    <>
      {' '}
      {yesOrNo.map(({ field, label, options }) => (
        <SelectField
          key={field}
          label={label}
          value={asAnswer(filter[field])}
          onChange={(value) => {
            set({ [field]: fromAnswer(value) });
          }}
          options={options}
        />
      ))}
      <SelectField
        label="Person, place or order"
        value={filter.registerId ?? any}
        onChange={(id) => {
          set({ registerId: id === any ? null : id });
        }}
        options={[{ id: any, label: 'Any' }, ...register.map(({ id, name }) => ({ id, label: name }))]}
      />
      <SelectField
        label="Speaks to"
        value={filter.element ?? any}
        onChange={(element) => {
          set({ element: element === any ? null : element });
        }}
        options={[{ id: any, label: 'Any or no element' }, ...elementOptions(law, filter.element)]}
      />
      <CheckboxField
        value={filter.inverse}
        onChange={(inverse) => {
          set({ inverse });
        }}
      >
        Show all but these
      </CheckboxField>
    </>
  );
}

/** Everything else an entry can be filtered by. */
function MoreFilters({
  filter,
  set,
  register,
}: {
  readonly filter: EntryFilter;
  readonly set: (change: Partial<EntryFilter>) => void;
  readonly register: readonly RegisterItem[];
}) {
  const law = useLaw();
  return (
    <div className="more">
      <SelectField
        label="Kind"
        value={filter.kind ?? any}
        onChange={(kind) => {
          set({ kind: kind === 'incident' || kind === 'event' ? kind : null });
        }}
        options={[
          { id: any, label: 'Incidents and events' },
          { id: 'incident', label: 'Incidents' },
          { id: 'event', label: 'Background events' },
        ]}
      />
      <SelectField
        label="Act"
        value={filter.acts[0] ?? any}
        onChange={(act) => {
          set({ acts: behaviours.filter((each) => each === act) });
        }}
        options={[{ id: any, label: 'Any or none' }, ...actOptions(law)]}
      />
      <SelectField
        label="How"
        value={filter.channel ?? any}
        onChange={(channel) => {
          set({ channel: channels.find((each) => each === channel) ?? null });
        }}
        options={[
          { id: any, label: 'Any way' },
          ...channels.map((channel) => ({ id: channel, label: channelText(channel) })),
        ]}
      />
      <DayRange value={filter} onChange={set} />
      <FoundBy filter={filter} set={set} register={register} />
    </div>
  );
}

/** What is filtered by, in words. */
function ShownWords({ words, onAll }: { readonly words: readonly string[]; readonly onAll: () => void }) {
  return (
    <>
      {' '}
      {words.length === 0 ? null : (
        <div className="row">
          {words.map((each) => (
            <span key={each} className="chip accent">
              {each}
            </span>
          ))}
          <Button variant="quiet" icon={<RotateCcw aria-hidden />} onPress={onAll}>
            Show all again
          </Button>
        </div>
      )}
    </>
  );
}
