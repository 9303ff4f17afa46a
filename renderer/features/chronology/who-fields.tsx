import { Plus, Trash2 } from 'lucide-react';
import type { NewEntry, Witness } from '../../../shared/models/chronology';
import { Button, IconButton } from '../../components/button';
import { SelectField, TextField } from '../../components/fields';
import { statementOptions } from '../../../shared/records/words/entry-words';
import { LinkFields } from './link-fields';

const certainty = [
  { id: 'none', label: 'Not said' },
  { id: 'named', label: 'Known' },
  { id: 'suspected', label: 'Suspected' },
  { id: 'unknown', label: 'Unknown' },
] as const;

/** Who did it, who was used or was there, and what the entry is linked to. */
export function WhoFields({
  caseId,
  value,
  set,
}: {
  readonly caseId: string;
  readonly value: NewEntry;
  readonly set: (change: Partial<NewEntry>) => void;
}) {
  return (
    <div className="stack">
      <LinkFields
        caseId={caseId}
        value={value.links}
        onChange={(links) => {
          set({ links });
        }}
      />
      <WhoDidIt actor={value.actor} set={set} />
      <TextField
        label="Others who acted for the person, or were used"
        value={value.others}
        onChange={(others) => {
          set({ others });
        }}
        maxLength={200}
      />
      <TextField
        label="Vehicle: make, colour, registration"
        value={value.vehicle}
        onChange={(vehicle) => {
          set({ vehicle });
        }}
        maxLength={200}
      />
      <Witnesses
        witnesses={value.witnesses}
        onChange={(witnesses) => {
          set({ witnesses });
        }}
      />
    </div>
  );
}

/** Whether it is known who did it, and by what. */
function WhoDidIt({
  actor,
  set,
}: {
  readonly actor: NewEntry['actor'];
  readonly set: (change: Pick<NewEntry, 'actor'>) => void;
}) {
  return (
    <div className="pair">
      <SelectField
        label="Who did it"
        value={actor?.certainty ?? 'none'}
        onChange={(next) => {
          set({ actor: next === 'none' ? null : { certainty: next, why: actor?.why ?? '' } });
        }}
        options={certainty}
      />
      {actor === null ? null : (
        <TextField
          label="What the client goes by"
          value={actor.why}
          onChange={(why) => {
            set({ actor: { ...actor, why } });
          }}
          maxLength={500}
        />
      )}
    </div>
  );
}

/** Everybody who saw it, or was told. */
function Witnesses({
  witnesses,
  onChange,
}: {
  readonly witnesses: readonly Witness[];
  readonly onChange: (witnesses: Witness[]) => void;
}) {
  return (
    <div className="field" role="group" aria-label="Witnesses">
      <span className="label">Witnesses</span>
      {witnesses.map((witness, index) => (
        <WitnessFields
          key={index}
          number={index + 1}
          witness={witness}
          set={(change) => {
            onChange(witnesses.map((each, at) => (at === index ? { ...each, ...change } : each)));
          }}
          onRemove={() => {
            onChange(witnesses.filter((_, at) => at !== index));
          }}
        />
      ))}
      <div className="row">
        <Button
          variant="quiet"
          icon={<Plus aria-hidden />}
          onPress={() => {
            onChange([...witnesses, { name: '', contact: '', statement: 'not_asked' }]);
          }}
        >
          Add a witness
        </Button>
      </div>
    </div>
  );
}

function WitnessFields({
  number,
  witness,
  set,
  onRemove,
}: {
  /** Their place in the list, from 1. */
  readonly number: number;
  readonly witness: Witness;
  readonly set: (change: Partial<Witness>) => void;
  readonly onRemove: () => void;
}) {
  return (
    <div className="witness">
      <TextField
        label={`Name of witness ${number}`}
        value={witness.name}
        onChange={(name) => {
          set({ name });
        }}
        maxLength={200}
      />
      <TextField
        label="How to reach"
        value={witness.contact}
        onChange={(contact) => {
          set({ contact });
        }}
        maxLength={200}
      />
      <SelectField
        label="Statement"
        value={witness.statement}
        onChange={(statement) => {
          set({ statement });
        }}
        options={statementOptions}
      />
      <IconButton label={`Take witness ${number} out`} icon={<Trash2 aria-hidden />} onPress={onRemove} />
    </div>
  );
}
