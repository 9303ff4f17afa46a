import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MessageKey } from '../../../shared/models/message';
import { everyEntry } from '../../../shared/models/entry-filter';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import { call, holdfast } from '../../kit/bridge';
import { useQuery, useTurn } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import type { ChronologyView, Route } from '../../kit/navigation';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { Segmented } from '../../components/fields';
import { PageHeader } from '../../components/parts';
import { foundText } from '../../strings/entry-filter';
import { summaryText } from '../../strings/chronology';
import { WithDraft } from '../drafts/with-draft';
import { CoverageView } from './coverage-view';
import { EntriesView } from './entries-view';
import { entryDraftSchema } from './entry-draft';
import { EntryEditor } from './entry-editor';
import { ExportDialog } from './export-dialog';
import { FilterBar } from './filter-bar';
import { ImportDialog } from './import-dialog';
import { NewEntryButton } from './new-entry-button';
import { PatternsView } from './patterns-view';
import { RemovedNotice } from './removed-notice';
import { RegisterView } from './register-view';
import { useDraftEntry } from './use-draft-entry';
import './chronology.css';
import './editor.css';
import './quick-add.css';
import './views.css';

const views: readonly { readonly id: ChronologyView; readonly label: string }[] = [
  { id: 'entries', label: 'Entries' },
  { id: 'patterns', label: 'Patterns' },
  { id: 'coverage', label: 'Coverage' },
  { id: 'register', label: 'People and orders' },
];

/** What happened, in order, and what it shows. The editor opens beside the list; one filter holds in every view. */
export function ChronologyScreen({
  caseId,
  entryId,
  view = 'entries',
  startFilter,
  ...begin
}: {
  readonly caseId: string;
  readonly entryId?: string;
  readonly draftFrom?: readonly string[];
  readonly draftMessages?: readonly MessageKey[];
  readonly beginAs?: Extract<Route, { name: 'chronology' }>['beginAs'];
  readonly quote?: string;
  readonly view?: ChronologyView;
  readonly startFilter?: Partial<EntryFilter>;
}) {
  const { go } = useNavigation();
  const [filter, setFilter] = useState<EntryFilter>({ ...everyEntry, ...startFilter });
  const [dialog, setDialog] = useState<'export' | 'import' | null>(null);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [order, setOrder] = useState<EntryOrder>('oldest');
  const turn = useTurn(['chronology', 'evidence', 'messages']);
  // A filter that comes with a way here holds from then on, until it is changed.
  const [seen, setSeen] = useState(startFilter);
  if (seen !== startFilter) {
    setSeen(startFilter);
    if (startFilter !== undefined) setFilter({ ...everyEntry, ...startFilter });
  }
  const summary = useQuery(`summary-${caseId}|${turn}`, () =>
    call(holdfast.chronology.summary({ caseId, filter: everyEntry })),
  );
  const register = useQuery(`register-${caseId}|${turn}`, () => call(holdfast.register.list({ caseId })));
  const chosen = useQuery(`entry-${entryId ?? 'none'}|${turn}`, () =>
    entryId === undefined ? Promise.resolve(null) : call(holdfast.chronology.get({ id: entryId })),
  );
  const draft = useDraftEntry(begin);
  const entry = entryId === undefined || chosen.data?.id !== entryId ? null : chosen.data;
  const editing = entry !== null || draft.isReady;
  const all = summary.data?.all ?? null;
  const close = (): void => {
    go({ name: 'chronology', caseId });
  };
  const filterBar = (extra: ReactNode, total: number | null): ReactNode => (
    <FilterBar
      extra={extra}
      filter={filter}
      onFilter={setFilter}
      order={view === 'entries' ? order : null}
      onOrder={setOrder}
      register={register.data ?? []}
      found={foundText(total, all)}
    />
  );
  const withFilter = (change: Partial<EntryFilter>): void => {
    setFilter({ ...everyEntry, ...change });
    go({ name: 'chronology', caseId });
  };

  return (
    <div className={`chronology view-${view}`}>
      <PageHeader
        title="Chronology"
        summary={summary.data === null ? ' ' : summaryText(summary.data)}
        actions={
          editing ? undefined : (
            <>
              <Segmented
                label="View"
                value={view}
                onChange={(next) => {
                  go({ name: 'chronology', caseId, view: next });
                }}
                options={views}
              />
              <Button
                icon={<Printer aria-hidden />}
                onPress={() => {
                  setDialog('export');
                }}
              >
                Print or export
              </Button>
              <NewEntryButton
                caseId={caseId}
                onTable={() => {
                  setDialog('import');
                }}
              />
            </>
          )
        }
      />
      <ListAndDetail
        fixed="detail"
        width="minmax(380px, 460px)"
        narrow="detail"
        list={
          <div className="left">
            <Failure code={summary.error} onRetry={summary.reload} />
            <Failure code={draft.error} />
            <Failure code={chosen.error} />
            <RemovedNotice
              caseId={caseId}
              ids={removed}
              onDone={() => {
                setRemoved([]);
              }}
            />
            {view === 'entries' ? (
              <EntriesView
                caseId={caseId}
                filter={filter}
                order={order}
                turn={turn}
                all={all}
                entryId={entryId ?? null}
                isEditing={editing}
                filterBar={filterBar}
                onTable={() => {
                  setDialog('import');
                }}
                onRemoved={setRemoved}
              />
            ) : view === 'patterns' ? (
              <PatternsView caseId={caseId} filter={filter} turn={turn} filterBar={filterBar(null, null)} />
            ) : view === 'coverage' ? (
              <CoverageView caseId={caseId} turn={turn} onFilter={withFilter} />
            ) : (
              <RegisterView caseId={caseId} items={register.data} onFilter={withFilter} />
            )}
          </div>
        }
        detail={
          editing ? (
            <WithDraft
              key={entry?.id ?? `new ${draft.key}`}
              form="entry"
              subject={entry?.id ?? null}
              caseId={caseId}
              schema={entryDraftSchema}
              onClose={close}
            >
              {(resumed, notice) => (
                <EntryEditor
                  caseId={caseId}
                  entry={entry}
                  draft={draft.draft}
                  resumed={resumed}
                  notice={notice}
                  onClose={close}
                  onSaved={close}
                  onRemoved={(id) => {
                    setRemoved([id]);
                    close();
                  }}
                />
              )}
            </WithDraft>
          ) : null
        }
      />
      {dialog === 'export' ? (
        <ExportDialog
          caseId={caseId}
          filter={filter}
          order={order}
          register={register.data ?? []}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'import' ? (
        <ImportDialog
          caseId={caseId}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
    </div>
  );
}
