import type { ReactNode } from 'react';
import './list-and-detail.css';

/**
 * A list with what is chosen in it beside it, not over it. One of the two keeps its width, the other takes the rest; where
 * the window is narrow they lie below each other, or what is chosen stands alone.
 */
export function ListAndDetail({
  fixed,
  width,
  gap = 'var(--s4)',
  narrow = 'stack',
  list,
  detail,
}: {
  readonly fixed: 'list' | 'detail';
  /** Of the one that keeps it, as in a style sheet. */
  readonly width: string;
  readonly gap?: 'var(--s3)' | 'var(--s4)';
  readonly narrow?: 'stack' | 'detail';
  /** One element each. */
  readonly list: ReactNode;
  /** Null while nothing is open. */
  readonly detail: ReactNode;
}) {
  const open = detail === null ? '' : ' open';
  return (
    <div
      className={`list-and-detail fixed-${fixed} narrow-${narrow}${open}`}
      style={{ ['--fixed' as string]: width, ['--gap' as string]: gap }}
    >
      {list}
      {detail}
    </div>
  );
}
