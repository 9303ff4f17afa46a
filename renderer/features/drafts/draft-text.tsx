import type { Draft } from '../../../shared/models/vault';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/fields';
import { printMoment } from '../../strings/dates';
import { draftLines } from '../../strings/drafts';

/** What was typed, as plain text to read and copy. */
export function DraftText({
  title,
  draft,
  throwAway,
  onThrowAway,
  onClose,
}: {
  readonly title: string;
  readonly draft: Draft;
  readonly throwAway: string;
  readonly onThrowAway: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="stack">
        <p>Copy what you need before you throw it away. It stays in the vault until then.</p>
        <TextField
          label={`Typed until ${printMoment(draft.at)}`}
          rows={10}
          value={draftLines(draft.body)}
          onChange={() => undefined}
          isReadOnly
        />
      </div>
      <div className="actions">
        <Button variant="danger" onPress={onThrowAway}>
          {throwAway}
        </Button>
        <Button onPress={onClose} autoFocus>
          Keep it
        </Button>
      </div>
    </Dialog>
  );
}
