import { caseDetailsFields, caseDetailsKind } from '../../../shared/records/case-details';
import { caseloadText as words } from '../../strings/caseload';
import { RecordForm } from '../record-book/record-form';

const groups = [
  {
    fields: [
      'jurisdiction',
      'referredOn',
      'referralRoute',
      'referredBy',
      'owner',
      'domesticAbuse',
      'relationship',
      'force',
    ],
  },
];

/** What is asked once a case is made: who sent the client, and whose law applies. Nothing of it is filled in beforehand. */
export function ReferralForm({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  return (
    <RecordForm
      caseId={caseId}
      kind={caseDetailsKind}
      fields={caseDetailsFields}
      shown={null}
      start={{}}
      title={words.referral}
      intro={words.referralIntro}
      submit={words.keepReferral}
      groups={groups}
      onClose={onClose}
    />
  );
}
