import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Failure } from '../components/failure';
import { TextField } from '../components/fields';
import { Notice } from '../components/parts';
import { typedOnPage } from './typed';
import type { Typed } from './typed';

interface Props {
  readonly children: ReactNode;
  /** For what lies over the screen: the failure is a dialog too, and this closes it. */
  readonly onClose?: () => void;
}

interface State {
  readonly failed: boolean;
  readonly typed: readonly Typed[];
}

const started: State = { failed: false, typed: [] };

/**
 * Keeps a fault in one part from taking the whole window with it: the rail, the lock and every other room stay within
 * reach. Forms leave their drafts in the vault as they go; what else stood in fields is kept here to be copied.
 */
export class ScreenGuard extends Component<Props, State> {
  override state = started;

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  /** The last moment at which the fields are still there. */
  override getSnapshotBeforeUpdate(_props: Props, before: State): readonly Typed[] {
    return this.state.failed && !before.failed ? typedOnPage(document) : [];
  }

  override componentDidUpdate(_props: Props, _before: State, typed: readonly Typed[]): void {
    if (typed.length > 0) this.setState({ typed });
  }

  override render(): ReactNode {
    const { failed, typed } = this.state;
    const { children, onClose } = this.props;
    const kept =
      typed.length === 0 ? null : (
        <TypedBefore
          typed={typed}
          onClose={() => {
            this.setState({ typed: [] });
          }}
        />
      );
    if (!failed) {
      return (
        <>
          {kept}
          {children}
        </>
      );
    }
    const failure = (
      <div className="stack">
        <Failure
          code="screen-failed"
          onRetry={() => {
            this.setState({ failed: false });
          }}
        />
        {kept}
      </div>
    );
    if (onClose === undefined) return failure;
    return (
      <Dialog title="This could not be shown" isOpen onClose={onClose}>
        {failure}
        <div className="actions">
          <Button onPress={onClose} autoFocus>
            Close
          </Button>
        </div>
      </Dialog>
    );
  }
}

/** What stood in the fields when their screen failed. */
function TypedBefore({ typed, onClose }: { readonly typed: readonly Typed[]; readonly onClose: () => void }) {
  return (
    <Notice
      tone="amber"
      title="What was typed there is still here"
      actions={<Button onPress={onClose}>Put it away</Button>}
    >
      <p>Copy what is not saved yet. Forms that keep drafts offer theirs again as well.</p>
      <TextField
        label="In the fields when it failed"
        rows={Math.min(10, typed.length + 1)}
        value={typed.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`)).join('\n')}
        onChange={() => undefined}
        isReadOnly
      />
    </Notice>
  );
}
