import { useState } from 'react';
import type { TransferRecord } from '../../../shared/models/transfer';
import { CheckboxField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { wipeText as words } from '../../strings/after';

/** Takes a package off a stick, and says what that cannot do. */
export function WipeDialog({
  record,
  isReceived,
  onStarted,
  onClose,
}: {
  readonly record: TransferRecord;
  readonly isReceived: boolean;
  readonly onStarted: (jobId: string) => void;
  readonly onClose: () => void;
}) {
  const [givenUp, setGivenUp] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <FormDialog
      title={words.title(record.caseReference)}
      submit={words.submit}
      isDangerous
      ready={() => {
        setAsked(true);
        return isReceived || givenUp;
      }}
      work={async () => {
        const chosen = await call(holdfast.paths.pick({ purpose: 'wipe' }));
        if (chosen === null) return;
        const job = await call(
          holdfast.transfer.wipe({ id: record.id, source: chosen.token, givenUp: !isReceived && givenUp }),
        );
        onStarted(job.id);
      }}
      onDone={onClose}
      onClose={onClose}
    >
      <p>{words.what}</p>
      <Notice tone="amber">{words.limits}</Notice>
      <p className="quiet">{words.half}</p>
      {isReceived ? null : (
        <>
          <CheckboxField value={givenUp} onChange={setGivenUp}>
            {words.giveUp}
          </CheckboxField>
          {asked && !givenUp ? <strong role="alert">{words.giveUpFirst}</strong> : null}
        </>
      )}
    </FormDialog>
  );
}
