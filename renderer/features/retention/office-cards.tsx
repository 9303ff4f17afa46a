import { accessDue, acknowledgementDue } from '../../../shared/domain/casework/retention/due';
import { dataComplaintFields, dataComplaintKind } from '../../../shared/records/data-complaint';
import { retentionRuleFields, retentionRuleKind } from '../../../shared/records/retention-rule';
import { subjectAccessFields, subjectAccessKind } from '../../../shared/records/subject-access';
import type { SubjectAccess } from '../../../shared/records/subject-access';
import { Disclose } from '../../components/disclose';
import { today } from '../../kit/today';
import { retentionText as words } from '../../strings/retention';
import { RecordList } from './office-records';

interface Props {
  readonly open: string | null;
}

/** The office's own rules. None is shipped. */
export function RulesCard({ open }: Props) {
  return (
    <RecordList
      {...{ caseId: null, open, kind: retentionRuleKind, fields: retentionRuleFields }}
      title={words.rulesTitle}
      form={words.ruleTitle}
      add={words.addRule}
      empty={words.rulesEmpty}
    />
  );
}

function accessText(body: SubjectAccess): string {
  if (body.answeredOn !== null) return words.answered(body.answeredOn);
  return words.accessDue(accessDue(body, null)?.day ?? null);
}

/** Requests by somebody for their own data, each with the day by which it is answered. */
export function AccessCard({ open }: Props) {
  return (
    <RecordList
      {...{ caseId: null, open, kind: subjectAccessKind, fields: subjectAccessFields }}
      title={words.accessTitle}
      form={words.accessForm}
      add={words.addAccess}
      empty={words.accessEmpty}
      start={{ on: today() }}
      beside={(body) => <p>{accessText(body)}</p>}
    >
      <Disclose title={words.accessHelp}>
        <ul>
          {words.accessSteps.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Disclose>
    </RecordList>
  );
}

/** Complaints about how data is handled. */
export function ComplaintsCard({ open }: Props) {
  return (
    <RecordList
      {...{ caseId: null, open, kind: dataComplaintKind, fields: dataComplaintFields }}
      title={words.complaintsTitle}
      form={words.complaintForm}
      add={words.addComplaint}
      empty={words.complaintsEmpty}
      start={{ on: today() }}
      beside={(body) =>
        body.acknowledgedOn === null && body.answeredOn === null ? (
          <p>{words.complaintDue(acknowledgementDue(body))}</p>
        ) : null
      }
    />
  );
}
