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
  const { actor, witnesses } = value;
  const setWitness = (index: number, change: Partial<Witness>): void => {
    set({ witnesses: witnesses.map((each, at) => (at === index ? { ...each, ...change } : each)) });
  };
  return (
    <div className="stack">
      <LinkFields
        caseId={caseId}
        value={value.links}
        onChange={(links) => {
          set({ links });
        }}
      />
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
      <div className="field" role="group" aria-label="Witnesses">
        <span className="label">Witnesses</span>
        {witnesses.map((witness, index) => (
          <div className="witness" key={index}>
            <TextField
              label={`Name of witness ${index + 1}`}
              value={witness.name}
              onChange={(name) => {
                setWitness(index, { name });
              }}
              maxLength={200}
            />
            <TextField
              label="How to reach"
              value={witness.contact}
              onChange={(contact) => {
                setWitness(index, { contact });
              }}
              maxLength={200}
            />
            <SelectField
              label="Statement"
              value={witness.statement}
              onChange={(statement) => {
                setWitness(index, { statement });
              }}
              options={statementOptions}
            />
            <IconButton
              label={`Take witness ${index + 1} out`}
              icon={<Trash2 aria-hidden />}
              onPress={() => {
                set({ witnesses: witnesses.filter((_, at) => at !== index) });
              }}
            />
          </div>
        ))}
        <div className="row">
          <Button
            variant="quiet"
            icon={<Plus aria-hidden />}
            onPress={() => {
              set({ witnesses: [...witnesses, { name: '', contact: '', statement: 'not_asked' }] });
            }}
          >
            Add a witness
          </Button>
        </div>
      </div>
    </div>
  );
}
