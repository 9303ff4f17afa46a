import { GridList, useDragAndDrop } from 'react-aria-components';
import { decide } from '../../../shared/domain/bundle/choices';
import { dropRows } from '../../../shared/domain/bundle/contents';
import type { ContentsRow } from '../../../shared/domain/bundle/contents';
import type { FoundItem } from '../../../shared/contract/vault-methods';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { SavedView } from '../../../shared/models/saved-view';
import type { BundleChoices } from '../../../shared/models/leaving';
import { contentsText as words } from '../../strings/bundle';
import { ExhibitLine } from './exhibit-line';
import { placesOf } from './row-places';
import { SectionLine, TypesetLine } from './typeset-line';

interface Props {
  readonly rows: readonly ContentsRow<FoundItem>[];
  /** Entries of the chronology. */
  readonly entries: number;
  readonly views: readonly SavedView[];
  readonly profile: BundleProfile;
  readonly items: readonly FoundItem[];
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
  /** Shows the page on which a part begins, by its key. */
  readonly onShow: (key: string) => void;
}

/**
 * The bundle section by section: each exhibit in, out or still asked about, moved by dragging, with the keyboard or by its menu. Heads
 * of sections are rows of the list, so that something can be let go in a section that is empty.
 */
export function ContentsList(props: Props) {
  const { rows, entries, profile, choices, onChange, onShow } = props;
  const { dragAndDropHooks } = useDragAndDrop({
    // Only this list may take a row back: nothing that is dragged says what it is.
    getItems: (keys) => [...keys].map((key) => ({ 'holdfast-exhibit': String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = new Set([...keys].map(String));
      const place = { key: String(target.key), isAfter: target.dropPosition === 'after' };
      onChange(dropRows(profile, choices, rows, moved, place));
    },
  });
  const shown = rows.filter(({ key }) => key !== 'patterns' || entries > 0);
  return (
    <GridList
      className="rows"
      aria-label={words.list}
      items={shown.map((row) => ({ row, id: row.key }))}
      dependencies={[choices, rows]}
      dragAndDropHooks={dragAndDropHooks}
      onAction={(key) => {
        onShow(String(key));
      }}
    >
      {({ row }) => <Line row={row} {...props} />}
    </GridList>
  );
}

function Line({ row, ...props }: Props & { readonly row: ContentsRow<FoundItem> }) {
  const { rows, entries, views, profile, items, choices, onChange } = props;
  const sections = profile.sections.filter(({ use }) => use === 'items');
  if (row.kind === 'section') return <SectionLine row={row} />;
  if (row.kind === 'typeset')
    return <TypesetLine row={row} entries={entries} views={views} choices={choices} onChange={onChange} />;
  return (
    <ExhibitLine
      row={row}
      hasPlaces={
        items.length > 1 ||
        sections.length > 1 ||
        row.item.redactions > 0 ||
        row.item.document?.what === 'statement'
      }
      rows={choices.rowsOf[row.key] ?? []}
      onRows={(some) => {
        onChange({ ...choices, rowsOf: { ...choices.rowsOf, [row.key]: [...some] } });
      }}
      hasSheet={choices.coverSheets.includes(row.key)}
      isOriginal={choices.unredacted.includes(row.key)}
      places={() => placesOf({ rows, profile, choices }, row)}
      onDecide={(isIn) => {
        onChange(decide(items, choices, [row.key], isIn));
      }}
      onPlace={(place) => {
        onChange(place.choose());
      }}
    />
  );
}
