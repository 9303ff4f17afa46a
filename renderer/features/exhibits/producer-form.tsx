import { useState } from 'react';
import { proposeInitials } from '../../../shared/domain/exhibit-ref';
import { exhibitInitialsSchema } from '../../../shared/models/case';
import type { Producer } from '../../../shared/models/exhibit';
import { call, holdfast } from '../../kit/bridge';
import { TextLink } from '../../components/button';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';

function initialsProblem(initials: string, taken: readonly string[]): string | null {
  if (taken.includes(initials)) return `Somebody in this case is ${initials} already.`;
  return exhibitInitialsSchema.safeParse(initials).success
    ? null
    : 'Two to four capital letters, such as RW.';
}

/** Adds somebody who produces exhibits, or changes what is written about them. Initials follow the name until typed. */
export function ProducerForm({
  caseId,
  producer,
  taken,
  onDone,
  onClose,
}: {
  readonly caseId: string;
  /** The one to change; null to add somebody. */
  readonly producer: Producer | null;
  /** Initials of everybody else. */
  readonly taken: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(producer?.name ?? '');
  const [typed, setTyped] = useState<string | null>(producer?.initials ?? null);
  const [checked, setChecked] = useState(false);
  const initials = typed ?? proposeInitials(name, taken) ?? '';
  const problem = initialsProblem(initials, taken);
  const clash = taken.includes(initials);
  const instead = clash ? proposeInitials(name, taken, initials) : null;
  const fixed = producer?.used === true;
  const person = { name: name.trim(), initials };

  return (
    <FormDialog
      title={producer === null ? 'Add somebody' : `Edit ${producer.initials}`}
      submit="Save"
      ready={() => {
        setChecked(true);
        return problem === null;
      }}
      work={() =>
        producer === null
          ? call(holdfast.exhibits.addProducer({ caseId, ...person }))
          : call(holdfast.exhibits.changeProducer({ id: producer.id, ...person }))
      }
      onDone={onDone}
      onClose={onClose}
    >
      <TextField
        label="Full name"
        description="It stands on labels and in the schedule of exhibits. It may stay empty until it is known."
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
      />
      <TextField
        label="Initials"
        description={
          fixed
            ? `Exhibits are named ${initials} already, so the initials stay.`
            : `Their exhibits become ${problem === null ? initials : 'RW'}/1, ${problem === null ? initials : 'RW'}/2 and so on.`
        }
        value={initials}
        onChange={(text) => {
          setTyped(text.toUpperCase());
        }}
        error={checked || clash ? problem : null}
        maxLength={4}
        isReadOnly={fixed}
      />
      {instead === null ? null : (
        <p>
          Two people with the same initials are told apart by a letter in the middle.{' '}
          <TextLink
            onPress={() => {
              setTyped(instead);
            }}
          >
            Use {instead}
          </TextLink>
        </p>
      )}
    </FormDialog>
  );
}
