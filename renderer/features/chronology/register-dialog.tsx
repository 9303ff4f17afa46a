import { useState } from 'react';
import { registerBodySchema } from '../../../shared/models/register';
import type { RegisterBody, RegisterItem, RegisterKind } from '../../../shared/models/register';
import { call, holdfast } from '../../kit/bridge';
import { DayField } from '../../components/date-input';
import { SelectField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { orderOptions, registerKindText } from '../../../shared/records/words/entry-words';

const none = 'none';

/** A person, place or order of the case: new, or to be changed. */
export function RegisterDialog({
  caseId,
  kind,
  item,
  onClose,
}: {
  readonly caseId: string;
  readonly kind: RegisterKind;
  readonly item: RegisterItem | null;
  readonly onClose: () => void;
}) {
  const [body, setBody] = useState<RegisterBody>(() =>
    item === null
      ? { name: '', notes: '', relation: '', orderType: null, from: null, until: null }
      : registerBodySchema.parse(item),
  );
  const [checked, setChecked] = useState(false);
  const set = (change: Partial<RegisterBody>): void => {
    setBody((before) => ({ ...before, ...change }));
  };
  const { one } = registerKindText(kind);
  const article = one === 'order' ? 'an order' : `a ${one}`;
  return (
    <FormDialog
      title={item === null ? `Add ${article}` : `Change ${item.name}`}
      submit={item === null ? 'Add' : 'Save'}
      ready={() => {
        setChecked(true);
        return body.name.trim() !== '';
      }}
      work={() =>
        item === null
          ? call(holdfast.register.create({ caseId, kind, ...body }))
          : call(holdfast.register.update({ id: item.id, ...body }))
      }
      onDone={onClose}
      onClose={onClose}
    >
      <TextField
        label={kind === 'order' ? 'What it is called here' : 'Name'}
        value={body.name}
        onChange={(name) => {
          set({ name });
        }}
        error={checked && body.name.trim() === '' ? 'Give it a name.' : null}
        maxLength={200}
        autoFocus
      />
      {kind === 'person' ? (
        <TextField
          label="Who this is in the case"
          description="Client, the person complained of, family, neighbour, colleague."
          value={body.relation}
          onChange={(relation) => {
            set({ relation });
          }}
          maxLength={200}
        />
      ) : null}
      {kind === 'order' ? (
        <>
          <SelectField
            label="Kind"
            value={body.orderType ?? none}
            onChange={(next) => {
              set({ orderType: next === none ? null : next });
            }}
            options={[{ id: none, label: 'Not said' }, ...orderOptions]}
          />
          <div className="pair">
            <DayField
              label="In force from"
              value={body.from ?? ''}
              onChange={(from) => {
                set({ from: from === '' ? null : from });
              }}
            />
            <DayField
              label="Until"
              value={body.until ?? ''}
              onChange={(until) => {
                set({ until: until === '' ? null : until });
              }}
            />
          </div>
        </>
      ) : null}
      <TextField
        label="Notes"
        rows={3}
        value={body.notes}
        onChange={(notes) => {
          set({ notes });
        }}
      />
    </FormDialog>
  );
}
