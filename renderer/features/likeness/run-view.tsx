import { Plus, Scissors } from 'lucide-react';
import { useState } from 'react';
import type { UiOutput } from '../../../shared/contract/ui-methods';
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
  const [editing, setEditing] = useState(false);
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
  return (
    <RunShown
      caseId={caseId}
      run={run}
      onEdit={() => {
        setEditing(true);
      }}
      onGone={onGone}
    />
  );
}

type Run = UiOutput<'likeness.run'>;

function RunShown({
  caseId,
  run,
  onEdit,
  onGone,
}: {
  readonly caseId: string;
  readonly run: Run;
  readonly onEdit: () => void;
  readonly onGone: () => void;
}) {
  const { go } = useNavigation();
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const ids = run.pieces.map(({ item }) => item.id);
  return (
    <Revealed>
      {(reveal) => (
        <div className="run">
          <div className="run-side stack">
            <Failure code={act.error} />
            <AboutRun run={run} />
            <RunActions
              caseId={caseId}
              ids={ids}
              onEdit={onEdit}
              onApart={() => {
                setAsking(true);
              }}
            />
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
          <TakeApart
            isOpen={asking}
            onConfirm={() => {
              setAsking(false);
              act.run(() => call(holdfast.likeness.removeRun({ id: run.id })), onGone);
            }}
            onClose={() => {
              setAsking(false);
            }}
          />
        </div>
      )}
    </Revealed>
  );
}

/** What somebody should know of where one screenshot ends and the next begins. */
function breaksIn({ joins, pieces }: Run): readonly string[] {
  return joins.flatMap((join, index) => {
    const [upper, lower] = [pieces[index], pieces[index + 1]];
    if (upper === undefined || lower === undefined) return [];
    const by = surplus(join, upper, lower);
    if (join.kind === 'overlap' && by === 0 && join.doubt === null) return [];
    const text = joinText(join, upper.item.exhibitRef, lower.item.exhibitRef, by);
    // Said of two in a list of many, an overlap needs their names.
    const names = join.kind === 'overlap' && by === 0;
    return [names ? `${upper.item.exhibitRef} above ${lower.item.exhibitRef}: ${text}` : text];
  });
}

/** Which screenshots it is made of, who joined them, and how they fit. */
function AboutRun({ run }: { readonly run: Run }) {
  const breaks = breaksIn(run);
  return (
    <>
      <h2 dir="auto">{run.title}</h2>
      <p className="quiet">
        {counted(run.pieces.length, 'screenshot', 'screenshots')}, {run.refs.join(', ')}. Joined by{' '}
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
    </>
  );
}

function TakeApart(props: {
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  return (
    <ConfirmDialog {...props} title="Take these apart?" confirm="Take apart">
      The screenshots stay as they are. Only their order and cuts are forgotten.
    </ConfirmDialog>
  );
}

/** What can be done with the run. */
function RunActions({
  caseId,
  ids,
  onEdit,
  onApart,
}: {
  readonly caseId: string;
  readonly ids: string[];
  readonly onEdit: () => void;
  readonly onApart: () => void;
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
      <Button icon={<Scissors aria-hidden />} onPress={onEdit}>
        Change
      </Button>
      <Button variant="quiet" onPress={onApart}>
        Take apart
      </Button>
    </div>
  );
}
