import { useEffect, useRef, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors';
import { codeOf } from '../kit/bridge';
import { Button, SubmitButton } from './button';
import { Dialog } from './dialog';
import { Failure } from './failure';

/** A dialog with a form in it: Enter sends it, a refusal is shown in it, and nothing is sent twice. */
export function FormDialog({
  title,
  submit,
  isDangerous = false,
  isWide = false,
  ready = () => true,
  work,
  onDone,
  onClose,
  children,
}: {
  readonly title: string;
  readonly submit: string;
  readonly isDangerous?: boolean;
  readonly isWide?: boolean;
  /** Looks at what was filled in and marks what is wrong; false when something is. */
  readonly ready?: () => boolean;
  readonly work: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [error, setError] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  // What is wrong may lie outside of a small or zoomed window.
  useEffect(() => {
    if (refused > 0)
      form.current?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] textarea')?.focus();
  }, [refused]);
  useEffect(() => {
    if (error !== null) form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }, [error]);

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setError(null);
    if (!ready()) {
      setRefused((before) => before + 1);
      return;
    }
    setBusy(true);
    try {
      await work();
    } catch (problem) {
      setError(codeOf(problem));
      setBusy(false);
      return;
    }
    onDone();
  }

  return (
    <Dialog title={title} isOpen onClose={onClose} isWide={isWide}>
      <form className="stack" ref={form} onSubmit={(event) => void send(event)} noValidate>
        {children}
        {error === null ? null : <Failure code={error} />}
        <div className="actions">
          <Button onPress={onClose}>Cancel</Button>
          <SubmitButton variant={isDangerous ? 'danger' : 'primary'} isPending={busy}>
            {submit}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
