import { useState } from 'react';
import type { UiInput } from '../../../shared/contract/ui-methods';
import { channelText } from '../../../shared/domain/channels';
import { actOptions } from '../../../shared/domain/law/act-words';
import { channels } from '../../../shared/models/chronology';
import type { Behaviour, Channel, EntryKind, EntryLink } from '../../../shared/models/chronology';
import type { RegisterItem, RegisterKind } from '../../../shared/models/register';
import { call, holdfast } from '../../kit/bridge';
import { useLaw } from '../../kit/case-law';
import { useQuery } from '../../kit/hooks';
import { CheckboxGroupField, SelectField } from '../../components/fields';
import { RecordFields, choice, together } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { FormDialog } from '../../components/form-dialog';
import { counted } from '../../strings/counts';
import { roleText } from '../../../shared/records/words/entry-words';

const same = 'same';
const none = 'none';

/** What is chosen; `same` leaves a field as it is. */
interface Change {
  readonly kind: EntryKind | typeof same;
  readonly channel: Channel | typeof same | typeof none;
  readonly addActs: Behaviour[];
  readonly removeActs: Behaviour[];
  readonly linkTo: string;
}
const nothing: Change = { kind: same, channel: same, addActs: [], removeActs: [], linkTo: none };

const roleOf = (kind: RegisterKind): EntryLink['role'] => {
  if (kind === 'order') return 'breach';
  return kind === 'place' ? 'place' : 'actor';
};

/** The change as it is asked for: only what is chosen is in it. */
function changeOf(
  { kind, channel, addActs, removeActs, linkTo }: Change,
  register: readonly RegisterItem[],
): UiInput<'chronology.change'>['change'] {
  const linked = register.find(({ id }) => id === linkTo);
  return {
    ...(kind === same ? {} : { kind }),
    ...(channel === same ? {} : { channel: channel === none ? null : channel }),
    ...(addActs.length === 0 ? {} : { addActs }),
    ...(removeActs.length === 0 ? {} : { removeActs }),
    ...(linked === undefined ? {} : { addLinks: [{ id: linked.id, role: roleOf(linked.kind) }] }),
  };
}

/** The same change of many entries: each gets a new version, and what is not chosen here stays as it is. */
export function BulkDialog({
  caseId,
  size,
  ids,
  onClose,
}: {
  readonly caseId: string;
  readonly size: number;
  readonly ids: () => Promise<string[]>;
  readonly onClose: () => void;
}) {
  const [change, setChange] = useState<Change>(nothing);
  const set = (more: Partial<Change>): void => {
    setChange((before) => ({ ...before, ...more }));
  };
  const { data } = useQuery(`register-${caseId}`, () => call(holdfast.register.list({ caseId })), [
    'chronology',
  ]);
  const items = data ?? [];
  const wanted = changeOf(change, items);

  return (
    <FormDialog
      title={`Change ${counted(size, 'entry', 'entries')}`}
      submit={`Change ${counted(size, 'entry', 'entries')}`}
      isWide
      ready={() => Object.keys(wanted).length > 0}
      work={async () => call(holdfast.chronology.change({ caseId, ids: await ids(), change: wanted }))}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="quiet">
        Each of them gets a new version; the earlier ones stay on record. What you leave as it is here is not
        touched.
      </p>
      <ChangeFields change={change} set={set} register={items} />
    </FormDialog>
  );
}

const fields: readonly Field<Change>[] = [
  together('pair', [
    choice<'kind', Change['kind']>('kind', 'Kind', [
      { id: same, label: 'As it is' },
      { id: 'incident', label: 'Incident' },
      { id: 'event', label: 'Background event' },
    ]),
    choice<'channel', Change['channel']>('channel', 'How', [
      { id: same, label: 'As it is' },
      { id: none, label: 'Not said' },
      ...channels.map((id) => ({ id, label: channelText(id) })),
    ]),
  ]),
];

function ChangeFields({
  change,
  set,
  register,
}: {
  readonly change: Change;
  readonly set: (change: Partial<Change>) => void;
  readonly register: readonly RegisterItem[];
}) {
  const acts = actOptions(useLaw());
  return (
    <>
      <RecordFields fields={fields} value={change} set={set} />
      <SelectField
        label="Link to a person, place or order"
        value={change.linkTo}
        onChange={(linkTo) => {
          set({ linkTo });
        }}
        options={[
          { id: none, label: 'Nothing more' },
          ...register.map(({ id, name, kind }) => ({
            id,
            label: `${name} (${roleText(roleOf(kind))})`,
          })),
        ]}
      />
      <div className="pair top">
        <CheckboxGroupField
          label="Mark with"
          options={acts}
          value={change.addActs}
          onChange={(addActs) => {
            set({ addActs });
          }}
        />
        <CheckboxGroupField
          label="Take away"
          options={acts}
          value={change.removeActs}
          onChange={(removeActs) => {
            set({ removeActs });
          }}
        />
      </div>
    </>
  );
}
