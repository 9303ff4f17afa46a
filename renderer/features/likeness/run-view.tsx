import { Plus, Scissors } from 'lucide-react';
import { useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { printMoment } from '../../strings/dates';
import { joinText } from '../../strings/likeness';
import { surplus } from './cuts';
import { Revealed } from './revealed';
import { RunEditor } from './run-editor';
import { TallPicture } from './tall-picture';

/** A joined conversation: read, cited, changed, or taken apart again. */
export function RunView({
  caseId,
  runId,
  onGone,
}: {
  readonly caseId: string;
  readonly runId: string;
  readonly onGone: () => void;
}) {
  const { go } = useNavigation();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const {
    data: run,
    error,
    reload,
  } = useQuery(`run-${runId}`, () => call(holdfast.likeness.run({ id: runId })), ['likeness', 'evidence']);
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (run === null) return <Skeleton height={420} />;
  if (editing) {
    return (
      <RunEditor
        caseId={caseId}
        start={{ ...run, leftOut: [], perhaps: [], orderInDoubt: false }}
        onSaved={() => {
          setEditing(false);
          reload();
        }}
        onCancel={() => {
          setEditing(false);
        }}
      />
    );
  }
  const ids = run.pieces.map(({ item }) => item.id);
  const breaks = run.joins.flatMap((join, index) => {
    const [upper, lower] = [run.pieces[index], run.pieces[index + 1]];
    if (upper === undefined || lower === undefined) return [];
    const by = surplus(join, upper, lower);
    if (join.kind === 'overlap' && by === 0 && join.doubt === null) return [];
    const text = joinText(join, upper.item.exhibitRef, lower.item.exhibitRef, by);
    // Said of two in a list of many, an overlap needs their names.
    const names = join.kind === 'overlap' && by === 0;
    return [names ? `${upper.item.exhibitRef} above ${lower.item.exhibitRef}: ${text}` : text];
  });

  return (
    <Revealed>
      {(reveal) => (
        <div className="run">
          <div className="run-side stack">
            <Failure code={act.error} />
            <h2 dir="auto">{run.title}</h2>
            <p className="quiet">
              {counted(ids.length, 'screenshot', 'screenshots')}, {run.refs.join(', ')}. Joined by{' '}
              {run.author}, {printMoment(run.createdAt)}.
            </p>
            {breaks.length === 0 ? (
              <p>Each overlaps with the next, and every row is shown once.</p>
            ) : (
              <ul className="plain">
                {breaks.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            <RunActions caseId={caseId} ids={ids} setEditing={setEditing} setAsking={setAsking} />
            <p className="quiet small">
              The originals are unchanged: what you see are parts of them, side by side. The name of an
              exhibit opens it.
            </p>
          </div>
          <TallPicture
            joined={run}
            onReveal={reveal}
            onOpen={(itemId) => {
              go({ name: 'evidence-item', caseId, itemId });
            }}
          />
          <ConfirmDialog
            title="Take these apart?"
            isOpen={asking}
            confirm="Take apart"
            onConfirm={() => {
              setAsking(false);
              act.run(() => call(holdfast.likeness.removeRun({ id: runId })), onGone);
            }}
            onClose={() => {
              setAsking(false);
            }}
          >
            The screenshots stay as they are. Only their order and cuts are forgotten.
          </ConfirmDialog>
        </div>
      )}
    </Revealed>
  );
}

/** What can be done with the run. */
function RunActions({
  caseId,
  ids,
  setEditing,
  setAsking,
}: {
  readonly caseId: string;
  readonly ids: string[];
  readonly setEditing: (editing: boolean) => void;
  readonly setAsking: (asking: boolean) => void;
}) {
  const { go } = useNavigation();
  return (
    <div className="row">
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        onPress={() => {
          go({ name: 'chronology', caseId, draftFrom: ids });
        }}
      >
        New entry from this run
      </Button>
      <Button
        icon={<Scissors aria-hidden />}
        onPress={() => {
          setEditing(true);
        }}
      >
        Change
      </Button>
      <Button
        variant="quiet"
        onPress={() => {
          setAsking(true);
        }}
      >
        Take apart
      </Button>
    </div>
  );
}
