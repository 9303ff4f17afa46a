import type { ReactNode } from 'react';
import './work-line.css';

/** One line of work: how it stands, what it is, and what can be done with it. */
export function WorkLine({
  lead,
  isLate = false,
  tools,
  children,
  labelledBy,
}: {
  readonly lead: ReactNode;
  readonly isLate?: boolean;
  readonly tools: ReactNode;
  readonly children: ReactNode;
  /** The id of what names it. */
  readonly labelledBy?: string;
}) {
  return (
    <li className="work-line" aria-labelledby={labelledBy}>
      <div className={isLate ? 'work-lead late' : 'work-lead'}>{lead}</div>
      <div className="work-said wrap-anywhere">{children}</div>
      <div className="work-tools">{tools}</div>
    </li>
  );
}
