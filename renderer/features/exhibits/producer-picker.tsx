import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { SelectField } from '../../components/fields';
import { ProducersDialog } from './producers-dialog';
import { choosePlaceholder, otherInitialsText, producerLabel } from './producer-words';
import './exhibits.css';

const people = 'people';

/** Whose exhibits are added from now on. The choice belongs to the case and stays until it is changed. */
export function ProducerPicker({ caseId }: { readonly caseId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const { data, reload } = useQuery(
    `producers-${caseId}`,
    () => call(holdfast.exhibits.producers({ caseId })),
    ['cases', 'evidence'],
  );
  const chosen = data?.find(({ isDefault }) => isDefault);
  if (data === null) return null;
  const others = chosen === undefined ? null : otherInitialsText(chosen);

  function choose(id: string): void {
    if (id === people) {
      setOpen(true);
      return;
    }
    setProblem(null);
    call(holdfast.exhibits.chooseProducer({ id })).then(reload, (found: unknown) => {
      setProblem(codeOf(found));
    });
  }

  return (
    <div className="producer-picker">
      <SelectField
        label="Whose exhibits are these?"
        options={[
          ...data.map((producer) => ({ id: producer.id, label: producerLabel(producer) })),
          { id: people, label: 'Somebody else, or names…' },
        ]}
        value={chosen?.id ?? null}
        placeholder={choosePlaceholder}
        onChange={choose}
      />
      {others === null ? null : <p className="quiet small">{others}</p>}
      {problem === null ? null : <Failure code={problem} />}
      {isOpen ? (
        <ProducersDialog
          caseId={caseId}
          producers={data}
          onChanged={reload}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
