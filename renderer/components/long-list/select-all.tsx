import { SquareStack } from 'lucide-react';
import { printCount } from '../../strings/counts';
import { Button } from '../button';
import { nothingPicked, pickAll } from './picked';
import type { Picked } from './picked';

/** Selects all rows of a list, or as many as can be selected at once; or none, when there are some. */
export function SelectAll({
  total,
  most,
  picked,
  onPicked,
}: {
  readonly total: number;
  readonly most: number;
  readonly picked: Picked;
  readonly onPicked: (picked: Picked) => void;
}) {
  const isAny = picked.places.size > 0;
  const all = total > most ? `Select the first ${printCount(most)}` : `Select all ${printCount(total)}`;
  return (
    <Button
      variant="quiet"
      icon={<SquareStack aria-hidden />}
      onPress={() => {
        onPicked(isAny ? nothingPicked : pickAll(total, most));
      }}
    >
      {isAny ? 'Select none' : all}
    </Button>
  );
}
