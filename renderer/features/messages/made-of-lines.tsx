import { ListPlus, Plus, X } from 'lucide-react';
import { mostEntriesAtOnce } from '../../../shared/models/message';
import { Button } from '../../components/button';
import { pickedLines } from '../../strings/messages';

/** What can be made of the lines that are selected. */
export function MadeOfLines({
  size,
  onNew,
  onAdd,
  onEach,
  onClear,
}: {
  /** How many are selected. */
  readonly size: number;
  readonly onNew: () => void;
  readonly onAdd: () => void;
  readonly onEach: () => void;
  readonly onClear: () => void;
}) {
  return (
    <div className="picked-bar" role="region" aria-label={pickedLines.region}>
      <strong className="num">{pickedLines.selected(size)}</strong>
      <Button variant="primary" icon={<Plus aria-hidden />} onPress={onNew}>
        {pickedLines.newEntry(size)}
      </Button>
      <Button icon={<ListPlus aria-hidden />} onPress={onAdd}>
        {pickedLines.add}
      </Button>
      {size === 1 || size > mostEntriesAtOnce ? null : <Button onPress={onEach}>{pickedLines.each}</Button>}
      <Button variant="quiet" icon={<X aria-hidden />} onPress={onClear}>
        {pickedLines.clear}
      </Button>
    </div>
  );
}
