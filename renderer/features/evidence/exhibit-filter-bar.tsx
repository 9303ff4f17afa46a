import { LayoutGrid, List } from 'lucide-react';
import type { ReactNode } from 'react';
import { wantedWords } from '../../../shared/domain/text/searchable';
import type { EvidenceKind } from '../../../shared/models/evidence';
import { SearchField, Segmented, SelectField } from '../../components/fields';
import { VeilButton } from '../../components/picture/veil-button';
import { notLookedForText } from '../../strings/entry-filter';
import { exhibitFilters, exhibitOrders, filterExhibits, kindOptions } from '../../strings/evidence';
import type { ExhibitChoice } from './use-exhibits';

/** How exhibits are laid out. */
export type ExhibitView = 'grid' | 'list';

/** Which exhibits are shown, and how. */
export function ExhibitFilterBar({
  choice: { search, filter, kind, sort },
  choose,
  kinds,
  view,
  onView,
  extra,
}: {
  readonly choice: ExhibitChoice;
  readonly choose: (change: Partial<ExhibitChoice>) => void;
  /** Those that the case has. */
  readonly kinds: readonly EvidenceKind[];
  readonly view: ExhibitView;
  readonly onView: (view: ExhibitView) => void;
  /** Beside the rest. */
  readonly extra: ReactNode;
}) {
  const set =
    <K extends keyof ExhibitChoice>(key: K) =>
    (value: ExhibitChoice[K]): void => {
      choose({ [key]: value });
    };
  return (
    <>
      <div className="row" style={{ marginBottom: 12 }}>
        <SearchField label={filterExhibits.search} value={search} onChange={set('search')} shortcut="/" />
        <SelectField
          label={filterExhibits.show}
          hideLabel
          options={exhibitFilters}
          value={filter}
          onChange={set('filter')}
        />
        <SelectField
          label={filterExhibits.kind}
          hideLabel
          options={kindOptions(kinds)}
          value={kind}
          onChange={set('kind')}
        />
        <Segmented label={filterExhibits.order} value={sort} onChange={set('sort')} options={exhibitOrders} />
        <Segmented
          label={filterExhibits.view}
          value={view}
          onChange={onView}
          options={[
            { id: 'grid', label: filterExhibits.grid, icon: <LayoutGrid size={15} aria-hidden /> },
            { id: 'list', label: filterExhibits.list, icon: <List size={15} aria-hidden /> },
          ]}
        />
        <VeilButton variant="quiet" />
        {extra}
      </div>
      <NotInText search={search} />
    </>
  );
}

/** Says what could not be looked for in the text of exhibits. */
function NotInText({ search }: { readonly search: string }) {
  const words = wantedWords(search);
  if (words.kind !== 'unreadable') return null;
  return (
    <p className="small filter-note" role="status">
      {filterExhibits.notInText(notLookedForText(words.parts))}
    </p>
  );
}
