import { Check, GripVertical } from 'lucide-react';
import { Button, Checkbox, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { BundlePlan } from '../../../shared/models/bundle';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { Chip } from '../../components/parts';
import { printBestDate } from '../../strings/dates';

/** The exhibits in the order of the bundle: each in, out or still asked about; moved by dragging or with the keyboard. */
export function ContentsList({
  items,
  decisionOf,
  decisions,
  plan,
  onMove,
  onDecide,
}: {
  readonly items: readonly EvidenceItem[];
  /** Whether an exhibit goes in; null where nobody has said. */
  readonly decisionOf: (id: string) => boolean | null;
  /** Another one whenever a decision is. */
  readonly decisions: object;
  readonly plan: BundlePlan | null;
  readonly onMove: (ids: readonly string[]) => void;
  readonly onDecide: (id: string, isIn: boolean) => void;
}) {
  const order = items.map(({ id }) => id);
  const { dragAndDropHooks } = useDragAndDrop({
    // Only this list may take a row back: nothing that is dragged says what it is.
    getItems: (keys) => [...keys].map((key) => ({ 'holdfast-exhibit': String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = order.filter((id) => keys.has(id));
      const rest = order.filter((id) => !keys.has(id));
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      onMove([...rest.slice(0, at), ...moved, ...rest.slice(at)]);
    },
  });
  const pageOf = (id: string): number | null =>
    plan?.rows.find(({ itemId }) => itemId === id)?.firstPage ?? null;
  return (
    <GridList
      className="rows"
      aria-label="Exhibits in the bundle"
      items={items.map((item) => ({
        item,
        page: pageOf(item.id),
        decision: decisionOf(item.id),
        id: item.id,
      }))}
      dependencies={[decisions, plan]}
      dragAndDropHooks={dragAndDropHooks}
    >
      {({ item, page, decision }) => (
        <GridListItem className="docrow" id={item.id} textValue={`${item.exhibitRef} ${item.title}`}>
          <Button slot="drag" className="grip" aria-label={`Move ${item.exhibitRef}`}>
            <GripVertical size={16} aria-hidden />
          </Button>
          <Checkbox
            className="check"
            aria-label={`Show ${item.exhibitRef} in the bundle`}
            isSelected={decision === true}
            isIndeterminate={decision === null && item.preview === 'ready'}
            isDisabled={item.preview !== 'ready'}
            onChange={(on) => {
              onDecide(item.id, on);
            }}
          >
            <span className="tick" aria-hidden>
              <Check strokeWidth={3} />
            </span>
          </Checkbox>
          <div className="wrap-anywhere" dir="auto">
            <strong>{item.exhibitRef}</strong> {item.title}{' '}
            <span className="quiet small">{printBestDate(item.bestDate)}</span>{' '}
            {item.dateConflict ? <Chip tone="amber">dates disagree</Chip> : null}
            {item.preview === 'ready' ? null : <Chip>nothing to show</Chip>}
            {item.preview === 'ready' && decision === null ? (
              <span className="in-or-out">
                <Chip tone="amber">in or out?</Chip>
                <Button
                  className="btn quiet"
                  aria-label={`Put ${item.exhibitRef} in`}
                  onPress={() => {
                    onDecide(item.id, true);
                  }}
                >
                  In
                </Button>
                <Button
                  className="btn quiet"
                  aria-label={`Leave ${item.exhibitRef} out`}
                  onPress={() => {
                    onDecide(item.id, false);
                  }}
                >
                  Out
                </Button>
              </span>
            ) : null}
          </div>
          <span className="quiet num">{page ?? ''}</span>
        </GridListItem>
      )}
    </GridList>
  );
}
