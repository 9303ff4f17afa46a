import {
  ArrowLeftRight,
  BookOpenText,
  CalendarClock,
  Images,
  LayoutDashboard,
  Lock,
  MessagesSquare,
  Users,
  Vault,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CaseSummary } from '../../shared/models/case';
import { Mark } from '../kit/mark';
import { useNavigation } from '../kit/navigation';
import type { Route } from '../kit/navigation';

function Item({
  icon,
  label,
  count,
  current,
  onPress,
}: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number;
  readonly current: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Button onPress={onPress} {...(current ? { 'aria-current': 'page' as const } : {})}>
      {icon}
      {label}
      {count === undefined ? null : <span className="count num">{count}</span>}
    </Button>
  );
}

/** The way around: caseload, the rooms of the open case, the office, and the lock. */
export function Rail({
  openCase,
  cases,
  onLock,
}: {
  readonly openCase: CaseSummary | null;
  readonly cases: number | null;
  readonly onLock: () => void;
}) {
  const { route, go } = useNavigation();
  const is = (...names: readonly Route['name'][]): boolean => names.includes(route.name);
  return (
    <nav className="rail" aria-label="Main">
      <div className="brand">
        <Mark /> Holdfast
      </div>
      <Item
        icon={<Users />}
        label="Caseload"
        {...(cases === null ? {} : { count: cases })}
        current={is('caseload')}
        onPress={() => {
          go({ name: 'caseload' });
        }}
      />
      {openCase === null ? null : (
        <>
          <h2>Case {openCase.reference}</h2>
          <Item
            icon={<LayoutDashboard />}
            label="Overview"
            current={is('case', 'two-versions')}
            onPress={() => {
              go({ name: 'case', caseId: openCase.id });
            }}
          />
          <Item
            icon={<CalendarClock />}
            label="Chronology"
            count={openCase.entryCount}
            current={is('chronology')}
            onPress={() => {
              go({ name: 'chronology', caseId: openCase.id });
            }}
          />
          <Item
            icon={<Images />}
            label="Evidence"
            count={openCase.evidenceCount}
            current={is('evidence', 'evidence-item', 'likeness')}
            onPress={() => {
              go({ name: 'evidence', caseId: openCase.id });
            }}
          />
          <Item
            icon={<MessagesSquare />}
            label="Messages"
            current={is('messages')}
            onPress={() => {
              go({ name: 'messages', caseId: openCase.id });
            }}
          />
          <Item
            icon={<BookOpenText />}
            label="Bundles"
            count={openCase.bundleCount}
            current={is('bundle')}
            onPress={() => {
              go({ name: 'bundle', caseId: openCase.id });
            }}
          />
        </>
      )}
      <h2>Office</h2>
      <Item
        icon={<ArrowLeftRight />}
        label="Transfers"
        current={is('transfer')}
        onPress={() => {
          go({ name: 'transfer', ...(openCase === null ? {} : { caseId: openCase.id }) });
        }}
      />
      <Item
        icon={<Vault />}
        label="Vault and safety"
        current={is('vault', 'audit')}
        onPress={() => {
          go({ name: 'vault' });
        }}
      />
      <div className="foot">
        <Button onPress={onLock}>
          <Lock />
          Lock now
          <kbd aria-hidden>Ctrl L</kbd>
        </Button>
      </div>
    </nav>
  );
}
