import { Pencil, Plus } from 'lucide-react';
import { missingForCourt } from '../../../shared/domain/casework/people/court-papers';
import type { NamedPerson } from '../../../shared/domain/casework/people/court-papers';
import { caseDetailsFields, caseDetailsKind } from '../../../shared/records/case-details';
import type { CaseDetails } from '../../../shared/records/case-details';
import { Button } from '../../components/button';
import { courtPapersText, detailsText as words } from '../../strings/people';
import { RecordForm } from '../record-book/record-form';
import type { FieldGroup } from '../record-book/record-form';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';

type Details = Shown<CaseDetails>;
type FieldName = keyof CaseDetails;

/** The fields of the details under their headings, in the order in which a referral is taken. */
const parts: readonly {
  readonly heading: string;
  readonly hint?: string;
  readonly fields: readonly FieldName[];
}[] = [
  {
    heading: words.referral,
    fields: ['referredOn', 'referralRoute', 'referredBy', 'relationship', 'domesticAbuse'],
  },
  { heading: words.law, fields: ['jurisdiction', 'force', 'enhancedRights'] },
  {
    heading: words.client,
    hint: words.clientHint,
    fields: ['clientName', 'dateOfBirth', 'phone', 'email', 'clientAliases', 'address'],
  },
  { heading: words.needs, fields: ['language', 'needs', 'diversity', 'housing', 'children'] },
  { heading: words.background, fields: ['background'] },
  { heading: words.closing, fields: ['closedOn', 'closeReason', 'closeRecord'] },
];

/** A field that another part of the casework added stands at the end, so that none is lost from the form. */
const others = caseDetailsFields
  .map(({ at }) => at)
  .filter((at) => !parts.some(({ fields }) => fields.includes(at)));
const groups: readonly FieldGroup[] = others.length === 0 ? parts : [...parts, { fields: others }];

/** What is known of the case beyond its reference. */
export function DetailsCard({
  caseId,
  shown,
  onOpen,
}: {
  readonly caseId: string;
  readonly shown: Details | null;
  readonly onOpen: () => void;
}) {
  return (
    <section className="card pad stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      {shown === null ? (
        <>
          <p className="quiet">{words.empty}</p>
          <div className="row">
            <Button icon={<Plus aria-hidden />} onPress={onOpen}>
              {words.begin}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div className="row">
            <Button icon={<Pencil aria-hidden />} onPress={onOpen}>
              {words.change}
            </Button>
          </div>
          <Said shown={shown} fields={caseDetailsFields} only={groups.flatMap(({ fields }) => fields)} />
          <RecordTools caseId={caseId} shown={shown} title={words.title} />
        </>
      )}
    </section>
  );
}

/** The form of the details. */
export function DetailsForm({
  caseId,
  shown,
  onClose,
}: {
  readonly caseId: string;
  readonly shown: Details | null;
  readonly onClose: () => void;
}) {
  return (
    <RecordForm
      caseId={caseId}
      kind={caseDetailsKind}
      fields={caseDetailsFields}
      shown={shown}
      start={{}}
      title={words.title}
      intro={words.intro}
      groups={groups}
      onClose={onClose}
    />
  );
}

/** What an application to a court asks first, as far as it is recorded. */
export function CourtPapersCard({
  details,
  people,
}: {
  readonly details: CaseDetails | null;
  readonly people: readonly NamedPerson[];
}) {
  const missing = missingForCourt(details, people);
  return (
    <section className="card pad stack" aria-label={courtPapersText.title}>
      <h2>{courtPapersText.title}</h2>
      <p>{missing.length === 0 ? courtPapersText.all : courtPapersText.missing(missing)}</p>
      <p className="quiet small">{courtPapersText.rule}</p>
    </section>
  );
}
