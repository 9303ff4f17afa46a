import { useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Chip, Notice } from '../../components/parts';
import type { ImportResult } from '../../../shared/models/evidence';
import { reasonText } from '../../strings/errors';
import { besideText } from '../../strings/pages';
import { importSummary } from './import-summary';
import type { Tone } from '../../kit/tone';
import { useAct } from '../../kit/use-act';

const outcomeWords: Readonly<Record<ImportResult['outcome'], readonly [Tone, string]>> = {
  stored: ['green', 'Went in'],
  'stored-no-preview': ['amber', 'Stored, not shown'],
  duplicate: ['neutral', 'Already here'],
  failed: ['red', 'Did not go in'],
  cancelled: ['neutral', 'Not started'],
};

/** Those that need a look come first. */
const order: readonly ImportResult['outcome'][] = [
  'failed',
  'cancelled',
  'stored-no-preview',
  'duplicate',
  'stored',
];

/** Of those that went in, the ones with something to look at come first. */
function rank({ outcome, holds, isMarked }: ImportResult): number {
  return order.indexOf(outcome) * 2 - (holds > 0 || isMarked ? 1 : 0);
}

/** How the last import of this case ended, with every file and why. */
export function ImportReport({
  jobId,
  onDismiss,
}: {
  readonly jobId: string;
  readonly onDismiss: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const act = useAct();
  const { data } = useQuery(`report-${jobId}`, () => call(holdfast.jobs.importReport({ id: jobId })));
  if (data === null) return null;
  const { title, rest } = importSummary(data.results);
  const bad = data.results.some(({ outcome }) => outcome === 'failed' || outcome === 'cancelled');
  return (
    <>
      <Failure code={act.error} />
      <Notice
        tone={bad ? 'amber' : 'green'}
        title={title}
        actions={
          <>
            <Button
              onPress={() => {
                setOpen(true);
              }}
            >
              See every file
            </Button>
            {bad ? (
              <Button
                onPress={() => {
                  act.run(() => call(holdfast.imports.retry({ jobId })), onDismiss);
                }}
              >
                Try the rest again
              </Button>
            ) : null}
            <Button variant="quiet" onPress={onDismiss}>
              Dismiss
            </Button>
          </>
        }
      >
        {rest}
      </Notice>
      {isOpen ? (
        <EveryFileDialog
          title={title}
          rest={rest}
          results={data.results}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function EveryFileDialog({
  title,
  rest,
  results,
  onClose,
}: {
  readonly title: string;
  readonly rest: string;
  readonly results: readonly ImportResult[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} isOpen onClose={onClose} isWide>
      <p className="quiet" style={{ marginBottom: 12 }}>
        {rest}
      </p>
      <EveryFile results={results} />
      <div className="actions">
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}

function EveryFile({ results }: { readonly results: readonly ImportResult[] }) {
  const sorted = [...results].sort((a, b) => rank(a) - rank(b));
  return (
    <div className="import-scroll" tabIndex={0} role="region" aria-label="Every file">
      <table className="import-table">
        <thead>
          <tr>
            <th>File</th>
            <th>Outcome</th>
            <th>Why</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((result, index) => (
            <tr key={index}>
              <td className="wrap-anywhere" dir="auto">
                {result.fileName}
                {result.exhibitRef === null ? null : <span className="quiet"> {result.exhibitRef}</span>}
              </td>
              <td>
                <Chip tone={outcomeWords[result.outcome][0]}>{outcomeWords[result.outcome][1]}</Chip>
              </td>
              <td className="quiet">
                {[reasonText(result.reason), besideText(result)].filter((part) => part !== '').join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
