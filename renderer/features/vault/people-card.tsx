import { KeyRound, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { KeyHolder } from '../../../shared/models/vault';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Chip, Notice, Skeleton } from '../../components/parts';
import { printDay } from '../../strings/dates';
import { AddPersonDialog, ChangePassphraseDialog, RemovePersonDialog } from './people-dialogs';

type Open = { readonly name: 'add' | 'change' } | { readonly name: 'remove'; readonly person: KeyHolder };

/** Everybody with a passphrase of their own. */
export function PeopleCard() {
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { data, error, reload } = useQuery('people', () => call(holdfast.people.list({})), ['vault']);
  const people = data?.filter(({ kind }) => kind === 'passphrase') ?? [];
  const close = (): void => {
    setOpen(null);
  };
  const done = (words: string): void => {
    setOpen(null);
    setSaid(words);
    reload();
  };

  return (
    <section className="card pad stack" aria-labelledby="people">
      <h2 id="people">People</h2>
      <p className="quiet">
        Each has a passphrase of their own and sees every case. The record of acts says who did what.
      </p>
      <Failure code={error} onRetry={reload} />
      {data === null && error === null ? <Skeleton height={60} /> : null}
      <ul className="lines">
        {people.map((person) => (
          <PersonLine
            key={person.id}
            person={person}
            onChange={() => {
              setOpen({ name: 'change' });
            }}
            onRemove={() => {
              setOpen({ name: 'remove', person });
            }}
          />
        ))}
      </ul>
      {said === null ? null : <Notice tone="green" title={said} />}
      <div className="row">
        <Button
          icon={<UserPlus aria-hidden />}
          onPress={() => {
            setOpen({ name: 'add' });
          }}
        >
          Add a person
        </Button>
      </div>
      {open?.name === 'add' ? <AddPersonDialog onDone={done} onClose={close} /> : null}
      {open?.name === 'change' ? <ChangePassphraseDialog onDone={done} onClose={close} /> : null}
      {open?.name === 'remove' ? (
        <RemovePersonDialog person={open.person} onDone={done} onClose={close} />
      ) : null}
    </section>
  );
}

/** Somebody who can open the vault; one's own passphrase is changed, another's taken away. */
function PersonLine({
  person,
  onChange,
  onRemove,
}: {
  readonly person: KeyHolder;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  return (
    <li>
      <div className="grow wrap-anywhere">
        <strong dir="auto">{person.name}</strong> {person.isYou ? <Chip tone="accent">you</Chip> : null}
        <div className="quiet small">
          {person.createdAt === null ? 'Since the vault was made' : `Since ${printDay(person.createdAt)}`}
        </div>
      </div>
      {person.isYou ? (
        <Button icon={<KeyRound aria-hidden />} onPress={onChange}>
          Change passphrase
        </Button>
      ) : (
        <Button variant="quiet" label={`Remove ${person.name}`} onPress={onRemove}>
          Remove
        </Button>
      )}
    </li>
  );
}
