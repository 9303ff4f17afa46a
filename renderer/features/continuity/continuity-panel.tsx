import { ArrowRightLeft, FileBadge, Lock } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ContinuityRow, ContinuityStep } from '../../../shared/models/continuity';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Chip, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { putRightText } from '../../strings/continuity';
import { printMoment } from '../../strings/dates';
import { HandoverDialog } from './handover-dialog';
import { ownStepWhen, ownStepWords } from './handover-words';
import './continuity.css';

type Open =
  | { readonly name: 'new' }
  | { readonly name: 'correct'; readonly row: ContinuityRow }
  | { readonly name: 'print' };

/** Through whose hands an exhibit went, beginning with how it came into the vault. */
export function ContinuityPanel({
  item,
  printing,
}: {
  readonly item: EvidenceDetail;
  /** The dialog in which its record is printed, and what closes it. */
  readonly printing: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error, reload } = useQuery(
    `continuity-${item.id}`,
    () => call(holdfast.continuity.timeline({ itemId: item.id })),
    ['evidence', 'bundles', 'transfers', 'redactions'],
  );
  const close = (): void => {
    setOpen(null);
  };
  const handovers = data?.filter(({ type }) => type === 'handover').length ?? 0;
  return (
    <div className="continuity">
      <HandoverActions setOpen={setOpen} />
      <Failure code={error} onRetry={reload} />
      {data === null && error === null ? <Skeleton height={120} /> : null}
      {data === null ? null : (
        <ol className="steps">
          {data.map((step) => (
            <Step
              key={step.type === 'own' ? `${step.step.kind} ${step.step.at}` : step.row.id}
              step={step}
              onCorrect={(row) => {
                setOpen({ name: 'correct', row });
              }}
            />
          ))}
        </ol>
      )}
      {data !== null && handovers === 0 ? (
        <p className="quiet">
          No handover is written down. Write one whenever the thing itself, or a copy of it, goes to somebody:
          the police, a solicitor, another office.
        </p>
      ) : null}
      {open?.name === 'new' || open?.name === 'correct' ? (
        <HandoverDialog
          caseId={item.caseId}
          itemIds={[item.id]}
          corrects={open.name === 'correct' ? open.row : null}
          onDone={() => {
            close();
            reload();
          }}
          onClose={close}
        />
      ) : null}
      {open?.name === 'print' ? printing(close) : null}
    </div>
  );
}

function Step({
  step,
  onCorrect,
}: {
  readonly step: ContinuityStep;
  readonly onCorrect: (row: ContinuityRow) => void;
}) {
  if (step.type === 'own') {
    return (
      <li className="own">
        <span className="mark" aria-hidden>
          <Lock />
        </span>
        <div>
          <div className="when">{ownStepWhen(step.step)}</div>
          <div dir="auto">{ownStepWords(step.step)}</div>
          <div className="quiet small" dir="auto">
            {step.step.author}
          </div>
        </div>
      </li>
    );
  }
  return <HandoverStep row={step.row} onCorrect={onCorrect} />;
}

function HandoverStep({
  row,
  onCorrect,
}: {
  readonly row: ContinuityRow;
  readonly onCorrect: (row: ContinuityRow) => void;
}) {
  const isOld = row.correctedBy.length > 0;
  const details = [
    row.place,
    row.purpose,
    row.seal === '' ? '' : `Seal or packaging: ${row.seal}`,
    row.confirmation,
    row.note,
  ].filter((text) => text !== '');
  return (
    <li className={isOld ? 'handover old' : 'handover'}>
      <span className="mark" aria-hidden>
        <ArrowRightLeft />
      </span>
      <div>
        <div className="row">
          <span className="when">{row.printedDate}</span>
          {row.planned ? <Chip tone="amber">was still to come</Chip> : null}
          {isOld ? <Chip>{putRightText(row.correctedBy.length)}</Chip> : null}
          {row.corrects === null ? null : <Chip tone="accent">puts a row right</Chip>}
        </div>
        <div className="hands wrap-anywhere" dir="auto">
          {row.from} → {row.to}
        </div>
        <div className="wrap-anywhere" dir="auto">
          {details.join('. ')}
        </div>
        <div className="small">
          {row.fingerprintConfirmed ? 'Fingerprint compared' : 'No comparison of the fingerprint noted'}
          {row.others === 0 ? '' : `, with ${counted(row.others, 'other exhibit', 'other exhibits')}`}
        </div>
        <div className="quiet small">
          Written down by {row.author}, {printMoment(row.recordedAt)}
        </div>
        {isOld ? null : (
          <Button
            variant="quiet"
            label={`Put right: ${row.printedDate}, ${row.from} to ${row.to}`}
            onPress={() => {
              onCorrect(row);
            }}
          >
            Put right
          </Button>
        )}
      </div>
    </li>
  );
}

/** What can be written down, and printed. */
function HandoverActions({ setOpen }: { readonly setOpen: (open: Open) => void }) {
  return (
    <div className="row">
      <Button
        icon={<ArrowRightLeft aria-hidden />}
        onPress={() => {
          setOpen({ name: 'new' });
        }}
      >
        Write down a handover
      </Button>
      <Button
        icon={<FileBadge aria-hidden />}
        onPress={() => {
          setOpen({ name: 'print' });
        }}
      >
        Print its record
      </Button>
    </div>
  );
}
