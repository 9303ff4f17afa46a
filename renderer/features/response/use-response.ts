import type { ResponseFacts } from '../../../shared/models/response';
import { caseEventKind } from '../../../shared/records/case-event';
import type { CaseEvent } from '../../../shared/records/case-event';
import { informationRequestKind } from '../../../shared/records/information-request';
import type { InformationRequest } from '../../../shared/records/information-request';
import { policeReportKind } from '../../../shared/records/police-report';
import type { PoliceReport } from '../../../shared/records/police-report';
import { policeRequestKind } from '../../../shared/records/police-request';
import type { PoliceRequest } from '../../../shared/records/police-request';
import { victimStatementKind } from '../../../shared/records/victim-statement';
import type { VictimStatement } from '../../../shared/records/victim-statement';
import type { ErrorCode } from '../../../shared/errors';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useRecords } from '../record-book/use-records';
import type { Shown } from '../record-book/use-records';

/** All that this room shows of a case. */
export interface Response {
  readonly caseId: string;
  readonly facts: ResponseFacts;
  readonly reports: readonly Shown<PoliceReport>[];
  readonly requests: readonly Shown<PoliceRequest>[];
  readonly events: readonly Shown<CaseEvent>[];
  readonly statements: readonly Shown<VictimStatement>[];
  readonly information: readonly Shown<InformationRequest>[];
}

/** Reads all of it; `response` is null until every part is there. */
export function useResponse(caseId: string): {
  readonly response: Response | null;
  readonly error: ErrorCode | null;
  readonly reload: () => void;
} {
  const facts = useQuery(`response-${caseId}`, () => call(holdfast.casework.response({ caseId })), [
    'chronology',
    'records',
    'cases',
  ]);
  const reports = useRecords(caseId, policeReportKind);
  const requests = useRecords(caseId, policeRequestKind);
  const events = useRecords(caseId, caseEventKind);
  const statements = useRecords(caseId, victimStatementKind);
  const information = useRecords(caseId, informationRequestKind);
  const all = [facts, reports, requests, events, statements, information];
  const error = all.find((each) => each.error !== null)?.error ?? null;
  const isRead =
    facts.data !== null &&
    reports.data !== null &&
    requests.data !== null &&
    events.data !== null &&
    statements.data !== null &&
    information.data !== null;
  return {
    error,
    reload: () => {
      for (const each of all) each.reload();
    },
    response: isRead
      ? {
          ...{ caseId, facts: facts.data, reports: reports.data, requests: requests.data },
          ...{ events: events.data, statements: statements.data, information: information.data },
        }
      : null,
  };
}
