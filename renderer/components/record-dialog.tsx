import type { ReactNode } from 'react';
import type { Act } from '../kit/use-act';
import { Button } from './button';
import { Dialog } from './dialog';
import { Failure } from './failure';

/** The frame of a form whose draft is kept: what it holds, what went wrong when it was saved, and the two ways out. */
export function RecordDialog({
  title,
  save,
  act,
  isWide = false,
  isReady = true,
  onSave,
  onCancel,
  children,
}: {
  readonly title: string;
  /** What the button says that saves. */
  readonly save: string;
  readonly act: Act;
  readonly isWide?: boolean;
  /** Whether there is anything to be saved. */
  readonly isReady?: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Dialog title={title} isOpen onClose={onCancel} isWide={isWide}>
      <div className="stack">
        {children}
        <Failure code={act.error} />
      </div>
      <div className="actions">
        <Button onPress={onCancel}>Cancel</Button>
        <Button variant="primary" isDisabled={!isReady} isPending={act.busy} onPress={onSave}>
          {save}
        </Button>
      </div>
    </Dialog>
  );
}
