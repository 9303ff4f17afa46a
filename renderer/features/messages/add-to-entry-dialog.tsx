import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Entry } from '../../../shared/models/chronology';
import type { MessageKey } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { SearchField } from '../../components/fields';
import { FilterNote } from '../../components/filter-note';
import { FormDialog } from '../../components/form-dialog';
import { Skeleton } from '../../components/parts';

const most = 100;

/** Adds messages to an entry of the chronology that is there already. */
export function AddToEntryDialog({
  caseId,
  words,
  keys,
  onClose,
  onDone,
}: {
  readonly caseId: string;
  /** `12 messages` */
  readonly words: string;
  readonly keys: () => Promise<readonly MessageKey[]>;
  readonly onClose: () => void;
  readonly onDone: (entryId: string) => void;
}) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { data } = useQuery(`add-${caseId}|${search}`, () =>
    call(
      holdfast.chronology.page({ caseId, filter: { text: search }, order: 'newest', offset: 0, limit: most }),
    ).then(({ rows }) => rows),
  );
  const entry = data?.find(({ id }) => id === chosen) ?? null;
  return (
    <FormDialog
      title={`Add ${words} to an entry`}
      submit="Add them"
      ready={() => {
        setMissing(entry === null);
        return entry !== null;
      }}
      work={async () => {
        if (entry === null) return;
        await call(
          holdfast.messages.addToEntry({
            entryId: entry.id,
            version: entry.version,
            keys: [...(await keys())],
          }),
        );
      }}
      onDone={() => {
        if (entry !== null) onDone(entry.id);
      }}
      onClose={onClose}
    >
      <SearchField label="Find the entry" value={search} onChange={setSearch} autoFocus />
      <FilterNote filter={{ text: search, from: null, to: null }} />
      {data === null ? <Skeleton height={160} /> : null}
      {data === null ? null : <EntryChoices entries={data} chosen={chosen} onChoose={setChosen} />}
      {isMissing && entry === null ? (
        <span className="problem" role="alert">
          Choose the entry.
        </span>
      ) : null}
    </FormDialog>
  );
}

function EntryChoices({
  entries,
  chosen,
  onChoose,
}: {
  readonly entries: readonly Entry[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  return (
    <ListBox
      className="entry-choices"
      aria-label="Entries"
      items={entries}
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(selected) => {
        const [key] = selected === 'all' ? [] : [...selected];
        onChoose(key === undefined ? null : String(key));
      }}
      renderEmptyState={() => <p className="quiet">No entry is like that.</p>}
    >
      {({ id, printedDate, title, messageText }) => (
        <ListBoxItem id={id} className="option" textValue={`${printedDate}, ${title}`}>
          <strong>{printedDate}</strong> <span dir="auto">{title}</span>
          {messageText === '' ? null : <div className="quiet small">{messageText}</div>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
