import { useState } from 'react';
import { channelText } from '../../../shared/domain/behaviours';
import { channels } from '../../../shared/models/chronology';
import type { Behaviour, Channel, EntryKind, EntryLink } from '../../../shared/models/chronology';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { CheckboxGroupField, SelectField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { counted } from '../../strings/counts';
import { actOptions, roleText } from '../../../shared/records/words/entry-words';

const same = 'same';
const none = 'none';

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
  const [kind, setKind] = useState<EntryKind | typeof same>(same);
  const [channel, setChannel] = useState<Channel | typeof same | typeof none>(same);
  const [addActs, setAddActs] = useState<Behaviour[]>([]);
  const [removeActs, setRemoveActs] = useState<Behaviour[]>([]);
  const [linkTo, setLinkTo] = useState<string>(none);
  const register = useQuery(`register-${caseId}`, () => call(holdfast.register.list({ caseId })), [
    'chronology',
  ]);
  const linked = register.data?.find(({ id }) => id === linkTo);
  const role: EntryLink['role'] =
    linked?.kind === 'order' ? 'breach' : linked?.kind === 'place' ? 'place' : 'actor';
  const isNothing =
    kind === same &&
    channel === same &&
    addActs.length === 0 &&
    removeActs.length === 0 &&
    linked === undefined;

  async function work(): Promise<void> {
    const chosen = await ids();
    await call(
      holdfast.chronology.change({
        caseId,
        ids: chosen,
        change: {
          ...(kind === same ? {} : { kind }),
          ...(channel === same ? {} : { channel: channel === none ? null : channel }),
          ...(addActs.length === 0 ? {} : { addActs }),
          ...(removeActs.length === 0 ? {} : { removeActs }),
          ...(linked === undefined ? {} : { addLinks: [{ id: linked.id, role }] }),
        },
      }),
    );
  }

  return (
    <FormDialog
      title={`Change ${counted(size, 'entry', 'entries')}`}
      submit={`Change ${counted(size, 'entry', 'entries')}`}
      isWide
      ready={() => !isNothing}
      work={work}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="quiet">
        Each of them gets a new version; the earlier ones stay on record. What you leave as it is here is not
        touched.
      </p>
      <div className="pair">
        <SelectField
          label="Kind"
          value={kind}
          onChange={setKind}
          options={[
            { id: same, label: 'As it is' },
            { id: 'incident', label: 'Incident' },
            { id: 'event', label: 'Background event' },
          ]}
        />
        <SelectField
          label="How"
          value={channel}
          onChange={setChannel}
          options={[
            { id: same, label: 'As it is' },
            { id: none, label: 'Not said' },
            ...channels.map((id) => ({ id, label: channelText(id) })),
          ]}
        />
      </div>
      <SelectField
        label="Link to a person, place or order"
        value={linkTo}
        onChange={setLinkTo}
        options={[
          { id: none, label: 'Nothing more' },
          ...(register.data ?? []).map(({ id, name, kind: what }) => ({
            id,
            label: `${name} (${roleText(what === 'order' ? 'breach' : what === 'place' ? 'place' : 'actor')})`,
          })),
        ]}
      />
      <div className="pair top">
        <CheckboxGroupField label="Mark with" options={actOptions} value={addActs} onChange={setAddActs} />
        <CheckboxGroupField
          label="Take away"
          options={actOptions}
          value={removeActs}
          onChange={setRemoveActs}
        />
      </div>
    </FormDialog>
  );
}
