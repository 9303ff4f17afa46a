import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Joined } from '../../../shared/models/likeness';
import { IconButton } from '../../components/button';
import { printBestDate } from '../../strings/dates';
import { thumbUrl } from '../../components/picture/media-url';
import { useVeil } from '../../components/picture/veil';
import { JoinLine } from './join-line';

/** The pieces of a run from top to end: moved, taken out, and cut. */
export function PieceList({
  joined,
  onMove,
  onRemove,
  onChange,
}: {
  readonly joined: Joined;
  readonly onMove: (index: number, by: 1 | -1) => void;
  readonly onRemove: (index: number) => void;
  readonly onChange: (joined: Joined) => void;
}) {
  const { veiled } = useVeil();
  const { pieces } = joined;
  return (
    <ol className="pieces" aria-label="Screenshots in their order">
      {pieces.map(({ item }, index) => (
        <li key={item.id}>
          <div className="piece">
            <div className="piece-thumb">
              <img className={veiled ? 'veiled' : ''} src={thumbUrl(item.id)} alt="" draggable={false} />
            </div>
            <div className="grow">
              <div className="one-line" dir="auto">
                <strong>{item.exhibitRef}</strong> {item.title}
              </div>
              <div className="one-line quiet small">{printBestDate(item.bestDate)}</div>
            </div>
            <IconButton
              label={`Move ${item.exhibitRef} up`}
              icon={<ArrowUp aria-hidden />}
              isDisabled={index === 0}
              onPress={() => {
                onMove(index, -1);
              }}
            />
            <IconButton
              label={`Move ${item.exhibitRef} down`}
              icon={<ArrowDown aria-hidden />}
              isDisabled={index === pieces.length - 1}
              onPress={() => {
                onMove(index, 1);
              }}
            />
            <IconButton
              label={`Take ${item.exhibitRef} out`}
              icon={<X aria-hidden />}
              isDisabled={pieces.length === 1}
              onPress={() => {
                onRemove(index);
              }}
            />
          </div>
          <JoinLine joined={joined} index={index} onChange={onChange} />
        </li>
      ))}
    </ol>
  );
}
