import { useState } from 'react';
import type { MessageFilter, MessageSource } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { PageHeader, Skeleton } from '../../components/parts';
import { VeilButton } from '../../components/picture/veil-button';
import { counted } from '../../strings/counts';
import { ExportList } from './export-list';
import { emptyFilter } from './filter-bar';
import { NoExports } from './no-exports';
import { OfOneEntry } from './of-one-entry';
import { Reading } from './reading';
import './messages.css';

interface BeginWith {
  readonly caseId: string;
  readonly itemId: string | null;
  readonly entryId: string | null;
  /** Words to look for. */
  readonly text: string;
}

function headline(sources: readonly MessageSource[]): string {
  const waiting = sources.filter(({ state }) => state === 'needs-order' || state === 'needs-columns').length;
  const parts = [counted(sources.length, 'export', 'exports')];
  if (waiting > 0) parts.push(`${counted(waiting, 'waits', 'wait')} for an answer of yours`);
  return `${parts.join(', ')}. Every line of each is kept, also what could not be understood.`;
}

/** Messages and calls that came in exports: read, filtered, counted, and made into entries of the chronology. */
export function MessagesScreen({ caseId, itemId, entryId, text }: BeginWith) {
  const { go } = useNavigation();
  const [filter, setFilter] = useState<MessageFilter>(() => ({ ...emptyFilter(itemId, entryId), text }));
  const sources = useSources(caseId);
  const all = sources.data ?? [];
  const chosenId = filter.itemId ?? (entryId === null ? onlyExport(all) : null);
  const choose = (id: string | null): void => {
    setFilter({ ...emptyFilter(id, null), text: filter.text });
    if (entryId !== null) go({ name: 'messages', caseId, ...(id === null ? {} : { itemId: id }) });
  };

  return (
    <div className="messages">
      <PageHeader
        title="Messages"
        summary={all.length === 0 ? ' ' : headline(all)}
        actions={all.length === 0 ? undefined : <VeilButton />}
      />
      <Failure code={sources.error} onRetry={sources.reload} />
      {sources.data === null && sources.error === null ? <Skeleton height={300} /> : null}
      {sources.data?.length === 0 ? (
        <NoExports
          onAdd={() => {
            go({ name: 'evidence', caseId });
          }}
        />
      ) : null}
      {all.length === 0 ? null : (
        <ListAndDetail
          fixed="list"
          width="232px"
          list={<ExportList sources={all} chosen={chosenId} onChoose={choose} />}
          detail={
            <div className="messages-reading">
              {entryId === null || filter.entryId === null ? null : (
                <OfOneEntry caseId={caseId} entryId={entryId} />
              )}
              <Reading
                caseId={caseId}
                chosen={all.find((source) => source.itemId === chosenId) ?? null}
                filter={{ ...filter, itemId: chosenId }}
                onFilter={setFilter}
                version={versionOf(all)}
                onChanged={sources.reload}
              />
            </div>
          }
        />
      )}
    </div>
  );
}

const useSources = (caseId: string) =>
  useQuery(`sources-${caseId}`, () => call(holdfast.messages.sources({ caseId })), ['messages', 'evidence']);

/** One export alone is the whole room. */
function onlyExport([first, ...more]: readonly MessageSource[]): string | null {
  return more.length === 0 ? (first?.itemId ?? null) : null;
}

/** Rows are read again when what they are made of was read again, and not at every file of an import. */
function versionOf(sources: readonly MessageSource[]): string {
  return sources
    .map(({ itemId, state, owner, notes }) => [itemId, state, owner, notes?.order].join(' '))
    .join('|');
}
