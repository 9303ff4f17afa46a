import { Link2 } from 'lucide-react';
import { useState } from 'react';
import type { Joined } from '../../../shared/models/likeness';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation, useUnsaved } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';
import { runTitle } from '../../strings/likeness';
import { added, moved } from './cuts';
import { OtherPictures } from './other-pictures';
import { PieceList } from './piece-list';
import { Revealed } from './revealed';
import { TallPicture } from './tall-picture';
import type { RunStart } from './run-start';

/** Puts screenshots in order, cuts them, and joins them when a person says that it is right. */
export function RunEditor({
  caseId,
  start,
  onSaved,
  onApart,
  onCancel,
}: {
  readonly caseId: string;
  readonly start: RunStart;
  readonly onSaved: (runId: string) => void;
  /** They do not belong together; only for what the app proposed. */
  readonly onApart?: () => void;
  readonly onCancel?: () => void;
}) {
  const { go } = useNavigation();
  const [joined, setJoined] = useState<Joined>({ pieces: start.pieces, joins: start.joins });
  const [title, setTitle] = useState(start.title);
  const ordering = useAct({ inTurn: true });
  const saving = useAct({ once: true });
  const [touched, setTouched] = useState(false);
  const saved = useUnsaved(touched);
  const ids = joined.pieces.map(({ item }) => item.id);
  const shownTitle = title ?? runTitle(joined.pieces.map(({ item }) => item.exhibitRef));

  const change = (next: Joined): void => {
    setTouched(true);
    setJoined(next);
  };
  const order = (next: readonly string[]): void => {
    ordering.run(async () => {
      change(await call(holdfast.likeness.join({ itemIds: [...next] })));
    });
  };
  const save = (): void => {
    saving.run(async () => {
      const proposed = start.pieces.map(({ item }) => item.id);
      const run = await call(
        holdfast.likeness.saveRun({
          caseId,
          id: start.id,
          title: shownTitle,
          pieces: joined.pieces.map(({ item, top, bottom }) => ({ itemId: item.id, top, bottom })),
          setApart: proposed.filter((id) => !ids.includes(id)),
        }),
      );
      saved();
      onSaved(run.id);
    });
  };
  const apart = (): void => {
    saving.run(async () => {
      await call(holdfast.likeness.setApart({ itemIds: start.pieces.map(({ item }) => item.id) }));
      saved();
      onApart?.();
    });
  };

  return (
    <Revealed>
      {(reveal) => (
        <div className="run">
          <div className="run-side stack">
            <Failure code={ordering.error ?? saving.error} />
            {start.orderInDoubt ? (
              <Notice tone="amber" title="The order may be another one.">
                Some of these overlap in more than one way. Read them through before you join them.
              </Notice>
            ) : null}
            <TextField
              label="Title"
              value={shownTitle}
              maxLength={200}
              onChange={(next) => {
                setTouched(true);
                setTitle(next);
              }}
              error={shownTitle.trim() === '' ? 'Write a few words.' : null}
            />
            <PieceList
              joined={joined}
              onChange={change}
              onMove={(index, by) => {
                order(moved(ids, index, by));
              }}
              onRemove={(index) => {
                order(ids.filter((_id, at) => at !== index));
              }}
            />
            <OtherPictures
              start={start}
              inRun={ids}
              onAdd={(id, beside, where) => {
                order(added(ids, id, beside, where));
              }}
              onOpen={(itemId) => {
                go({ name: 'evidence-item', caseId, itemId });
              }}
            />
            <JoinActions
              name={
                start.id === null
                  ? `Join ${counted(ids.length, 'screenshot', 'screenshots')}`
                  : 'Save the changes'
              }
              isReady={shownTitle.trim() !== ''}
              isPending={saving.busy}
              save={save}
              apart={onApart === undefined ? undefined : apart}
              cancel={
                onCancel === undefined
                  ? undefined
                  : () => {
                      saved();
                      onCancel();
                    }
              }
            />
          </div>
          <TallPicture
            joined={joined}
            onReveal={reveal}
            onOpen={(itemId) => {
              go({ name: 'evidence-item', caseId, itemId });
            }}
          />
        </div>
      )}
    </Revealed>
  );
}

/** Joining them, saying that they do not belong together, or leaving it. */
function JoinActions({
  name,
  isReady,
  isPending,
  save,
  apart,
  cancel,
}: {
  readonly name: string;
  readonly isReady: boolean;
  readonly isPending: boolean;
  readonly save: () => void;
  readonly apart: (() => void) | undefined;
  readonly cancel: (() => void) | undefined;
}) {
  return (
    <div className="row run-actions">
      <Button
        variant="primary"
        icon={<Link2 aria-hidden />}
        isPending={isPending}
        isDisabled={!isReady}
        onPress={save}
      >
        {name}
      </Button>
      {apart === undefined ? null : <Button onPress={apart}>They do not belong together</Button>}
      {cancel === undefined ? null : <Button onPress={cancel}>Cancel</Button>}
    </div>
  );
}
