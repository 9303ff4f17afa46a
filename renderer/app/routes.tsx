import { assertNever } from '../../shared/assert-never';
import { AuditScreen } from '../features/audit/audit-screen';
import { BundleScreen } from '../features/bundle/bundle-screen';
import { CalendarScreen } from '../features/calendar/calendar-screen';
import { CaseScreen } from '../features/case/case-screen';
import { CaseloadScreen } from '../features/caseload/caseload-screen';
import { ChronologyScreen } from '../features/chronology/chronology-screen';
import { EvidenceItemScreen } from '../features/evidence/evidence-item-screen';
import { EvidenceScreen } from '../features/evidence/evidence-screen';
import { MessagesScreen } from '../features/messages/messages-screen';
import { LikenessScreen } from '../features/likeness/likeness-screen';
import { PackScreen } from '../features/pack/pack-screen';
import { ProceedingsScreen } from '../features/proceedings/proceedings-screen';
import { FiguresScreen } from '../features/figures/figures-screen';
import { RetentionScreen } from '../features/retention/retention-screen';
import { TwoVersionsScreen } from '../features/records/two-versions-screen';
import { RedactScreen } from '../features/redaction/redact-screen';
import { TransferScreen } from '../features/transfer/transfer-screen';
import { VaultScreen } from '../features/vault/vault-screen';
import { WithLaw } from '../kit/case-law';
import { CaseworkRoom } from './casework-room';
import type { Route } from '../kit/navigation';

/** The screen of a route, in which acts and orders are named by the law of its case. */
export function Screen({ route }: { readonly route: Route }) {
  return (
    <WithLaw caseId={'caseId' in route ? (route.caseId ?? null) : null}>
      <ScreenOf route={route} />
    </WithLaw>
  );
}

/**
 * The screen of a route, given what the route says. Keys make a new screen for another case or item, so that nothing of
 * the old one stays.
 */
function ScreenOf({ route }: { readonly route: Route }) {
  switch (route.name) {
    case 'caseload':
      return <CaseloadScreen />;
    case 'case':
      return <CaseScreen key={route.caseId} {...route} />;
    case 'evidence':
      return <EvidenceScreen key={route.caseId} {...route} />;
    case 'evidence-item':
      return <EvidenceItemScreen key={route.itemId} {...route} startsFull={route.full === true} />;
    case 'likeness':
      return <LikenessScreen key={`${route.caseId} ${route.runId ?? ''}`} {...route} />;
    case 'redact':
      return <RedactScreen key={route.itemId} {...route} />;
    case 'chronology':
      return (
        <ChronologyScreen
          key={route.caseId}
          {...route}
          {...(route.filter === undefined ? {} : { startFilter: route.filter })}
        />
      );
    case 'messages':
      return <Messages {...route} />;
    case 'proceedings':
      return <ProceedingsScreen key={route.caseId} caseId={route.caseId} form={route.form ?? null} />;
    case 'people':
    case 'contacts':
    case 'duties':
    case 'risk':
    case 'protection':
    case 'response':
    case 'letters':
      return <CaseworkRoom key={`${route.name} ${route.caseId} ${route.record ?? ''}`} {...route} />;
    case 'calendar':
      return <CalendarScreen />;
    case 'figures':
      return <FiguresScreen />;
    case 'retention':
      return <RetentionScreen key={JSON.stringify(route)} {...route} />;
    case 'two-versions':
      return <TwoVersionsScreen key={route.caseId} {...route} />;
    case 'bundle':
      return <BundleScreen key={route.caseId} {...route} />;
    case 'pack':
      return <PackScreen key={route.caseId} {...route} />;
    case 'transfer':
      return <TransferScreen key={route.caseId ?? ''} openCaseId={route.caseId ?? null} />;
    case 'vault':
      return <VaultScreen />;
    case 'audit':
      return <AuditScreen />;
    default:
      return assertNever(route);
  }
}

function Messages({ caseId, ...rest }: Extract<Route, { name: 'messages' }>) {
  const [itemId, entryId, text] = [rest.itemId ?? null, rest.entryId ?? null, rest.text ?? ''];
  return (
    <MessagesScreen
      key={`${caseId} ${itemId ?? ''} ${entryId ?? ''} ${text}`}
      {...{ caseId, itemId, entryId, text }}
    />
  );
}
