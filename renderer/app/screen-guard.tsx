import { Component } from 'react';
import type { ReactNode } from 'react';
import { Failure } from '../components/failure';

/** Keeps a fault in one screen from taking the whole window with it: the rail and the lock stay within reach. */
export class ScreenGuard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Failure
        code="internal"
        onRetry={() => {
          this.setState({ failed: false });
        }}
      />
    );
  }
}
