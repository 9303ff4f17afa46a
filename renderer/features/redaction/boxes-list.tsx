import { Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../components/button';
import { SelectField, TextField } from '../../components/fields';
import { reasonName, reasonOptions } from '../../strings/redaction';
import { inOrder, problemOf } from './editor-state';
import type { EditedBox, EditorAction, EditorState } from './editor-state';

/** Every box with its reason; the one that is worked on is open. */
export function BoxesList({
  state,
  checked,
  manyPages,
  onAction,
}: {
  readonly state: EditorState;
  /** Somebody tried to make the copy: what is missing is shown. */
  readonly checked: boolean;
  readonly manyPages: boolean;
  readonly onAction: (action: EditorAction) => void;
}) {
  const boxes = inOrder(state.boxes);
  if (boxes.length === 0) {
    return (
      <p className="quiet">
        Draw a box over what should not be seen: drag across it with the mouse, or press “Add box” and move it
        with the arrow keys.
      </p>
    );
  }
  return (
    <ol className="redact-list">
      {boxes.map((box, index) => (
        <li key={box.key} data-selected={box.key === state.selected || undefined}>
          <AriaButton
            className="redact-line"
            aria-expanded={box.key === state.selected}
            onPress={() => {
              if (box.page !== state.page) onAction({ type: 'page', page: box.page });
              onAction({ type: 'select', key: box.key === state.selected ? null : box.key });
            }}
          >
            <span className="number">{index + 1}</span>
            <span className="grow">
              {reasonName(box.reason)}
              {manyPages ? <span className="quiet">, page {box.page}</span> : null}
              {checked && problemOf(box) !== null ? <span className="problem"> {problemOf(box)}</span> : null}
            </span>
            <span className="quiet small one-line">{box.words}</span>
          </AriaButton>
          {box.key === state.selected ? (
            <BoxFields box={box} number={index + 1} checked={checked} onAction={onAction} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function BoxFields({
  box,
  number,
  checked,
  onAction,
}: {
  readonly box: EditedBox;
  readonly number: number;
  readonly checked: boolean;
  readonly onAction: (action: EditorAction) => void;
}) {
  const { key } = box;
  return (
    <div className="stack redact-fields" role="group" aria-label={`Box ${number}`}>
      <SelectField
        label="What it is"
        options={reasonOptions}
        value={box.reason}
        onChange={(reason) => {
          onAction({ type: 'describe', key, change: { reason } });
        }}
      />
      <TextField
        label="Words printed in the box"
        description="They tell the reader what was there. May be empty."
        value={box.words}
        maxLength={60}
        onChange={(words) => {
          onAction({ type: 'describe', key, change: { words } });
        }}
      />
      <TextField
        label={box.reason === 'other' ? 'What it is, in your words' : 'Note'}
        description="It stays in the vault."
        value={box.note}
        maxLength={200}
        error={checked ? problemOf(box) : null}
        onChange={(note) => {
          onAction({ type: 'describe', key, change: { note } });
        }}
      />
      <div>
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden />}
          label={`Remove box ${number}`}
          onPress={() => {
            onAction({ type: 'remove', key });
          }}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}
