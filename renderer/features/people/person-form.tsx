import { personDetailsSchema } from '../../../shared/models/register';
import type { PersonDetails } from '../../../shared/models/register';
import { personFields } from '../../../shared/records/person-fields';
import { registerKind } from '../../../shared/records/register';
import type { RegisterRecord } from '../../../shared/records/register';
import type { FieldOf } from '../../../shared/records/by-fields';
import { peopleText as words } from '../../strings/people';
import { BookField } from '../record-book/book-field';
import { tidied } from '../record-book/problems';
import { RecordForm } from '../record-book/record-form';
import type { FormValue } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';

const fields: readonly FieldOf<RegisterRecord>[] = [
  { at: 'name', label: 'Name', as: 'line' },
  {
    at: 'relation',
    label: 'Who this is in the case',
    as: 'line',
    hint: 'Former partner, neighbour, officer in the case.',
  },
  { at: 'person', label: 'About them', as: 'own' },
  { at: 'notes', label: 'Notes', as: 'box' },
];

const nothingKnown = personDetailsSchema.parse({});

/** What stands in the form of the person; what is none is nothing known. */
const personIn = ({ person }: FormValue): FormValue =>
  typeof person === 'object' && person !== null ? { ...nothingKnown, ...person } : { ...nothingKnown };

/** A person of the case: who they are, and by what they are found. */
export function PersonForm({
  caseId,
  shown,
  onClose,
  onSaved,
}: {
  readonly caseId: string;
  readonly shown: Shown<RegisterRecord> | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  return (
    <RecordForm
      caseId={caseId}
      kind={registerKind}
      fields={fields}
      shown={shown}
      start={{ kind: 'person', orderType: null, person: nothingKnown }}
      title={shown === null ? words.add : words.change(shown.title)}
      intro={words.intro}
      groups={[
        { heading: words.who, fields: ['name', 'relation'] },
        { heading: words.found, fields: ['person'] },
        { heading: words.more, fields: ['notes'] },
      ]}
      own={{
        person: (value, set, problem) => (
          <PersonFields
            caseId={caseId}
            person={personIn(value)}
            problem={problem}
            set={(change) => {
              set({ person: { ...personIn(value), ...change } });
            }}
          />
        ),
      }}
      tidy={(value) => ({ ...value, person: tidied<PersonDetails>(personFields, personIn(value)) })}
      check={({ name }): Record<string, string> =>
        typeof name === 'string' && name.trim() !== '' ? {} : { name: words.needName }
      }
      onClose={onClose}
      onSaved={onSaved}
    />
  );
}

function PersonFields({
  caseId,
  person,
  problem,
  set,
}: {
  readonly caseId: string;
  readonly person: FormValue;
  readonly problem: string | null;
  readonly set: (change: FormValue) => void;
}) {
  return (
    <div className="person-fields">
      {personFields.map((field) => (
        <BookField
          key={field.at}
          caseId={caseId}
          field={field}
          value={person[field.at]}
          problem={null}
          isFirst={false}
          onChange={(next) => {
            set({ [field.at]: next });
          }}
        />
      ))}
      {problem === null ? null : <p className="problem full">{problem}</p>}
    </div>
  );
}
