import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Producer } from '../../../shared/models/exhibit';
import type { ErrorCode } from '../../../shared/errors';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Chip } from '../../components/parts';
import { counted, inWordsList } from '../../strings/counts';
import { ProducerForm } from './producer-form';

type Open = { readonly name: 'add' } | { readonly name: 'edit'; readonly producer: Producer };

function standing({ exhibits, nextNumber, initials, others }: Producer): string {
  const beside =
    others.length === 0
      ? ''
      : `; ${inWordsList(others)} ${others.length === 1 ? 'goes' : 'go'} on elsewhere or ended here`;
  const next = `the next is ${initials}/${nextNumber}${beside}`;
  return exhibits === 0 ? `No exhibits, ${next}` : `${counted(exhibits, 'exhibit', 'exhibits')}, ${next}`;
}

/** Everybody who produces exhibits of a case. */
export function ProducersDialog({
  caseId,
  producers,
  onChanged,
  onClose,
}: {
  readonly caseId: string;
  readonly producers: readonly Producer[];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const [open, setOpen] = useState<Open | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);

  function remove(id: string): void {
    setProblem(null);
    call(holdfast.exhibits.removeProducer({ id })).then(onChanged, (found: unknown) => {
      setProblem(codeOf(found));
    });
  }
  if (open !== null) {
    return (
      <ProducerForm
        caseId={caseId}
        producer={open.name === 'edit' ? open.producer : null}
        taken={producers
          .filter(({ id }) => open.name === 'add' || id !== open.producer.id)
          .flatMap(({ initials, others }) => [initials, ...others])}
        onDone={() => {
          setOpen(null);
          onChanged();
        }}
        onClose={() => {
          setOpen(null);
        }}
      />
    );
  }
  return (
    <Dialog title="Who produces exhibits in this case" isOpen onClose={onClose}>
      <div className="stack">
        <p className="quiet">
          An exhibit is named by the initials of the person who took it or holds it, usually the client, and a
          number. Numbers are given once, to one thing, and never again.
        </p>
        {problem === null ? null : <Failure code={problem} />}
        <ul className="lines">
          {producers.map((producer) => (
            <li key={producer.id}>
              <strong className="initials">{producer.initials}</strong>
              <div className="grow wrap-anywhere">
                <span dir="auto">{producer.name === '' ? 'Name not written down' : producer.name}</span>{' '}
                {producer.isDefault ? <Chip tone="accent">adding now</Chip> : null}
                <div className="quiet small">{standing(producer)}</div>
              </div>
              <Button
                label={`Edit ${producer.initials}`}
                onPress={() => {
                  setOpen({ name: 'edit', producer });
                }}
              >
                Edit
              </Button>
              {producer.removable ? (
                <Button
                  variant="quiet"
                  label={`Take away ${producer.initials}`}
                  onPress={() => {
                    remove(producer.id);
                  }}
                >
                  Take away
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      <div className="actions">
        <Button
          icon={<UserPlus aria-hidden />}
          onPress={() => {
            setOpen({ name: 'add' });
          }}
        >
          Add somebody
        </Button>
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
