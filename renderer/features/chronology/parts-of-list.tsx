import { partRows } from '../../components/long-list/chunks';
import type { Place } from '../../components/long-list/use-place';
import { Button } from '../../components/button';
import { partsOfList } from '../../strings/chronology';

/** Which part of a list that is too long to be shown as one is in sight, and the ones beside it. */
export function PartsOfList({
  total,
  place: { part, base, count, show },
}: {
  readonly total: number;
  readonly place: Place;
}) {
  if (total <= partRows) return null;
  return (
    <div className="row">
      <Button
        isDisabled={part === 0}
        onPress={() => {
          show(base - 1);
        }}
      >
        {partsOfList.earlier}
      </Button>
      <span className="quiet small">{partsOfList.shown(base + 1, base + count, total)}</span>
      <Button
        isDisabled={base + count >= total}
        onPress={() => {
          show(base + count);
        }}
      >
        {partsOfList.later}
      </Button>
    </div>
  );
}
