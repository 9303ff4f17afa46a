import { CalendarPlus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { Entry, NewEntry } from '../../../shared/models/chronology';
import type { MessageKey } from '../../../shared/models/message';
import { call, holdfast } from '../../app/bridge';
import { useQuery } from '../../app/hooks';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { SearchField, Segmented } from '../../components/fields';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { WithDraft } from '../drafts/with-draft';
import { entryDraftSchema } from './entry-draft';
import { EntryEditor } from './entry-editor';
import { EntryRow } from './entry-row';
import { silences } from './silences';
import { WeeksChart } from './weeks-chart';
import './chronology.css';

function summaryOf(entries: readonly Entry[]): string {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return ' ';
  const approximate = entries.filter((entry) => entry.approximate).length;
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`;
  const range =
    entries.length === 1 ? first.printedDate : `the first ${first.printedDate}, the last ${last.printedDate}`;
  const doubt =
    approximate === 0 ? '' : ` ${approximate} ${approximate === 1 ? 'date is' : 'dates are'} approximate.`;
  return `${count}: ${range}.${doubt}`;
}

/** What happened, in order. The editor opens beside the list. */
export function ChronologyScreen({
  caseId,
  entryId,
  draftFrom,
  draftMessages,
  quote,
}: {
  readonly caseId: string;
  readonly entryId?: string;
  readonly draftFrom?: readonly string[];
  readonly draftMessages?: readonly MessageKey[];
  readonly quote?: string;
}) {
  const { go } = useNavigation();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<'oldest' | 'newest'>('oldest');
  const { data, error, reload } = useQuery(
    `chronology-${caseId}`,
    () => call(holdfast.chronology.list({ caseId })),
    ['chronology', 'evidence'],
  );
  const draftKey =
    draftMessages === undefined
      ? (draftFrom?.join(' ') ?? 'none')
      : draftMessages.map(({ itemId, position }) => `${itemId} ${position}`).join('|');
  const draft = useQuery(`draft-${draftKey}`, (): Promise<NewEntry | null> => {
    if (draftMessages !== undefined) return call(holdfast.messages.draft({ keys: [...draftMessages] }));
    return draftFrom === undefined || draftFrom.length === 0
      ? Promise.resolve(null)
      : call(holdfast.chronology.draftFromEvidence({ itemIds: [...draftFrom] }));
  });
  const gaps = useMemo(() => silences(data ?? []), [data]);
  const wanted = search.trim().toLocaleLowerCase('en-GB');
  const found = (data ?? []).filter(
    (entry) =>
      wanted === '' ||
      [
        entry.title,
        entry.description,
        entry.quote,
        entry.place,
        entry.printedDate,
        entry.messageText,
        ...entry.exhibits.map(({ exhibitRef }) => exhibitRef),
      ].some((text) => text.toLocaleLowerCase('en-GB').includes(wanted)),
  );
  const shown = order === 'oldest' ? found : [...found].reverse();
  const chosen = data?.find(({ id }) => id === entryId) ?? null;
  const draftReady =
    (draftFrom !== undefined && draftFrom.length === 0) ||
    ((draftFrom !== undefined || draftMessages !== undefined) && draft.data !== null);
  const editing = chosen !== null || draftReady;
  const close = (): void => {
    go({ name: 'chronology', caseId });
  };
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onPress={() => {
        go({ name: 'chronology', caseId, draftFrom: [] });
      }}
    >
      New entry
    </Button>
  );

  return (
    <div className={`chronology${editing ? ' editing' : ''}`}>
      <PageHeader
        title="Chronology"
        summary={data === null ? ' ' : summaryOf(data)}
        actions={editing ? undefined : add}
      />
      <div className="left">
        {error === null ? null : <Failure code={error} onRetry={reload} />}
        {draft.error === null ? null : <Failure code={draft.error} />}
        {data === null && error === null ? <Skeleton height={300} /> : null}
        {data?.length === 0 && !editing ? (
          <EmptyState icon={<CalendarPlus />} title="Put what happened in order" actions={add}>
            One entry for each thing that happened: when, as exactly as it is known and no more; what, in the
            client’s words; and the evidence for it. You can also choose exhibits and make an entry from them.
          </EmptyState>
        ) : null}
        {data === null || data.length === 0 ? null : (
          <>
            <WeeksChart entries={data} />
            <div className="row">
              <SearchField label="Filter entries" value={search} onChange={setSearch} shortcut="/" />
              <Segmented
                label="Order"
                value={order}
                onChange={setOrder}
                options={[
                  { id: 'oldest', label: 'Oldest first' },
                  { id: 'newest', label: 'Newest first' },
                ]}
              />
              <span className="quiet small" role="status">
                {wanted === '' ? '' : `${found.length} of ${data.length}`}
              </span>
            </div>
            <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 120 }}>
              <GridList
                className="entries"
                aria-label="Entries"
                items={shown}
                dependencies={[gaps, entryId]}
                onAction={(key) => {
                  go({ name: 'chronology', caseId, entryId: String(key) });
                }}
                renderEmptyState={() => (
                  <p className="quiet" style={{ padding: 16 }}>
                    No entry is like that.
                  </p>
                )}
              >
                {(entry) => (
                  <GridListItem
                    className={entry.id === entryId ? 'entry chosen' : 'entry'}
                    id={entry.id}
                    textValue={`${entry.printedDate}, ${entry.title}`}
                  >
                    <EntryRow entry={entry} silence={wanted === '' ? (gaps.get(entry.id) ?? null) : null} />
                  </GridListItem>
                )}
              </GridList>
            </Virtualizer>
          </>
        )}
      </div>
      {editing ? (
        <WithDraft
          key={chosen?.id ?? `new ${draftKey}`}
          form="entry"
          subject={chosen?.id ?? null}
          caseId={caseId}
          schema={entryDraftSchema}
          onClose={close}
        >
          {(resumed, notice) => (
            <EntryEditor
              caseId={caseId}
              entry={chosen}
              draft={draft.data === null || quote === undefined ? draft.data : { ...draft.data, quote }}
              resumed={resumed}
              notice={notice}
              onClose={close}
              onSaved={() => {
                reload();
                close();
              }}
            />
          )}
        </WithDraft>
      ) : null}
    </div>
  );
}
