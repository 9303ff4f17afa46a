import {
  Archive,
  ArrowLeftRight,
  BookOpenText,
  CalendarClock,
  CalendarDays,
  ChartColumn,
  FileText,
  Images,
  LayoutDashboard,
  Lock,
  MessagesSquare,
  PackageCheck,
  PhoneCall,
  Scale,
  ShieldAlert,
  ShieldCheck,
  Siren,
  Users,
  UsersRound,
  Vault,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CaseSummary } from '../../shared/models/case';
import { Mark } from '../kit/mark';
import { useNavigation } from '../kit/navigation';
import type { Route } from '../kit/navigation';
import { packText } from '../strings/pack';
import { roomNames } from '../strings/rooms';

/** A room to go to. It is the current one on its own screen, and on those that are reached from it. */
function Item({
  icon,
  label,
  count,
  to,
  within = [],
}: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number;
  readonly to: Route;
  readonly within?: readonly Route['name'][];
}) {
  const { route, go } = useNavigation();
  const isCurrent = route.name === to.name || within.includes(route.name);
  return (
    <Button
      onPress={() => {
        go(to);
      }}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
    >
      {icon}
      {label}
      {count === undefined ? null : <span className="count num">{count}</span>}
    </Button>
  );
}

/** The rooms of the open case. */
function CaseRooms({ openCase }: { readonly openCase: CaseSummary }) {
  const { id: caseId, reference, entryCount, evidenceCount, bundleCount } = openCase;
  return (
    <>
      <h2>Case {reference}</h2>
      <Item
        icon={<LayoutDashboard />}
        label={roomNames.overview}
        to={{ name: 'case', caseId }}
        within={['two-versions', 'duties']}
      />
      <Item
        icon={<CalendarClock />}
        label="Chronology"
        count={entryCount}
        to={{ name: 'chronology', caseId }}
      />
      <Item
        icon={<Images />}
        label="Evidence"
        count={evidenceCount}
        to={{ name: 'evidence', caseId }}
        within={['evidence-item', 'likeness']}
      />
      <Item icon={<MessagesSquare />} label="Messages" to={{ name: 'messages', caseId }} />
      <Item icon={<UsersRound />} label={roomNames.people} to={{ name: 'people', caseId }} />
      <Item icon={<PhoneCall />} label={roomNames.contacts} to={{ name: 'contacts', caseId }} />
      <Item icon={<ShieldAlert />} label={roomNames.risk} to={{ name: 'risk', caseId }} />
      <Item icon={<ShieldCheck />} label={roomNames.protection} to={{ name: 'protection', caseId }} />
      <Item icon={<Siren />} label={roomNames.response} to={{ name: 'response', caseId }} />
      <Item icon={<Scale />} label="Court proceedings" to={{ name: 'proceedings', caseId }} />
      <Item icon={<FileText />} label={roomNames.letters} to={{ name: 'letters', caseId }} />
      <Item icon={<BookOpenText />} label="Bundles" count={bundleCount} to={{ name: 'bundle', caseId }} />
      <Item icon={<PackageCheck />} label={packText.room} to={{ name: 'pack', caseId }} />
    </>
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
  return (
    <nav className="rail" aria-label="Main">
      <div className="brand">
        <Mark /> Holdfast
      </div>
      <Item
        icon={<Users />}
        label="Caseload"
        {...(cases === null ? {} : { count: cases })}
        to={{ name: 'caseload' }}
      />
      {openCase === null ? null : <CaseRooms openCase={openCase} />}
      <Item icon={<CalendarDays />} label={roomNames.calendar} to={{ name: 'calendar' }} />
      <h2>Office</h2>
      <Item icon={<ChartColumn />} label={roomNames.figures} to={{ name: 'figures' }} />
      <Item icon={<Archive />} label={roomNames.retention} to={{ name: 'retention' }} />
      <Item
        icon={<ArrowLeftRight />}
        label="Transfers"
        to={{ name: 'transfer', ...(openCase === null ? {} : { caseId: openCase.id }) }}
      />
      <Item icon={<Vault />} label="Vault and safety" to={{ name: 'vault' }} within={['audit']} />
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
