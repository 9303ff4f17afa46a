import { Columns2, Link2, Maximize2, Unlink2, X } from 'lucide-react';
import { Button } from '../../components/button';
import { sideBySide } from '../../strings/evidence';

/** What can be done with two exhibits beside each other. */
export function BothTools({
  linked,
  onLinked,
  onAnother,
  onFull,
  onEnd,
}: {
  readonly linked: boolean;
  readonly onLinked: (linked: boolean) => void;
  readonly onAnother: () => void;
  /** Null when they are over the whole window already. */
  readonly onFull: (() => void) | null;
  readonly onEnd: () => void;
}) {
  return (
    <div className="both stage-tools" role="group" aria-label={sideBySide.both}>
      <Button
        icon={linked ? <Unlink2 aria-hidden /> : <Link2 aria-hidden />}
        onPress={() => {
          onLinked(!linked);
        }}
      >
        {linked ? sideBySide.apart : sideBySide.together}
      </Button>
      <Button icon={<Columns2 aria-hidden />} onPress={onAnother}>
        {sideBySide.another}
      </Button>
      {onFull === null ? null : (
        <Button icon={<Maximize2 aria-hidden />} onPress={onFull}>
          {sideBySide.full}
        </Button>
      )}
      <Button icon={<X aria-hidden />} onPress={onEnd}>
        {sideBySide.end}
      </Button>
    </div>
  );
}
