import { assertNever } from '../../shared/assert-never';
import { AuditScreen } from '../features/audit/audit-screen';
import { BundleScreen } from '../features/bundle/bundle-screen';
import { CaseScreen } from '../features/case/case-screen';
import { CaseloadScreen } from '../features/caseload/caseload-screen';
import { ChronologyScreen } from '../features/chronology/chronology-screen';
import { EvidenceItemScreen } from '../features/evidence/evidence-item-screen';
import { EvidenceScreen } from '../features/evidence/evidence-screen';
import { MessagesScreen } from '../features/messages/messages-screen';
import { LikenessScreen } from '../features/likeness/likeness-screen';
import { PackScreen } from '../features/pack/pack-screen';
import { ProceedingsScreen } from '../features/proceedings/proceedings-screen';
import { TwoVersionsScreen } from '../features/records/two-versions-screen';
import { RedactScreen } from '../features/redaction/redact-screen';
import { TransferScreen } from '../features/transfer/transfer-screen';
import { VaultScreen } from '../features/vault/vault-screen';
import { WithLaw } from '../kit/case-law';
import type { Route } from '../kit/navigation';

/**
 * The screen of a route, given what the route says. Keys make a new screen for another case or item, so that nothing of
 * the old one stays.
 */
export function Screen({ route }: { readonly route: Route }) {
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
        <WithLaw key={route.caseId} caseId={route.caseId}>
          <ChronologyScreen
            {...route}
            {...(route.filter === undefined ? {} : { startFilter: route.filter })}
          />
        </WithLaw>
      );
    case 'messages':
      return (
        <MessagesScreen
          key={`${route.caseId} ${route.itemId ?? ''} ${route.entryId ?? ''} ${route.text ?? ''}`}
          caseId={route.caseId}
          itemId={route.itemId ?? null}
          entryId={route.entryId ?? null}
          text={route.text ?? ''}
        />
      );
    case 'proceedings':
      return <ProceedingsScreen key={route.caseId} caseId={route.caseId} form={route.form ?? null} />;
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
