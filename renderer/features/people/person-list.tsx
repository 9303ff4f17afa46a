import { byRole } from '../../../shared/domain/casework/people/by-role';
import { personDetailLines } from '../../../shared/records/words/register-words';
import type { RegisterRecord } from '../../../shared/records/register';
import { FirstOfMany } from '../../components/first-of-many';
import { Sentence } from '../../components/sentence';
import { peopleText as words, roleHeading } from '../../strings/people';
import { RecordTools } from '../record-book/record-tools';
import type { Shown } from '../record-book/use-records';

type Person = Shown<RegisterRecord>;

/** The people of a case by their part in it. */
export function PersonList({
  caseId,
  people,
  onChange,
}: {
  readonly caseId: string;
  readonly people: readonly Person[];
  readonly onChange: (id: string) => void;
}) {
  const parts = byRole(people.map((shown) => ({ shown, person: shown.body.person })));
  return parts.map(({ role, people: some }) => (
    <section key={role ?? 'none'} className="card people-part" aria-label={roleHeading(role)}>
      <h2>{roleHeading(role)}</h2>
      <ul>
        <FirstOfMany
          items={some}
          draw={({ shown }) => (
            <OnePerson
              key={shown.id}
              caseId={caseId}
              shown={shown}
              onChange={() => {
                onChange(shown.id);
              }}
            />
          )}
        />
      </ul>
    </section>
  ));
}

function OnePerson({
  caseId,
  shown,
  onChange,
}: {
  readonly caseId: string;
  readonly shown: Person;
  readonly onChange: () => void;
}) {
  const { name, relation, notes, person } = shown.body;
  // The part in the case stands above.
  const known = person === undefined ? [] : personDetailLines({ ...person, role: null });
  return (
    <li>
      <div className="people-who">
        <h3 dir="auto">{name}</h3>
        {relation === '' ? null : (
          <p className="quiet" dir="auto">
            {relation}
          </p>
        )}
        {known.length === 0 ? <p className="quiet small">{words.noDetails}</p> : null}
        {known.map((line, nth) => (
          <p key={nth} className="small">
            <Sentence>{line}</Sentence>
          </p>
        ))}
        {notes === '' ? null : (
          <p className="quiet small people-notes" dir="auto">
            {notes}
          </p>
        )}
      </div>
      <RecordTools caseId={caseId} shown={shown} title={name} onChange={onChange} />
    </li>
  );
}
