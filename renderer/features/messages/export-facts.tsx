import { useState } from 'react';
import type { MessageNotes, MessageSummary } from '../../../shared/models/message';
import { Button } from '../../components/button';
import { SelectField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { exportWords } from '../../strings/messages';

const nobody = ' ';

/** An export that was read: whose phone it came from, how many lines it has, and how it was read. */
export function ExportFacts({
  notes,
  owner,
  senders,
  onOwner,
  onOrder,
  onColumns,
}: {
  readonly notes: MessageNotes;
  readonly owner: string | null;
  readonly senders: MessageSummary['senders'];
  readonly onOwner: (owner: string | null) => void;
  readonly onOrder: () => void;
  readonly onColumns: () => void;
}) {
  const [isTold, setTold] = useState(false);
  return (
    <>
      <div className="about-export">
        {notes.format === 'whatsapp' || owner !== null ? (
          <WhosePhone owner={owner} senders={senders} onOwner={onOwner} />
        ) : null}
        <p className="quiet small">{exportWords.counted(notes)}</p>
        <Button
          variant="quiet"
          isExpanded={isTold}
          onPress={() => {
            setTold(!isTold);
          }}
        >
          {isTold ? exportWords.close : exportWords.how}
        </Button>
        <div className="row">
          {notes.question === null ? null : (
            <Button variant="quiet" onPress={onOrder}>
              {exportWords.orderAgain}
            </Button>
          )}
          {notes.table === null ? null : (
            <Button variant="quiet" onPress={onColumns}>
              {exportWords.columnsAgain}
            </Button>
          )}
        </div>
      </div>
      {isTold ? <Notice title={exportWords.how}>{exportWords.told(notes)}</Notice> : null}
    </>
  );
}

function WhosePhone({
  owner,
  senders,
  onOwner,
}: {
  readonly owner: string | null;
  readonly senders: MessageSummary['senders'];
  readonly onOwner: (owner: string | null) => void;
}) {
  const named = senders.filter(({ sender }) => sender !== '');
  return (
    <SelectField
      label={exportWords.owner}
      value={owner ?? nobody}
      options={[
        { id: nobody, label: exportWords.nobody },
        ...named.map(({ sender }) => ({ id: sender, label: sender })),
      ]}
      onChange={(chosen) => {
        onOwner(chosen === nobody ? null : chosen);
      }}
    />
  );
}
