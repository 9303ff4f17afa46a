import { Eye, EyeOff, ListFilter, MessagesSquare, Plus } from 'lucide-react';
import { useState } from 'react';
import type { MessageFilter, MessageSource } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { EmptyState, Notice, PageHeader, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { useVeil } from '../../components/picture/veil';
import { ExportBar } from './export-bar';
import { ExportList } from './export-list';
import { FilterBar, emptyFilter } from './filter-bar';
import { Rows } from './rows';
import './messages.css';

function headline(sources: readonly MessageSource[]): string {
  const waiting = sources.filter(({ state }) => state === 'needs-order' || state === 'needs-columns').length;
  const parts = [counted(sources.length, 'export', 'exports')];
  if (waiting > 0) parts.push(`${counted(waiting, 'waits', 'wait')} for an answer of yours`);
  return `${parts.join(', ')}. Every line of each is kept, also what could not be understood.`;
}

/** Messages and calls that came in exports: read, filtered, counted, and made into entries of the chronology. */
export function MessagesScreen({
  caseId,
  itemId,
  entryId,
  text,
}: {
  readonly caseId: string;
  readonly itemId: string | null;
  readonly entryId: string | null;
  /** Words to begin with. */
  readonly text: string;
}) {
  const { go } = useNavigation();
  const { veiled, setVeiled } = useVeil();
  const [filter, setFilter] = useState<MessageFilter>(() => ({ ...emptyFilter(itemId, entryId), text }));
  const sources = useQuery(`sources-${caseId}`, () => call(holdfast.messages.sources({ caseId })), [
    'messages',
    'evidence',
  ]);
  const all = sources.data ?? [];
  // One export alone is the whole room.
  const only = all.length === 1 ? (all[0]?.itemId ?? null) : null;
  const chosenId = filter.itemId ?? (entryId === null ? only : null);
  const chosen = all.find((source) => source.itemId === chosenId) ?? null;
  const shown: MessageFilter = { ...filter, itemId: chosenId };
  // Rows are read again when what they are made of was read again, and not at every file of an import.
  const version = all
    .map(({ itemId: id, state, owner, notes }) => [id, state, owner, notes?.order].join(' '))
    .join('|');
  const whole = useQuery(`senders-${chosenId ?? caseId}|${version}`, () =>
    call(holdfast.messages.summary({ caseId, filter: emptyFilter(chosenId, null) })),
  );
  const evidence = (): void => {
    go({ name: 'evidence', caseId });
  };

  return (
    <div className="messages">
      <PageHeader
        title="Messages"
        summary={all.length === 0 ? ' ' : headline(all)}
        actions={
          all.length === 0 ? undefined : (
            <Button
              icon={veiled ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
              onPress={() => {
                setVeiled(!veiled);
              }}
            >
              {veiled ? 'Show pictures' : 'Blur pictures'}
            </Button>
          )
        }
      />
      <Failure code={sources.error} onRetry={sources.reload} />
      {sources.data === null && sources.error === null ? <Skeleton height={300} /> : null}
      {sources.data?.length === 0 ? (
        <EmptyState
          icon={<MessagesSquare />}
          title="Read what was written, and who rang"
          actions={
            <Button variant="primary" icon={<Plus aria-hidden />} onPress={evidence}>
              Add files
            </Button>
          }
        >
          <p>
            Whole conversations can be read here, counted and put into the chronology. Add them in Evidence
            like any other file:
          </p>
          <ul className="plain left">
            <li>a chat exported from WhatsApp, with or without its pictures (the zip, or the text in it)</li>
            <li>a backup of texts and calls made with SMS Backup &amp; Restore (XML)</li>
            <li>a list of calls or a phone bill as a table (CSV)</li>
          </ul>
        </EmptyState>
      ) : null}
      {all.length === 0 ? null : (
        <ListAndDetail
          fixed="list"
          width="232px"
          list={
            <ExportList
              sources={all}
              chosen={chosenId}
              onChoose={(id) => {
                setFilter({ ...emptyFilter(id, null), text: filter.text });
                if (entryId !== null)
                  go({ name: 'messages', caseId, ...(id === null ? {} : { itemId: id }) });
              }}
            />
          }
          detail={
            <div className="messages-reading">
              {entryId === null || filter.entryId === null ? null : (
                <Notice
                  title="Only what one entry of the chronology stands on"
                  actions={
                    <>
                      <Button
                        onPress={() => {
                          go({ name: 'chronology', caseId, entryId });
                        }}
                      >
                        Back to the entry
                      </Button>
                      <Button
                        icon={<ListFilter aria-hidden />}
                        onPress={() => {
                          go({ name: 'messages', caseId });
                        }}
                      >
                        Show all messages
                      </Button>
                    </>
                  }
                />
              )}
              {chosen === null ? null : (
                <ExportBar source={chosen} senders={whole.data?.senders ?? []} onChanged={sources.reload} />
              )}
              {chosen !== null &&
              chosen.state !== 'read' &&
              chosen.counts.message + chosen.counts.call === 0 ? null : (
                <>
                  <FilterBar filter={shown} onFilter={setFilter} senders={whole.data?.senders ?? []} />
                  <Rows
                    key={JSON.stringify(shown)}
                    caseId={caseId}
                    filter={shown}
                    version={version}
                    veiled={veiled}
                    showRef={chosenId === null}
                  />
                </>
              )}
            </div>
          }
        />
      )}
    </div>
  );
}
