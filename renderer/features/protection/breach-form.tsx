import { orderBreachFields, orderBreachKind, orderBreachSchema } from '../../../shared/records/order-breach';
import type { OrderBreach } from '../../../shared/records/order-breach';
import { protectionForm as words } from '../../strings/protection';
import { RecordForm } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';

const kind = { ...orderBreachKind, body: orderBreachSchema };
const groups = [
  { fields: ['answer', 'reportedOn', 'reference', 'recordedAsBreach', 'recordedAsStalking', 'note'] },
];

/** A person decides whether an entry is a breach of a term, or changes what was decided. */
export function BreachForm({
  caseId,
  shown,
  about,
  why,
  onClose,
}: {
  readonly caseId: string;
  readonly shown: Shown<OrderBreach> | null;
  /** Which entry, order and term a new decision is about. */
  readonly about: Pick<OrderBreach, 'entryId' | 'orderId' | 'termId'> | null;
  /** Why it was offered. */
  readonly why: string;
  readonly onClose: () => void;
}) {
  return (
    <RecordForm<OrderBreach>
      caseId={caseId}
      kind={kind}
      {...(about === null ? {} : { draftAbout: about.entryId })}
      fields={orderBreachFields}
      shown={shown}
      start={{ ...about }}
      title={words.breachTitle}
      intro={
        <>
          {why === '' ? null : <p dir="auto">{why}</p>}
          <p>{words.breachIntro}</p>
        </>
      }
      groups={groups}
      onClose={onClose}
    />
  );
}
