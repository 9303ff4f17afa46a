import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { EntryLink } from '../../../shared/models/chronology';
import { registerBodySchema, registerKinds } from '../../../shared/models/register';
import type { RegisterKind } from '../../../shared/models/register';
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
  const { go } = useNavigation();
  const register = useQuery(`register-${caseId}`, () => call(holdfast.register.list({ caseId })), [
    'chronology',
  ]);
  const [adding, setAdding] = useState<RegisterKind | null>(null);
  const [name, setName] = useState('');
  const act = useAct();
  const items = register.data ?? [];
  const rest = items.filter(({ id }) => !value.some((link) => link.id === id));

  function create(): void {
    if (adding === null || name.trim() === '') return;
    const body = registerBodySchema.parse({ name: name.trim() });
    act.run(
      () => call(holdfast.register.create({ caseId, kind: adding, ...body })),
      (made) => {
        onChange([...value, { id: made.id, role: usual[adding] }]);
        setAdding(null);
        setName('');
        register.reload();
      },
    );
  }

  return (
    <div className="field" role="group" aria-label="People, places and orders">
      <span className="label">People, places and orders</span>
      {value.map((link, index) => {
        const item = items.find(({ id }) => id === link.id);
        return (
          <div className="link-row" key={`${link.id} ${link.role}`}>
            <span className="grow wrap-anywhere" dir="auto">
              <TextLink
                onPress={() => {
                  go({ name: 'chronology', caseId, view: 'register' });
                }}
              >
                {item?.name ?? '…'}
              </TextLink>
            </span>
            <SelectField
              label={`What ${item?.name ?? 'it'} has to do with it`}
              hideLabel
              value={link.role}
              onChange={(role) => {
                if (value.some((each) => each.id === link.id && each.role === role)) return;
                onChange(value.map((each, at) => (at === index ? { ...each, role } : each)));
              }}
              options={roleOptions}
            />
            <IconButton
              label={`Take ${item?.name ?? 'it'} out`}
              icon={<Trash2 aria-hidden />}
              onPress={() => {
                onChange(value.filter((_, at) => at !== index));
              }}
            />
          </div>
        );
      })}
      {rest.length === 0 ? null : (
        <SelectField
          label="Link one of the case"
          hideLabel
          value={nobody}
          onChange={(id) => {
            const item = items.find((each) => each.id === id);
            if (item !== undefined) onChange([...value, { id: item.id, role: usual[item.kind] }]);
          }}
          options={[
            { id: nobody, label: 'Link one of the case …' },
            ...rest.map(({ id, name: label, kind }) => ({
              id,
              label: `${label} (${registerKindText(kind).one})`,
            })),
          ]}
        />
      )}
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
        <div className="row add-link">
          <div className="grow">
            <TextField
              label={`Name of the ${registerKindText(adding).one}`}
              value={name}
              onChange={setName}
              maxLength={200}
              autoFocus
            />
          </div>
          <Button onPress={create}>Add</Button>
          <Button
            variant="quiet"
            onPress={() => {
              setAdding(null);
              setName('');
            }}
          >
            Cancel
          </Button>
        </div>
      )}
      <Failure code={act.error} />
    </div>
  );
}
