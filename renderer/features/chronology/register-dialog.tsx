import { useState } from 'react';
import { orderOptions } from '../../../shared/domain/law/law-of';
import type { Law } from '../../../shared/models/law';
import { registerBodySchema } from '../../../shared/models/register';
import type { RegisterBody, RegisterItem, RegisterKind } from '../../../shared/models/register';
import { call, holdfast } from '../../kit/bridge';
import { useLaw } from '../../kit/case-law';
import { FormDialog } from '../../components/form-dialog';
import { RecordFields, choiceOrNone, day, text, together } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { registerKindText } from '../../../shared/records/words/entry-words';
import { OrderFacts } from './order-facts';

const name = (label: string) => text('name', label, { maxLength: 200, autoFocus: true });
const notes = text('notes', 'Notes', { rows: 3 });
const fieldsOf = (
  law: Law,
  orderType: string | null,
): Readonly<Record<RegisterKind, readonly Field<RegisterBody>[]>> => ({
  person: [
    name('Name'),
    text('relation', 'Who this is in the case', {
      description: 'Client, the person complained of, family, neighbour, colleague.',
      maxLength: 200,
    }),
    notes,
  ],
  place: [name('Name'), notes],
  order: [
    name('What it is called here'),
    choiceOrNone('orderType', 'Kind', 'Not said', orderOptions(law, orderType)),
    together('pair', [day('from', 'In force from'), day('until', 'Until')]),
    notes,
  ],
});

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
  const law = useLaw();
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
      <RecordFields
        fields={fieldsOf(law, body.orderType)[kind]}
        value={body}
        set={set}
        errors={checked && body.name.trim() === '' ? { name: 'Give it a name.' } : {}}
      />
      {kind === 'order' ? <OrderFacts law={law} code={body.orderType} /> : null}
    </FormDialog>
  );
}
