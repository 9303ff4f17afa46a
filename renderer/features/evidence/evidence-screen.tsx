import { Eye, EyeOff, FilePlus2, FolderPlus, Images, LayoutGrid, List, MapPinned } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { GridLayout, GridList, GridListItem, ListLayout, Size, Virtualizer } from 'react-aria-components';
import type { Selection } from 'react-aria-components';
import type { UiInput, UiOutput } from '../../../shared/contract/ui-methods';
import { factName } from '../../../shared/domain/facts/fact-names';
import { wantedWords } from '../../../shared/domain/text/searchable';
import { evidenceKinds } from '../../../shared/models/evidence';
import type { EvidenceItem, EvidenceKind } from '../../../shared/models/evidence';
import type { SameAs } from '../../../shared/models/likeness';
import { call, holdfast } from '../../kit/bridge';
import { useJobs, useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { SearchField, Segmented, SelectField } from '../../components/fields';
import { EmptyState, Notice, PageHeader, Skeleton } from '../../components/parts';
import { printBestDate } from '../../strings/dates';
import { formerlyText } from '../../strings/exhibits';
import { notLookedForText } from '../../strings/entry-filter';
import { kindWords } from '../../strings/kinds';
import { HandoverDialog } from '../continuity/handover-dialog';
import { ProducerPicker } from '../exhibits/producer-picker';
import { SelectionBar } from '../exhibits/selection-bar';
import { SharedReferencesNotice } from '../exhibits/shared-references';
import { SayWhereDialog } from '../provenance/say-where-dialog';
import { LikenessNotice } from '../likeness/likeness-notice';
import { ImportReport } from './import-report';
import { InterruptedImports } from './interrupted-imports';
import { ItemFlags, ItemTile, SelectTick } from './item-tile';
import { useVeil } from '../../components/picture/veil';
import './evidence.css';

type Filter = NonNullable<UiInput<'evidence.list'>['filter']>;
const filters: readonly { readonly id: Filter; readonly label: string }[] = [
  { id: 'all', label: 'All evidence' },
  { id: 'conflicts', label: 'Dates that disagree' },
  { id: 'undated', label: 'No reliable date' },
  { id: 'uncited', label: 'Not in an entry yet' },
  { id: 'no-preview', label: 'Cannot be shown' },
  { id: 'edited', label: 'Traces of editing' },
  { id: 'no-provenance', label: 'Nobody has said where it came from' },
];

/** The kinds that the case has, so that none of them shows an empty list. */
function kindOptions(
  here: readonly EvidenceKind[],
): readonly { readonly id: EvidenceKind | 'all'; readonly label: string }[] {
  return [
    { id: 'all', label: 'Every kind' },
    ...evidenceKinds
      .filter((kind) => here.includes(kind))
      .map((kind) => ({ id: kind, label: kindWords[kind] })),
  ];
}

const gridOptions = {
  minItemSize: new Size(188, 252),
  maxItemSize: new Size(280, 252),
  minSpace: new Size(12, 12),
};

function summaryOf({ items, conflicts }: UiOutput<'evidence.summary'>): string {
  const parts = [`${items} ${items === 1 ? 'exhibit' : 'exhibits'}`];
  if (conflicts > 0) parts.push(`${conflicts} with dates that disagree`);
  return `${parts.join(', ')}. Originals are kept unchanged.`;
}

/** Everything the client handed over, and the way to add more. */
export function EvidenceScreen({
  caseId,
  form,
}: {
  readonly caseId: string;
  /** A form to open at once, with what was being typed in it. */
  readonly form?: 'handover';
}) {
  const { go } = useNavigation();
  const { veiled, setVeiled } = useVeil();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [kind, setKind] = useState<EvidenceKind | 'all'>('all');
  const [sort, setSort] = useState<'date' | 'exhibit'>('date');
  const [view, setView] = useState<'grid' | 'list'>('grid');
  const [selected, setSelected] = useState<Selection>(new Set());
  const [over, setOver] = useState(false);
  const [isResuming, setResuming] = useState(form === 'handover');
  const [saying, setSaying] = useState(false);
  const [said, setSaid] = useState<number | null>(null);
  const act = useAct({ inTurn: true });
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const jobs = useJobs();
  const { data, error, reload } = useQuery(
    `evidence-${caseId}|${search}|${filter}|${kind}|${sort}`,
    () => call(holdfast.evidence.list({ caseId, search, filter, sort, ...(kind === 'all' ? {} : { kind }) })),
    search === '' ? ['evidence', 'chronology'] : ['evidence', 'chronology', 'text'],
  );
  const all = useQuery(`evidence-all-${caseId}`, () => call(holdfast.evidence.summary({ caseId })), [
    'evidence',
  ]);
  const alike = useQuery(`same-as-${caseId}`, () => call(holdfast.likeness.sameAs({ caseId })), ['likeness']);
  const same = useMemo(
    () => new Map((alike.data ?? []).map(({ itemId, others }) => [itemId, others])),
    [alike.data],
  );
  const lastImport = jobs.findLast(
    (job) => job.kind === 'import' && job.caseId === caseId && job.state !== 'running',
  );
  const chosen = selected === 'all' ? (data ?? []).map(({ id }) => id) : [...selected].map(String);

  const addFiles = (): void => {
    act.run(() => call(holdfast.evidence.pickFiles({ caseId })));
  };
  const addFolder = (): void => {
    act.run(() => call(holdfast.evidence.pickFolder({ caseId })));
  };

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) act.run(() => call(holdfast.drops.importFiles(caseId, files)));
  }

  const isEmpty = all.data?.items === 0;
  const words = wantedWords(search);

  return (
    <div className="evidence">
      <PageHeader
        title="Evidence"
        summary={all.data === null ? ' ' : summaryOf(all.data)}
        actions={
          <>
            <ProducerPicker caseId={caseId} />
            <Button
              variant="quiet"
              onPress={() => {
                go({ name: 'likeness', caseId });
              }}
            >
              Copies and conversations
            </Button>
            <Button icon={<FolderPlus aria-hidden />} onPress={addFolder}>
              Add a folder
            </Button>
            <Button variant="primary" icon={<FilePlus2 aria-hidden />} onPress={addFiles}>
              Add files
            </Button>
          </>
        }
      />
      <Failure code={error} onRetry={reload} />
      <Failure code={act.error} />
      <InterruptedImports caseId={caseId} />
      {isResuming ? (
        <HandoverDialog
          caseId={caseId}
          itemIds={[]}
          corrects={null}
          onDone={() => {
            setResuming(false);
          }}
          onClose={() => {
            setResuming(false);
          }}
        />
      ) : null}
      {said === null ? null : (
        <Notice
          tone="green"
          title={`Where ${said === 1 ? '1 exhibit' : `${said} exhibits`} came from is on record.`}
          actions={
            <Button
              onPress={() => {
                setSaid(null);
              }}
            >
              Close
            </Button>
          }
        />
      )}
      {saying && chosen.length > 0 ? (
        <SayWhereDialog
          ids={chosen}
          onDone={(changed) => {
            setSaying(false);
            setSaid(changed);
            setSelected(new Set());
            reload();
          }}
          onClose={() => {
            setSaying(false);
          }}
        />
      ) : null}
      {lastImport === undefined || dismissed.includes(lastImport.id) ? null : (
        <ImportReport
          key={lastImport.id}
          jobId={lastImport.id}
          onDismiss={() => {
            setDismissed((before) => [...before, lastImport.id]);
          }}
        />
      )}
      <SharedReferencesNotice caseId={caseId} />
      <LikenessNotice caseId={caseId} />
      <div
        className="dropzone"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={(event) => {
          if (event.currentTarget === event.target) setOver(false);
        }}
        onDrop={drop}
      >
        {over ? <div className="over">Let go to add to this case</div> : null}
        {isEmpty ? (
          <EmptyState
            icon={<Images />}
            title="Add what the client handed over"
            actions={
              <>
                <Button variant="primary" icon={<FilePlus2 aria-hidden />} onPress={addFiles}>
                  Add files
                </Button>
                <Button icon={<FolderPlus aria-hidden />} onPress={addFolder}>
                  Add a folder
                </Button>
              </>
            }
          >
            Screenshots, photos, PDFs, anything. Drop files or folders here too. Each is copied in unchanged,
            encrypted, and its dates are read: where they come from is always shown.
          </EmptyState>
        ) : (
          <>
            <div className="row" style={{ marginBottom: 12 }}>
              <SearchField
                label="Filter by words or reference"
                value={search}
                onChange={setSearch}
                shortcut="/"
              />
              <SelectField label="Show" hideLabel options={filters} value={filter} onChange={setFilter} />
              <SelectField
                label="Kind"
                hideLabel
                options={kindOptions(all.data?.kinds ?? [])}
                value={kind}
                onChange={setKind}
              />
              <Segmented
                label="Order"
                value={sort}
                onChange={setSort}
                options={[
                  { id: 'date', label: 'By date' },
                  { id: 'exhibit', label: 'By number' },
                ]}
              />
              <Segmented
                label="View"
                value={view}
                onChange={setView}
                options={[
                  { id: 'grid', label: 'Grid', icon: <LayoutGrid size={15} aria-hidden /> },
                  { id: 'list', label: 'List', icon: <List size={15} aria-hidden /> },
                ]}
              />
              <Button
                variant="quiet"
                icon={veiled ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
                onPress={() => {
                  setVeiled(!veiled);
                }}
              >
                {veiled ? 'Show pictures' : 'Blur pictures'}
              </Button>
              {chosen.length === 0 ? null : (
                <Button
                  icon={<MapPinned aria-hidden />}
                  onPress={() => {
                    setSaying(true);
                  }}
                >
                  Say where {chosen.length === 1 ? 'it' : `these ${chosen.length}`} came from
                </Button>
              )}
            </div>
            {words.kind === 'unreadable' ? (
              <p className="small filter-note" role="status">
                {notLookedForText(words.parts)} in the text of exhibits: only titles, file names and
                references were looked through.
              </p>
            ) : null}
            {chosen.length === 0 ? null : <SelectionBar caseId={caseId} itemIds={chosen} />}
            {data === null && error === null ? <Skeleton height={300} /> : null}
            {data === null ? null : (
              <Tiles view={view}>
                <GridList
                  className="grid"
                  aria-label="Exhibits"
                  layout={view === 'grid' ? 'grid' : 'stack'}
                  items={data}
                  dependencies={[veiled, same]}
                  selectionMode="multiple"
                  selectedKeys={selected}
                  onSelectionChange={setSelected}
                  onAction={(key) => {
                    go({ name: 'evidence-item', caseId, itemId: String(key) });
                  }}
                  renderEmptyState={() => <p className="quiet">No exhibit is like that.</p>}
                >
                  {(item) => (
                    <GridListItem
                      className={view === 'grid' ? 'tile' : 'list-row'}
                      id={item.id}
                      textValue={`${item.exhibitRef} ${item.title}, ${printBestDate(item.bestDate)}`}
                    >
                      {view === 'grid' ? (
                        <ItemTile item={item} veiled={veiled} same={same.get(item.id) ?? []} />
                      ) : (
                        <ListRow item={item} same={same.get(item.id) ?? []} />
                      )}
                    </GridListItem>
                  )}
                </GridList>
              </Tiles>
            )}
          </>
        )}
      </div>
    </div>
  );
}

