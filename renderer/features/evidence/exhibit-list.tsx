import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { GridLayout, GridList, GridListItem, ListLayout, Size, Virtualizer } from 'react-aria-components';
import type { Selection } from 'react-aria-components';
import type { UiOutput } from '../../../shared/contract/ui-methods';
import { factName } from '../../../shared/domain/facts/fact-names';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { SameAs } from '../../../shared/models/likeness';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useVeil } from '../../components/picture/veil';
import { printBestDate } from '../../strings/dates';
import { otherRefs } from '../../strings/exhibits';
import { exhibitList } from '../../strings/evidence';
import type { ExhibitView } from './exhibit-filter-bar';
import { ItemFlags, ItemTile, SelectTick } from './item-tile';

const gridOptions = {
  minItemSize: new Size(188, 252),
  maxItemSize: new Size(280, 252),
  minSpace: new Size(12, 12),
};

/** The exhibits, as tiles or as lines, to be opened or selected. */
export function ExhibitList({
  caseId,
  items,
  view,
  selected,
  onSelect,
}: {
  readonly caseId: string;
  readonly items: UiOutput<'evidence.list'>;
  readonly view: ExhibitView;
  readonly selected: Selection;
  readonly onSelect: (selected: Selection) => void;
}) {
  const { go } = useNavigation();
  const { veiled } = useVeil();
  const alike = useQuery(`same-as-${caseId}`, () => call(holdfast.likeness.sameAs({ caseId })), ['likeness']);
  const same = useMemo(
    () => new Map((alike.data ?? []).map(({ itemId, others }) => [itemId, others])),
    [alike.data],
  );
  return (
    <Tiles view={view}>
      <GridList
        className="grid"
        aria-label={exhibitList.label}
        layout={view === 'grid' ? 'grid' : 'stack'}
        items={items}
        dependencies={[veiled, same]}
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={onSelect}
        onAction={(key) => {
          go({ name: 'evidence-item', caseId, itemId: String(key) });
        }}
        renderEmptyState={() => <p className="quiet">{exhibitList.none}</p>}
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
        <div className="one-line quiet small">{otherRefs(item)}</div>
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
