import { useEffect } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { Button, SubmitButton } from './button';
import { Dialog } from './dialog';
import { useAct } from '../kit/use-act';
import { Failure } from './failure';
import { useFirstProblem } from './first-problem';

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
  const act = useAct({ once: true });
  const { form, refuse } = useFirstProblem<HTMLFormElement>();

  useEffect(() => {
    if (act.error !== null)
      form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }, [act.error, form]);

  function send(event: SyntheticEvent): void {
    event.preventDefault();
    if (act.busy) return;
    act.setError(null);
    if (!ready()) {
      refuse();
      return;
    }
    act.run(work, onDone);
  }

  return (
    <Dialog title={title} isOpen onClose={onClose} isWide={isWide}>
      <form className="stack" ref={form} onSubmit={send} noValidate>
        {children}
        <Failure code={act.error} />
        <div className="actions">
          <Button onPress={onClose}>Cancel</Button>
          <SubmitButton variant={isDangerous ? 'danger' : 'primary'} isPending={act.busy}>
            {submit}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
