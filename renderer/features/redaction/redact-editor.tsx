import { Redo2, ShieldCheck, Undo2 } from 'lucide-react';
import { useEffect, useReducer, useState } from 'react';
import type { ReactNode } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { Redaction } from '../../../shared/models/redaction';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { useJobs } from '../../kit/hooks';
import { useUnsaved } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button, IconButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { Segmented } from '../../components/fields';
import { Notice, PageHeader } from '../../components/parts';
import { boxesText } from '../../strings/redaction';
import { BoxesList } from './boxes-list';
import { asBoxes, edit, inOrder, problemOf, startEditing } from './editor-state';
import { FindText } from './find-text';
import { PageStage } from './page-stage';
import { RedactResult } from './redact-result';
import type { RedactionDraft } from './redaction-draft';

/** Draws boxes and makes the copy; then shows what came out. */
export function RedactEditor({
  item,
  earlier,
  resumed,
  notice,
  onBack,
}: {
  readonly item: EvidenceDetail;
  /** The newest copy there is: its boxes are where the next one begins. */
  readonly earlier: Redaction | null;
  readonly resumed: RedactionDraft | null;
  readonly notice: ReactNode;
  readonly onBack: () => void;
}) {
  const [first] = useState(() => earlier?.boxes ?? []);
  const [state, dispatch] = useReducer(edit, resumed?.boxes ?? first, startEditing);
  const [look, setLook] = useState<'edit' | 'preview'>('edit');
  const [checked, setChecked] = useState(false);
  const making = useAct();
  const reading = useAct({ inTurn: true });
  const [jobId, setJobId] = useState<string | null>(null);
  const [made, setMade] = useState<Redaction | null>(null);
  const job = useJobs().find(({ id }) => id === jobId);
  const boxes = asBoxes(state.boxes);
  const unsaved = made === null && (resumed !== null || JSON.stringify(boxes) !== JSON.stringify(first));
  const leave = useUnsaved(unsaved);
  const forget = useDraft({ form: 'redaction', subject: item.id, caseId: item.caseId }, { boxes }, unsaved);
  const isBusy = job?.state === 'running';
  const resultId = job?.state === 'done' ? job.resultId : null;
  const failed = job?.state === 'failed' ? job.error : null;

  useEffect(() => {
    if (resultId === null) return;
    reading.run(
      () => call(holdfast.redaction.list({ itemId: item.id })),
      (all) => {
        const found = all.find(({ id }) => id === resultId);
        if (found === undefined) return;
        leave();
        forget();
        setMade(found);
      },
    );
    // Once for each copy that was made.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `leave` is a new function at each rendering and does the same.
  }, [resultId, item.id, forget]);

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (!(event.ctrlKey || event.metaKey) || target?.closest('input, textarea') != null) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);

  function make(): void {
    setChecked(true);
    making.setError(null);
    reading.setError(null);
    const wrong = inOrder(state.boxes).find((box) => problemOf(box) !== null);
    if (wrong !== undefined) {
      dispatch({ type: 'page', page: wrong.page });
      dispatch({ type: 'select', key: wrong.key });
      return;
    }
    making.run(
      () => call(holdfast.redaction.make({ itemId: item.id, boxes: [...boxes] })),
      ({ id }) => {
        setJobId(id);
      },
    );
  }

  if (made !== null) {
    return (
      <RedactResult
        item={item}
        redaction={made}
        onBack={onBack}
        onAgain={() => {
          setMade(null);
          setJobId(null);
        }}
      />
    );
  }
  return (
    <div className="evidence redact">
      <PageHeader
        title={`Redact ${item.exhibitRef}`}
        summary={
          <span dir="auto">
            {item.title}. The original stays as it is; what is covered is gone from the copy.
          </span>
        }
        actions={
          <>
            <IconButton
              label="Undo"
              icon={<Undo2 aria-hidden />}
              isDisabled={state.past.length === 0}
              onPress={() => {
                dispatch({ type: 'undo' });
              }}
            />
            <IconButton
              label="Redo"
              icon={<Redo2 aria-hidden />}
              isDisabled={state.future.length === 0}
              onPress={() => {
                dispatch({ type: 'redo' });
              }}
            />
            <Segmented
              label="Boxes"
              value={look}
              onChange={setLook}
              options={[
                { id: 'edit', label: 'See through' },
                { id: 'preview', label: 'As in the copy' },
              ]}
            />
            <Button onPress={onBack}>Close</Button>
            <Button
              variant="primary"
              icon={<ShieldCheck aria-hidden />}
              isDisabled={boxes.length === 0}
              isPending={isBusy}
              onPress={make}
            >
              Make the redacted copy
            </Button>
          </>
        }
      />
      {notice}
      <Failure code={making.error ?? reading.error} />
      <Failure code={failed} />
      {job?.state === 'cancelled' ? (
        <Notice tone="amber" title="Stopped. No copy was made.">
          The boxes are still here.
        </Notice>
      ) : null}
      <div className="item">
        <PageStage item={item} state={state} isFinal={look === 'preview'} onAction={dispatch} />
        <aside className="card panel redact-side" aria-label="What is covered">
          <h2>What is covered</h2>
          <p className="quiet small">
            {boxes.length === 0 ? 'Nothing yet.' : `${boxesText(boxes)}.`}
            {earlier === null ? '' : ` You began with the boxes of version ${earlier.version}.`}
          </p>
          <FindText
            itemId={item.id}
            boxes={state.boxes}
            onCover={(places) => {
              dispatch({ type: 'add', places });
            }}
          />
          <BoxesList state={state} checked={checked} manyPages={(item.pages ?? 1) > 1} onAction={dispatch} />
        </aside>
      </div>
    </div>
  );
}