const listOptions = { rowHeight: 56 };

/**
 * Only what is on the screen is drawn, however many exhibits there are. Each view is a list of its own, as its key says:
 * the library's layouts differ in the hooks they call, so that none can take the place of another in a list that is drawn.
 */
function Tiles({ view, children }: { readonly view: 'grid' | 'list'; readonly children: ReactNode }) {
  return view === 'grid' ? (
    <Virtualizer key="grid" layout={GridLayout} layoutOptions={gridOptions}>
      {children}
    </Virtualizer>
  ) : (
    <Virtualizer key="list" layout={ListLayout} layoutOptions={listOptions}>
      {children}
    </Virtualizer>
  );
}

function ListRow({ item, same }: { readonly item: EvidenceItem; readonly same: SameAs['others'] }) {
  return (
    <>
      <SelectTick />
      <div className="one-line">
        <strong>{item.exhibitRef}</strong>
        <div className="one-line quiet small">
          {[item.policeRef, formerlyText(item.formerRefs)].filter((text) => text !== '').join(', ')}
        </div>
      </div>
      <div className="one-line" dir="auto">
        {item.title}
        <div className="one-line quiet small">{item.fileName}</div>
      </div>
      <div className="one-line">
        {printBestDate(item.bestDate)}
        <div className="one-line quiet small">{item.bestDate === null ? '' : factName(item.bestDate)}</div>
      </div>
      <div className="row">
        <ItemFlags item={item} same={same} />
      </div>
    </>
  );
}
