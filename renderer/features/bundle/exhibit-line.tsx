import { paperName, paperRef } from '../../../shared/domain/paper-name';
import { hasPages } from '../../../shared/domain/bundle/has-pages';
import { Check, Ellipsis, GripVertical } from 'lucide-react';
import { Button, Checkbox, GridListItem, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ExhibitRow } from '../../../shared/domain/bundle/contents';
import type { Rows } from '../../../shared/domain/bundle/row-list';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { Chip } from '../../components/parts';
import { documentChip, fileDate } from '../../strings/documents';
import { contentsText as words } from '../../strings/bundle';
import { PartOfIt } from './part-of-it';
import type { RowPlace } from './row-places';

interface Props {
  readonly row: ExhibitRow<EvidenceItem>;
  /** Its original is shown although there is a redacted copy. */
  readonly isOriginal: boolean;
  /** Which of its messages are printed; empty for all of them. */
  readonly rows: readonly Rows[];
  readonly onRows: (rows: readonly Rows[]) => void;
  /** A cover sheet stands before it. */
  readonly hasSheet: boolean;
  /** There is somewhere else where it can go, another copy, or a cover sheet. */
  readonly hasPlaces: boolean;
  /** Where that is; asked once its menu is opened, because there may be thousands of rows. */
  readonly places: () => readonly RowPlace[];
  readonly onDecide: (isIn: boolean) => void;
  readonly onPlace: (place: RowPlace) => void;
}

/** An exhibit of the bundle: in, out or still asked about. */
export function ExhibitLine(props: Props) {
  const { row, onDecide } = props;
  const { item, decision, label } = row;
  const name = paperName(item);
  const ref = paperRef(item);
  const isReady = hasPages(item);
  return (
    <GridListItem
      className={`docrow${decision === true ? '' : ' out'}`}
      id={item.id}
      textValue={ref === null ? item.title : `${ref} ${item.title}`}
    >
      <Button slot="drag" className="grip" aria-label={words.move(name)}>
        <GripVertical size={16} aria-hidden />
      </Button>
      <Checkbox
        className="check"
        aria-label={words.show(name)}
        isSelected={decision === true}
        isIndeterminate={decision === null && isReady}
        isDisabled={!isReady}
        onChange={onDecide}
      >
        <span className="tick" aria-hidden>
          <Check strokeWidth={3} />
        </span>
      </Checkbox>
      <div className="wrap-anywhere" dir="auto">
        {ref === null ? null : <strong>{ref}</strong>} {item.title}{' '}
        <span className="quiet small">{fileDate(item)}</span> <Remarks {...props} />
      </div>
      <span className="at-end">
        <span className="quiet num">{label}</span>
        <PlaceMenu {...props} />
      </span>
    </GridListItem>
  );
}

/** What is to be known of it, in two or three words each. */
function Remarks(props: Props) {
  const { row, onDecide } = props;
  const { item, decision, leftOut } = row;
  const isReady = hasPages(item);
  return (
    <>
      {item.document === null ? null : <Chip>{documentChip[item.document.what]}</Chip>}
      {item.dateConflict && item.document === null ? <Chip tone="amber">{words.datesDisagree}</Chip> : null}
      {isReady ? null : <Chip>{words.nothingToShow}</Chip>}
      {isReady && decision === false ? <Chip>{words.isOut}</Chip> : null}
      {decision === true ? <AsPrinted {...props} /> : null}
      {leftOut === null ? null : <Chip tone="amber">{words.hasNoPages(leftOut)}</Chip>}
      {isReady && decision === null ? (
        <span className="in-or-out">
          <Chip tone="amber">{words.inOrOut}</Chip>
          <Button
            className="btn quiet"
            aria-label={words.putInOf(paperName(item))}
            onPress={() => {
              onDecide(true);
            }}
          >
            {words.putIn}
          </Button>
          <Button
            className="btn quiet"
            aria-label={words.takeOutOf(paperName(item))}
            onPress={() => {
              onDecide(false);
            }}
          >
            {words.takeOut}
          </Button>
        </span>
      ) : null}
    </>
  );
}

/** How it is printed, where that is to be known. */
function AsPrinted({ row: { item }, isOriginal, hasSheet, rows, onRows }: Props) {
  return (
    <>
      {item.kind === 'messages' ? <PartOfIt item={item} rows={rows} onRows={onRows} /> : null}
      {item.redactions > 0 ? (
        <Chip tone={isOriginal ? 'amber' : 'neutral'}>
          {isOriginal ? words.asOriginal : words.asRedacted}
        </Chip>
      ) : null}
      {hasSheet ? <Chip>{words.withSheet}</Chip> : null}
    </>
  );
}

function PlaceMenu(props: Props) {
  const { row, hasPlaces } = props;
  if (!hasPlaces) return null;
  return (
    <MenuTrigger>
      <Button className="grip" aria-label={words.more(paperName(row.item))}>
        <Ellipsis size={16} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Places {...props} />
      </Popover>
    </MenuTrigger>
  );
}

function Places({ row, places, onPlace }: Props) {
  const all = places();
  return (
    <Menu
      className="menu"
      aria-label={words.more(paperName(row.item))}
      items={all}
      onAction={(id) => {
        const place = all.find((each) => each.id === id);
        if (place !== undefined) onPlace(place);
      }}
    >
      {({ id, label }) => (
        <MenuItem className="option" id={id}>
          {label}
        </MenuItem>
      )}
    </Menu>
  );
}
