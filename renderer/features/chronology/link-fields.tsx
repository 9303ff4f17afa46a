import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { EntryLink } from '../../../shared/models/chronology';
import { registerBodySchema, registerKinds } from '../../../shared/models/register';
import type { RegisterItem, RegisterKind } from '../../../shared/models/register';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button, IconButton, TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { SelectField, TextField } from '../../components/fields';
import { registerKindText, roleOptions } from '../../../shared/records/words/entry-words';

const nobody = 'nobody';
const usual: Readonly<Record<RegisterKind, EntryLink['role']>> = {
  person: 'actor',
  place: 'place',
  order: 'breach',
};

/** People, places and orders of the case that an entry is linked to, each with what it has to do with it. */
export function LinkFields({
  caseId,
  value,
  onChange,
}: {
  readonly caseId: string;
  readonly value: readonly EntryLink[];
  readonly onChange: (links: EntryLink[]) => void;
}) {
  const register = useQuery(`register-${caseId}`, () => call(holdfast.register.list({ caseId })), [
    'chronology',
  ]);
  const items = register.data ?? [];
  const rest = items.filter(({ id }) => !value.some((link) => link.id === id));
  const add = ({ id, kind }: Pick<RegisterItem, 'id' | 'kind'>): void => {
    onChange([...value, { id, role: usual[kind] }]);
  };

  return (
    <div className="field" role="group" aria-label="People, places and orders">
      <span className="label">People, places and orders</span>
      {value.map((link, index) => (
        <LinkRow
          key={`${link.id} ${link.role}`}
          caseId={caseId}
          name={items.find(({ id }) => id === link.id)?.name ?? null}
          role={link.role}
          onRole={(role) => {
            if (value.some((each) => each.id === link.id && each.role === role)) return;
            onChange(value.map((each, at) => (at === index ? { ...each, role } : each)));
          }}
          onRemove={() => {
            onChange(value.filter((_, at) => at !== index));
          }}
        />
      ))}
      {rest.length === 0 ? null : <LinkOne items={rest} onLink={add} />}
      <LinkNew
        caseId={caseId}
        onMade={(made) => {
          add(made);
          register.reload();
        }}
      />
    </div>
  );
}

function LinkRow({
  caseId,
  name,
  role,
  onRole,
  onRemove,
}: {
  readonly caseId: string;
  /** Null while the register is being read. */
  readonly name: string | null;
  readonly role: EntryLink['role'];
  readonly onRole: (role: EntryLink['role']) => void;
  readonly onRemove: () => void;
}) {
  const { go } = useNavigation();
  return (
    <div className="link-row">
      <span className="grow wrap-anywhere" dir="auto">
        <TextLink
          onPress={() => {
            go({ name: 'chronology', caseId, view: 'register' });
          }}
        >
          {name ?? '…'}
        </TextLink>
      </span>
      <SelectField
        label={`What ${name ?? 'it'} has to do with it`}
        hideLabel
        value={role}
        onChange={onRole}
        options={roleOptions}
      />
      <IconButton label={`Take ${name ?? 'it'} out`} icon={<Trash2 aria-hidden />} onPress={onRemove} />
    </div>
  );
}

/** Links one that is in the register and not linked yet. */
function LinkOne({
  items,
  onLink,
}: {
  readonly items: readonly RegisterItem[];
  readonly onLink: (item: RegisterItem) => void;
}) {
  return (
    <SelectField
      label="Link one of the case"
      hideLabel
      value={nobody}
      onChange={(id) => {
        const item = items.find((each) => each.id === id);
        if (item !== undefined) onLink(item);
      }}
      options={[
        { id: nobody, label: 'Link one of the case …' },
        ...items.map(({ id, name: label, kind }) => ({
          id,
          label: `${label} (${registerKindText(kind).one})`,
        })),
      ]}
    />
  );
}

/** Puts a person, a place or an order into the register, to be linked at once. */
function LinkNew({
  caseId,
  onMade,
}: {
  readonly caseId: string;
  readonly onMade: (made: Pick<RegisterItem, 'id' | 'kind'>) => void;
}) {
  const [adding, setAdding] = useState<RegisterKind | null>(null);
  const [name, setName] = useState('');
  const act = useAct();

  function create(): void {
    if (adding === null || name.trim() === '') return;
    const body = registerBodySchema.parse({ name: name.trim() });
    act.run(
      () => call(holdfast.register.create({ caseId, kind: adding, ...body })),
      ({ id }) => {
        setAdding(null);
        setName('');
        onMade({ id, kind: adding });
      },
    );
  }

  return (
    <>
      {adding === null ? (
        <div className="row">
          {registerKinds.map((kind) => (
            <Button
              key={kind}
              variant="quiet"
              icon={<Plus aria-hidden />}
              onPress={() => {
                setAdding(kind);
              }}
            >
              New {registerKindText(kind).one}
            </Button>
          ))}
        </div>
      ) : (
        <NameOfNew
          kind={adding}
          name={name}
          onName={setName}
          onAdd={create}
          onCancel={() => {
            setAdding(null);
            setName('');
          }}
        />
      )}
      <Failure code={act.error} />
    </>
  );
}

function NameOfNew({
  kind,
  name,
  onName,
  onAdd,
  onCancel,
}: {
  readonly kind: RegisterKind;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
}) {
  return (
    <div className="row add-link">
      <div className="grow">
        <TextField
          label={`Name of the ${registerKindText(kind).one}`}
          value={name}
          onChange={onName}
          maxLength={200}
          autoFocus
        />
      </div>
      <Button onPress={onAdd}>Add</Button>
      <Button variant="quiet" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
