import { useState } from 'react';
import { isForReview } from '../../../shared/domain/casework/retention/office-duties';
import type { RetentionCase } from '../../../shared/models/retention';
import { Button } from '../../components/button';
import { DayField } from '../../components/date-input';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Chip, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { today } from '../../kit/today';
import { retentionText as words } from '../../strings/retention';
import { EraseCaseDialog } from '../erase/erase-case-dialog';

type Open = { readonly is: 'erase' | 'keep'; readonly of: RetentionCase } | null;

/** Cases that are over, beside the office's rule: those whose time has come wait for a decision. */
export function ReviewCard() {
  const [open, setOpen] = useState<Open>(null);
  const { data, error, reload } = useQuery('retention-cases', () => call(holdfast.retention.cases({})), [
    'records',
    'cases',
  ]);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <section className="card pad stack" aria-label={words.reviewTitle}>
      <h2>{words.reviewTitle}</h2>
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {data === null && error === null ? <Skeleton height={60} /> : null}
      {data?.length === 0 ? <p className="quiet">{words.noCases}</p> : null}
      <ul className="retention-list">
        {(data ?? []).map((each) => (
          <Row key={each.caseId} of={each} onOpen={setOpen} />
        ))}
      </ul>
      {open?.is === 'erase' ? (
        <EraseCaseDialog
          caseId={open.of.caseId}
          reference={open.of.reference}
          onErased={close}
          onClose={close}
        />
      ) : null}
      {open?.is === 'keep' ? <KeepDialog of={open.of} onClose={close} /> : null}
    </section>
  );
}

function Row({ of, onOpen }: { readonly of: RetentionCase; readonly onOpen: (open: Open) => void }) {
  return (
    <li>
      <div className="row">
        <h3 className="grow" dir="auto">
          {of.reference}
        </h3>
        {isForReview(of, today()) ? <Chip tone="amber">{words.forReview}</Chip> : null}
      </div>
      <span dir="auto">{words.state(of)}</span>
      {of.isHeld ? null : (
        <div className="row">
          <Button
            label={words.keepOf(of.reference)}
            onPress={() => {
              onOpen({ is: 'keep', of });
            }}
          >
            {words.keep}
          </Button>
          <Button
            variant="quiet"
            label={words.eraseOf(of.reference)}
            onPress={() => {
              onOpen({ is: 'erase', of });
            }}
          >
            {words.erase}
          </Button>
        </div>
      )}
    </li>
  );
}

/** A decision to keep a case longer, with its reason. */
function KeepDialog({
  of: { caseId, reference },
  onClose,
}: {
  readonly of: RetentionCase;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [checked, setChecked] = useState(false);
  return (
    <FormDialog
      title={words.keepOf(reference)}
      submit={words.keep}
      ready={() => {
        setChecked(true);
        return reason.trim() !== '';
      }}
      work={() =>
        call(
          holdfast.retention.keepLonger({
            caseId,
            reason: reason.trim(),
            until: until === '' ? null : until,
          }),
        )
      }
      onDone={onClose}
      onClose={onClose}
    >
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        rows={3}
        error={checked && reason.trim() === '' ? words.reasonMissing : null}
        autoFocus
      />
      <DayField label={words.until} value={until} error={null} onChange={setUntil} />
    </FormDialog>
  );
}
