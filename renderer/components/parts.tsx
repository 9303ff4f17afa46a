import { CircleAlert, CircleCheck, Info, ShieldAlert, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useFocusOnArrival } from '../kit/arrival';
import { Sentence } from './sentence';
import type { Tone } from '../kit/tone';

export function Chip({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={`chip ${tone}`} dir="auto">
      {children}
    </span>
  );
}

const noticeIcons = {
  accent: Info,
  amber: TriangleAlert,
  red: CircleAlert,
  green: CircleCheck,
  plum: ShieldAlert,
  neutral: Info,
} as const;

/** Something a person should know, with what can be done about it. */
export function Notice({
  tone = 'accent',
  title,
  children,
  actions,
  isUrgent = false,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly isUrgent?: boolean;
}) {
  const Icon = noticeIcons[tone];
  return (
    <div className={`notice ${tone}`} role={isUrgent ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div className="stack grow">
        {title === undefined ? null : <strong>{title}</strong>}
        {children === undefined ? null : <div>{children}</div>}
        {actions === undefined ? null : <div className="row">{actions}</div>}
      </div>
    </div>
  );
}

/** Where you are and what is here. Takes the focus when the page is new. */
export function PageHeader({
  title,
  summary,
  actions,
}: {
  readonly title: ReactNode;
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnArrival(heading);
  return (
    <header className="page-header">
      <div className="titles">
        <h1 ref={heading} tabIndex={-1} dir="auto">
          {title}
        </h1>
        {summary === undefined ? null : (
          <p>{typeof summary === 'string' ? <Sentence>{summary}</Sentence> : summary}</p>
        )}
      </div>
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </header>
  );
}

/** What a room is for and the first thing to do in it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <div className="badge" aria-hidden>
        {icon}
      </div>
      <h2>{title}</h2>
      <div className="quiet">{children}</div>
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </div>
  );
}

/** A grey place for what is being read; it shows only after 200 ms. */
export function Skeleton({
  height = 120,
  label = 'Reading',
}: {
  readonly height?: number;
  readonly label?: string;
}) {
  return (
    <div className="skeleton" style={{ height }} role="status">
      <span className="hidden-visually">{label}</span>
    </div>
  );
}

export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

export function FactRow({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}
