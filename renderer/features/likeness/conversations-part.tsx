import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import type { ProposedConversation, RunHead } from '../../../shared/models/likeness';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { EmptyState, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { likeLists, runTitle } from '../../strings/likeness';
import { LikeList } from './like-list';
import type { LikeRow } from './like-list';
import { RunEditor } from './run-editor';
import { RunView } from './run-view';

const refsOf = ({ pieces }: ProposedConversation): readonly string[] =>
  pieces.map(({ item }) => item.exhibitRef);

const rowOf = (id: string, title: string, detail: string): LikeRow => ({
  id,
  name: title,
  title: <strong dir="auto">{title}</strong>,
  detail,
});

function proposedRow(conversation: ProposedConversation): LikeRow {
  const gaps = conversation.joins.filter(({ kind }) => kind !== 'overlap').length;
  const screenshots = counted(conversation.pieces.length, 'screenshot', 'screenshots');
  return rowOf(
    conversation.id,
    runTitle(refsOf(conversation)),
    gaps === 0 ? screenshots : `${screenshots}, ${counted(gaps, 'gap', 'gaps')}`,
  );
}

const savedRow = ({ id, title, refs }: RunHead): LikeRow =>
  rowOf(id, title, counted(refs.length, 'screenshot', 'screenshots'));

/** What can be joined, and what was. */
function useConversations(caseId: string) {
  const areas = ['likeness', 'evidence'] as const;
  const proposed = useQuery(
    `conversations-${caseId}`,
    () => call(holdfast.likeness.conversations({ caseId })),
    areas,
  );
  const saved = useQuery(`runs-${caseId}`, () => call(holdfast.likeness.runs({ caseId })), areas);
  const error = proposed.error ?? saved.error;
  const reload = (): void => {
    proposed.reload();
    saved.reload();
  };
  return { proposed: proposed.data, saved: saved.data, error, reload };
}

/** The one that was chosen; else the first that can be joined, or was. */
function shownOf(
  chosen: string | null,
  proposed: readonly ProposedConversation[],
  saved: readonly RunHead[],
) {
  const run = saved.find(({ id }) => id === chosen);
  const conversation = proposed.find(({ id }) => id === chosen) ?? proposed[0];
  return { run: run ?? (conversation === undefined ? saved[0] : undefined), conversation };
}

/** Conversations that can be joined, and those that were. */
export function ConversationsPart({ caseId, runId }: { readonly caseId: string; readonly runId?: string }) {
  const [chosen, setChosen] = useState<string | null>(runId ?? null);
  const { proposed, saved, error, reload } = useConversations(caseId);
  const showNext = (): void => {
    setChosen(null);
    reload();
  };
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (proposed === null || saved === null) return <Skeleton height={420} label="Comparing pictures" />;
  const { run, conversation } = shownOf(chosen, proposed, saved);
  const current = run?.id ?? conversation?.id;
  if (current === undefined) return <NoOverlap />;
  return (
    <ListAndDetail
      fixed="list"
      width="236px"
      list={
        <div className="like-side stack">
          {proposed.length === 0 ? <p>Nothing more can be joined.</p> : null}
          <LikeList
            title={likeLists.toJoin}
            rows={proposed.map(proposedRow)}
            current={current}
            onChoose={setChosen}
          />
          <LikeList
            title={likeLists.joined}
            rows={saved.map(savedRow)}
            current={current}
            onChoose={setChosen}
          />
          <p className="quiet small">Only pictures of the same width are joined.</p>
        </div>
      }
      detail={
        <div className="like-main stack">
          {run !== undefined ? (
            <RunView key={run.id} caseId={caseId} runId={run.id} onGone={showNext} />
          ) : conversation === undefined ? null : (
            <RunEditor
              key={conversation.pieces.map(({ item }) => item.id).join(' ')}
              caseId={caseId}
              start={{ ...conversation, id: null, title: null }}
              onSaved={(id) => {
                setChosen(id);
                reload();
              }}
              onApart={showNext}
            />
          )}
        </div>
      }
    />
  );
}

function NoOverlap() {
  return (
    <EmptyState icon={<MessagesSquare />} title="No screenshots overlap">
      Screenshots of one conversation that share some lines are put in order here and shown as one. Only
      pictures of the same width are joined, and only when you say so. Each part still opens its original.
    </EmptyState>
  );
}
