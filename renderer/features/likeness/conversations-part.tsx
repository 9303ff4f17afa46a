import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ConversationView, RunHead } from '../../../shared/models/likeness';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { EmptyState, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { runTitle } from '../../strings/likeness';
import { RunEditor } from './run-editor';
import { RunView } from './run-view';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

const refsOf = ({ pieces }: ConversationView): readonly string[] => pieces.map(({ item }) => item.exhibitRef);

function proposedRow(conversation: ConversationView): Row {
  const gaps = conversation.joins.filter(({ kind }) => kind !== 'overlap').length;
  const screenshots = counted(conversation.pieces.length, 'screenshot', 'screenshots');
  return {
    id: conversation.id,
    title: runTitle(refsOf(conversation)),
    detail: gaps === 0 ? screenshots : `${screenshots}, ${counted(gaps, 'gap', 'gaps')}`,
  };
}

const savedRow = ({ id, title, refs }: RunHead): Row => ({
  id,
  title,
  detail: counted(refs.length, 'screenshot', 'screenshots'),
});

/** Conversations that can be joined, and those that were. */
export function ConversationsPart({ caseId, runId }: { readonly caseId: string; readonly runId?: string }) {
  const [chosen, setChosen] = useState<string | null>(runId ?? null);
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
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (proposed.data === null || saved.data === null)
    return <Skeleton height={420} label="Comparing pictures" />;
  const run = saved.data.find(({ id }) => id === chosen);
  const conversation = proposed.data.find(({ id }) => id === chosen) ?? proposed.data[0];
  const first = saved.data[0];
  const shownRun = run ?? (conversation === undefined ? first : undefined);
  const current = shownRun?.id ?? conversation?.id;
  if (current === undefined) {
    return (
      <EmptyState icon={<MessagesSquare />} title="No screenshots overlap">
        Screenshots of one conversation that share some lines are put in order here and shown as one. Only
        pictures of the same width are joined, and only when you say so. Each part still opens its original.
      </EmptyState>
    );
  }
  const section = (title: string, rows: readonly Row[]) =>
    rows.length === 0 ? null : (
      <div className="stack">
        <h2 className="small quiet">{title}</h2>
        <ListBox
          className="like-list"
          aria-label={title}
          items={rows}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={rows.some(({ id }) => id === current) ? [current] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) setChosen(String(key));
          }}
        >
          {(row) => (
            <ListBoxItem className="like-row" id={row.id} textValue={row.title}>
              <strong dir="auto">{row.title}</strong>
              <span className="small quiet">{row.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    );
  return (
    <ListAndDetail
      fixed="list"
      width="236px"
      list={
        <div className="like-side stack">
          {proposed.data.length === 0 ? <p>Nothing more can be joined.</p> : null}
          {section('Can be joined', proposed.data.map(proposedRow))}
          {section('Joined', saved.data.map(savedRow))}
          <p className="quiet small">Only pictures of the same width are joined.</p>
        </div>
      }
      detail={
        <div className="like-main stack">
          {shownRun !== undefined ? (
            <RunView
              key={shownRun.id}
              caseId={caseId}
              runId={shownRun.id}
              onGone={() => {
                setChosen(null);
                reload();
              }}
            />
          ) : conversation === undefined ? null : (
            <RunEditor
              key={conversation.pieces.map(({ item }) => item.id).join(' ')}
              caseId={caseId}
              start={{ ...conversation, id: null, title: null }}
              onSaved={(id) => {
                setChosen(id);
                reload();
              }}
              onApart={() => {
                setChosen(null);
                reload();
              }}
            />
          )}
        </div>
      }
    />
  );
}
