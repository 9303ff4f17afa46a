import { ChevronUp, CircleCheck, Scissors, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Joined } from '../../../shared/models/likeness';
import { Button } from '../../components/button';
import { NumberField } from '../../components/fields';
import { joinText } from '../../strings/likeness';
import { useVeil } from '../../components/picture/veil';
import { cutRange, moveCut, surplus, withPieces } from './cuts';
import { Slice } from './slice';

/** Rows shown above and below a cut. */
const around = 160;

/** What stands between two pieces, and the way to move the cut by keyboard. */
export function JoinLine({
  joined,
  index,
  onChange,
}: {
  readonly joined: Joined;
  /** Of the upper piece. */
  readonly index: number;
  readonly onChange: (joined: Joined) => void;
}) {
  const { veiled } = useVeil();
  const [open, setOpen] = useState(false);
  const join = joined.joins[index];
  const [upper, lower] = [joined.pieces[index], joined.pieces[index + 1]];
  if (join === undefined || upper === undefined || lower === undefined) return null;
  const by = surplus(join, upper, lower);
  const sure = join.kind === 'overlap' && join.doubt === null && by === 0;
  const range = cutRange(joined, index);
  const Icon = sure ? CircleCheck : TriangleAlert;
  return (
    <div className={`join ${sure ? 'green' : 'amber'}`}>
      <div className="row">
        <Icon size={16} aria-hidden />
        <span className="grow">{joinText(join, upper.item.exhibitRef, lower.item.exhibitRef, by)}</span>
        <Button
          variant="quiet"
          icon={open ? <ChevronUp aria-hidden /> : <Scissors aria-hidden />}
          label={`${open ? 'Close' : 'Adjust'}: where ${upper.item.exhibitRef} and ${lower.item.exhibitRef} meet`}
          onPress={() => {
            setOpen(!open);
          }}
        >
          {open ? 'Close' : 'Adjust'}
        </Button>
      </div>
      {open ? (
        <Cut
          joined={joined}
          index={index}
          upper={upper}
          lower={lower}
          range={range}
          veiled={veiled}
          onChange={onChange}
        />
      ) : null}
    </div>
  );
}

/** Where one picture ends and the next begins. */
function Cut({
  joined,
  index,
  upper,
  lower,
  range,
  veiled,
  onChange,
}: {
  readonly joined: Joined;
  readonly index: number;
  readonly upper: Joined['pieces'][number];
  readonly lower: Joined['pieces'][number];
  readonly range: ReturnType<typeof cutRange>;
  readonly veiled: boolean;
  readonly onChange: (joined: Joined) => void;
}) {
  return (
    <div className="cut">
      {range === null ? null : (
        <NumberField
          label={`Cut between ${upper.item.exhibitRef} and ${lower.item.exhibitRef}`}
          description={`Rows of ${upper.item.exhibitRef}. Up and down keys move it by one row, with nothing shown twice.`}
          value={upper.bottom}
          min={range.least}
          max={range.most}
          onChange={(row) => {
            onChange(moveCut(joined, index, row));
          }}
        />
      )}
      <NumberField
        label={`${upper.item.exhibitRef} ends at row`}
        value={upper.bottom}
        min={upper.top + 1}
        max={upper.item.height}
        onChange={(bottom) => {
          onChange(withPieces(joined, index, bottom, lower.top));
        }}
      />
      <NumberField
        label={`${lower.item.exhibitRef} begins at row`}
        value={lower.top + 1}
        min={1}
        max={lower.bottom}
        onChange={(first) => {
          onChange(withPieces(joined, index, upper.bottom, first - 1));
        }}
      />
      <div className="seam" aria-hidden>
        <Slice piece={{ ...upper, top: Math.max(upper.top, upper.bottom - around) }} veiled={veiled} />
        <Slice piece={{ ...lower, bottom: Math.min(lower.bottom, lower.top + around) }} veiled={veiled} />
      </div>
    </div>
  );
}
